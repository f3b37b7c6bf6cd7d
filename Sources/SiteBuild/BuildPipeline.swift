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
    let program = BuildCache.program
    let state = try await BuildState(options, program: program)
    if options.explainedPath == nil, var report = await state.lastReport() {
      clock.end()
      report.stages = clock.stages
      return report
    }

    clock.begin(.load)
    let cache = BuildCache(ofSite: RawPath(options.siteFolder), program: program)
    let content = try await ContentLoader.load(
      siteFolder: options.siteFolder, log: cache.log, jobs: options.jobs)
    guard let loaded = content.content else { return BuildReport(diagnostics: content.diagnostics) }
    clock.count(content.content?.works.count ?? 0)

    clock.begin(.templates)
    var configuration = loaded.configuration
    if let baseURL = options.baseURL { configuration.url = baseURL }
    let loadedTheme = try Theme.load(options, for: configuration)

    clock.begin(.assets)
    let plan = PublicationPlan(options, content: loaded)
    let files = try await AssetStage.publish(plan.works, loaded, options: options)
    clock.count(files.count)

    clock.begin(.markdown)
    let languages = configuration.languages.map {
      SiteLanguage($0, among: configuration.languages)
    }
    let addresses = AddressBook(
      loaded, publication: plan.publication, languages: configuration.languages, files: files)
    let settings = MarkdownSettings(
      configuration, languages: languages, strings: loadedTheme.strings, siteFile: loaded.siteFile)
    let markdown = MarkdownStage(
      content: loaded, configuration: configuration, works: plan.works,
      settings: settings, addresses: addresses,
      cache: TextCache(
        cache.log, settings: settings.fingerprints, addresses: addresses.fingerprint),
      store: try TextStore(
        in: RawPath(options.siteFolder) / BuildCache.folder,
        or: RawPath(options.outputFolder).parent ?? RawPath("/")),
      jobs: options.jobs)
    let faulty = Set(
      content.diagnostics.lazy.filter { $0.severity == .error }.map(\.location.path))
    let rendered = try await markdown.render(faulty: faulty)
    clock.count(rendered.renderedCount)

    clock.begin(.assemble)
    let assembler = SiteAssembler(
      configuration: configuration, registries: loaded.registries, strings: loadedTheme.strings,
      languages: languages, clock: plan.publication.clock, addresses: addresses,
      log: cache.log, jobs: options.jobs)
    let assembled = await assembler.assemble(
      rendered.editions, works: plan.works, store: markdown.texts(of: rendered.editions))
    let whole = assembled.site
    let site = Site(whole)
    clock.count(whole.editions.count)

    clock.begin(.check)
    // Three things that do not wait for one another, and each keep one core busy for long.
    async let used = FileUse(of: files, in: site, loaded)
    async let dependencies = PageDependencies(
      of: whole, settings: Self.settings(configuration, loaded.siteFile), log: cache.log)
    let found =
      rendered.diagnostics
      + (await SiteCheck(
        site: site, content: loaded, rendered: rendered, files: files, theme: loadedTheme.assets,
        addresses: addresses
      ).diagnostics(jobs: options.jobs))
    let use = await used
    var diagnostics =
      content.diagnostics + loadedTheme.diagnostics + plan.diagnostics + found
    // What is named in texts that could not be read is not known.
    if !diagnostics.containError { diagnostics += use.diagnostics }
    let updates = content.updates + rendered.updates + assembled.updates
    guard let theme = loadedTheme.theme, !diagnostics.containError else {
      return report(diagnostics + cache.keep(updates))
    }
    var report = report(diagnostics)
    report.held = plan.held
    let output = OutputStage(
      site: site, theme: theme, files: use.published,
      feedBodies: try await markdown.feedBodies(of: site, from: rendered.editions),
      search: SearchStage(
        site: site, glossary: loaded.registries.glossary, log: cache.log, jobs: options.jobs),
      options: options,
      dependencies: await dependencies,
      records: OutputRecords(cache.log), lock: lock,
      explainer: options.explainedPath.map { Explainer($0) },
      whenWaiting: whenWaiting, interruption: interruption)
    let outputUpdates = try await output.write(into: &report, &clock)
    clock.begin(.cache)
    let cacheFindings = cache.keep(updates + outputUpdates)
    if cacheFindings.isEmpty { try? await state.keep(report) }
    report.diagnostics = (report.diagnostics + cacheFindings).inOrder
    clock.end()
    report.stages = clock.stages
    return report
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
