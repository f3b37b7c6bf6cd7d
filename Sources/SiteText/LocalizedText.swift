/// A text and the language it is in, which it keeps wherever it is shown.
public struct LocalizedText: Sendable, Hashable {
  /// The text itself.
  public let text: String
  /// The language it is written in.
  public let language: LanguageCode

  /// A text in a language.
  public init(_ text: String, in language: LanguageCode) {
    self.text = text
    self.language = language
  }
}
