import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// The whole site put together, from which every page is rendered.
///
/// Immutable. Editions, works and terms refer to one another by their index in these arrays.
final class Site: Sendable {
  let configuration: SiteConfiguration
  /// The moment that counts as now: from the command line, else the newest date of the content.
  let clock: Timestamp
  let languages: [SiteLanguage]
  let works: [SiteWork]
  let editions: [SiteEdition]
  let terms: [SiteTerm]
  /// Indices of articles of each language, newest first; as long as `languages`.
  let articles: [[Int]]
  /// Indices of terms of each language and taxonomy, in the order in which they are shown.
  let termIndex: [TermIndexKey: [Int]]

  init(
    configuration: SiteConfiguration, clock: Timestamp, languages: [SiteLanguage],
    works: [SiteWork], editions: [SiteEdition], terms: [SiteTerm], articles: [[Int]]
  ) {
    self.configuration = configuration
    self.clock = clock
    self.languages = languages
    self.works = works
    self.editions = editions
    self.terms = terms
    self.articles = articles
    self.termIndex = Dictionary(grouping: terms.indices) {
      TermIndexKey(taxonomy: terms[$0].taxonomy, language: terms[$0].language)
    }
  }

  /// The terms of a taxonomy that have works in a language, in the order in which they are shown.
  func terms(of taxonomy: Taxonomy, in language: Int) -> [Int] {
    termIndex[TermIndexKey(taxonomy: taxonomy, language: language)] ?? []
  }
}

/// A key of the site's index of terms.
struct TermIndexKey: Sendable, Hashable {
  let taxonomy: Taxonomy
  /// Index into the site's languages.
  let language: Int
}

/// A language of the site with what formats text in it.
struct SiteLanguage: Sendable {
  let language: Language
  let formatter: LanguageFormatter
  let isolation: BidiIsolation

  var code: LanguageCode { language.code }
}

/// A published work: its editions and what does not depend on the language.
struct SiteWork: Sendable {
  let work: Work
  /// Indices into the site's editions, in the order of the site's languages.
  let editions: [Int]
}

/// A published edition with its place in the site.
struct SiteEdition: Sendable {
  let edition: Edition
  let section: Work.Section
  /// Index into the site's works.
  let work: Int
  /// Index into the site's languages.
  let language: Int
  /// From the site's root: `/en/articles/iraq-families/`.
  let path: String
  let body: MarkdownDocument
  let image: PublishedImage?
  let readingMinutes: Int
  /// Indices into the site's terms.
  var terms: [Taxonomy: [Int]] = [:]
  /// Indices into the site's editions, the nearest first.
  var related: [Int] = []
  /// The older and the newer article in the same language.
  var previous: Int?
  var next: Int?
}

/// An image under its content-hashed address.
struct PublishedImage: Sendable, Hashable {
  /// From the site's root.
  let path: String
  let width: Int
  let height: Int
}

/// A way of ordering works into indexes. The raw value is its folder in every language.
enum Taxonomy: String, Sendable, CaseIterable {
  case topics
  case regions
  case series
  case tags
  case authors
  case types
  case years
}

/// A term of a taxonomy in one language: an index page with its works.
struct SiteTerm: Sendable {
  let taxonomy: Taxonomy
  /// Index into the site's languages.
  let language: Int
  let key: String
  let name: LocalizedText
  let description: LocalizedText?
  /// From the site's root: `/en/topics/intelligence/`.
  let path: String
  /// Set for authors.
  let person: Person?
  let photo: PublishedImage?
  /// Indices into the site's editions, newest first; empty for an author who has works in other
  /// languages only.
  let editions: [Int]
  /// Indices into the site's terms.
  var parent: Int?
  var children: [Int] = []
  /// The same term in the site's languages, by their index; nil where it has no page.
  var counterparts: [Int?] = []
}
