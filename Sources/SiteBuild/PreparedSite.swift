import SiteCache
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteFiles
import SiteModel

/// A site as it is known before a page is made of it: content, theme and texts are read and put
/// together.
struct PreparedSite: Sendable {
  let configuration: SiteConfiguration
  let content: LoadedContent
  let theme: Theme.Loaded
  let plan: PublicationPlan
  /// The files of the content that may be published.
  let files: [PublishedFile]
  let addresses: AddressBook
  let settings: MarkdownSettings
  let markdown: MarkdownStage
  let rendered: MarkdownStage.Result
  var site: Site
  /// What was found so far.
  var diagnostics: [Diagnostic]
  /// What is to be kept for the next build.
  let updates: [CacheLog.Change]

  /// What came of reading a site.
  enum Outcome: Sendable {
    case prepared(PreparedSite)
    /// It is not known which languages the site has.
    case refused([Diagnostic])
  }

  /// Reads a site and puts it together.
  ///
  /// - Parameters:
  ///   - log: what earlier builds kept.
  ///   - clock: in the stage `load`.
  static func prepare(
    _ options: BuildOptions, log: CacheLog, _ clock: inout StageClock
  ) async throws(EnvironmentFailure) -> Outcome {
    let read = try await ContentLoader.load(
      siteFolder: options.siteFolder, log: log, jobs: options.jobs)
    guard let content = read.content else { return .refused(read.diagnostics) }
    clock.count(content.works.count)

    clock.begin(.templates)
    var configuration = content.configuration
    if let baseURL = options.baseURL { configuration.url = baseURL }
    let theme = try Theme.load(options, for: configuration)

    clock.begin(.assets)
    let plan = PublicationPlan(options, content: content)
    let assets = try await AssetStage.publish(plan.works, content, options: options)
    let files = assets.files
    clock.count(files.count)

    clock.begin(.markdown)
    let languages = configuration.languages.map {
      SiteLanguage($0, among: configuration.languages)
    }
    let addresses = AddressBook(
      content, publication: plan.publication, languages: configuration.languages, files: files)
    let settings = MarkdownSettings(
      configuration, languages: languages, strings: theme.strings, siteFile: content.siteFile)
    let markdown = MarkdownStage(
      content: content, configuration: configuration, works: plan.works,
      settings: settings, addresses: addresses,
      cache: TextCache(log, settings: settings.fingerprints, addresses: addresses.fingerprint),
      store: try TextStore(
        in: RawPath(options.siteFolder) / BuildCache.folder,
        or: RawPath(options.outputFolder).parent ?? RawPath("/")),
      jobs: options.jobs)
    let faulty = Set(
      read.diagnostics.lazy.filter { $0.severity == .error }.map(\.location.path))
    let rendered = try await markdown.render(faulty: faulty)
    clock.count(rendered.renderedCount)

    clock.begin(.assemble)
    let assembler = SiteAssembler(
      configuration: configuration, registries: content.registries, strings: theme.strings,
      languages: languages, clock: plan.publication.clock, addresses: addresses,
      log: log, jobs: options.jobs)
    let assembled = await assembler.assemble(
      rendered.editions, works: plan.works, store: markdown.texts(of: rendered.editions))
    clock.count(assembled.site.editions.count)
    return .prepared(
      PreparedSite(
        configuration: configuration, content: content, theme: theme, plan: plan, files: files,
        addresses: addresses, settings: settings, markdown: markdown, rendered: rendered,
        site: Site(assembled.site),
        diagnostics: read.diagnostics + theme.diagnostics + plan.diagnostics
          + assets.diagnostics + rendered.diagnostics,
        updates: read.updates + rendered.updates + assembled.updates))
  }
}
