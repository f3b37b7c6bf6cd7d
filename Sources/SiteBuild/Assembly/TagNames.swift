import SiteModel
import SiteText

/// Tells which tags are the same tag and what it is called.
///
/// Tags are free text; two spellings that fold alike are one tag, and `tags.yaml` joins spellings
/// of different words and languages.
struct TagNames: Sendable {
  private let entries: [String: RegistryEntry]
  private let keys: [String: String]

  init(registry: [RegistryEntry]) {
    entries = Dictionary(
      registry.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    keys = Dictionary(
      registry.flatMap { entry in
        ([entry.key] + entry.name.texts.map(\.text) + entry.aliases).map {
          (TextFolding.fold($0), entry.key)
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The key of the tag that a spelling means.
  func key(of spelling: String) -> String {
    let folded = TextFolding.fold(spelling)
    return keys[folded] ?? folded
  }

  /// The name of a tag of the registry.
  func name(of key: String, in language: LanguageCode) -> LocalizedText? {
    entries[key]?.name.best(for: language)
  }

  /// The slug of a tag of the registry.
  func slug(of key: String, in language: LanguageCode) -> String? {
    entries[key].map { $0.slug.exact(language) ?? $0.key }
  }
}
