import SiteDigest

/// A text that can be found. Immutable, and a class because it is passed about in long lists.
public final class SearchDocument: Sendable {
  /// A topic or an author that readers filter by.
  public struct Facet: Sendable, Hashable {
    public let key: String
    /// In the document's language.
    public let name: String

    public init(key: String, name: String) {
      self.key = key
      self.name = name
    }
  }

  /// As pages link to it.
  public let url: String
  public let title: String
  /// A language tag.
  public let language: String
  /// A date of ISO 8601, `2025-05-25`; empty where there is none.
  public let date: String
  /// The year of the date; 0 where there is none.
  public let year: Int
  public let authors: [Facet]
  public let topics: [Facet]
  public let summary: String
  public let tags: [String]
  /// Results say that it was retracted.
  public let isRetracted: Bool
  /// Gives the plain text, UTF-8, a line for each block. It is asked for when the document is read,
  /// and forgotten then.
  public let text: @Sendable () -> [UInt8]
  /// Tells whether the text is that of an earlier build; nil where that is not known.
  public let textFingerprint: Fingerprint?

  public init(
    url: String, title: String, language: String, date: String = "", year: Int = 0,
    authors: [Facet] = [], topics: [Facet] = [], summary: String = "", tags: [String] = [],
    isRetracted: Bool = false,
    textFingerprint: Fingerprint? = nil, text: @escaping @Sendable () -> [UInt8]
  ) {
    self.url = url
    self.title = title
    self.language = language
    self.date = date
    self.year = year
    self.authors = authors
    self.topics = topics
    self.summary = summary
    self.tags = tags
    self.isRetracted = isRetracted
    self.text = text
    self.textFingerprint = textFingerprint
  }
}

/// A file of the index.
public struct SearchFile: Sendable {
  /// Relative to the site's root: `search/index.bin`.
  public let path: String
  public let bytes: [UInt8]
}
