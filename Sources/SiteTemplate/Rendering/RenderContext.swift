import SiteText

/// What pages of one language have in common when they are rendered. Made once for a language.
public struct RenderContext: Sendable {
  /// The language of the page.
  public let language: Language
  /// Writes its dates, numbers and lists.
  public let formatter: LanguageFormatter
  /// Isolation within the page's language.
  public let isolation: BidiIsolation
  /// The site's address without a slash at the end: `https://example.org`.
  public let baseURL: String
  let messages: [Strings.Message]
  /// Isolation within the site's other languages.
  private let otherIsolations: [BidiIsolation]

  /// - Parameter strings: those that the templates were compiled with.
  public init(
    language: Language, formatter: LanguageFormatter, isolation: BidiIsolation, baseURL: String,
    strings: Strings
  ) {
    self.language = language
    self.formatter = formatter
    self.isolation = isolation
    self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    messages = strings.messages(in: language.code)
    otherIsolations = strings.languages.filter { $0 != language.code }
      .map { BidiIsolation($0, otherLanguage: language.code) }
  }

  /// Isolation within text of a language.
  func isolation(in code: LanguageCode) -> BidiIsolation {
    if code == isolation.language { return isolation }
    return otherIsolations.first { $0.language == code }
      ?? BidiIsolation(code, otherLanguage: language.code)
  }
}
