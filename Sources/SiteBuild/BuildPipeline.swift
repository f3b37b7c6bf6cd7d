import SiteCache
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteModel
import SiteText

/// A build, stage by stage. Each stage takes values and returns values; those that work on many
/// pages do so on several cores, with results in the order of their input. Only the last one writes.
public struct BuildPipeline: Sendable {
  private let options: BuildOptions
  private let whenWaiting: @Sendable () -> Void
  private let whenBegun: @Sendable (BuildReport.Stage) -> Void
  private let interruption: Interruption

  /// Prepares a build; nothing is read before `run()`.
  ///
  /// - Parameters:
  ///   - interruption: through which a signal ends the build.
  ///   - whenWaiting: called before a wait for another build of the same output folder.
  ///   - whenBegun: called before each stage.
  public init(
    _ options: BuildOptions, interruption: Interruption = Interruption(),
    whenWaiting: @escaping @Sendable () -> Void = {},
    whenBegun: @escaping @Sendable (BuildReport.Stage) -> Void = { _ in }
  ) {
    self.options = options
    self.interruption = interruption
    self.whenWaiting = whenWaiting
    self.whenBegun = whenBegun
  }

  /// Builds the site and puts it in the place of the earlier one, unless there are errors.
  public func run() async throws(EnvironmentFailure) -> BuildReport {
    try await build().report
  }

  /// Builds like `run()`, for a process that ends with the build.
  ///
  /// - Parameter end: called while all that was built is still in memory: to give back 13,000
  ///   articles object by object takes a tenth of the time of a build after one edit, and the
  ///   system takes the whole memory in one step.
  public func run(thenEnd end: (BuildReport) -> Never) async throws(EnvironmentFailure) -> Never {
    let built = try await build()
    withExtendedLifetime(built.memory) { end(built.report) }
  }

  /// A report, and what was made on the way to it.
  private typealias Built = (report: BuildReport, memory: [any Sendable])

  private func build() async throws(EnvironmentFailure) -> Built {
    var clock = StageClock(whenBegun: whenBegun)
    clock.begin(.changes)
    let lock = try await lockOutput()
    let program = Fingerprint.program
    let state = try await BuildState(options, program: program)
    if options.explainedPath == nil, var report = await state.lastReport() {
      clock.end()
      report.stages = clock.stages
      return (report, [])
    }

    clock.begin(.load)
    let cache = BuildCache(ofSite: RawPath(options.siteFolder), program: program)
    switch try await SitePreparation(
      options: options, content: state.content, log: cache.log
    ).run(&clock) {
    case .refused(let diagnostics): return (report(diagnostics), [])
    case .prepared(let prepared):
      clock.begin(.check)
      let checked = await check(prepared, log: cache.log)
      guard let theme = prepared.source.theme.theme, !checked.diagnostics.containError else {
        return (report(checked.diagnostics + cache.keep(prepared.updates)), [cache.log, prepared])
      }
      var report = report(checked.diagnostics + checked.files.diagnostics)
      report.held = prepared.source.plan.held
      let output = try await outputStage(prepared, theme, checked, log: cache.log, lock)
      let updates = prepared.updates + (try await output.write(into: &report, &clock))
      clock.begin(.cache)
      let cacheFindings = cache.keep(updates)
      CardStage.sweep(options)
      PictureCopying.sweep(options)
      if cacheFindings.isEmpty { try? await state.keep(report, output.records) }
      report.diagnostics = (report.diagnostics + cacheFindings).inOrder
      clock.end()
      report.stages = clock.stages
      return (report, [cache.log, prepared, output, updates])
    }
  }

  /// Takes the output folder, and ends what an interrupted build began. Comes before anything is
  /// read, so that what is published last is what was read last.
  private func lockOutput() async throws(EnvironmentFailure) -> OutputLock {
    let lock = try OutputLock(
      on: RawPath(options.outputFolder).resolved, siteFolder: RawPath(options.siteFolder),
      whenWaiting: whenWaiting)
    try await OutputTree.completeInterrupted(
      folder: options.outputFolder, siteFolder: options.siteFolder, lock: lock,
      jobs: options.jobs, interruption: interruption, whenWaiting: whenWaiting)
    return lock
  }

  /// What is known of a site before it is written.
  private struct CheckedSite {
    /// All that was found so far.
    let diagnostics: [Diagnostic]
    let files: FileUse
    let dependencies: PageDependencies
  }

  /// Checks the site, and finds out which files are published and what has to be made anew: two
  /// things that keep one core busy each.
  private func check(_ prepared: PreparedSite, log: CacheLog) async -> CheckedSite {
    let (source, site, jobs) = (prepared.source, prepared.site, options.jobs)
    let (found, (files, dependencies)) = await jobs.both(
      { await SiteCheck(of: prepared).diagnostics(jobs: jobs) },
      {
        (
          FileUse(of: source.files, in: site, source.content),
          PageDependencies(of: site.whole, settings: source.settings, log: log)
        )
      })
    return CheckedSite(
      diagnostics: prepared.diagnostics + found, files: files, dependencies: dependencies)
  }

  private func outputStage(
    _ prepared: PreparedSite, _ theme: Theme, _ checked: CheckedSite, log: CacheLog,
    _ lock: OutputLock
  ) async throws(EnvironmentFailure) -> OutputStage {
    let (source, site) = (prepared.source, prepared.site)
    return OutputStage(
      site: site, theme: theme, files: checked.files.published + site.whole.cardFiles,
      feedBodies: try await prepared.texts.stage.feedBodies(
        of: site, from: prepared.texts.rendered.editions),
      search: SearchStage(
        site: site, glossary: source.content.registries.glossary, log: log, jobs: options.jobs),
      options: options, dependencies: checked.dependencies, records: OutputRecords(log), lock: lock,
      explainer: options.explainedPath.map { Explainer($0, in: site.whole) },
      whenWaiting: whenWaiting, interruption: interruption)
  }

  private func report(_ diagnostics: [Diagnostic]) -> BuildReport {
    BuildReport(diagnostics: diagnostics.inOrder)
  }
}

extension [Diagnostic] {
  /// In the order of their places, each once: two texts may draw from one faulty file.
  fileprivate var inOrder: [Diagnostic] {
    sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
