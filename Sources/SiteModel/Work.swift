import SiteDiagnostics
import SiteText

/// One folder of content: the same text in one or more languages.
public struct Work: Sendable {
  /// The two kinds of works, each in a folder of `content/` by that name.
  public enum Section: String, Sendable, CaseIterable {
    case articles
    case pages
  }

  public let section: Section
  /// Relative to the site's folder: `content/articles/2025/iraq-families`.
  public let folder: String
  /// The numeric or ULID identifier, which short links use for ever.
  public let id: String?
  /// In the order of the site's languages; never empty.
  public let editions: [Edition]
  /// The language the work was written in.
  public let originalLanguage: LanguageCode

  public init(
    section: Section, folder: String, id: String?, editions: [Edition],
    originalLanguage: LanguageCode
  ) {
    self.section = section
    self.folder = folder
    self.id = id
    self.editions = editions
    self.originalLanguage = originalLanguage
  }

  /// The work's text in a language.
  public func edition(_ language: LanguageCode) -> Edition? {
    editions.first { $0.language == language }
  }
}

/// A work in one language: one file, with what it inherits from the original already filled in.
public struct Edition: Sendable {
  public let language: LanguageCode
  /// The file, relative to the site's folder.
  public let path: String
  /// The last part of the permalink.
  public let slug: String
  /// Where the file states it; nil where it is the folder's name.
  public let slugLocation: SourceLocation?
  public let title: String
  public let subtitle: String?
  public let summary: String?
  public let keywords: [String]
  /// Names from `tags.yaml` in the language, and free tags in the spelling that most works use.
  public var tags: [String]
  public let dateline: String?
  public var metadata: WorkMetadata
  /// Present when this edition is a translation.
  public let translation: Translation?
  public let aliases: [Alias]
  public let corrections: [Correction]

  public init(
    language: LanguageCode, path: String, slug: String, slugLocation: SourceLocation? = nil,
    title: String, subtitle: String?, summary: String?, keywords: [String], tags: [String],
    dateline: String?,
    metadata: WorkMetadata, translation: Translation?, aliases: [Alias],
    corrections: [Correction]
  ) {
    self.language = language
    self.path = path
    self.slug = slug
    self.slugLocation = slugLocation
    self.title = title
    self.subtitle = subtitle
    self.summary = summary
    self.keywords = keywords
    self.tags = tags
    self.dateline = dateline
    self.metadata = metadata
    self.translation = translation
    self.aliases = aliases
    self.corrections = corrections
  }
}

/// An earlier address of an edition, which leads to the present one.
public struct Alias: Sendable, Hashable {
  /// From the site's root: `/2019/05/old-name/`.
  public let path: String
  /// Where the file states it.
  public let location: SourceLocation

  public init(path: String, location: SourceLocation) {
    self.path = path
    self.location = location
  }
}

/// How a translation was made and whether it still says what the original says.
public struct Translation: Sendable, Hashable {
  public enum Method: String, Sendable, CaseIterable {
    case human
    case machine
    case machineReviewed = "machine-reviewed"
  }

  public let of: LanguageCode
  public let method: Method
  /// Whether the original has changed since.
  public let isStale: Bool

  public init(of: LanguageCode, method: Method, isStale: Bool) {
    self.of = of
    self.method = method
    self.isStale = isStale
  }
}

/// A correction that was made after publication.
public struct Correction: Sendable, Hashable {
  public let date: Timestamp
  public let text: String

  public init(date: Timestamp, text: String) {
    self.date = date
    self.text = text
  }
}
