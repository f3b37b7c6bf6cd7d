import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// Renders the text of every published edition.
struct MarkdownStage: Sendable {
  private let content: LoadedContent
  private let configuration: SiteConfiguration
  private let works: [Work]
  private let options: [LanguageCode: MarkdownOptions]
  private let addresses: AddressBook
  private let jobs: Jobs
  /// Puts the rendered editions together.
  let assembler: SiteAssembler

  init(
    content: LoadedContent, configuration: SiteConfiguration, plan: PublicationPlan,
    files: [PublishedFile], strings: InterfaceTexts, texts: TextStore, jobs: Jobs
  ) {
    self.content = content
    self.configuration = configuration
    self.works = plan.works
    self.jobs = jobs
    addresses = AddressBook(
      content, publication: plan.publication, languages: configuration.languages, files: files)
    let languages = configuration.languages.map { language in
      SiteLanguage(language, among: configuration.languages)
    }
    options = Dictionary(
      languages.map { language in
        (
          language.code,
          MarkdownOptions(
            isolation: language.isolation,
            labels: strings.markdownLabels(in: language.code),
            allowsRawHTML: configuration.allowsRawHTML, fencedBlocks: UndrawnBlocks())
        )
      }, uniquingKeysWith: { first, _ in first })
    assembler = SiteAssembler(
      configuration: configuration, registries: content.registries, strings: strings,
      languages: languages, clock: plan.publication.clock, addresses: addresses,
      texts: texts, jobs: jobs)
  }

  /// - Parameter faulty: the files in which errors were found.
  /// - Returns: the editions in the order of their works, and what was found in their texts.
  func render(faulty: Set<String>) async throws(EnvironmentFailure) -> (
    editions: [RenderedEdition], diagnostics: [Diagnostic]
  ) {
    let pending = works.flatMap { work in work.editions.map { (work: work, edition: $0) } }
    let first = try await pending.concurrentMap(jobs: jobs) {
      pair throws(EnvironmentFailure) in try render(pair.edition, of: pair.work)
    }
    let anchors = Anchors(first)
    let editions = try await first.concurrentMap(jobs: jobs) {
      rendered throws(EnvironmentFailure) in
      let elsewhere = anchors.linksToNamedLanguage(in: rendered)
      guard !elsewhere.isEmpty else { return rendered }
      return try render(rendered.edition, of: rendered.work, fragmentsInNamedLanguage: elsewhere)
    }
    var translations = TranslationCheck(editions, faulty: faulty)
    let checked = translations.checked()
    return (checked, checked.flatMap(\.diagnostics) + translations.diagnostics)
  }

  /// The texts that feeds carry whole, with absolute addresses, by index of the site's editions.
  ///
  /// - Parameter rendered: the editions as their pages show them.
  func feedBodies(
    of site: Site, from rendered: [RenderedEdition]
  ) async throws(EnvironmentFailure) -> [Int: MarkdownDocument] {
    let fragments = Dictionary(
      rendered.lazy.filter { !$0.fragmentsInNamedLanguage.isEmpty }
        .map { ($0.edition.path, $0.fragmentsInNamedLanguage) },
      uniquingKeysWith: { first, _ in first })
    let editions = site.feeds.filter(\.carriesText).flatMap(\.editions)
    let root = String(configuration.url.dropLast())
    let bodies = try await editions.concurrentMap(jobs: jobs) {
      index throws(EnvironmentFailure) in
      let edition = site.editions[index].edition
      return try document(
        of: edition, in: site.works[site.editions[index].work].work, root: root,
        fragmentsInNamedLanguage: fragments[edition.path] ?? [])
    }
    return Dictionary(zip(editions, bodies), uniquingKeysWith: { first, _ in first })
  }

  private func render(
    _ edition: Edition, of work: Work, fragmentsInNamedLanguage: Set<String> = []
  ) throws(EnvironmentFailure) -> RenderedEdition {
    let document = try document(
      of: edition, in: work, root: String(configuration.basePath.dropLast()),
      fragmentsInNamedLanguage: fragmentsInNamedLanguage)
    return RenderedEdition(
      edition: edition, work: work,
      text: try EditionText(
        of: document, needsExcerpt: edition.summary == nil, in: assembler.texts),
      diagnostics: document.diagnostics, file: source(of: edition).file,
      fragmentsInNamedLanguage: fragmentsInNamedLanguage)
  }

  private func document(
    of edition: Edition, in work: Work, root: String, fragmentsInNamedLanguage: Set<String>
  ) throws(EnvironmentFailure) -> MarkdownDocument {
    guard let options = options[edition.language] else {
      preconditionFailure("‘\(edition.path)’ is in a language that the site does not have")
    }
    let source = source(of: edition)
    let resolver = ContentLinkResolver(
      addresses: addresses, configuration: configuration, root: root, folder: work.folder,
      language: edition.language, fragmentsInNamedLanguage: fragmentsInNamedLanguage)
    return Markdown.render(
      file: try source.inMemory(), body: source.body, options: options, resolver: resolver)
  }

  private func source(of edition: Edition) -> EditionSource {
    guard let source = content.sources[edition.path] else {
      preconditionFailure("‘\(edition.path)’ was loaded without its text")
    }
    return source
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

/// The anchors of every rendered edition.
///
/// A link such as `../iraq-families/ar.md#section` leads to the page in the reader's own language.
/// Where that page has no such anchor and the named file has it, the link leads to the named one.
struct Anchors: Sendable {
  private let anchors: [String: Set<String>]

  init(_ editions: [RenderedEdition]) {
    anchors = Dictionary(
      editions.map { ($0.edition.path, Set($0.text.headings.map(\.id))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Links, as written, whose anchor only the file that they name has.
  func linksToNamedLanguage(in rendered: RenderedEdition) -> Set<String> {
    Set(
      rendered.text.links.compactMap { link in
        guard let fragment = link.fragment?.percentDecoded else { return nil }
        let destination = Destination(link.destination)
        guard destination.path.hasSuffix(".md"),
          let file = destination.resolved(from: rendered.work.folder),
          anchors[file]?.contains(fragment) == true
        else { return nil }
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        let ownFile = "\(folder)/\(rendered.edition.language.tag).md"
        return anchors[ownFile]?.contains(fragment) == true ? nil : link.destination
      })
  }
}
