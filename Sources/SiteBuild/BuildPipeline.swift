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
  private let interruption: Interruption

  /// Prepares a build; nothing is read before `run()`.
  ///
  /// - Parameters:
  ///   - interruption: through which a signal ends the build.
  ///   - whenWaiting: called before a wait for another build of the same output folder.
  public init(
    _ options: BuildOptions, interruption: Interruption = Interruption(),
    whenWaiting: @escaping @Sendable () -> Void = {}
  ) {
    self.options = options
    self.interruption = interruption
    self.whenWaiting = whenWaiting
  }

  /// Builds the site and puts it in the place of the earlier one, unless there are errors.
  public func run() async throws(EnvironmentFailure) -> BuildReport {
    var clock = StageClock()
    try await OutputTree.completeInterrupted(
      folder: options.outputFolder, siteFolder: options.siteFolder, jobs: options.jobs,
      interruption: interruption, whenWaiting: whenWaiting)
    var cache = BuildCache(ofSite: RawPath(options.siteFolder))
    let content = try await ContentLoader.load(
      siteFolder: options.siteFolder, log: cache.log, jobs: options.jobs)
    guard let loaded = content.content else { return BuildReport(diagnostics: content.diagnostics) }
    clock.end("load")

    var configuration = loaded.configuration
    if let baseURL = options.baseURL { configuration.url = baseURL }
    let loadedTheme = try Theme.load(options, for: configuration)
    clock.end("templates")

    let plan = PublicationPlan(options, content: loaded)
    let files = try await AssetStage.publish(plan.works, loaded, options: options)
    clock.end("assets")

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
    clock.end("markdown")

    let assembler = SiteAssembler(
      configuration: configuration, registries: loaded.registries, strings: loadedTheme.strings,
      languages: languages, clock: plan.publication.clock, addresses: addresses,
      jobs: options.jobs)
    let whole = await assembler.assemble(
      rendered.editions, works: plan.works, store: markdown.texts(of: rendered.editions))
    let site = Site(whole)
    clock.end("assemble")

    let found =
      rendered.diagnostics
      + SiteCheck(
        site: site, sources: rendered.editions, files: files, theme: loadedTheme.assets,
        addresses: addresses
      ).diagnostics
    let diagnostics =
      content.diagnostics + loadedTheme.diagnostics + plan.diagnostics + found
    let updates = content.updates + rendered.updates
    guard let theme = loadedTheme.theme, !diagnostics.containError else {
      return report(diagnostics + cache.keep(updates))
    }
    clock.end("check")

    var report = report(diagnostics)
    report.held = plan.held
    let output = OutputStage(
      site: site, theme: theme, files: files,
      feedBodies: try await markdown.feedBodies(of: site, from: rendered.editions),
      glossary: loaded.registries.glossary, options: options,
      dependencies: PageDependencies(
        of: whole, settings: Self.settings(configuration, loaded.siteFile), log: cache.log),
      records: OutputRecords(cache.log), whenWaiting: whenWaiting, interruption: interruption)
    let outputUpdates = try await output.write(into: &report, &clock)
    report.diagnostics = (report.diagnostics + cache.keep(updates + outputUpdates)).inOrder
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

/// Measures stages that follow one another.
struct StageClock {
  private(set) var stages: [BuildReport.StageTime] = []
  private var last = ContinuousClock.now

  mutating func end(_ stage: String) {
    let now = ContinuousClock.now
    stages.append(BuildReport.StageTime(name: stage, duration: now - last))
    last = now
  }
}
