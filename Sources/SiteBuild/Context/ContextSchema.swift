import SiteTemplate

/// What every template can print: the records and, for each template, its globals.
enum ContextSchema {
  /// Globals that every page has.
  private static let common: [TemplateGlobal] = [
    TemplateGlobal("site", .record("site"), isConstant: true),
    TemplateGlobal("page", .record("page")),
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
      SiteRecords.site.schema, SiteRecords.language.schema, SiteRecords.menuItem.schema,
      PageRecords.page.schema, PageRecords.alternate.schema, PageRecords.crumb.schema,
      PageRecords.meta.schema, WorkRecords.work.schema, ArticleRecords.article.schema,
      WorkRecords.copy.schema, PageRecords.card.schema, WorkRecords.image.schema,
      ArticleRecords.heading.schema,
      ArticleRecords.correction.schema,
      TermRecords.term.schema, TermRecords.person.schema, TermRecords.group.schema,
      PageRecords.listing.schema, PageRecords.pageLink.schema, HomeRecords.home.schema,
      HomeRecords.index.schema, HomeRecords.notFound.schema,
    ],
    entryPoints: Dictionary(
      uniqueKeysWithValues: PageKind.allCases.map {
        ("\($0.rawValue).html", globals(of: $0))
      }))
}
