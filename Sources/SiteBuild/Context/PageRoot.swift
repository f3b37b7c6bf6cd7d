import SiteModel
import SiteText

/// The kinds of pages; the raw value is the name of the template.
enum PageKind: String, Sendable, CaseIterable {
  case home
  case article
  case page
  case list
  case term
  case terms
  case author
  case archive
  case search
  case notFound = "404"
}

/// A page as its head describes it.
struct PageRoot: Sendable {
  let site: Site
  /// Index into the site's languages.
  let language: Int
  let kind: PageKind
  /// From the site's root.
  var path: String
  let title: LocalizedText
  var description: LocalizedText?
  /// The number of the page among those that share a list, from 1.
  var number = 1
  /// Set where the text was first published elsewhere.
  var canonicalURL: String?
  var isIndexed = true
  var alternates: [AlternateRoot] = []
  var breadcrumbs: [CrumbRoot] = []
  /// The folder of the feeds of what the page lists.
  var feedPath: String?
  var shortLinkPath: String?
  var image: ImageRoot?
  var published: Timestamp?
  var updated: Timestamp?
  /// The work that the page shows.
  var edition: EditionRoot?

  /// The social card of an article.
  var card: CardRoot? {
    guard kind == .article, let edition, let card = site.card(of: edition.index) else { return nil }
    return CardRoot(url: site.absoluteURL(card.path))
  }

  /// Citation and Dublin Core tags of an article.
  var meta: [MetaTag] {
    guard kind == .article, let edition else { return [] }
    return CitationTags.tags(for: edition)
  }

  /// JSON-LD, safe inside a script element.
  var structuredData: [UInt8] {
    if kind == .home { return StructuredData.home(self) }
    guard kind == .article, let edition else { return StructuredData.page(self) }
    return StructuredData.article(edition, breadcrumbs: breadcrumbs)
  }

  /// The page in the first of the site's languages that has a version of it; nil where it belongs
  /// elsewhere or no language has one.
  var defaultURL: String? {
    guard canonicalURL == nil else { return nil }
    return alternates.first(where: \.isVersion)?.absoluteURL
  }
}
