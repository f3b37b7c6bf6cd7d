import SiteDiagnostics
import SiteModel
import SiteTemplate
import SiteText

/// The templates, texts and assets of a site: its own over the default theme's.
struct Theme: Sendable {
  let library: TemplateLibrary
  let strings: InterfaceTexts
  let assets: ThemeAssets

  /// What came of reading a theme. The content can be checked with its texts alone.
  struct Loaded {
    /// Some or all are missing when there are errors.
    let strings: InterfaceTexts
    /// Nil when there are errors.
    let theme: Theme?
    let diagnostics: [Diagnostic]
  }

  /// Reads, checks and compiles the theme.
  static func load(
    _ options: BuildOptions, for configuration: SiteConfiguration
  ) throws(EnvironmentFailure) -> Loaded {
    let files = try ThemeFiles(options)
    let languages = configuration.languages.map(\.code)
    guard let stringsFile = files.strings else {
      return Loaded(
        strings: InterfaceTexts(strings: .none(in: languages)), theme: nil,
        diagnostics: [.noTheme(SourceLocation(path: ThemeFiles.folder))])
    }
    let (strings, found) = Strings.load(
      stringsFile, languages: languages, required: InterfaceText.keys)
    let assets = ThemeAssets(files.assets)
    let (library, problems) = TemplateLibrary.load(
      files: files.templates, folder: ThemeFiles.folder + "/", schema: ContextSchema.schema,
      strings: strings, assets: assets.templateAssets(below: configuration.basePath),
      stringsUsedByCode: InterfaceText.keys)
    let diagnostics = (found + problems).filter {
      $0.severity != .warning || files.belongsToSite($0.location.path)
    }
    let texts = InterfaceTexts(strings: strings)
    let theme = library.flatMap { library in
      diagnostics.containError ? nil : Theme(library: library, strings: texts, assets: assets)
    }
    return Loaded(strings: texts, theme: theme, diagnostics: diagnostics)
  }
}

/// The files of a theme as they lie on disk.
struct ThemeFiles {
  /// The folder of a site's templates.
  static let folder = "templates"

  private(set) var templates: [SourceFile] = []
  private(set) var strings: SourceFile?
  /// With paths relative to `templates/assets`.
  private(set) var assets: [SourceFile] = []
  private var sitePaths: Set<String> = []

  /// Reads the default theme's files and, over them, the site's own.
  init(_ options: BuildOptions) throws(EnvironmentFailure) {
    var origins: [String: String] = [:]
    let folders = [options.themeFolder, "\(options.siteFolder)/\(Self.folder)"].compactMap(\.self)
    for folder in folders {
      for item in try Folder.contents(of: folder) where item.kind == .file {
        origins[item.path] = folder
      }
    }
    sitePaths = Set(
      origins.filter { $0.value == folders.last }.map { "\(Self.folder)/\($0.key)" })
    for (path, folder) in origins.sorted(by: { $0.key < $1.key }) {
      add(path, bytes: try Folder.read("\(folder)/\(path)"))
    }
  }

  /// Whether a file, as diagnostics name it, is the site's own and not the default theme's, in
  /// which nobody can mend what the site leaves unused.
  func belongsToSite(_ path: String) -> Bool { sitePaths.contains(path) }

  private mutating func add(_ path: String, bytes: [UInt8]) {
    if path == "strings.yaml" {
      strings = SourceFile(path: "\(Self.folder)/\(path)", bytes: bytes)
    } else if path.hasPrefix("assets/") {
      assets.append(SourceFile(path: String(path.dropFirst("assets/".count)), bytes: bytes))
    } else if path.hasSuffix(".html") {
      templates.append(SourceFile(path: "\(Self.folder)/\(path)", bytes: bytes))
    }
  }
}
