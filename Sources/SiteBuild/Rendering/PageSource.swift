import SiteHTML
import SiteModel
import SiteTemplate
import SiteText

/// What the pages of a site are about, and what their templates are given.
struct PageSource: Sendable {
  let site: Site

  /// The page as its head describes it, and the globals of its template behind `site` and `page`.
  func subject(of plan: PagePlan) -> (PageRoot, [TemplateValue]) {
    switch plan {
    case .home(let language): home(in: language)
    case .edition(let index): edition(index)
    case .articles(let language, let number): articles(in: language, number: number)
    case .term(let index, let number): term(index, number: number)
    case .terms(let taxonomy, let language): terms(of: taxonomy, in: language)
    case .search(let language): search(in: language)
    case .notFound(let language): notFound(in: language)
    }
  }

  private func home(in language: Int) -> (PageRoot, [TemplateValue]) {
    let own = site.languages[language]
    var page = PageRoot(
      site: site, language: language, kind: .home, path: own.language.path,
      title: SiteRoot(site: site, language: language).title)
    page.description = SiteRoot(site: site, language: language).description
    page.alternates = site.alternates(of: language) { $0.path }
    page.feedPath = own.language.path
    return (page, [.record(HomeRecords.home.record(HomeRoot(site: site, language: language)))])
  }

  private func edition(_ index: Int) -> (PageRoot, [TemplateValue]) {
    let root = EditionRoot(site: site, index: index)
    return (PageRoot(of: root), [.record(ArticleRecords.article.record(root))])
  }

  private func articles(in language: Int, number: Int) -> (PageRoot, [TemplateValue]) {
    let firstPath = site.languages[language].language.path + "articles/"
    let listing = site.listing(
      site.articles(in: language), language: language, number: number, firstPath: firstPath)
    var page = namedPage(.list, "articles/", .articles, in: language) {
      site.hasArticles(in: $0)
    }
    page.setListing(listing)
    page.feedPath = site.languages[language].language.path
    return (page, [.record(PageRecords.listing.record(listing))])
  }

  private func term(_ index: Int, number: Int) -> (PageRoot, [TemplateValue]) {
    let term = site[term: index]
    let listing = site.listing(
      site.members(of: index), language: term.language, number: number, firstPath: term.path)
    var page = PageRoot(of: TermRoot(site: site, index: index))
    page.setListing(listing)
    let record = TemplateValue.record(
      TermRecords.term.record(TermRoot(site: site, index: index)))
    let list = TemplateValue.record(PageRecords.listing.record(listing))
    switch page.kind {
    case .author:
      return (page, [author(index), record, list, number == 1 ? otherWorks(of: index) : .list([])])
    case .archive:
      let years = TermRecords.list(site, site.terms(of: .years, in: term.language))
      return (page, [record, list, years])
    default:
      return (page, [record, list])
    }
  }

  private func author(_ index: Int) -> TemplateValue {
    let term = site[term: index]
    guard let person = term.person else { return .absent }
    return .record(
      TermRecords.person.record(
        PersonRoot(site: site, person: person, language: term.language, term: index)))
  }

  /// How many works in other languages an author's page shows.
  private static let otherWorksCount = 20

  /// The newest of an author's works that exist in other languages only.
  private func otherWorks(of index: Int) -> TemplateValue {
    let shown = Set(site.members(of: index).map { site[edition: $0].work })
    var seen = shown
    let others = site[term: index].counterparts.compactMap(\.self).flatMap { site.members(of: $0) }
      .filter { seen.insert(site[edition: $0].work).inserted }
    // The site's editions are newest first.
    return .list(
      others.sorted().prefix(Self.otherWorksCount).map {
        .record(WorkRecords.work.record(EditionRoot(site: site, index: $0)))
      })
  }

  private func terms(of taxonomy: Taxonomy, in language: Int) -> (PageRoot, [TemplateValue]) {
    let page = namedPage(.terms, taxonomy.rawValue + "/", .name(of: taxonomy), in: language) {
      !site.terms(of: taxonomy, in: $0).isEmpty
    }
    let index = IndexRoot(
      site: site, taxonomy: taxonomy, language: language,
      terms: site.terms(of: taxonomy, in: language))
    return (page, [.record(HomeRecords.index.record(index))])
  }

  private func search(in language: Int) -> (PageRoot, [TemplateValue]) {
    var page = namedPage(.search, "search/", .search, in: language)
    page.isIndexed = false
    return (page, [])
  }

  private func notFound(in language: Int) -> (PageRoot, [TemplateValue]) {
    var page = namedPage(.notFound, "404.html", .notFoundTitle, in: language)
    page.isIndexed = false
    let languages = [language] + site.languages.indices.filter { $0 != language }
    return (
      page,
      [
        .list(
          languages.map {
            .record(HomeRecords.notFound.record(SiteRoot(site: site, language: $0)))
          })
      ]
    )
  }

  /// A page that every language has at the same place below its own folder.
  ///
  /// - Parameter isFilled: whether it has something to show in a language; where it has not, people
  ///   can go there and search engines are not told of it.
  private func namedPage(
    _ kind: PageKind, _ path: String, _ text: InterfaceText, in language: Int,
    isFilled: (_ language: Int) -> Bool = { _ in true }
  ) -> PageRoot {
    let own = site.languages[language]
    var page = PageRoot(
      site: site, language: language, kind: kind, path: own.language.path + path,
      title: site.string(text, in: own.code))
    page.isIndexed = isFilled(language)
    page.alternates = site.alternates(of: language, isVersion: isFilled) { $0.path + path }
    page.breadcrumbs = [site.homeCrumb(in: language), CrumbRoot(title: page.title, url: nil)]
    return page
  }
}
