import SiteCache
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteModel
import SiteText

/// A build, stage by stage. Each stage takes values and returns values; those that work on many
/// pages do so on several cores, with results in the order of their input. Only the last one writes.
public struct BuildPipeline: Sendable {
  private let options: BuildOptions
  private let whenWaiting: @Sendable () -> Void

  /// Prepares a build; nothing is read before `run()`.
  ///
  /// - Parameter whenWaiting: called before a wait for another build of the same output folder.
  public init(_ options: BuildOptions, whenWaiting: @escaping @Sendable () -> Void = {}) {
    self.options = options
    self.whenWaiting = whenWaiting
  }

  /// Builds the site and puts it in the place of the earlier one, unless there are errors.
  public func run() async throws(EnvironmentFailure) -> BuildReport {
    var clock = StageClock()
    let content = try await ContentLoader.load(
      siteFolder: options.siteFolder, log: CacheLog([], writer: Fingerprint(of: [])),
      jobs: options.jobs)
    guard let loaded = content.content else { return BuildReport(diagnostics: content.diagnostics) }
    clock.end("load")

    var configuration = loaded.configuration
    if let baseURL = options.baseURL { configuration.url = baseURL }
    let loadedTheme = try Theme.load(options, for: configuration)
    clock.end("templates")

    let plan = PublicationPlan(options, content: loaded)
    let files = try await AssetStage.publish(plan.works, loaded, options: options)
    clock.end("assets")

    let markdown = MarkdownStage(
      content: loaded, configuration: configuration, plan: plan, files: files,
      strings: loadedTheme.strings,
      texts: try TextStore(in: RawPath(options.siteFolder) / RawPath(".ctsite")),
      jobs: options.jobs)
    let faulty = Set(
      content.diagnostics.lazy.filter { $0.severity == .error }.map(\.location.path))
    let rendered = try await markdown.render(faulty: faulty)
    clock.end("markdown")

    let site = await markdown.assembler.assemble(rendered.editions, works: plan.works)
    clock.end("assemble")

    let found =
      rendered.diagnostics
      + SiteCheck(
        site: site, sources: rendered.editions, files: files, theme: loadedTheme.assets,
        addresses: markdown.assembler.addresses
      ).diagnostics
    let diagnostics =
      content.diagnostics + loadedTheme.diagnostics + plan.diagnostics + found
    guard let theme = loadedTheme.theme, !diagnostics.containError else {
      return report(diagnostics)
    }
    clock.end("check")

    var report = report(diagnostics)
    let output = OutputStage(
      site: site, theme: theme, files: files,
      feedBodies: try await markdown.feedBodies(of: site, from: rendered.editions),
      glossary: loaded.registries.glossary, options: options, whenWaiting: whenWaiting)
    try await output.write(into: &report, &clock)
    return report
  }

  private func report(_ diagnostics: [Diagnostic]) -> BuildReport {
    BuildReport(diagnostics: diagnostics.sorted())
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
