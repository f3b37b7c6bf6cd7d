import SiteDiagnostics
import SiteFiles
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
  /// Of social cards.
  let cards: CardTheme

  /// What came of reading a theme. The content can be checked with its texts alone.
  struct Loaded {
    /// Some or all are missing when there are errors.
    let strings: InterfaceTexts
    let assets: ThemeAssets
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
    let assets = ThemeAssets(files.assets)
    guard let stringsFile = files.strings, files.diagnostics.isEmpty else {
      return Loaded(
        strings: InterfaceTexts(strings: .none(in: languages)), assets: assets, theme: nil,
        diagnostics: files.diagnostics.isEmpty ? [files.missing] : files.diagnostics)
    }
    let (strings, found) = Strings.load(
      stringsFile, languages: languages, required: InterfaceText.keys)
    let (library, problems) = TemplateLibrary.load(
      files: files.templates, folder: ThemeFiles.folder + "/", schema: ContextSchema.schema,
      strings: strings, assets: assets.templateAssets(below: configuration.basePath),
      stringsUsedByCode: InterfaceText.keys)
    let isUnreadable = found.contains { $0.severity == .error && $0.id.hasPrefix("yaml-") }
    let diagnostics = (found + problems + assets.diagnostics).filter {
      guard !(isUnreadable && consequencesOfUnreadableStrings.contains($0.id)) else { return false }
      return $0.severity != .warning || files.belongsToSite($0.location.path)
    }
    let texts = InterfaceTexts(strings: strings)
    let theme = library.flatMap { library in
      diagnostics.containError
        ? nil
        : Theme(
          library: library, strings: texts, assets: assets, searchFiles: files.searchFiles,
          cards: CardTheme(files.assets) {
            files.belongsToSite("\(ThemeFiles.folder)/assets/\($0)")
          })
    }
    return Loaded(strings: texts, assets: assets, theme: theme, diagnostics: diagnostics)
  }
}

/// What is found everywhere when `strings.yaml` cannot be read, and says nothing beside that.
private let consequencesOfUnreadableStrings: Set<String> = [
  "missing-string", "unknown-string", "unused-string",
]

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

  /// What cannot be read as a file of a theme.
  private(set) var diagnostics: [Diagnostic] = []

  /// The largest template, text or style sheet that is read, in bytes.
  static let maximumTextBytes = 1_000_000
  /// The largest other file: a font, a picture.
  static let maximumAssetBytes = 20_000_000

  /// Reads the default theme's files and, over them, the site's own. Hidden files, such as those
  /// of editors, are passed over.
  init(_ options: BuildOptions) throws(EnvironmentFailure) {
    var origins: [String: Folder] = [:]
    let own = RawPath(options.siteFolder) / RawPath(Self.folder)
    for path in [options.themeFolder.map { RawPath($0) }, own].compactMap(\.self)
    where path.kind(followsLink: true) != nil {
      let folder = try Folder(path)
      for item in try folder.contents() where item.kind != .folder && !item.name.hasHiddenPart {
        if let problem = Self.refusal(of: item, in: folder) {
          diagnostics.append(problem)
        } else {
          origins[item.name.text] = folder
        }
      }
    }
    sitePaths = Set(origins.filter { $0.value.path == own }.map { "\(Self.folder)/\($0.key)" })
    for (path, folder) in origins.sorted(by: { $0.key < $1.key }) { try add(path, in: folder) }
  }

  /// What is wrong with an entry that is no ordinary file. A symbolic link may lead to a file in
  /// the folder.
  private static func refusal(of item: Folder.Entry, in folder: Folder) -> Diagnostic? {
    let place = SourceLocation(path: "\(Self.folder)/\(item.name.text)")
    guard item.name.exactText != nil else { return .templateNameNotUTF8(place) }
    switch item.kind {
    case .file, .folder: return nil
    case .other: return .templateNotAFile(place)
    case .symbolicLink:
      let path = folder.path / item.name
      let inside = folder.path.resolved.bytes + [UInt8(ascii: "/")]
      guard path.kind(followsLink: true) == .file, path.resolved.bytes.starts(with: inside)
      else { return .templateLinkRefused(place) }
      return nil
    }
  }

  /// What to say where there are no texts of the interface.
  var missing: Diagnostic {
    templates.isEmpty
      ? .noTheme(SourceLocation(path: Self.folder))
      : .noStrings(SourceLocation(path: Self.folder + "/strings.yaml"))
  }

  /// Whether a file, as diagnostics name it, is the site's own and not the default theme's, in
  /// which nobody can mend what the site leaves unused.
  func belongsToSite(_ path: String) -> Bool { sitePaths.contains(path) }

  private mutating func add(_ path: String, in folder: Folder) throws(EnvironmentFailure) {
    let isAsset = path.hasPrefix("assets/")
    let isSearchFile = path.hasPrefix("search/")
    guard isAsset || isSearchFile || path == "strings.yaml" || path.hasSuffix(".html") else {
      return
    }
    let isText = !isAsset || path.hasSuffix(".css")
    let limit = isText ? Self.maximumTextBytes : Self.maximumAssetBytes
    let place = "\(Self.folder)/\(path)"
    guard let bytes = try folder.read(RawPath(path), limit: limit) else {
      diagnostics.append(.templateTooLarge(SourceLocation(path: place), limit: limit))
      return
    }
    if isAsset {
      assets.append(SourceFile(path: String(path.dropFirst("assets/".count)), bytes: bytes))
    } else if isSearchFile {
      searchFiles.append(OutputFile(path: path, content: .bytes(SearchScript.compact(bytes))))
    } else if path == "strings.yaml" {
      strings = SourceFile(path: place, bytes: bytes)
    } else {
      templates.append(SourceFile(path: place, bytes: bytes))
    }
  }
}
