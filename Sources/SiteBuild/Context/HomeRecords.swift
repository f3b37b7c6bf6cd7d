import SiteModel
import SiteTemplate
import SiteText

/// Records that only some kinds of pages have.
enum HomeRecords {
  static let home: RecordType<HomeRoot> = RecordType(
    "home", "What the front page shows.",
    fields: [
      Field("lead", .optional(.record("work")), "The newest study, report or paper.") { root in
        root.lead.map { root.record($0) } ?? .absent
      },
      Field("latest", .list(.record("work")), "The newest works but for the lead.") { root in
        .list(root.latest.map { root.record($0) })
      },
      Field(
        "groups", .list(.record("group")),
        "The newest works of each type that has two or more beside those above."
      ) { root in
        .list(root.groups.map { .record(TermRecords.group.record($0)) })
      },
    ])

  static let index: RecordType<IndexRoot> = RecordType(
    "index", "An index of terms.",
    fields: [
      Field(
        "taxonomy", .text, "`topics`, `regions`, `series`, `tags`, `authors`, `types` or `years`."
      ) {
        .text($0.taxonomy.rawValue, in: .english)
      },
      Field("terms", .list(.record("term")), "Its terms that stand at the top.") { root in
        TermRecords.list(
          root.site, root.terms.filter { root.site[term: $0].parent == nil })
      },
      Field("people", .list(.record("person")), "The people, when the index is that of authors.") {
        root in
        .list(
          root.terms.compactMap { index in
            root.site[term: index].person.map {
              .record(
                TermRecords.person.record(
                  PersonRoot(site: root.site, person: $0, language: root.language, term: index)))
            }
          })
      },
    ])

  static let notFound: RecordType<SiteRoot> = RecordType(
    "language_home", "The way back to the site in one language, for the page of a wrong address.",
    fields: [
      Field("language", .record("language"), "The language.") {
        .record(SiteRecords.language.record($0.siteLanguage.language))
      },
      Field("title", .text, "That the page was not found, in that language.") {
        .text($0.site.string(.notFoundTitle, in: $0.siteLanguage.code))
      },
      Field("text", .text, "What to do about it, in that language.") {
        .text($0.site.string(.notFoundText, in: $0.siteLanguage.code))
      },
      Field("home_label", .text, "The name of the front page, in that language.") {
        .text($0.site.string(.home, in: $0.siteLanguage.code))
      },
      Field("home_url", .url, "The front page in that language.") { .url($0.url("")) },
      Field("search_label", .text, "The name of the search, in that language.") {
        .text($0.site.string(.search, in: $0.siteLanguage.code))
      },
      Field("search_url", .url, "The search page in that language.") { .url($0.url("search/")) },
    ])
}

/// What the front page shows in one language.
struct HomeRoot: Sendable {
  let site: Site
  let lead: Int?
  let latest: [Int]
  let groups: [TermGroup]

  /// The newest study, report or paper leads; where there is none, the newest work.
  init(site: Site, language: Int) {
    let articles = site.articles(in: language)
    let substantial: Set<WorkType> = [.study, .report, .paper]
    let lead =
      articles.first { substantial.contains(site[edition: $0].edition.metadata.type) }
      ?? articles.first
    let latest = articles.lazy.filter { $0 != lead }.prefix(Self.latestCount)
    let shown = Set(latest).union([lead].compactMap(\.self))
    self.site = site
    self.lead = lead
    self.latest = Array(latest)
    groups = site.terms(of: .types, in: language).compactMap { type in
      let others = site.members(of: type).lazy.filter { !shown.contains($0) }
      let newest = Array(others.prefix(Self.groupCount))
      return newest.count < 2 ? nil : TermGroup(site: site, term: type, editions: newest)
    }
  }

  private static let latestCount = 6
  private static let groupCount = 3

  fileprivate func record(_ edition: Int) -> TemplateValue {
    .record(WorkRecords.work.record(EditionRoot(site: site, index: edition)))
  }
}

/// An index of the terms of a taxonomy in one language.
struct IndexRoot: Sendable {
  let site: Site
  let taxonomy: Taxonomy
  let language: Int
  let terms: [Int]
}
