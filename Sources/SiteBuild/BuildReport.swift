import SiteDiagnostics

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

  /// In the order of their places.
  public internal(set) var diagnostics: [Diagnostic]
  /// In the order of the site's languages; empty when nothing was written.
  public var languages: [LanguageCount] = []
  /// Files of the new site, pages among them.
  public var fileCount = 0
  /// Files of the output folder that ctsite did not make and left alone.
  public var keptCount = 0
  /// In the order in which they ran.
  public var stages: [StageTime] = []

  /// Whether the output folder holds the new site. Errors leave the earlier one in place.
  public var isPublished: Bool { !diagnostics.containError }
}
