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

  /// A part of a build, in the order in which they run. The raw value is its name for people.
  public enum Stage: String, Sendable, CaseIterable {
    case changes
    case load
    case templates
    case assets
    case markdown
    case assemble
    case cards = "social cards"
    case check
    case pages
    case index
    case feeds = "feeds and files"
    case publish
    case cache
  }

  /// How long a stage took.
  public struct StageTime: Sendable {
    public let stage: Stage
    /// By the clock.
    public let duration: Duration
    /// By the processors, of all threads together, in the program and in the system.
    public let processorTime: Duration
    /// How many things were worked on, where that says something.
    public let itemCount: Int?
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
  /// How many of them are new or have other bytes than before.
  public var writtenCount = 0
  /// Whether the last build left nothing to do.
  public var isUnchanged = false
  /// Why the file that was asked about was made anew, or was not.
  public var explanation: Explanation?
  /// Files of the output folder that ctsite did not make and left alone, in the order of their
  /// names; empty too where so little changed that nobody looked for them.
  public var keptFiles: [String] = []
  /// Nil where every work is published in every language it has.
  public var held: Held?
  /// In the order in which they ran.
  public var stages: [StageTime] = []

  /// What readers would gain by a program that is not installed.
  public var advice: Diagnostic? { diagnostics.first { $0.id == Diagnostic.noPictureTool.id } }

  /// How many files of the output folder were left alone.
  public var keptCount: Int { keptFiles.count }

  /// Whether the output folder holds the new site. Errors leave the earlier one in place.
  public var isPublished: Bool { !diagnostics.containError }
}
