import SiteCache
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteText

/// Tells that nothing changed since the last build, by what the system says of every file that goes
/// in and comes out: their sizes, times and inodes.
///
/// The files are looked at before a build reads them, so that a change amid the build is seen by the
/// next one. A file that was written just now may change again without showing it; then nothing is
/// kept.
struct BuildState: Sendable {
  private let options: BuildOptions
  private let program: Fingerprint
  private let inputs: Fingerprint?
  /// What lies in `content/`; nil where there is no such folder.
  let content: FolderListing?

  private static let name = RawPath("state")
  private static let magic = Array("ctsite state 1\n".utf8)

  /// - Parameter program: the version of ctsite.
  init(_ options: BuildOptions, program: Fingerprint) async throws(EnvironmentFailure) {
    self.options = options
    self.program = program
    let site = RawPath(options.siteFolder)
    content = try await FolderListing(of: site / RawPath("content"), jobs: options.jobs)
    var listings = [content]
    for theme in [site / RawPath("templates")] + (options.themeFolder.map { [RawPath($0)] } ?? []) {
      listings.append(try await FolderListing(of: theme, jobs: options.jobs))
    }
    inputs = Self.fingerprint(of: listings)
  }

  /// What the last build reported, when this one would do nothing.
  func lastReport() async -> BuildReport? {
    let path = RawPath(options.siteFolder) / BuildCache.folder
    guard let inputs, let folder = try? Folder(path), folder.kind(of: Self.name) == .file,
      let bytes = try? folder.read(Self.name, followsLink: false),
      let kept = Kept(bytes), kept.inputs == inputs, kept.build == build,
      await outputs(stamp: Self.stamp(in:of:)) == kept.outputs
    else { return nil }
    var report = kept.report
    report.isUnchanged = true
    // Nobody looked for them.
    report.keptFiles = []
    return report
  }

  /// Keeps what a build found and made.
  ///
  /// - Parameter records: of the files that it left in the output folder. They are not looked at
  ///   again: what changed since the build looked is then seen by the next.
  func keep(_ report: BuildReport, _ records: OutputRecords) async throws(EnvironmentFailure) {
    guard let inputs, report.isPublished,
      let outputs = await outputs(stamp: { _, path in records.stamp(of: path.text) })
    else { return }
    let kept = Kept(build: build, inputs: inputs, outputs: outputs, report: report)
    let path = RawPath(options.siteFolder) / BuildCache.folder
    try Folder.make(path)
    let folder = try Folder(path)
    let staged = Self.name.sibling(prefix: "", suffix: ".new")
    try folder.write(kept.bytes, to: staged)
    try folder.move(staged, to: folder, as: Self.name)
  }

  /// What was asked for, and of which program.
  private var build: Fingerprint {
    var cache = CacheWriter()
    cache.write(program)
    cache.write(RawPath(options.siteFolder).text)
    cache.write(RawPath(options.outputFolder).resolved.text)
    cache.write(options.themeFolder)
    cache.write(options.includesDrafts)
    cache.write(options.includesFuture)
    cache.write(options.baseURL)
    cache.write(options.clock)
    if let tool = PictureTool(searchPath: options.toolPath) {
      cache.write(tool.fingerprint)
      // Written with every change of a library (ldconfig(8)), which may be one of the tool's.
      let libraries = try? Folder(RawPath("/etc")).status(of: RawPath("ld.so.cache"))
      cache.write(libraries?.modified)
    }
    return Fingerprint(of: cache.bytes)
  }

  /// A report with what it holds for.
  private struct Kept {
    let build: Fingerprint
    let inputs: Fingerprint
    let outputs: Fingerprint
    let report: BuildReport

    init(build: Fingerprint, inputs: Fingerprint, outputs: Fingerprint, report: BuildReport) {
      self.build = build
      self.inputs = inputs
      self.outputs = outputs
      self.report = report
    }

    /// - Returns: nil where the bytes are not what was kept.
    init?(_ bytes: [UInt8]) {
      let start = BuildState.magic.count + 16
      guard bytes.starts(with: BuildState.magic), bytes.count > start else { return nil }
      let content = Array(bytes[start...])
      guard bytes[BuildState.magic.count..<start].elementsEqual(Fingerprint(of: content).cached)
      else { return nil }
      var cache = CacheReader(content)
      do throws(CacheDamage) {
        build = try Fingerprint(from: &cache)
        inputs = try Fingerprint(from: &cache)
        outputs = try Fingerprint(from: &cache)
        report = try BuildReport(from: &cache)
      } catch {
        return nil
      }
    }

    var bytes: [UInt8] {
      var cache = CacheWriter()
      cache.write(build)
      cache.write(inputs)
      cache.write(outputs)
      cache.write(report)
      return BuildState.magic + Fingerprint(of: cache.bytes).cached + cache.bytes
    }
  }
}

// MARK: - Files

extension BuildState {
  /// Of the folders that a build reads; nil while a file there may still be changing.
  private static func fingerprint(of listings: [FolderListing?]) -> Fingerprint? {
    var digest = CacheWriter()
    for listing in listings {
      if let listing, listing.fingerprint == nil { return nil }
      digest.write(listing?.fingerprint)
    }
    return Fingerprint(of: digest.bytes)
  }

  /// Stamps of the files that ctsite made and of the cache; nil where a file is missing.
  ///
  /// - Parameter stamp: of a path in the output folder.
  private func outputs(
    stamp: @escaping @Sendable (Folder, RawPath) -> OutputStamp?
  ) async -> Fingerprint? {
    guard let folder = try? Folder(RawPath(options.outputFolder)),
      let manifest = try? Manifest(of: folder), !manifest.isEmpty
    else { return nil }
    let stamps = await manifest.paths.concurrentMap(jobs: options.jobs) { stamp(folder, $0) }
    var digest = CacheWriter()
    digest.bytes = manifest.bytes
    for stamp in stamps {
      guard let stamp else { return nil }
      digest.write(stamp)
    }
    let cache = try? Folder(RawPath(options.siteFolder) / BuildCache.folder)
    digest.write(cache.flatMap { Self.stamp(in: $0, of: BuildCache.name) })
    return Fingerprint(of: digest.bytes)
  }

  /// What the system says of a file.
  private static func stamp(in folder: Folder, of path: RawPath) -> OutputStamp? {
    folder.status(of: path, followsLink: false).map(OutputStamp.init)
  }
}
