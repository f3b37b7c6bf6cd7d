import SiteConcurrency
import SiteDiagnostics
import SiteMarkdown
import SiteModel
import SiteTemplate
import SiteText

/// Puts rendered editions together into the site: order, terms, neighbours and related works.
struct SiteAssembler: Sendable {
  let configuration: SiteConfiguration
  let registries: Registries
  let strings: InterfaceTexts
  let languages: [SiteLanguage]
  let clock: Timestamp
  let addresses: AddressBook
  let jobs: Jobs

  func assemble(
    _ rendered: [RenderedEdition], works: [Work], store: EditionTexts
  ) async -> WholeSite {
    let (plain, texts) = editions(from: rendered, works: works)
    let articles = languages.indices.map { language in
      plain.indices.filter {
        plain[$0].language == language && plain[$0].section == .articles
      }
    }
    let terms = terms(of: plain, articles: articles)
    var editions = plain
    for index in editions.indices { editions[index].terms = terms.termsOfEditions[index] }
    let relations = await relations(of: editions, articles: articles, works: works)
    return WholeSite(
      configuration: configuration, strings: strings, clock: clock, languages: languages,
      works: siteWorks(works, editions: editions), editions: editions, texts: texts,
      relations: relations, terms: terms.terms, members: terms.members, articles: articles,
      people: Dictionary(
        registries.authors.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }),
      photos: photos, heldMenuEntries: heldMenuEntries, store: store)
  }

  /// The entries of menus whose pages are held back, as `site.yaml` names them.
  private var heldMenuEntries: Set<String> {
    let entries = configuration.menus.values.joined().map(\.url)
    return Set(entries.filter { addresses.reasonToHold(address: Destination($0).path) != nil })
  }

  /// Newest first; works without a date last; then by path, so that the order is the same on every
  /// machine.
  private func editions(
    from rendered: [RenderedEdition], works: [Work]
  ) -> (editions: [SiteEdition], texts: [EditionText]) {
    let workIndices = Dictionary(
      works.indices.map { (works[$0].folder, $0) }, uniquingKeysWith: { first, _ in first })
    let languageIndices = Dictionary(
      languages.indices.map { (languages[$0].code, $0) }, uniquingKeysWith: { first, _ in first })
    let sorted = rendered.sorted { first, second in
      let dates = (first.edition.metadata.date, second.edition.metadata.date)
      if let one = dates.0, let other = dates.1, one != other { return one > other }
      if (dates.0 == nil) != (dates.1 == nil) { return dates.0 != nil }
      return first.edition.path < second.edition.path
    }
    var editions: [SiteEdition] = []
    var texts: [EditionText] = []
    for item in sorted {
      guard let work = workIndices[item.work.folder],
        let language = languageIndices[item.edition.language]
      else { continue }
      editions.append(siteEdition(item, work: work, language: language))
      texts.append(item.text)
    }
    return (editions, texts)
  }

  private func siteEdition(
    _ item: RenderedEdition, work: Int, language: Int
  ) -> SiteEdition {
    let metadata = item.edition.metadata
    return SiteEdition(
      edition: item.edition, section: item.work.section, work: work, language: language,
      path: AddressBook.path(
        of: item.edition, section: item.work.section,
        languagePath: languages[language].language.path),
      excerpt: item.text.excerpt,
      image: metadata.image.flatMap { addresses.file($0.asset.path)?.image },
      pdfPath: metadata.pdf.flatMap { addresses.file($0.path)?.path },
      readingMinutes: ReadingTime.minutes(
        words: item.text.wordCount, language: item.edition.language))
  }

  private func siteWorks(_ works: [Work], editions: [SiteEdition]) -> [SiteWork] {
    var own = [[Int]](repeating: [], count: works.count)
    for index in editions.indices { own[editions[index].work].append(index) }
    return zip(works, own).map { work, editionIndices in
      SiteWork(
        work: work,
        editions: editionIndices.sorted { editions[$0].language < editions[$1].language })
    }
  }

  private func terms(of editions: [SiteEdition], articles: [[Int]]) -> TermAssembler {
    var assembler = TermAssembler(
      configuration: configuration, languages: languages, registries: registries,
      strings: strings, editionCount: editions.count)
    assembler.assemble(editions, articles: articles)
    return assembler
  }

  private func relations(
    of editions: [SiteEdition], articles: [[Int]], works: [Work]
  ) async -> [SiteRelations] {
    var relations = neighbours(of: editions, articles: articles)
    await addRelated(to: &relations, editions, articles: articles, works: works)
    return relations
  }

  private func neighbours(of editions: [SiteEdition], articles: [[Int]]) -> [SiteRelations] {
    var relations = Array(repeating: SiteRelations(), count: editions.count)
    for list in articles {
      for (newer, older) in zip(list, list.dropFirst()) {
        relations[newer].previous = older
        relations[older].next = newer
      }
    }
    return relations
  }

  /// Works that the editor named come first, then the most alike.
  private func addRelated(
    to relations: inout [SiteRelations], _ editions: [SiteEdition], articles: [[Int]],
    works: [Work]
  ) async {
    for list in articles {
      let features = await list.concurrentMap(jobs: jobs) { editions[$0].features }
      let alike = await RelatedWorks.find(among: features, jobs: jobs)
      let byFolder = Dictionary(
        list.map { (works[editions[$0].work].folder, $0) }, uniquingKeysWith: { first, _ in first })
      for (position, index) in list.enumerated() {
        let named = editions[index].edition.metadata.related.compactMap { byFolder[$0] }
        let others = alike[position].map { list[$0] }.filter { !named.contains($0) }
        relations[index].related = Array((named + others).prefix(RelatedWorks.limit))
      }
    }
  }

  private var photos: [String: PublishedImage] {
    Dictionary(
      registries.authors.compactMap { person in
        person.photo.flatMap { addresses.file($0.path)?.image }.map { (person.key, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
