import SiteConcurrency
import SiteDiagnostics
import SiteFiles
import SiteModel
import SiteText

/// Finds the works under `content/`, in the order of the bytes of their paths.
struct ContentDiscovery: Sendable {
  private let folder: SiteFolder
  private let languages: [Language]
  private let links: LinkPolicy
  private(set) var works: [WorkFolder] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// How deep folders may stand in one another.
  private static let maximumDepth = 32

  init(folder: SiteFolder, languages: [Language]) {
    self.folder = folder
    self.languages = languages
    links = LinkPolicy(folder: folder)
  }

  /// Finds the works of one section.
  mutating func find(in section: Work.Section, jobs: Jobs) async throws(EnvironmentFailure) {
    let path = "content/" + section.rawValue
    guard folder.kindIfAny(of: path) == .folder else { return }
    let found = try listing(of: path)
    for name in found.files {
      diagnostics.append(
        .fileOutsideWork(
          path + "/" + name, suggestions: suggestedPlaces(for: name, in: path)))
    }
    let empty = ContentDiscovery(folder: folder, languages: languages)
    let parts = try await found.folders.concurrentMap(jobs: jobs) {
      name throws(EnvironmentFailure) in
      var part = empty
      _ = try part.visit(path + "/" + name, section, depth: 1)
      return part
    }
    let first = works.count
    for part in parts {
      works += part.works
      diagnostics += part.diagnostics
    }
    works[first...].sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The files of a folder of assets, and of the folders in it, by their paths in it.
  mutating func attachments(in path: String) throws(EnvironmentFailure) -> [String] {
    guard folder.kindIfAny(of: path) == .folder else { return [] }
    return try attachments(of: try listing(of: path), in: path, prefix: "", depth: 1)
  }

  /// Finds the works in a folder and below it, and says whether there are any.
  private mutating func visit(_ path: String, _ section: Work.Section, depth: Int)
    throws(EnvironmentFailure) -> Bool
  {
    guard depth <= Self.maximumDepth else {
      diagnostics.append(.folderTooDeep(path, maximum: Self.maximumDepth))
      return true
    }
    let found = try listing(of: path)
    if try isWork(found, at: path, depth: depth) {
      try addWork(path, section, found, depth: depth)
      return true
    }
    var hasWorks = false
    for name in found.folders {
      hasWorks = try visit(path + "/" + name, section, depth: depth + 1) || hasWorks
    }
    if hasWorks {
      reportStrays(found.files, in: path)
    } else if !found.files.isEmpty {
      diagnostics.append(.noLanguageFile(in: path, languages: codes))
    }
    return hasWorks || !found.files.isEmpty
  }

  /// Files beside works: a text there would be lost, which is an error.
  private mutating func reportStrays(_ files: [String], in path: String) {
    for name in files where FileName.isMarkdown(name) {
      diagnostics.append(
        .fileOutsideWork(path + "/" + name, suggestions: suggestedPlaces(for: name, in: path)))
    }
    let others = files.filter { !FileName.isMarkdown($0) }
    if !others.isEmpty { diagnostics.append(.strayFiles(in: path, others)) }
  }

  /// Whether a folder with Markdown files is a work: it has a language file and is no folder of
  /// works, or it has no works below it, beside which its files would be strays.
  private func isWork(_ found: Listing, at path: String, depth: Int) throws(EnvironmentFailure)
    -> Bool
  {
    let markdown = found.files.filter(FileName.isMarkdown)
    guard !markdown.isEmpty else { return false }
    var works = 0
    for name in found.folders where try holdsLanguageFile(path + "/" + name, depth: depth + 1) {
      works += 1
    }
    let hasLanguageFile = markdown.contains {
      FileName.probableLanguage(of: $0, among: languages) != nil
    }
    // One text in a folder of a work is misplaced there. Beside several works it is the text above
    // that is, and in the folder of a year.
    let isYear = path.split(separator: "/").last?.allSatisfy(\.isNumber) ?? false
    return works == 0 || hasLanguageFile && works == 1 && !isYear
  }

  private func holdsLanguageFile(_ path: String, depth: Int) throws(EnvironmentFailure) -> Bool {
    guard depth <= Self.maximumDepth else { return false }
    for entry in try folder.entries(of: path) where !FileName.isIgnored(entry.name) {
      let isLanguageFile =
        entry.kind == .file && languages.contains { $0.code.tag + ".md" == entry.name }
      if isLanguageFile { return true }
      if entry.kind == .folder, try holdsLanguageFile(path + "/" + entry.name, depth: depth + 1) {
        return true
      }
    }
    return false
  }

  private mutating func addWork(
    _ path: String, _ section: Work.Section, _ found: Listing, depth: Int
  ) throws(EnvironmentFailure) {
    let markdown = found.files.filter(FileName.isMarkdown)
    let present = languages.filter { markdown.contains($0.code.tag + ".md") }.map(\.code)
    for name in markdown where !present.contains(where: { name == $0.tag + ".md" }) {
      diagnostics.append(misnamed(name, in: path, present: present))
    }
    let attachments = try attachments(of: found, in: path, prefix: "", depth: depth)
    guard !present.isEmpty else { return }
    works.append(
      WorkFolder(section: section, path: path, languages: present, attachments: attachments))
  }

  private func misnamed(_ name: String, in path: String, present: [LanguageCode]) -> Diagnostic {
    let file = path + "/" + name
    guard let language = FileName.probableLanguage(of: name, among: languages) else {
      return .unknownLanguageFile(file, name: name, languages: codes)
    }
    let right = language.code.tag + ".md"
    return present.contains(language.code)
      ? .twoFilesForOneLanguage(file, name: name, other: right)
      : .misnamedLanguageFile(file, name: name, right: right)
  }

  /// Every file that is not in a language, here and in the folders below, which hold no works.
  private mutating func attachments(
    of found: Listing, in path: String, prefix: String, depth: Int
  ) throws(EnvironmentFailure) -> [String] {
    var names: [String] = []
    for name in found.files where !FileName.isMarkdown(name) {
      if let refusal = refusal(of: name, at: path + "/" + prefix + name) {
        diagnostics.append(refusal)
      } else {
        names.append(prefix + name)
      }
    }
    for name in found.folders {
      let below = path + "/" + prefix + name
      guard depth < Self.maximumDepth else {
        diagnostics.append(.folderTooDeep(below, maximum: Self.maximumDepth))
        continue
      }
      let inner = try listing(of: below)
      for file in inner.files where FileName.isMarkdown(file) {
        diagnostics.append(.nestedWork(below + "/" + file, outer: path))
      }
      names += try attachments(
        of: inner, in: path, prefix: prefix + name + "/", depth: depth + 1)
    }
    return names
  }

  private func refusal(of name: String, at path: String) -> Diagnostic? {
    if AssetType.fileExtension(of: name) == "svg" { return .svgRefused(path) }
    return AssetType.isAllowed(name) ? nil : .assetTypeRefused(path)
  }

  private struct Listing {
    var files: [String] = []
    var folders: [String] = []
  }

  private mutating func listing(of path: String) throws(EnvironmentFailure) -> Listing {
    var found = Listing()
    for entry in try folder.entries(of: path) where !FileName.isIgnored(entry.name) {
      let place = path + "/" + entry.name
      if entry.name.unicodeScalars.contains("\u{FFFD}") {
        diagnostics.append(.nameNotUTF8(place))
        continue
      }
      switch entry.kind {
      case .file: found.files.append(entry.name)
      case .folder: found.folders.append(entry.name)
      case .symbolicLink:
        if let refusal = links.refusal(of: place) {
          diagnostics.append(refusal)
        } else {
          found.files.append(entry.name)
        }
      case .other: diagnostics.append(.notAFile(place))
      }
    }
    return found
  }

  private var codes: [String] { languages.map(\.code.tag) }

  /// Where a file may be moved: a text to one place for each language that it may be in.
  private func suggestedPlaces(for name: String, in path: String) -> [String] {
    guard FileName.isMarkdown(name) else {
      let stem = name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)
      return ["\(path)/\(Slug.make(from: String(stem), policy: .unicode) ?? "name")/\(name)"]
    }
    if let language = FileName.probableLanguage(of: name, among: languages) {
      return ["\(path)/NAME/\(language.code.tag).md"]
    }
    let stem = FileName.stem(ofMarkdown: name)
    let folder = Slug.make(from: stem, policy: .unicode) ?? "name"
    return codes.map { "\(path)/\(folder)/\($0).md" }
  }
}

/// Which symbolic links in `content/` are followed: those that lead to a file inside it.
///
/// A link to a folder would give one work two addresses, or a folder no end.
struct LinkPolicy: Sendable {
  private let folder: SiteFolder
  /// The real path of `content/` with a slash at its end.
  private let inside: String

  init(folder: SiteFolder) {
    self.folder = folder
    inside = (folder.target(of: "content")?.realPath ?? "") + "/"
  }

  func refusal(of path: String) -> Diagnostic? {
    guard let target = folder.target(of: path) else { return .brokenLink(path) }
    guard target.realPath.hasPrefix(inside) || target.realPath + "/" == inside else {
      return .linkLeavesSite(path)
    }
    switch target.kind {
    case .file: return nil
    case .folder: return .linkToFolder(path)
    case .symbolicLink, .other: return .notAFile(path)
    }
  }
}
