import SiteText

/// A text that exists in some of the site's languages.
public struct Localized: Sendable, Hashable {
  /// One text a language, in the order of the site's languages.
  public let texts: [LocalizedText]

  /// Makes a text of its wordings in the languages it exists in.
  public init(_ texts: [LocalizedText]) {
    self.texts = texts
  }

  /// The text in this very language.
  public func exact(_ language: LanguageCode) -> String? {
    texts.first { $0.language == language }?.text
  }

  /// The text in this language, else in the first language that has it.
  public func best(for language: LanguageCode) -> LocalizedText? {
    texts.first { $0.language == language } ?? texts.first
  }
}
