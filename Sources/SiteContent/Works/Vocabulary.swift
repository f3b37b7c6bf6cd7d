import SiteDiagnostics
import SiteModel
import SiteText

/// The keys of one registry, against which front matter is checked.
struct Vocabulary: Sendable {
  /// The registry's file.
  let path: String
  private let keys: Set<String>
  private let entries: [(key: String, name: Localized)]
  /// False where the registry's file could not be read: then every key may be in it.
  private let isRead: Bool
  /// The id of the error about a key that is not there: `undefined-author`.
  private let rule: String

  init(rule: String, path: String, entries: [(key: String, name: Localized)], isRead: Bool) {
    self.rule = rule
    self.path = path
    self.isRead = isRead
    self.entries = entries
    keys = Set(entries.map(\.key))
  }

  /// Whether a key is there, as far as that can be told.
  func mayContain(_ key: String) -> Bool { !isRead || keys.contains(key) }

  /// The error about a key that is not there, with the keys that may be meant: the one whose name
  /// was written, else the nearest, else those that there are.
  func undefined(_ key: String, at location: SourceLocation) -> Diagnostic {
    let folded = TextFolding.key(key)
    let named = entries.first { entry in
      entry.name.texts.contains { TextFolding.key($0.text) == folded }
    }
    let suggestion =
      named.map { Wording(en: "write its key: \($0.key)", ar: "اكتب مفتاحه: \($0.key)") }
      ?? .didYouMean(key, among: keys)
    return .undefinedKey(
      key, rule: rule, registry: path, suggestion: suggestion, defined: entries.map(\.key),
      at: location)
  }
}

/// The registries that front matter refers to.
struct Vocabularies: Sendable {
  let authors: Vocabulary
  let topics: Vocabulary
  let regions: Vocabulary
  let series: Vocabulary

  /// - Parameter unread: the names of the files that could not be read.
  init(_ registries: Registries, unread: Set<String>) {
    func vocabulary(_ rule: String, _ name: String, _ entries: [RegistryEntry]) -> Vocabulary {
      Vocabulary(
        rule: rule, path: "content/" + name, entries: entries.map { ($0.key, $0.name) },
        isRead: !unread.contains(name))
    }
    authors = Vocabulary(
      rule: "undefined-author", path: "content/authors.yaml",
      entries: registries.authors.map { ($0.key, $0.name) },
      isRead: !unread.contains("authors.yaml"))
    topics = vocabulary("undefined-topic", "topics.yaml", registries.topics)
    regions = vocabulary("undefined-region", "regions.yaml", registries.regions)
    series = vocabulary("undefined-series", "series.yaml", registries.series)
  }
}
