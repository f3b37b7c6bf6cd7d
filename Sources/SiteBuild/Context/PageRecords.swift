import SiteCards
import SiteModel
import SiteTemplate
import SiteText

/// Records about the page itself and about lists on it.
enum PageRecords {
  static let alternate: RecordType<AlternateRoot> = RecordType(
    "alternate", "The page in one of the site's languages.",
    fields: [
      Field("language", .record("language"), "The language.") {
        .record(SiteRecords.language.record($0.language))
      },
      Field("url", .url, "The page in that language, else the nearest page that exists in it.") {
        .url($0.url)
      },
      Field("absolute_url", .url, "The same, absolute.") { .url($0.absoluteURL) },
      Field("exists", .flag, "Whether this very page exists in that language.") {
        .flag($0.exists)
      },
      Field(
        "is_version", .flag,
        "Whether search engines may take it for a version of this page: both exist, neither was first published elsewhere, and it has works to list if it lists any."
      ) {
        .flag($0.isVersion)
      },
      Field("is_current", .flag, "Whether it is the page's own language.") {
        .flag($0.isCurrent)
      },
    ])

  static let crumb: RecordType<CrumbRoot> = RecordType(
    "crumb", "A step of the breadcrumbs.",
    fields: [
      Field("title", .text, "Its text.") { .text($0.title) },
      Field("url", .optional(.url), "Where it leads; absent for the page itself.") {
        $0.url.map { .url($0) } ?? .absent
      },
    ])

  static let meta: RecordType<MetaTag> = RecordType(
    "meta", "A `meta` element about the work: citation and Dublin Core tags.",
    fields: [
      Field("name", .text, "Its name.") { .text($0.name, in: .english) },
      Field("content", .text, "Its content.") { .text($0.content) },
      Field("language", .text, "The language of the content.") {
        .text($0.content.language.tag, in: .english)
      },
    ])

  static let card: RecordType<CardRoot> = RecordType(
    "card", "A social card.",
    fields: [
      Field("url", .url, "Its address, absolute.") { .url($0.url) },
      Field("width", .number, "In pixels.") { _ in .number(Card.width) },
      Field("height", .number, "In pixels.") { _ in .number(Card.height) },
    ])

  static let page: RecordType<PageRoot> = RecordType(
    "page", "The page that is being written.",
    fields: [
      Field(
        "kind", .text,
        "`home`, `article`, `page`, `list`, `term`, `terms`, `author`, `archive`, `search` or `404`."
      ) {
        .text($0.kind.rawValue, in: .english)
      },
      Field("title", .text, "Its title, without the site's.") { .text($0.title) },
      Field("description", .optional(.text), "A summary for search engines and previews.") {
        .text($0.description)
      },
      Field("number", .number, "Its number among the pages that share a list, from 1.") {
        .number($0.number)
      },
      Field("path", .text, "Its address from the site's root.") { .text($0.path, in: .english) },
      Field("url", .url, "Its address, absolute.") { .url($0.site.absoluteURL($0.path)) },
      Field("canonical_url", .url, "Where the text belongs: its address, or that of its source.") {
        .url($0.canonicalURL ?? $0.site.absoluteURL($0.path))
      },
      Field("is_indexed", .flag, "Whether search engines may list it.") { .flag($0.isIndexed) },
      Field("alternates", .list(.record("alternate")), "The page in every language of the site.") {
        .list($0.alternates.map { .record(alternate.record($0)) })
      },
      Field(
        "default_url", .optional(.url),
        "The page in the first language that has a version of it, absolute; absent where it was first published elsewhere or there is nothing on it."
      ) {
        $0.defaultURL.map { .url($0) } ?? .absent
      },
      Field("breadcrumbs", .list(.record("crumb")), "The way here from the front page.") {
        .list($0.breadcrumbs.map { .record(crumb.record($0)) })
      },
      Field("feed_url", .optional(.url), "The Atom feed of what the page lists.") { root in
        root.feedPath.map { .url(root.site.url($0 + "feed.xml")) } ?? .absent
      },
      Field("json_feed_url", .optional(.url), "The JSON Feed of what the page lists.") { root in
        root.feedPath.map { .url(root.site.url($0 + "feed.json")) } ?? .absent
      },
      Field("short_url", .optional(.url), "The short link of the work, absolute.") { root in
        root.shortLinkPath.map { .url(root.site.absoluteURL($0)) } ?? .absent
      },
      Field("og_type", .text, "The page's OpenGraph type: `article` or `website`.") {
        .text($0.kind == .article ? "article" : "website", in: .english)
      },
      Field("image", .optional(.record("image")), "The image that stands for the page.") {
        $0.image.map { .record(WorkRecords.image.record($0)) } ?? .absent
      },
      Field("image_url", .optional(.url), "The address of that image, absolute.") { root in
        root.image.map { .url(root.site.absoluteURL($0.image.path)) } ?? .absent
      },
      Field(
        "card", .optional(.record("card")),
        "The picture of the work's title that appears where its address is shared; absent unless `site.yaml` asks for cards."
      ) { $0.card.map { .record(card.record($0)) } ?? .absent },
      Field("published", .optional(.date), "When the work was published.") { .date($0.published) },
      Field("updated", .optional(.date), "When the work was last changed.") { .date($0.updated) },
      Field("meta", .list(.record("meta")), "Citation and Dublin Core tags of the work.") {
        .list($0.meta.map { .record(meta.record($0)) })
      },
      Field("structured_data", .json, "Its JSON-LD.") { .json($0.structuredData) },
    ])

