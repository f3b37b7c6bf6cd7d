import Glibc
import SiteCache
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles

/// The output folder, which always holds one whole site: the old one until the new one is complete.
///
/// Files are staged beside it. Then either a new tree changes places with the old one in one step,
/// or, when little changed, each file takes its place under a journal that the next run ends if
/// this one cannot. Files that ctsite did not make stay, and so do empty folders, which ctsite never
/// makes: without `refs/`, a `.git` would be no repository. Which files are ctsite's is written in
/// the folder itself (`Manifest`).
struct OutputTree: Sendable {
  private let place: OutputPlace
  private let siteFolder: RawPath
  private let lock: OutputLock
  private let old: Manifest
  private let records: OutputRecords
  /// The output folder, nil where there is none.
  private let output: Folder?
  private let staging: Staging
  private let jobs: Jobs
  private let interruption: Interruption

  /// Waits for other builds of the folder, and ends what an interrupted one began.
  ///
  /// - Parameters:
  ///   - folder: the output folder's absolute path.
  ///   - siteFolder: the site's, from which assets are copied.
  ///   - lock: where the caller has it already.
  ///   - whenWaiting: called before a wait for another build.
  init(
    folder: String, siteFolder: String, records: OutputRecords = OutputRecords(),
    lock: OutputLock? = nil, jobs: Jobs,
    interruption: Interruption = Interruption(), whenWaiting: () -> Void = {}
  ) async throws(EnvironmentFailure) {
    let place = try OutputPlace(RawPath(folder))
    self.place = place
    self.siteFolder = RawPath(siteFolder)
    self.jobs = jobs
    self.interruption = interruption
    if let lock {
      self.lock = lock
    } else {
      self.lock = try OutputLock(
        on: place.path, siteFolder: self.siteFolder, whenWaiting: whenWaiting)
    }
    try await interruption.holdOff { () async throws(EnvironmentFailure) in
      try await JournalRun.completeInterrupted(at: place, jobs: jobs)
    }
    self.records = records
    output = try place.folder()
    old = try Manifest(of: output)
    staging = Staging(for: place, writesTree: old.isEmpty && !place.isMountPoint)
    try await staging.remove(jobs: jobs)
  }

  /// Ends what an interrupted build began, without making one; nothing happens where there is
  /// nothing to end.
  static func completeInterrupted(
    folder: String, siteFolder: String, lock: OutputLock?, jobs: Jobs, interruption: Interruption,
    whenWaiting: () -> Void
  ) async throws(EnvironmentFailure) {
    let path = RawPath(folder).resolved
    let traces = [
      path.sibling(prefix: ".", suffix: ".ctsite-new"), path / OutputPlace.innerStagingName,
    ]
    guard traces.contains(where: { ($0 / Journal.name).kind() == .file }) else { return }
    _ = try await OutputTree(
      folder: folder, siteFolder: siteFolder, lock: lock, jobs: jobs,
      interruption: interruption, whenWaiting: whenWaiting)
  }

  /// What the last build knew of a file, where it still stands as that build left it.
  func known(_ path: String) -> OutputRecord? {
    guard !old.isEmpty, let record = records[path], stamp(of: RawPath(path)) == record.stamp
    else { return nil }
    return record
  }

  /// Whether a file stands as the last build left it.
  func isThere(_ path: String) -> Bool {
    guard !old.isEmpty, let known = records.stamp(of: path) else { return false }
    return stamp(of: RawPath(path)) == known
  }

  /// Takes a file of the new site, and writes it unless the old one has it with these bytes.
  ///
  /// Where it is not known what the old file holds, reading and comparing costs 15 µs, writing and
  /// putting in place ten times that.
  ///
  /// - Parameters:
  ///   - origin: what the file was made from, where that spares making it again.
  func writeIfChanged(
    _ file: OutputFile, madeFrom origin: FileOrigin? = nil, sitemapEntry: SitemapEntry? = nil
  ) throws(EnvironmentFailure) {
    switch file.content {
    case .bytes(let bytes):
      let content = Fingerprint(of: bytes)
      records.set(
        OutputRecord(
          content: content, stamp: try place(bytes, content, at: file.path), origin: origin,
          sitemapEntry: sitemapEntry),
        at: file.path)
    case .copy(let source, let version): try copy(source, version, to: file.path)
    }
  }

