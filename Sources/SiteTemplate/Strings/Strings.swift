import SiteDiagnostics
import SiteText

/// The texts of the interface in every language of the site (`templates/strings.yaml`).
public struct Strings: Sendable {
  /// A key and what its text needs.
  struct Definition: Sendable {
    let key: String
    let index: Int
    /// The names of its placeholders, sorted; `count` among them for one with plurals.
    let parameters: [String]
    let isPlural: Bool
    let location: SourceLocation
  }

  /// One text in one language.
  enum Message: Sendable {
    case plain(StringPattern)
    /// By the rank of the plural category.
    case plural([PluralCategory: StringPattern])
  }

  /// The languages of the site.
  public let languages: [LanguageCode]
  let definitions: [Definition]
  private let positions: [String: Int]
  /// By language, in the order of the definitions.
  private let messages: [LanguageCode: [Message]]
  private let plurals: [LanguageCode: PluralRules]

  init(
    languages: [LanguageCode], definitions: [Definition],
    messages: [LanguageCode: [Message]]
  ) {
    self.languages = languages
    self.definitions = definitions
    self.messages = messages
    positions = Dictionary(
      definitions.map { ($0.key, $0.index) }, uniquingKeysWith: { first, _ in first })
    plurals = Dictionary(
      languages.map { ($0, PluralRules(for: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// No texts, for a site whose file of them is missing.
  public static func none(in languages: [LanguageCode]) -> Strings {
    Strings(languages: languages, definitions: [], messages: [:])
  }

  /// Every key, in the order of the file.
  public var keys: [String] { definitions.map(\.key) }

  func definition(of key: String) -> Definition? { positions[key].map { definitions[$0] } }

  func messages(in language: LanguageCode) -> [Message] { messages[language] ?? [] }

  /// A text for the generator's own use.
  ///
  /// - Parameters:
  ///   - count: chooses the plural and stands for `{count}`, written by the formatter.
  ///   - arguments: what stands for the other placeholders.
  /// - Returns: nil for a key or a language that the file does not have; `load` reports the keys
  ///   that it is told to expect.
  public func text(
    _ key: String, in language: LanguageCode, count: Int? = nil,
    arguments: [String: String] = [:], formatter: LanguageFormatter? = nil
  ) -> String? {
    guard let definition = definition(of: key), let messages = messages[language] else {
      return nil
    }
    var values = arguments
    if let count { values["count"] = formatter?.string(number: count) ?? String(count) }
    let category = count.flatMap { plurals[language]?.category(of: $0) } ?? .other
    return messages[definition.index].pattern(for: category).parts.map { part in
      switch part {
      case .text(let text): text
      case .argument(let index): values[definition.parameters[index]] ?? ""
      }
    }.joined()
  }

  /// Warnings about keys that neither a template nor the generator uses, and that are not one of
  /// theirs misspelt, which is an error.
  func unused(except used: Set<Int>, and usedByCode: Set<String>) -> [Diagnostic] {
    let missing = NearMiss(usedByCode.subtracting(definitions.map(\.key)))
    return definitions.filter {
      !used.contains($0.index) && !usedByCode.contains($0.key)
        && missing.suggestions(for: $0.key).isEmpty
    }
    .map { .unusedString($0.key, at: $0.location) }
  }
}

extension Strings.Message {
  /// The text for a plural; of a text without plurals, the text.
  func pattern(for category: PluralCategory) -> StringPattern {
    switch self {
    case .plain(let pattern): pattern
    case .plural(let patterns):
      patterns[category] ?? patterns[.other] ?? StringPattern("", parameters: [])
    }
  }
}
