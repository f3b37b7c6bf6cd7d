import SiteHTML
import SiteModel
import SiteTemplate
import SiteText

/// The whole site put together, from which every page is rendered.
///
/// Immutable. Editions, works and terms refer to one another by their index in these arrays.
final class Site: Sendable {
  let configuration: SiteConfiguration
  let strings: InterfaceTexts
  /// The moment that counts as now: from the command line, else the newest date of the content.
  let clock: Timestamp
  let languages: [SiteLanguage]
  let works: [SiteWork]
  let editions: [SiteEdition]
  let terms: [SiteTerm]
  /// Indices of the articles of each language, newest first; as long as `languages`.
  let articles: [[Int]]
  /// The registry of authors by key.
  let people: [String: Person]
  /// Photographs of people, by their key.
  let photos: [String: PublishedImage]
  /// The texts of the editions.
  let texts: EditionTexts
  /// The configuration's base path without its last slash.
  private let rootPath: String
  private let rootURL: String
  /// The configuration's URL without its path.
  private let origin: String
  private let termsInOrder: [TermIndexKey: [Int]]
  private let personTerms: [[String: Int]]
  private let pages: [String: PageSubject]

  init(
    configuration: SiteConfiguration, strings: InterfaceTexts, clock: Timestamp,
    languages: [SiteLanguage], works: [SiteWork], editions: [SiteEdition], terms: [SiteTerm],
    articles: [[Int]], people: [String: Person], photos: [String: PublishedImage],
    texts: EditionTexts
  ) {
    self.configuration = configuration
    self.strings = strings
    self.clock = clock
    self.languages = languages
    self.works = works
    self.editions = editions
    self.terms = terms
    self.articles = articles
    self.people = people
    self.photos = photos
    self.texts = texts
    rootPath = String(configuration.basePath.dropLast())
    rootURL = String(configuration.url.dropLast())
    origin = String(configuration.url.dropLast(configuration.basePath.count))
    self.termsInOrder = Dictionary(grouping: terms.indices) {
      TermIndexKey(taxonomy: terms[$0].taxonomy, language: terms[$0].language)
    }
    self.personTerms = languages.indices.map { language in
      Dictionary(
        terms.indices.filter {
          terms[$0].taxonomy == .authors && terms[$0].language == language
        }.map { (terms[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.pages = Dictionary(
      editions.indices.map { (editions[$0].path, PageSubject.edition($0)) }
        + terms.indices.map { (terms[$0].path, PageSubject.term($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The terms of a taxonomy in a language, in the order in which they are shown.
  func terms(of taxonomy: Taxonomy, in language: Int) -> [Int] {
    termsInOrder[TermIndexKey(taxonomy: taxonomy, language: language)] ?? []
  }

  /// The page of a person in a language.
  func personTerm(_ key: String, in language: Int) -> Int? { personTerms[language][key] }

  /// The edition or the term that has its page at a path.
  func subject(atPath path: String) -> PageSubject? { pages[path] }

  /// A path of the site, or an absolute URL, as it is linked to: from the host's root, encoded.
  func url(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path.percentEncoded }
    return (rootPath + path).percentEncoded
  }

  /// A path of the site as an absolute URL, encoded.
  func absoluteURL(_ path: String) -> String {
    (rootURL + path).percentEncoded
  }

  /// A URL from the host's root as an absolute one.
  func absolute(_ url: String) -> String { url.hasPrefix("/") ? origin + url : url }

  /// A path of the site in its first language, in another one: the same work or term where it
  /// exists there, else the path unchanged.
  func counterpart(ofPath path: String, in language: Int) -> String {
    guard language > 0, path.hasPrefix("/") else { return path }
    switch subject(atPath: path) {
    case .edition(let index):
      let sibling = works[editions[index].work].editions.first {
        editions[$0].language == language
      }
      return sibling.map { editions[$0].path } ?? path
    case .term(let index):
      return terms[index].counterparts[language].map { terms[$0].path } ?? path
    case nil:
      let base = languages[0].language.path
      guard path.hasPrefix(base) else { return path }
      return languages[language].language.path + path.dropFirst(base.count)
    }
  }
}

/// What a page is about.
enum PageSubject: Sendable {
  /// Index into the site's editions.
  case edition(Int)
  /// Index into the site's terms.
  case term(Int)
}
