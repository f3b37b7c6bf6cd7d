import SiteCache
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// Renders the text of every published edition, or takes over what an earlier build found.
struct MarkdownStage: Sendable {
  private let content: LoadedContent
  private let configuration: SiteConfiguration
  private let ownAddress: OwnAddress
  private let works: [Work]
  private let settings: MarkdownSettings
  private let addresses: AddressBook
  private let cache: TextCache
  private let store: TextStore
  private let jobs: Jobs

  /// - Parameters:
  ///   - files: the files of the content that may be published.
  ///   - cache: what earlier builds kept.
  init(
    content: LoadedContent, configuration: SiteConfiguration, works: [Work],
    settings: MarkdownSettings, addresses: AddressBook, cache: TextCache,
    store: TextStore, jobs: Jobs
  ) {
    self.content = content
    self.configuration = configuration
    ownAddress = OwnAddress(configuration.url)
    self.works = works
    self.settings = settings
    self.addresses = addresses
    self.cache = cache
    self.store = store
    self.jobs = jobs
  }

  /// What is known of every text.
  struct Result: Sendable {
    /// In the order of their works.
    let editions: [RenderedEdition]
    let anchors: Anchors
    /// What was found in the texts.
    let diagnostics: [Diagnostic]
    /// How many texts were rendered in this build.
    let renderedCount: Int
    let updates: [CacheLog.Change]
  }

  /// - Parameter faulty: the files in which errors were found.
  func render(faulty: Set<String>) async throws(EnvironmentFailure) -> Result {
    let pending = works.flatMap { work in work.editions.map { (work: work, edition: $0) } }
    let first = try await pending.concurrentMap(jobs: jobs) {
      pair throws(EnvironmentFailure) in try known(pair.edition, of: pair.work)
    }
    let anchors = Anchors(first)
    let editions = try await first.concurrentMap(jobs: jobs) {
      rendered throws(EnvironmentFailure) in
      let elsewhere = anchors.linksToNamedLanguage(in: rendered)
      guard elsewhere != rendered.fragmentsInNamedLanguage else { return rendered }
      return try render(rendered.edition, of: rendered.work, fragmentsInNamedLanguage: elsewhere)
    }
    let new = editions.filter { $0.text.extent != nil }
    let updates = cache.updates(
      for: new.map { ($0, source(of: $0.edition), attachments(of: $0.work)) })
    var translations = TranslationCheck(editions, faulty: faulty)
    let checked = translations.checked()
    return Result(
      editions: checked, anchors: anchors,
      diagnostics: checked.flatMap(\.diagnostics) + translations.diagnostics,
      renderedCount: editions.count { $0.text.extent != nil },
      updates: updates + cache.removals(except: editions))
  }

  /// The texts that feeds carry whole, with absolute addresses, by index of the site's editions.
  ///
  /// - Parameter rendered: the editions as their pages show them.
  func feedBodies(
    of site: Site, from rendered: [RenderedEdition]
  ) async throws(EnvironmentFailure) -> [Int: MarkdownDocument] {
    let fragments = Self.fragments(in: rendered)
    let editions = site.languages.indices.flatMap {
      site.feed(.language($0)).editions
    }
    let root = String(configuration.url.dropLast())
    let bodies = try await editions.concurrentMap(jobs: jobs) {
      index throws(EnvironmentFailure) in
      let edition = site.whole.editions[index]
      return try document(
        of: edition.edition, inFolder: site.whole.works[edition.work].work.folder, root: root,
        fragmentsInNamedLanguage: fragments[edition.edition.path] ?? [], isForFeed: true)
    }
    return Dictionary(zip(editions, bodies), uniquingKeysWith: { first, _ in first })
  }

  /// The texts, of which those that were not rendered in this build are when they are asked for.
  ///
  /// - Parameter rendered: the editions as their pages show them.
  func texts(of rendered: [RenderedEdition]) -> EditionTexts {
    let fragments = Self.fragments(in: rendered)
    return EditionTexts(in: store) { edition throws(EnvironmentFailure) in
      let path = edition.path
      let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
      return try document(
        of: edition, inFolder: String(folder), root: localRoot,
        fragmentsInNamedLanguage: fragments[path] ?? [])
    }
  }

