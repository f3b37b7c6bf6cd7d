import SiteCache
import SiteConcurrency
import SiteDiagnostics
import SiteDigest
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
  let log: CacheLog
  let jobs: Jobs

  /// - Returns: the site, and what is to be kept for the next build.
  func assemble(
    _ rendered: [RenderedEdition], works: [Work], store: EditionTexts
  ) async -> (site: WholeSite, updates: [CacheLog.Change]) {
    let (plain, texts) = editions(from: rendered, works: works)
    let articles = languages.indices.map { language in
      plain.indices.filter {
        plain[$0].language == language && plain[$0].section == .articles
      }
    }
    let terms = await self.terms(of: plain.map(\.edition), articles: articles)
    let heldTerms = await self.heldTerms(besides: terms)
    var editions = plain
    for index in editions.indices { editions[index].terms = terms.termsOfEditions[index] }
    var relations = neighbours(of: editions, articles: articles)
    let updates = await addRelated(to: &relations, editions, articles: articles, works: works)
    let site = WholeSite(
      configuration: configuration, strings: strings, clock: clock, languages: languages,
      works: siteWorks(works, editions: editions), editions: editions, texts: texts,
      relations: relations, terms: terms.terms, members: terms.members, articles: articles,
      people: Dictionary(
        registries.authors.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }),
      photos: photos, heldTerms: heldTerms,
      heldMenuEntries: heldMenuEntries(heldTerms: heldTerms), store: store)
    return (site, updates)
  }

  private func terms(of editions: [Edition], articles: [[Int]]) async -> TermAssembler.Result {
    await TermAssembler(
      configuration: configuration, languages: languages, registries: registries,
      strings: strings, editions: editions, articles: articles
    ).assemble(jobs: jobs)
  }

  /// The paths of terms that have no page today and would have one on another day.
  private func heldTerms(besides shown: TermAssembler.Result) async -> Set<String> {
    let held = addresses.textsHeldByClock
    guard !held.isEmpty else { return [] }
    let articles = languages.map { language in
      held.indices.filter {
        held[$0].edition.language == language.code && held[$0].section == .articles
      }
    }
    let terms = await terms(of: held.map(\.edition), articles: articles).terms
    return Set(terms.map(\.path)).subtracting(shown.terms.map(\.path))
  }

  /// The entries of menus whose pages are held back, as `site.yaml` names them.
  private func heldMenuEntries(heldTerms: Set<String>) -> Set<String> {
    let entries = configuration.menus.values.joined().map(\.url)
    return Set(
      entries.filter {
        let path = Destination($0).path
        return addresses.reasonToHold(address: path) != nil
          || heldTerms.contains(path.withoutIndexFile)
      })
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
    let keys = rendered.map { (date: $0.edition.metadata.date, path: $0.edition.path) }
    let sorted = rendered.indices.sorted { first, second in
      let dates = (keys[first].date, keys[second].date)
      if let one = dates.0, let other = dates.1, one != other { return one > other }
      if (dates.0 == nil) != (dates.1 == nil) { return dates.0 != nil }
      return keys[first].path < keys[second].path
    }
    var editions: [SiteEdition] = []
    var texts: [EditionText] = []
    for index in sorted {
      let item = rendered[index]
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
  ) async -> [CacheLog.Change] {
    var updates: [CacheLog.Change] = []
    for (language, list) in zip(languages, articles) {
      let own = list.map { editions[$0] }
      let kept = KeptRelations(in: log, language: language.code, of: own)
      let alike: [[Int]]
      if let known = kept.alike {
        alike = known
      } else {
        let features = await own.concurrentMap(jobs: jobs) { $0.features }
        alike = await RelatedWorks.find(among: features, jobs: jobs)
        updates.append(kept.change(to: alike))
      }
      let byFolder = Dictionary(
        list.map { (works[editions[$0].work].folder, $0) }, uniquingKeysWith: { first, _ in first })
      for (position, index) in list.enumerated() {
        let named = editions[index].edition.metadata.related.compactMap { byFolder[$0] }
        let others = alike[position].map { list[$0] }.filter { !named.contains($0) }
        relations[index].related = Array((named + others).prefix(RelatedWorks.limit))
      }
    }
    return updates
  }

  private var photos: [String: PublishedImage] {
    Dictionary(
      registries.authors.compactMap { person in
        person.photo.flatMap { addresses.file($0.path)?.image }.map { (person.key, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
