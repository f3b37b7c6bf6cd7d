import SiteDiagnostics
import SiteText

/// One folder of content: the same text in one or more languages.
public struct Work: Sendable {
  /// The two kinds of works, each in a folder of `content/` by that name.
  public enum Section: String, Sendable, CaseIterable {
    /// Dated works, at `/articles/<slug>/`, in indexes and feeds.
    case articles
    /// Pages such as “About us”, at `/<slug>/`, in no index.
    case pages
  }

  /// Which folder of `content/` it lies in.
  public let section: Section
  /// Relative to the site's folder: `content/articles/2025/iraq-families`.
  public let folder: String
  /// The numeric or ULID identifier, which short links use for ever.
  public let id: String?
  /// In the order of the site's languages; never empty.
  public let editions: [Edition]
  /// The language the work was written in.
  public let originalLanguage: LanguageCode

  /// Makes a work of its editions.
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
///
/// Immutable, and a class because it has some forty fields that are counted: as a structure, its
/// copies were an eighth of what putting a site of 13,000 editions together took.
public final class Edition: Sendable {
  /// The language it is written in.
  public let language: LanguageCode
  /// The file, relative to the site's folder.
  public let path: String
  /// The last part of the permalink.
  public let slug: String
  /// Where the file states the slug; nil where it is the folder's name.
  public let slugLocation: SourceLocation?
  /// The title, on one line.
  public let title: String
  /// What stands below the title.
  public let subtitle: String?
  /// What the front matter says in brief; nil where it says nothing.
  public let summary: String?
  /// Words for scholarly indexes, in the language of the edition.
  public let keywords: [String]
  /// Each once, in the order of the file.
  public let tags: [Tag]
  /// The place it was written at.
  public let dateline: String?
  /// The fields that do not depend on the language.
  public let metadata: WorkMetadata
  /// Present when this edition is a translation.
  public let translation: Translation?
  /// Old addresses that lead here.
  public let aliases: [Alias]
  /// Corrections in the order of the file.
  public let corrections: [Correction]

  /// Makes an edition of its fields.
  public init(
    language: LanguageCode, path: String, slug: String, slugLocation: SourceLocation?,
    title: String, subtitle: String?, summary: String?, keywords: [String], tags: [Tag],
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

  /// The edition with what is known only when all works are.
  public func with(tags: [Tag], related: [String]) -> Edition {
    var metadata = metadata
    metadata.related = related
    return copy(tags: tags, metadata: metadata, translation: translation)
  }

  /// The edition as a translation of a text that has changed since.
  public var stale: Edition {
    var translation = translation
    translation?.isStale = true
    return copy(tags: tags, metadata: metadata, translation: translation)
  }

  private func copy(
    tags: [Tag], metadata: WorkMetadata, translation: Translation?
  ) -> Edition {
    Edition(
      language: language, path: path, slug: slug, slugLocation: slugLocation, title: title,
      subtitle: subtitle, summary: summary, keywords: keywords, tags: tags, dateline: dateline,
      metadata: metadata, translation: translation, aliases: aliases, corrections: corrections)
  }
}

/// A tag of an edition.
public struct Tag: Sendable, Hashable {
  /// What tells tags apart: the key in `tags.yaml`, else the folded spelling.
  public let key: String
  /// Its name from `tags.yaml` in the language, or the spelling that most works use.
  public let name: String

  /// Makes a tag of its key and its name.
  public init(key: String, name: String) {
    self.key = key
    self.name = name
  }
}

/// An earlier address of an edition, which leads to the present one.
public struct Alias: Sendable, Hashable {
  /// From the site's root: `/2019/05/old-name/`.
  public let path: String
  /// Where the file states it.
  public let location: SourceLocation

  /// Makes an alias that a file states.
  public init(path: String, location: SourceLocation) {
    self.path = path
    self.location = location
  }
}

/// How a translation was made and whether it still says what the original says.
public struct Translation: Sendable, Hashable {
  /// Who translated.
  public enum Method: String, Sendable, CaseIterable {
    case human
    case machine
    case machineReviewed = "machine-reviewed"
  }

  /// The language of the edition that it translates.
  public let of: LanguageCode
  /// Who translated: people, a machine, or a machine whose work was revised.
  public let method: Method
  /// The note of which state of the original was translated.
  public let source: SourceNote?
  /// Whether the original has changed since.
  public var isStale: Bool

  /// Notes how a translation was made.
  public init(of: LanguageCode, method: Method, source: SourceNote? = nil, isStale: Bool = false) {
    self.of = of
    self.method = method
    self.source = source
    self.isStale = isStale
  }

  /// A translator's note of the state of the original that was translated.
  public struct SourceNote: Sendable, Hashable {
    /// The beginning of the hash of the original, in lower case; nil where it is yet to be written.
    public let hash: String?
    /// Where the file states it.
    public let location: SourceLocation

    /// Makes a note of a hash, or of the place for one.
    public init(hash: String?, location: SourceLocation) {
      self.hash = hash
      self.location = location
    }
  }
}

/// A correction that was made after publication.
public struct Correction: Sendable, Hashable {
  /// When it was made.
  public let date: Timestamp
  /// What was corrected, in the language of the edition.
  public let text: String

  /// Makes a correction of its day and text.
  public init(date: Timestamp, text: String) {
    self.date = date
    self.text = text
  }
}