  static let pageLink: RecordType<PageLinkRoot> = RecordType(
    "page_link", "A page of a list that has several.",
    fields: [
      Field("number", .number, "From 1.") { .number($0.number) },
      Field("url", .url, "Its address.") { .url($0.url) },
      Field("is_current", .flag, "Whether it is this page.") { .flag($0.isCurrent) },
      Field("follows_gap", .flag, "Whether pages are left out before it.") {
        .flag($0.followsGap)
      },
    ])

  static let listing: RecordType<Listing> = RecordType(
    "listing", "Works in pages, newest first; page 1 holds the newest.",
    fields: [
      Field("works", .list(.record("work")), "The works of this page.") { listing in
        .list(
          listing.editions.map {
            .record(WorkRecords.work.record(EditionRoot(site: listing.site, index: $0)))
          })
      },
      Field("total", .number, "How many works there are on all pages.") { .number($0.total) },
      Field("number", .number, "The number of this page, from 1.") { .number($0.number) },
      Field("page_count", .number, "How many pages there are.") { .number($0.pageCount) },
      Field("newer_url", .optional(.url), "The page before this one.") { $0.url(ofPage: -1) },
      Field("older_url", .optional(.url), "The page after this one.") { $0.url(ofPage: +1) },
      Field("pages", .list(.record("page_link")), "The first, the last and the nearby pages.") {
        listing in
        .list(listing.nearbyPages.map { .record(pageLink.record($0)) })
      },
    ])
}

/// A page in one of the site's languages.
struct AlternateRoot: Sendable {
  let language: Language
  let url: String
  let absoluteURL: String
  let exists: Bool
  /// Whether it is the same page with an address of its own to search engines: not where one of the
  /// two was first published elsewhere.
  let isVersion: Bool
  let isCurrent: Bool
}

/// A step of the breadcrumbs.
struct CrumbRoot: Sendable {
  let title: LocalizedText
  let url: String?
}

/// A social card under its absolute address.
struct CardRoot: Sendable {
  let url: String
}

/// A `meta` element.
struct MetaTag: Sendable {
  let name: String
  let content: LocalizedText
}

/// A link to another page of the same list.
struct PageLinkRoot: Sendable {
  let number: Int
  let url: String
  let isCurrent: Bool
  let followsGap: Bool
}

extension Listing {
  fileprivate func url(ofPage step: Int) -> TemplateValue {
    let target = number + step
    return (1...pageCount).contains(target) ? .url(site.url(path(ofPage: target))) : .absent
  }

  fileprivate var nearbyPages: [PageLinkRoot] {
    let nearby = Swift.max(1, number - 2)...Swift.min(pageCount, number + 2)
    let numbers = Set(nearby).union([1, pageCount]).sorted()
    return zip([0] + numbers, numbers).map { before, shown in
      PageLinkRoot(
        number: shown, url: site.url(path(ofPage: shown)), isCurrent: shown == number,
        followsGap: shown > before + 1)
    }
  }
}