  private static func fragments(in rendered: [RenderedEdition]) -> [String: Set<String>] {
    Dictionary(
      rendered.lazy.filter { !$0.fragmentsInNamedLanguage.isEmpty }
        .map { ($0.edition.path, $0.fragmentsInNamedLanguage) },
      uniquingKeysWith: { first, _ in first })
  }

  private var localRoot: String { String(configuration.basePath.dropLast()) }

  private func known(
    _ edition: Edition, of work: Work
  ) throws(EnvironmentFailure) -> RenderedEdition {
    let source = source(of: edition)
    let known = cache.text(of: edition, source, attachments: attachments(of: work)) {
      resolver(
        of: edition.language, inFolder: work.folder, root: localRoot,
        fragmentsInNamedLanguage: $0)
    }
    guard let known else { return try render(edition, of: work) }
    return RenderedEdition(
      edition: edition, work: work, text: known.text, diagnostics: known.diagnostics,
      file: source.file, fragmentsInNamedLanguage: known.fragmentsInNamedLanguage)
  }

  private func render(
    _ edition: Edition, of work: Work, fragmentsInNamedLanguage: Set<String> = []
  ) throws(EnvironmentFailure) -> RenderedEdition {
    let document = try document(
      of: edition, inFolder: work.folder, root: localRoot,
      fragmentsInNamedLanguage: fragmentsInNamedLanguage)
    return RenderedEdition(
      edition: edition, work: work,
      text: try EditionText(of: document, needsExcerpt: edition.summary == nil, in: store),
      diagnostics: document.diagnostics, file: source(of: edition).file,
      fragmentsInNamedLanguage: fragmentsInNamedLanguage)
  }

  private func document(
    of edition: Edition, inFolder folder: String, root: String,
    fragmentsInNamedLanguage: Set<String>, isForFeed: Bool = false
  ) throws(EnvironmentFailure) -> MarkdownDocument {
    guard var options = settings.options[edition.language],
      let charts = settings.charts[edition.language]
    else { preconditionFailure("‘\(edition.path)’ is in a language that the site does not have") }
    options.fencedBlocks = ChartBlocks(
      writer: charts, content: content, addresses: addresses, folder: folder, root: root,
      isForFeed: isForFeed)
    let source = source(of: edition)
    return Markdown.render(
      file: try source.inMemory(), body: source.body, options: options,
      resolver: resolver(
        of: edition.language, inFolder: folder, root: root, offersCopies: !isForFeed,
        fragmentsInNamedLanguage: fragmentsInNamedLanguage))
  }

  private func resolver(
    of language: LanguageCode, inFolder folder: String, root: String, offersCopies: Bool = true,
    fragmentsInNamedLanguage: Set<String>
  ) -> ContentLinkResolver {
    ContentLinkResolver(
      addresses: addresses, configuration: configuration, ownAddress: ownAddress, root: root,
      folder: folder, language: language, offersCopies: offersCopies,
      fragmentsInNamedLanguage: fragmentsInNamedLanguage)
  }

  private func source(of edition: Edition) -> EditionSource {
    guard let source = content.sources[edition.path] else {
      preconditionFailure("‘\(edition.path)’ was loaded without its text")
    }
    return source
  }

  private func attachments(of work: Work) -> [Attachment] {
    content.attachments[work.folder] ?? []
  }
}

/// An edition with what is known of its rendered text.
struct RenderedEdition: Sendable {
  var edition: Edition
  let work: Work
  let text: EditionText
  /// What is wrong with the text, in its order.
  let diagnostics: [Diagnostic]
  /// Where the text comes from, for places in messages.
  let file: SourceFile
  /// The links, as written, that lead to the language which they name (`Anchors`).
  let fragmentsInNamedLanguage: Set<String>
}
