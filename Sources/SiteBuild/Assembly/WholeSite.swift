import SiteModel
import SiteText

/// The whole site put together: what `Site` shows to those who make pages of it.
///
/// Immutable. Editions, works and terms refer to one another by their index in these arrays.
final class WholeSite: Sendable {
  let configuration: SiteConfiguration
  let strings: InterfaceTexts
  /// The moment that counts as now: from the command line, else the newest date of the content.
  let clock: Timestamp
  let languages: [SiteLanguage]
  let works: [SiteWork]
  /// Newest first.
  let editions: [SiteEdition]
  /// What is known of the text of each edition.
  let texts: [EditionText]
  /// What each edition leads to.
  let relations: [SiteRelations]
  let terms: [SiteTerm]
  /// Indices of the editions of each term, newest first.
  let members: [[Int]]
  /// Indices of the articles of each language, newest first; as long as `languages`.
  let articles: [[Int]]
  /// The registry of authors by key.
  let people: [String: Person]
  /// Photographs of people, by their key.
  let photos: [String: PublishedImage]
  private let heldTerms: Set<String>
  /// The entries of menus whose pages are held back, as `site.yaml` names them.
  let heldMenuEntries: Set<String>
  /// Social cards, by index of the editions.
  let cards: [Int: PublishedCard]
  /// Gets the texts themselves.
  let store: EditionTexts
  let keys: SiteKeys
  private let termsInOrder: [TermIndexKey: [Int]]
  private let personTerms: [[String: Int]]
  private let pages: [String: PageSubject]

  init(
    configuration: SiteConfiguration, strings: InterfaceTexts, clock: Timestamp,
    languages: [SiteLanguage], works: [SiteWork], editions: [SiteEdition], texts: [EditionText],
    relations: [SiteRelations], terms: [SiteTerm], members: [[Int]], articles: [[Int]],
    people: [String: Person], photos: [String: PublishedImage], heldTerms: Set<String>,
    heldMenuEntries: Set<String>, store: EditionTexts
  ) {
    self.configuration = configuration
    self.strings = strings
    self.clock = clock
    self.languages = languages
    self.works = works
    self.editions = editions
    self.texts = texts
    self.relations = relations
    self.terms = terms
    self.members = members
    self.articles = articles
    self.people = people
    self.photos = photos
    self.heldTerms = heldTerms
    self.heldMenuEntries = heldMenuEntries
    self.store = store
    cards = [:]
    keys = SiteKeys(works: works, editions: editions, terms: terms)
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

  /// The same site with social cards.
  init(_ site: WholeSite, cards: [Int: PublishedCard]) {
    configuration = site.configuration
    strings = site.strings
    clock = site.clock
    languages = site.languages
    works = site.works
    editions = site.editions
    texts = site.texts
    relations = site.relations
    terms = site.terms
    members = site.members
    articles = site.articles
    people = site.people
    photos = site.photos
    heldTerms = site.heldTerms
    heldMenuEntries = site.heldMenuEntries
    self.cards = cards
    store = site.store
    keys = site.keys
    termsInOrder = site.termsInOrder
    personTerms = site.personTerms
    pages = site.pages
  }

  /// The terms of a taxonomy in a language, in the order in which they are shown.
  func terms(of taxonomy: Taxonomy, in language: Int) -> [Int] {
    termsInOrder[TermIndexKey(taxonomy: taxonomy, language: language)] ?? []
  }

  /// The page of a person in a language.
  func personTerm(_ key: String, in language: Int) -> Int? { personTerms[language][key] }

  /// Whether the clock holds back all works of the term that would have its page at a path.
  func hasHeldTerm(at path: String) -> Bool { heldTerms.contains(path.withoutIndexFile) }

  /// The edition or the term that has its page at a path.
  func subject(atPath path: String) -> PageSubject? { pages[path] }
}

/// What a page is about.
enum PageSubject: Sendable {
  /// Index into the site's editions.
  case edition(Int)
  /// Index into the site's terms.
  case term(Int)
}
