import SiteModel
import SiteTemplate
import SiteText

/// Records about terms, people and the indexes of them.
enum TermRecords {
  static let term: RecordType<TermRoot> = RecordType(
    "term", "A topic, region, series, tag, author, type or year in one language.",
    entity: { $0.index },
    fields: [
      Field("name", .text, "Its name.") { .text($0.value.name) },
      Field("key", .text, "Its key in the registry; a tag's folded spelling.") {
        .text($0.value.key, in: .english)
      },
      Field("taxonomy", .text, "The key of its taxonomy: `topics`, `tags` …") {
        .text($0.value.taxonomy.rawValue, in: .english)
      },
      Field("taxonomy_name", .text, "The name of its taxonomy.") { root in
        .text(root.site.string(.name(of: root.value.taxonomy), in: root.value.name.language))
      },
      Field("description", .optional(.text), "From the registry.") {
        .text($0.value.description)
      },
      Field("url", .url, "Its index page.") { .url($0.site.url($0.value.path)) },
      Field("feed_url", .url, "Its Atom feed.") { .url($0.site.url($0.value.path + "feed.xml")) },
      Field("json_feed_url", .url, "Its JSON Feed.") {
        .url($0.site.url($0.value.path + "feed.json"))
      },
      Field("count", .number, "How many works it has in this language.") {
        .number($0.site.memberCount(of: $0.index))
      },
      Field(
        "chart", .html,
        "Its works per year as a small chart; empty for a year, and where its works are of fewer than three years."
      ) { .html($0.chart) },
      Field("parent", .optional(.record("term")), "The term above it.") { root in
        root.value.parent.map { .record(term.record(TermRoot(site: root.site, index: $0))) }
          ?? .absent
      },
      Field("children", .list(.record("term")), "The terms below it.") {
        list($0.site, $0.value.children)
      },
      Field("language", .record("language"), "The language of its works and its page.") {
        .record(SiteRecords.language.record($0.site.languages[$0.value.language].language))
      },
      Field(
        "counterparts", .list(.record("term")),
        "The same term in the other languages, where it has works."
      ) { root in
        let others = root.value.counterparts.compactMap(\.self)
        return list(
          root.site, others.filter { $0 != root.index && root.site.memberCount(of: $0) > 0 })
      },
    ])

  static let person: RecordType<PersonRoot> = RecordType(
    "person", "Somebody of the registry of authors.", entity: { $0.term },
    fields: [
      Field("name", .text, "The name, without a title.") { .text($0.localized($0.person.name)) },
      Field("honorific", .optional(.text), "A title shown before the name.") {
        .text($0.person.honorific.exact($0.code), in: $0.code)
      },
      Field("role", .optional(.text), "What they do at the centre.") {
        .text($0.localized($0.person.role))
      },
      Field("affiliation", .optional(.text), "Where they work.") {
        .text($0.localized($0.person.affiliation))
      },
      Field("bio", .optional(.text), "A few sentences about them.") {
        .text($0.localized($0.person.bio))
      },
      Field("orcid", .optional(.text), "Their ORCID iD.") {
        .text($0.person.orcid, in: .english)
      },
      Field("orcid_url", .optional(.url), "The address of their ORCID iD.") {
        $0.person.orcid.map { .url("https://orcid.org/" + $0) } ?? .absent
      },
      Field("photo", .optional(.record("image")), "Their photograph.") { $0.photo },
      Field("url", .optional(.url), "Their page in this language.") { root in
        root.term.map { .url(root.site.url(root.site[term: $0].path)) } ?? .absent
      },
      Field("count", .number, "How many works they have in this language.") { root in
        .number(root.term.map { root.site.memberCount(of: $0) } ?? 0)
      },
    ])

  static let group: RecordType<TermGroup> = RecordType(
    "group", "The newest works of one type, on the front page.",
    fields: [
      Field("term", .record("term"), "The type.") {
        .record(term.record(TermRoot(site: $0.site, index: $0.term)))
      },
      Field("works", .list(.record("work")), "Its newest works.") { group in
        .list(
          group.editions.map {
            .record(WorkRecords.work.record(EditionRoot(site: group.site, index: $0)))
          })
      },
    ])

  /// Terms of a site as a list of records.
  static func list(_ site: Site, _ terms: [Int]) -> TemplateValue {
    .list(terms.map { .record(term.record(TermRoot(site: site, index: $0))) })
  }
}

/// Some works of a term.
struct TermGroup: Sendable {
  let site: Site
  let term: Int
  let editions: [Int]
}

extension PersonRoot {
  fileprivate var code: LanguageCode { site.languages[language].code }

  fileprivate func localized(_ text: Localized) -> LocalizedText? { text.best(for: code) }

  fileprivate var photo: TemplateValue {
    guard let photo = site.photo(of: person.key), let name = localized(person.name) else {
      return .absent
    }
    return .record(WorkRecords.image.record(ImageRoot(photo, of: site, alt: name)))
  }
}
