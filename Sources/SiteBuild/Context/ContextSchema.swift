import SiteTemplate

/// What every template can print: the records and, for each template, its globals.
enum ContextSchema {
  /// Globals that every page has.
  private static let common: [TemplateGlobal] = [
    TemplateGlobal("site", .record("site")), TemplateGlobal("page", .record("page")),
  ]

  /// The globals of a kind of page, in the order in which the renderer passes them.
  static func globals(of kind: PageKind) -> [TemplateGlobal] {
    switch kind {
    case .home:
      common + [
        TemplateGlobal("home", .record("home"))
      ]
    case .article, .page:
      common + [TemplateGlobal("article", .record("article"))]
    case .list:
      common + [TemplateGlobal("listing", .record("listing"))]
    case .term:
      common + [
        TemplateGlobal("term", .record("term")), TemplateGlobal("listing", .record("listing")),
      ]
    case .terms:
      common + [TemplateGlobal("index", .record("index"))]
    case .author:
      common + [
        TemplateGlobal("author", .record("person")),
        TemplateGlobal("term", .record("term")),
        TemplateGlobal("listing", .record("listing")),
        TemplateGlobal("other_works", .list(.record("work"))),
      ]
    case .archive:
      common + [
        TemplateGlobal("term", .record("term")),
        TemplateGlobal("listing", .record("listing")),
        TemplateGlobal("years", .list(.record("term"))),
      ]
    case .search:
      common
    case .notFound:
      common + [TemplateGlobal("languages", .list(.record("language_home")))]
    }
  }

  static let schema = TemplateSchema(
    records: [
      SiteRecords.site.erased, SiteRecords.language.erased, SiteRecords.menuItem.erased,
      PageRecords.page.erased, PageRecords.alternate.erased, PageRecords.crumb.erased,
      PageRecords.meta.erased, WorkRecords.work.erased, ArticleRecords.article.erased,
      WorkRecords.image.erased, ArticleRecords.heading.erased, ArticleRecords.correction.erased,
      TermRecords.term.erased, TermRecords.person.erased, TermRecords.group.erased,
      PageRecords.listing.erased, PageRecords.pageLink.erased, HomeRecords.home.erased,
      HomeRecords.index.erased, HomeRecords.notFound.erased,
    ],
    entryPoints: Dictionary(
      uniqueKeysWithValues: PageKind.allCases.map {
        ("\($0.rawValue).html", globals(of: $0))
      }))
}
