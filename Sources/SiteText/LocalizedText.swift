/// A text and the language it is in, which it keeps wherever it is shown.
public struct LocalizedText: Sendable, Hashable {
  public let text: String
  public let language: LanguageCode

  public init(_ text: String, in language: LanguageCode) {
    self.text = text
    self.language = language
  }
}
