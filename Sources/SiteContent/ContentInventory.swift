import SiteCache
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteModel
import SiteText
import SiteYAML

/// What lies directly in `content/`: the site's file, the registries, the folders.
struct ContentInventory {
  /// The folder of the portraits that `authors.yaml` names.
  static let portraits = "content/authors"

  private static let registryFiles = [
    "authors.yaml", "topics.yaml", "regions.yaml", "series.yaml", "tags.yaml", "glossary.yaml",
  ]
  private static let folders = Work.Section.allCases.map(\.rawValue) + ["authors"]

  private let folder: SiteFolder
  private var files: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The files that are there, with their names.
  private var read = CacheWriter()
  /// The names of the registries that are there and of which nothing could be read.
  private(set) var unreadRegistries: Set<String> = []

  init(of folder: SiteFolder) throws(EnvironmentFailure) {
    self.folder = folder
    guard let target = folder.target(of: "content"), target.kind == .folder else {
      diagnostics.append(.missingContentFolder())
      return
    }
    if let site = folder.target(of: ""), !target.realPath.isInside(site.realPath) {
      diagnostics.append(.linkLeavesSite("content"))
      return
    }
    let entries = try folder.entries(of: "content").filter { !FileName.isIgnored($0.name) }
    if entries.isEmpty { diagnostics.append(.emptyContentFolder()) }
    let links = LinkPolicy(folder: folder)
    for entry in entries {
      let path = "content/" + entry.name
      switch entry.kind {
      case .symbolicLink:
        if let refusal = links.refusal(of: path) {
          diagnostics.append(refusal)
        } else {
          noteFile(entry.name)
        }
      case .file: noteFile(entry.name)
      case .folder:
        if !Self.folders.contains(entry.name) {
          diagnostics.append(.unknownContentEntry(entry.name, known: Self.folders))
        }
      case .other: diagnostics.append(.notAFile(path))
      }
    }
    if !files.contains("site.yaml"), !diagnostics.containError {
      diagnostics.append(.missingSiteFile())
    }
  }

  private mutating func noteFile(_ name: String) {
    let known = ["site.yaml"] + Self.registryFiles
    if known.contains(name) {
      files.insert(name)
    } else {
      diagnostics.append(.unknownContentEntry(name, known: known))
    }
  }

  /// What `site.yaml` says; nil where it does not say which languages there are.
  mutating func siteConfiguration() throws(EnvironmentFailure) -> SiteConfiguration? {
    guard
      var reader = try reader(
        "site.yaml", known: SiteFileReader.keys, mappings: SiteFileReader.mappings)
    else { return nil }
    let configuration = SiteFileReader.read(&reader)
    diagnostics += reader.diagnostics
    return configuration
  }

  /// The registries; a file that is missing is an empty registry.
  mutating func registries(of site: SiteConfiguration, portraits: [Attachment])
    throws(EnvironmentFailure) -> Registries
  {
    let terms = RegistryReader(site: site)
    let people = PersonReader(site: site, portraits: portraits)
    let glossary = GlossaryReader(site: site)
    return Registries(
      topics: try entries("topics.yaml") { terms.entries(&$0, hasParents: true) },
      regions: try entries("regions.yaml") { terms.entries(&$0, hasParents: true) },
      series: try entries("series.yaml") { terms.entries(&$0) },
      tags: try entries("tags.yaml") { terms.entries(&$0, hasAliases: true) },
      authors: try entries("authors.yaml") { people.people(&$0) },
      glossary: try entries("glossary.yaml") { glossary.entries(&$0) })
  }

  /// Tells whether anything changed that all works are read by.
  func fingerprint(with portraits: [Attachment]) -> Fingerprint {
    var all = read
    all.write(portraits)
    return Fingerprint(of: all.bytes)
  }

  private mutating func entries<Entry>(
    _ name: String, _ read: (inout MappingReader) -> [Entry]
  ) throws(EnvironmentFailure) -> [Entry] {
    guard var reader = try reader(name, known: nil) else {
      if files.contains(name) { unreadRegistries.insert(name) }
      return []
    }
    let entries = read(&reader)
    if entries.isEmpty, reader.diagnostics.containError { unreadRegistries.insert(name) }
    diagnostics += reader.diagnostics
    return entries
  }

  private mutating func reader(
    _ name: String, known: Set<String>?, mappings: Set<String> = []
  ) throws(EnvironmentFailure) -> MappingReader? {
    guard files.contains(name) else { return nil }
    let (file, problems) = try TextFile.read("content/" + name, in: folder)
    diagnostics += problems
    self.read.write(name)
    self.read.write(file.map { Fingerprint(of: $0.bytes) })
    guard let file else { return nil }
    let (root, mistakes) = YAMLReader.read(file)
    diagnostics += mistakes
    guard let root = root ?? (mistakes.isEmpty ? YAMLNode(.null, bytes: 0..<0) : nil) else {
      return nil
    }
    diagnostics += HiddenCharacters.check(root, in: file)
    return MappingReader(root, in: file, known: known, mappings: mappings)
  }
}

extension String {
  fileprivate func isInside(_ folder: String) -> Bool {
    hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}
