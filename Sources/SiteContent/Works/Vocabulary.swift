import SiteDiagnostics
import SiteModel
import SiteText

/// The keys of one registry, against which front matter is checked.
struct Vocabulary: Sendable {
  /// The registry's file.
  let path: String
  private let keys: Set<String>
  private let entries: [(key: String, name: Localized)]
  /// The id of the error about a key that is not there: `undefined-author`.
  private let rule: String

  init(rule: String, path: String, entries: [(key: String, name: Localized)]) {
    self.rule = rule
    self.path = path
    self.entries = entries
    keys = Set(entries.map(\.key))
  }

  func contains(_ key: String) -> Bool { keys.contains(key) }

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

  init(_ registries: Registries) {
    authors = Vocabulary(
      rule: "undefined-author", path: "content/authors.yaml",
      entries: registries.authors.map { ($0.key, $0.name) })
    topics = Self.vocabulary("undefined-topic", "topics", registries.topics)
    regions = Self.vocabulary("undefined-region", "regions", registries.regions)
    series = Self.vocabulary("undefined-series", "series", registries.series)
  }

  private static func vocabulary(
    _ rule: String, _ name: String, _ entries: [RegistryEntry]
  ) -> Vocabulary {
    Vocabulary(
      rule: rule, path: "content/\(name).yaml", entries: entries.map { ($0.key, $0.name) })
  }
}
