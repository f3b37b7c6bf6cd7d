import SiteConcurrency
import SiteDiagnostics
import SiteFiles

/// Removes what builds made.
public struct SiteCleaning: Sendable {
  /// What was removed.
  public struct Report: Sendable {
    /// Whether there was a cache.
    public let removedCache: Bool
    /// The files of the site that were removed; nil when the site was not to be removed.
    public let fileCount: Int?
  }

  private let siteFolder: String
  private let outputFolder: String?
  private let jobs: Jobs
  private let interruption: Interruption
  private let whenWaiting: @Sendable () -> Void

  /// - Parameters:
  ///   - siteFolder: the folder of which the cache is removed; absolute.
  ///   - outputFolder: where the published site is removed too; absolute.
  ///   - whenWaiting: called before a wait for a build of the output folder.
  public init(
    siteFolder: String, outputFolder: String?, jobs: Jobs, interruption: Interruption,
    whenWaiting: @escaping @Sendable () -> Void = {}
  ) {
    self.siteFolder = siteFolder
    self.outputFolder = outputFolder
    self.jobs = jobs
    self.interruption = interruption
    self.whenWaiting = whenWaiting
  }

  /// Removes the cache and, of the output folder, what ctsite made: its other files stay.
  public func run() async throws(EnvironmentFailure) -> Report {
    let site = try Folder(RawPath(siteFolder))
    let hasCache = site.kind(of: BuildCache.folder) != nil
    let fileCount = try await removeSite()
    let locks = try locks(in: try site.folder(BuildCache.folder))
    try await site.remove(BuildCache.folder, jobs: jobs)
    // Builds that waited make themselves new files to lock.
    withExtendedLifetime(locks) {}
    return Report(removedCache: hasCache, fileCount: fileCount)
  }

  /// Waits for the builds that use the cache.
  private func locks(in folder: Folder?) throws(EnvironmentFailure) -> [OutputLock] {
    guard let folder else { return [] }
    var locks: [OutputLock] = []
    for entry in try folder.entries() where entry.name.text.hasSuffix(OutputLock.suffix) {
      locks.append(
        try OutputLock(
          file: RawPath(siteFolder) / BuildCache.folder / entry.name, whenWaiting: whenWaiting))
    }
    return locks
  }

  private func removeSite() async throws(EnvironmentFailure) -> Int? {
    guard let outputFolder else { return nil }
    guard RawPath(outputFolder).kind(followsLink: true) != nil else { return 0 }
    let tree = try await OutputTree(
      folder: outputFolder, siteFolder: siteFolder, jobs: jobs, interruption: interruption,
      whenWaiting: whenWaiting)
    return try await tree.clear()
  }
}
