import SiteCache
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteModel

/// A site as it is known before a page is made of it: its files are read, its texts rendered, all of
/// it put together.
struct PreparedSite: Sendable {
  let source: SiteSource
  let texts: SiteTexts
  let site: Site
  /// What was found so far.
  let diagnostics: [Diagnostic]
  /// What is to be kept for the next build.
  let updates: [CacheLog.Change]
}

/// What the files of a site say.
struct SiteSource: Sendable {
  let configuration: SiteConfiguration
  /// Tells whether what every text and page depends on is the same as in another build.
  let settings: Fingerprint
  let content: LoadedContent
  let theme: Theme.Loaded
  let plan: PublicationPlan
  /// The files of the content that may be published.
  let files: [PublishedFile]
  let diagnostics: [Diagnostic]
  let updates: [CacheLog.Change]
}

/// The texts of a site, and what they lead to.
struct SiteTexts: Sendable {
  let languages: [SiteLanguage]
  let addresses: AddressBook
  let stage: MarkdownStage
  let rendered: MarkdownStage.Result
}

/// The stages of a build up to the site that is put together.
struct SitePreparation: Sendable {
  let options: BuildOptions
  /// What lies in `content/`, seen before anything is read.
  let content: FolderListing?
  /// What earlier builds kept.
  let log: CacheLog

  /// What came of it.
  enum Outcome: Sendable {
    case prepared(PreparedSite)
    /// It is not known which languages the site has.
    case refused([Diagnostic])
  }

  /// - Parameter clock: in the stage `load`.
  func run(_ clock: inout StageClock) async throws(EnvironmentFailure) -> Outcome {
    let loaded = try await ContentLoader.load(
      siteFolder: options.siteFolder, listing: content, log: log, jobs: options.jobs)
    guard let content = loaded.content else { return .refused(loaded.diagnostics) }
    clock.count(content.works.count)
    let source = try await source(content, loaded.diagnostics, loaded.updates, &clock)
    let texts = try await texts(of: source, loaded.diagnostics, &clock)
    let assembled = await assemble(texts, of: source, &clock)
    let found = source.diagnostics + texts.rendered.diagnostics
    let cards = try await cards(of: assembled.site, source, found, &clock)
    return .prepared(
      PreparedSite(
        source: source, texts: texts,
        site: Site(cards.map { WholeSite(assembled.site, cards: $0.cards) } ?? assembled.site),
        diagnostics: found + (cards?.diagnostics ?? []),
        updates: source.updates + texts.rendered.updates + assembled.updates))
  }

  /// Reads the theme, decides what is published and gives files their addresses.
  ///
  /// - Parameters:
  ///   - found: in the content.
  ///   - updates: what is to be kept of the content.
  private func source(
    _ content: LoadedContent, _ found: [Diagnostic], _ updates: [CacheLog.Change],
    _ clock: inout StageClock
  ) async throws(EnvironmentFailure) -> SiteSource {
    clock.begin(.templates)
    var configuration = content.configuration
    if let baseURL = options.baseURL { configuration.url = baseURL }
    let theme = try Theme.load(options, for: configuration)
    var settings = CacheWriter()
    settings.write(content.siteFile)
    settings.write(configuration.url)

    clock.begin(.assets)
    let plan = PublicationPlan(options, content: content)
    let assets = try await AssetStage.publish(plan, content, options: options)
    clock.count(assets.files.count)
    return SiteSource(
      configuration: configuration, settings: Fingerprint(of: settings.bytes), content: content,
      theme: theme, plan: plan, files: assets.files,
      diagnostics: found + theme.diagnostics + plan.diagnostics + assets.diagnostics,
      updates: updates)
  }

  /// Renders the texts.
  ///
  /// - Parameter found: in the content.
  private func texts(
    of source: SiteSource, _ found: [Diagnostic], _ clock: inout StageClock
  ) async throws(EnvironmentFailure) -> SiteTexts {
    clock.begin(.markdown)
    let configured = source.configuration.languages
    let languages = configured.map { SiteLanguage($0, among: configured) }
    let addresses = AddressBook(
      source.content, publication: source.plan.publication, languages: configured,
      files: source.files)
    let settings = MarkdownSettings(
      source.configuration, languages: languages, strings: source.theme.strings,
      site: source.settings)
    let stage = MarkdownStage(
      content: source.content, configuration: source.configuration, works: source.plan.works,
      settings: settings, addresses: addresses,
      cache: TextCache(log, settings: settings.fingerprints, addresses: addresses.fingerprint),
      store: try TextStore(
        in: RawPath(options.siteFolder) / BuildCache.folder,
        or: RawPath(options.outputFolder).parent ?? RawPath("/")),
      jobs: options.jobs)
    let faulty = found.lazy.filter { $0.severity == .error }.map(\.location.path)
    let rendered = try await stage.render(faulty: Set(faulty))
    clock.count(rendered.renderedCount)
    return SiteTexts(languages: languages, addresses: addresses, stage: stage, rendered: rendered)
  }

  /// Puts the site together.
  private func assemble(
    _ texts: SiteTexts, of source: SiteSource, _ clock: inout StageClock
  ) async -> (site: WholeSite, updates: [CacheLog.Change]) {
    clock.begin(.assemble)
    let assembler = SiteAssembler(
      configuration: source.configuration, registries: source.content.registries,
      strings: source.theme.strings, languages: texts.languages,
      clock: source.plan.publication.clock, addresses: texts.addresses, log: log,
      jobs: options.jobs)
    let editions = texts.rendered.editions
    let assembled = await assembler.assemble(
      editions, works: source.plan.works, store: texts.stage.texts(of: editions))
    clock.count(assembled.site.editions.count)
    return assembled
  }

  /// Draws social cards, where the site asks for them and nothing keeps it from being published so
  /// far.
  private func cards(
    of site: WholeSite, _ source: SiteSource, _ found: [Diagnostic], _ clock: inout StageClock
  ) async throws(EnvironmentFailure) -> CardStage.Result? {
    guard let theme = source.theme.theme, !found.containError else { return nil }
    guard source.configuration.drawsSocialCards else { return nil }
    clock.begin(.cards)
    let drawn = try await CardStage(site: site, theme: theme.cards, options: options).draw()
    clock.count(drawn.cards.count)
    return drawn
  }
}
