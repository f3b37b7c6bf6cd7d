import SiteConcurrency

/// The templates as the pages of one language need them: everything that is the same on each of
/// those pages is worked out already. Made once for a language.
public struct PageTemplates: Sendable {
  private let programs: [String: Program]
  private let context: RenderContext
  /// By the place that the programs' fragments name.
  private let memos: [ByteMemo]

  init(
    _ programs: [String: Program], constants: [String: [Int32: TemplateValue]],
    context: RenderContext,
    budget: ByteMemo.Budget
  ) {
    self.context = context
    var places: [FragmentKey: Int32] = [:]
    self.programs = programs.reduce(into: [:]) { result, entry in
      var program = Specializer.specialize(
        entry.value, constants: constants[entry.key] ?? [:], context: context)
      for index in program.fragments.indices {
        let next = Int32(places.count)
        program.fragments[index].memo = places[program.fragments[index].key, default: next]
        places[program.fragments[index].key] = program.fragments[index].memo
      }
      result[entry.key] = program
    }
    memos = places.map { _ in ByteMemo(within: budget) }
  }

  /// Appends a page.
  ///
  /// - Parameters:
  ///   - template: an entry point of the schema.
  ///   - globals: a value for each global of the entry point, in the order of the schema.
  public func render(
    _ template: String, globals: [TemplateValue], into page: inout [UInt8]
  ) {
    guard let program = programs[template] else {
      preconditionFailure("‘\(template)’ is not an entry point of the schema")
    }
    var renderer = Renderer(program: program, globals: globals, context: context, memos: memos)
    swap(&renderer.page, &page)
    renderer.run()
    swap(&renderer.page, &page)
  }
}
