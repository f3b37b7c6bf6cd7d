import SiteDiagnostics
import SiteText

/// What a build found and wrote.
public struct BuildReport: Sendable {
  /// The pages of one language.
  public struct LanguageCount: Sendable, Hashable {
    /// A BCP 47 tag.
    public let language: String
    /// Published articles of the language.
    public let articles: Int
    /// All pages of the language, articles among them.
    public let pages: Int
  }

  /// How long a stage took.
  public struct StageTime: Sendable {
    /// As `--timings` prints it: `markdown`.
    public let name: String
    /// By the clock, not by the processor.
    public let duration: Duration
  }

  /// Works that readers do not get, or not in every language, by the reason.
  public struct Held: Sendable, Hashable {
    /// Drafts and works under review.
    public var drafts = 0
    /// Dated after the clock.
    public var scheduled = 0
    /// Expired by the clock.
    public var expired = 0
    /// The moment that counts as now.
    public let clock: Timestamp
  }

  /// In the order of their places.
  public internal(set) var diagnostics: [Diagnostic]
  /// In the order of the site's languages; empty when nothing was written.
  public var languages: [LanguageCount] = []
  /// Files of the new site, pages among them.
  public var fileCount = 0
  /// Files of the output folder that ctsite did not make and left alone, in the order of their
  /// names; empty too where so little changed that nobody looked for them.
  public var keptFiles: [String] = []
  /// Nil where every work is published in every language it has.
  public var held: Held?
  /// In the order in which they ran.
  public var stages: [StageTime] = []

  /// How many files of the output folder were left alone.
  public var keptCount: Int { keptFiles.count }

  /// Whether the output folder holds the new site. Errors leave the earlier one in place.
  public var isPublished: Bool { !diagnostics.containError }
}
