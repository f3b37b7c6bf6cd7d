import SiteConcurrency
import SiteDigest

/// The templates as the pages of one language need them: everything that is the same on each of
/// those pages is worked out already. Made once for a language.
public struct PageTemplates: Sendable {
  private let programs: [String: Program]
  private let fingerprints: [String: Fingerprint]
  private let context: RenderContext
  /// By the place that the programs' fragments name.
  private let memos: [ByteMemo]

  init(
    _ entryPoints: [String: EntryPoint], constants: [String: [Int32: TemplateValue]],
    context: RenderContext, reads: ReadLog?, budget: ByteMemo.Budget
  ) {
    self.context = context
    var places: [FragmentKey: Int32] = [:]
    var fingerprints: [String: Fingerprint] = [:]
    self.programs = entryPoints.reduce(into: [:]) { result, entry in
      var (program, decisions) = Specializer.specialize(
        entry.value.program, constants: constants[entry.key] ?? [:], context: context, reads: reads)
      fingerprints[entry.key] = entry.value.fingerprint(
        in: context.messages, specializedBy: decisions, to: program.literals)
      for index in program.fragments.indices {
        let next = Int32(places.count)
        program.fragments[index].memo = places[program.fragments[index].key, default: next]
        places[program.fragments[index].key] = program.fragments[index].memo
      }
      result[entry.key] = program
    }
    self.fingerprints = fingerprints
    memos = places.map { _ in ByteMemo(within: budget) }
  }

  /// Tells whether a template would print the same for the same globals: whether the files that
  /// it is made of, the texts that it uses and what it knows before any page are the same.
  public func fingerprint(of template: String) -> Fingerprint? { fingerprints[template] }

  /// Appends a page.
  ///
  /// - Parameters:
  ///   - template: an entry point of the schema.
  ///   - globals: a value for each global of the entry point, in the order of the schema.
  ///   - reads: where the records behind the globals note what is read through them, so that parts
  ///     of pages can be kept together with what they were made from.
  public func render(
    _ template: String, globals: [TemplateValue], reads: ReadLog? = nil, into page: inout [UInt8]
  ) {
    guard let program = programs[template] else {
      preconditionFailure("‘\(template)’ is not an entry point of the schema")
    }
    var renderer = Renderer(
      program: program, globals: globals, context: context, memos: memos, reads: reads)
    swap(&renderer.page, &page)
    renderer.run()
    swap(&renderer.page, &page)
    reads?.note(Array(program.reads))
  }
}
