/// A sentence in each language that the tool speaks to editors.
///
/// Every message and every remedy is written in both, so that neither language can lag behind.
public struct Wording: Sendable, Hashable {
  /// The languages in which messages exist.
  public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case arabic = "ar"
  }

  /// In English.
  public let english: String
  /// In Arabic.
  public let arabic: String

  /// A sentence in both languages.
  public init(en english: String, ar arabic: String) {
    self.english = english
    self.arabic = arabic
  }

  /// The sentence in the given language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .arabic: arabic
    }
  }
}
