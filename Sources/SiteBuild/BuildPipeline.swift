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
    var clock = StageClock(whenBegun: whenBegun)
    clock.begin(.changes)
    // From before anything is read, so that what is published last is what was read last.
    let lock = try OutputLock(
      on: RawPath(options.outputFolder).resolved, siteFolder: RawPath(options.siteFolder),
      whenWaiting: whenWaiting)
    try await OutputTree.completeInterrupted(
      folder: options.outputFolder, siteFolder: options.siteFolder, lock: lock,
      jobs: options.jobs, interruption: interruption, whenWaiting: whenWaiting)
    let program = Fingerprint.program
    let state = try await BuildState(options, program: program)
    if options.explainedPath == nil, var report = await state.lastReport() {
      clock.end()
      report.stages = clock.stages
      return report
    }

    clock.begin(.load)
    let cache = BuildCache(ofSite: RawPath(options.siteFolder), program: program)
    let prepared: PreparedSite
    switch try await PreparedSite.prepare(options, log: cache.log, &clock) {
    case .refused(let diagnostics): return report(diagnostics)
    case .prepared(let site): prepared = try await site.withCards(options, &clock)
    }

    clock.begin(.check)
    let (diagnostics, files, dependencies) = await check(prepared, log: cache.log)
    guard let theme = prepared.theme.theme, !diagnostics.containError else {
      return report(diagnostics + cache.keep(prepared.updates))
    }
    var report = report(diagnostics)
    report.held = prepared.plan.held
    let output = OutputStage(
      site: prepared.site, theme: theme, files: files + prepared.site.whole.cardFiles,
      feedBodies: try await prepared.markdown.feedBodies(
        of: prepared.site, from: prepared.rendered.editions),
      search: SearchStage(
        site: prepared.site, glossary: prepared.content.registries.glossary, log: cache.log,
        jobs: options.jobs),
      options: options, dependencies: dependencies, records: OutputRecords(cache.log), lock: lock,
      explainer: options.explainedPath.map { Explainer($0) },
      whenWaiting: whenWaiting, interruption: interruption)
    let updates = prepared.updates + (try await output.write(into: &report, &clock))
    clock.begin(.cache)
    let cacheFindings = cache.keep(updates)
    if cacheFindings.isEmpty { try? await state.keep(report) }
    report.diagnostics = (report.diagnostics + cacheFindings).inOrder
    clock.end()
    report.stages = clock.stages
    return report
  }

  /// Finds what only the whole site shows, and what has to be made anew: three things that do not
  /// wait for one another, each of which keeps one core busy for long.
  private func check(
    _ prepared: PreparedSite, log: CacheLog
  ) async -> (diagnostics: [Diagnostic], files: [PublishedFile], dependencies: PageDependencies) {
    async let use = FileUse(of: prepared.files, in: prepared.site, prepared.content)
    async let dependencies = PageDependencies(
      of: prepared.site.whole,
      settings: Self.settings(prepared.configuration, prepared.content.siteFile), log: log)
    var diagnostics =
      prepared.diagnostics + (await SiteCheck(of: prepared).diagnostics(jobs: options.jobs))
    // What is named in texts that could not be read is not known.
    if !diagnostics.containError { diagnostics += await use.diagnostics }
    return (diagnostics, await use.published, await dependencies)
  }

  /// What every page depends on.
  private static func settings(
    _ configuration: SiteConfiguration, _ siteFile: Fingerprint
  ) -> Fingerprint {
    var cache = CacheWriter()
    cache.write(siteFile)
    cache.write(configuration.url)
    return Fingerprint(of: cache.bytes)
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
