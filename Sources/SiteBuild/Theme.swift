import SiteDiagnostics
import SiteModel
import SiteTemplate
import SiteText

/// The templates, texts and assets of a site: its own over the default theme's.
struct Theme: Sendable {
  let library: TemplateLibrary
  let strings: InterfaceTexts
  let assets: ThemeAssets
  /// The scripts of the search, under their own names.
  let searchFiles: [OutputFile]

  /// Reads, checks and compiles the theme.
  ///
  /// - Returns: nil when there are errors, and what was found.
  static func load(
    _ options: BuildOptions, for configuration: SiteConfiguration
  ) throws(EnvironmentFailure) -> (theme: Theme?, diagnostics: [Diagnostic]) {
    let files = try ThemeFiles(options)
    guard let stringsFile = files.strings else {
      return (nil, [.noTheme(SourceLocation(path: ThemeFiles.folder))])
    }
    let (strings, found) = Strings.load(
      stringsFile, languages: configuration.languages.map(\.code), required: InterfaceText.keys)
    let assets = ThemeAssets(files.assets)
    let (library, problems) = TemplateLibrary.load(
      files: files.templates, folder: ThemeFiles.folder + "/", schema: ContextSchema.schema,
      strings: strings, assets: assets.templateAssets(below: configuration.basePath),
      stringsUsedByCode: InterfaceText.keys)
    let diagnostics = (found + problems).filter {
      $0.severity != .warning || files.belongsToSite($0.location.path)
    }
    guard let library, !diagnostics.containError else { return (nil, diagnostics) }
    return (
      Theme(
        library: library, strings: InterfaceTexts(strings: strings), assets: assets,
        searchFiles: files.searchFiles),
      diagnostics
    )
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
  private(set) var searchFiles: [OutputFile] = []
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
    } else if path.hasPrefix("search/") {
      searchFiles.append(OutputFile(path: path, content: .bytes(SearchScript.compact(bytes))))
    } else if path.hasSuffix(".html") {
      templates.append(SourceFile(path: "\(Self.folder)/\(path)", bytes: bytes))
    }
  }
}
