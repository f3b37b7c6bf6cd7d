import SiteModel
import SiteText

/// One page that a build writes.
enum PagePlan: Sendable {
  /// The front page of a language.
  case home(language: Int)
  /// An article or a page, by its index among the site's editions.
  case edition(Int)
  /// A page, from 1, of the index of all articles of a language.
  case articles(language: Int, number: Int)
  /// A page, from 1, of a term's index.
  case term(Int, number: Int)
  /// The index of a taxonomy's terms in a language.
  case terms(Taxonomy, language: Int)
  case search(language: Int)
  case notFound(language: Int)
}

extension Language {
  /// The paths of the pages that every site has in the language, whatever its content is, but for
  /// the one that servers show where there is none.
  var generatedPaths: [String] {
    (["", "articles/", "search/"] + Taxonomy.allCases.map { $0.rawValue + "/" }).map { path + $0 }
  }
}

extension Site {
  /// Every page of the site, in a fixed order.
  var plans: [PagePlan] {
    var plans: [PagePlan] = whole.editions.indices.map { .edition($0) }
    for language in languages.indices {
      plans.append(.home(language: language))
      plans += (1...pageCount(whole.articles[language].count)).map {
        .articles(language: language, number: $0)
      }
      plans += Taxonomy.allCases.map { .terms($0, language: language) }
      plans.append(.search(language: language))
      plans.append(.notFound(language: language))
    }
    for term in whole.terms.indices {
      plans += (1...pageCount(whole.members[term].count)).map { .term(term, number: $0) }
    }
    return plans
  }

  /// The path of every page, from the site's root.
  var pagePaths: [String] { plans.map(path(of:)) }

  /// The path of a page, from the site's root.
  func path(of plan: PagePlan) -> String {
    switch plan {
    case .home(let language): path("", in: language)
    case .edition(let index): whole.editions[index].path
    case .articles(let language, let number):
      Listing.path(ofPage: number, firstPath: path("articles/", in: language))
    case .term(let index, let number):
      Listing.path(ofPage: number, firstPath: whole.terms[index].path)
    case .terms(let taxonomy, let language): path(taxonomy.rawValue + "/", in: language)
    case .search(let language): path("search/", in: language)
    case .notFound(let language): path("404.html", in: language)
    }
  }

  /// Index into the site's languages.
  func language(of plan: PagePlan) -> Int {
    switch plan {
    case .home(let language), .articles(let language, _), .terms(_, let language),
      .search(let language), .notFound(let language):
      language
    case .edition(let index): whole.editions[index].language
    case .term(let index, _): whole.terms[index].language
    }
  }

  func kind(of plan: PagePlan) -> PageKind {
    switch plan {
    case .home: .home
    case .edition(let index): whole.editions[index].section == .articles ? .article : .page
    case .articles: .list
    case .term(let index, _): PageKind(of: whole.terms[index].taxonomy)
    case .terms: .terms
    case .search: .search
    case .notFound: .notFound
    }
  }

  private func path(_ relative: String, in language: Int) -> String {
    languages[language].language.path + relative
  }

  /// How many pages a list takes: at least one, which says that it is empty.
  func pageCount(_ count: Int) -> Int {
    Swift.max(1, (count + configuration.pageSize - 1) / configuration.pageSize)
  }

  /// A page of a list.
  func listing(
    _ editions: [Int], language: Int, number: Int, firstPath: String
  ) -> Listing {
    let start = (number - 1) * configuration.pageSize
    let end = Swift.min(start + configuration.pageSize, editions.count)
    return Listing(
      site: self, language: language, editions: Array(editions[start..<end]),
      total: editions.count, number: number, pageCount: pageCount(editions.count),
      firstPath: firstPath)
  }
}
