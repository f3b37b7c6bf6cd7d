import Glibc
import SiteConcurrency
import SiteText

/// What a build is asked to do.
public struct BuildOptions: Sendable {
  /// The folder that holds `content/`; absolute.
  public let siteFolder: String
  /// Where the site is written; absolute.
  public let outputFolder: String
  /// Where the default theme lies, under templates that the site does not have itself; absolute.
  public let themeFolder: String?
  /// Whether drafts and works under review are built too.
  public var includesDrafts = false
  /// Whether works dated after the present moment are built too.
  public var includesFuture = false
  /// Stands in for the `url` of `site.yaml`.
  public var baseURL: String?
  /// The moment that counts as now; nil means the newest date in the content.
  public var clock: Timestamp?
  /// The address of a page, the path of a file in the output folder, or of a text in the site's
  /// folder, of which the report tells why it was made anew.
  public var explainedPath: String?
  /// The folders of programs that a build may use, as in the environment's `PATH`.
  public var toolPath: String
  /// How many things are worked on at once.
  public var jobs: Jobs

  /// A build of what readers get, with the newest date in the content as the present.
  public init(siteFolder: String, outputFolder: String, themeFolder: String?, jobs: Jobs) {
    self.siteFolder = siteFolder
    self.outputFolder = outputFolder
    self.themeFolder = themeFolder
    self.jobs = jobs
    toolPath = getenv("PATH").map { String(cString: $0) } ?? ""
  }
}
