import SiteConcurrency
import SiteDiagnostics

/// The templates of a site, checked and compiled once; rendering cannot fail.
public struct TemplateLibrary: Sendable {
  private let entryPoints: [String: EntryPoint]
  /// By entry point.
  private let globals: [String: [TemplateGlobal]]
  /// What fragments of all languages may take: 24 MiB hold the cards of some 13,000 works in two
  /// sizes.
  private let budget = ByteMemo.Budget(limit: 24 << 20)

  /// Parses and checks every template against the schema.
  ///
  /// - Parameters:
  ///   - files: the templates, by their paths in the folder of templates (`partials/card.html`).
  ///   - folder: what stands before those paths in messages: `templates/`.
  ///   - assets: the theme's assets by their path in `templates/assets`.
  ///   - stringsUsedByCode: keys of strings that the generator itself uses.
  /// - Returns: nil when there are errors; and the errors and warnings of all files, in order.
  public static func load(
    files: [SourceFile], folder: String = "", schema: TemplateSchema, strings: Strings,
    assets: [String: TemplateAsset] = [:], stringsUsedByCode: Set<String> = []
  ) -> (library: TemplateLibrary?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var templates: [String: ParsedTemplate] = [:]
    for file in files {
      let name = file.path.hasPrefix(folder) ? String(file.path.dropFirst(folder.count)) : file.path
      let (template, found) = TemplateParser.parse(file, named: name)
      templates[name] = template
      diagnostics += found
    }
    let isWellFormed = !diagnostics.containError
    var entryPoints: [String: EntryPoint] = [:]
    var used = (files: Set<String>(), strings: Set<Int>())
    for (name, globals) in schema.entryPoints.sorted(by: { $0.key < $1.key }) {
      var compiler = Compiler(
        folder: folder, templates: templates, schema: schema, strings: strings, assets: assets,
        checksElements: isWellFormed)
      compiler.compile(name, globals: globals)
      diagnostics += compiler.diagnostics
      entryPoints[name] = EntryPoint(
        program: compiler.program, files: compiler.usedFiles.compactMap { templates[$0]?.file },
        strings: compiler.usedStrings)
      used.files.formUnion(compiler.usedFiles)
      used.strings.formUnion(compiler.usedStrings)
    }
    for (name, template) in templates where !used.files.contains(name) {
      diagnostics.append(.unusedTemplate(name, at: template.file.location))
    }
    if !diagnostics.containError {
      diagnostics += strings.unused(except: used.strings, and: stringsUsedByCode)
    }
    let library =
      diagnostics.containError
      ? nil : TemplateLibrary(entryPoints: entryPoints, globals: schema.entryPoints)
    return (library, diagnostics.sorted().withoutRepetitions)
  }

  /// The templates for the pages of a language.
  ///
  /// - Parameters:
  ///   - constants: the values of the globals that are the same on every page.
  ///   - reads: where the records among them note what is read through them.
  public func pages(
    for context: RenderContext, constants: [String: TemplateValue] = [:], reads: ReadLog? = nil
  ) -> PageTemplates {
    let slots = globals.mapValues { globals in
      globals.enumerated().reduce(into: [Int32: TemplateValue]()) { slots, global in
        if global.element.isConstant {
          slots[Int32(global.offset)] = constants[global.element.name]
        }
      }
    }
    return PageTemplates(
      entryPoints, constants: slots, context: context, reads: reads, budget: budget)
  }
}

extension [Diagnostic] {
  /// A template that several others use is compiled with each, and its errors are found each time.
  fileprivate var withoutRepetitions: [Diagnostic] {
    var seen: Set<Finding> = []
    return filter {
      seen.insert(Finding(id: $0.id, location: $0.location, message: $0.message)).inserted
    }
  }
}

/// What makes two diagnostics the same to a reader.
private struct Finding: Hashable {
  let id: String
  let location: SourceLocation
  let message: Wording
}