  /// A copy is not compared with what is there, since it may be large: that its source is the same
  /// is enough.
  private func copy(
    _ source: String, _ version: FileVersion?, to path: String
  ) throws(EnvironmentFailure) {
    let origin = version.map { FileOrigin(recipe: $0.fingerprint) }
    if let origin, known(path)?.origin == origin { return }
    let written =
      if case .content(let digest) = version {
        try staging.write(bytes(of: source, digest), to: RawPath(path))
      } else {
        try staging.copy(siteFolder / RawPath(source), to: RawPath(path))
      }
    let content = origin?.recipe ?? Fingerprint(of: [])
    records.set(
      OutputRecord(content: content, stamp: written, origin: origin, sitemapEntry: nil), at: path)
  }

  private func bytes(
    of source: String, _ digest: Digest
  ) throws(EnvironmentFailure) -> [UInt8] {
    let bytes = try Folder(siteFolder).read(RawPath(source)) ?? []
    guard Digest(of: bytes) == digest else { throw .changedWhileReading(source) }
    return bytes
  }

  private func place(
    _ bytes: [UInt8], _ content: Fingerprint, at path: String
  ) throws(EnvironmentFailure) -> OutputStamp {
    if let known = known(path), known.content == content { return known.stamp }
    let path = RawPath(path)
    if !old.isEmpty, let output, output.holds(bytes, at: path), let stamp = stamp(of: path) {
      return stamp
    }
    return try staging.write(bytes, to: path)
  }

  private func stamp(of path: RawPath) -> OutputStamp? {
    output?.status(of: path, followsLink: false).map(OutputStamp.init)
  }

  /// How many files are new or have other bytes than before.
  var writtenCount: Int { staging.paths.count }

  /// What became of a site that was to be published.
  enum Outcome: Sendable, Hashable {
    /// - Parameter kept: the files that ctsite did not make and that were carried over; none where
    ///   the old tree stays and was not looked through.
    case published(kept: [String])
    /// Files that ctsite did not make stand where the new site has something; nothing changed.
    case obstructed(by: [String])
    /// Files that were not written are not in the old tree either; nothing changed.
    case incomplete(missing: [String])
  }

  /// Puts the new site in the place of the old one.
  ///
  /// A file that was not written stays as it is in the old tree. Where the old tree stays, only
  /// what changes is looked at: that the rest is there is the caller's to know.
  ///
  /// - Parameter paths: every file of the new site, relative to the output folder.
  func publish(_ paths: [String]) async throws(EnvironmentFailure) -> Outcome {
    let change = TreeChange(
      from: old, to: paths, staging: staging, output: try place.folder())
    if change.isEmpty { return .published(kept: []) }
    let replaces = !place.isMountPoint && !change.isSmall
    var survey: Survey?
    if replaces || change.isEntangled {
      let found = try await Survey(
        of: change.output, from: old, to: change.new, written: staging.paths, jobs: jobs)
      guard found.obstacles.isEmpty, found.missing.isEmpty else {
        try await staging.remove(jobs: jobs)
        return found.obstacles.isEmpty
          ? .incomplete(missing: found.missing.map(\.text))
          : .obstructed(by: found.obstacles.map(\.text))
      }
      survey = found
    }
    let publication = Publishing(
      change: change, place: place, staging: staging, jobs: jobs, interruption: interruption)
    if replaces, let survey {
      try await publication.swap(carryingOver: survey)
    } else {
      try await publication.replaceFiles()
    }
    try await staging.remove(jobs: jobs)
    return .published(kept: survey?.foreign.map(\.text).sorted() ?? [])
  }

  /// Removes the site, and leaves what ctsite did not make.
  ///
  /// - Returns: how many files there were.
  func clear() async throws(EnvironmentFailure) -> Int {
    guard let output = try place.folder() else { return 0 }
    let removal = Journal(
      files: [], removed: old.paths, manifest: nil, trees: [], removesFirst: false)
    try await JournalRun(
      journal: removal, output: output, staging: try staging.folder(), jobs: jobs
    ).run()
    try output.removeFile(Manifest.name)
    try await staging.remove(jobs: jobs)
    return removal.removed.count
  }

  /// Removes what was staged.
  func discard() async {
    try? await staging.remove(jobs: jobs)
  }
}
