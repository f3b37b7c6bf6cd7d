import SiteConcurrency
import SiteHTML
import SiteMarkdown
import SiteModel
import SiteTemplate
import SiteText

/// The site as those see it who make a page of it: whatever they ask for is noted, so that the page
/// need not be made again while all of that is the same (`PageDependencies`).
///
/// `whole` is for work on the site as a whole, whose questions are not noted.
final class Site: Sendable {
  let whole: WholeSite
  private let reads: ReadLog?
  /// The configuration's base path without its last slash.
  private let rootPath: String
  private let rootURL: String
  /// The configuration's URL without its path.
  private let origin: String

  init(_ whole: WholeSite, noting reads: ReadLog? = nil) {
    self.whole = whole
    self.reads = reads
    rootPath = String(whole.configuration.basePath.dropLast())
    rootURL = String(whole.configuration.url.dropLast())
    origin = String(whole.configuration.url.dropLast(whole.configuration.basePath.count))
  }

  private init(_ site: Site, noting reads: ReadLog) {
    whole = site.whole
    self.reads = reads
    rootPath = site.rootPath
    rootURL = site.rootURL
    origin = site.origin
  }

  /// The same site, which notes what is asked of it.
  func noting(in reads: ReadLog) -> Site { Site(self, noting: reads) }

  private func note(_ key: @autoclosure () -> UInt64) {
    if let reads { reads.note(key()) }
  }
}

// MARK: - What pages ask for

extension Site {
  /// Not noted: when it changes, every page is made anew.
  var configuration: SiteConfiguration { whole.configuration }

  /// Not noted: they follow from the configuration.
  var languages: [SiteLanguage] { whole.languages }

  /// The moment that counts as now.
  var clock: Timestamp {
    note(SiteKeys.clock)
    return whole.clock
  }

  subscript(edition index: Int) -> SiteEdition {
    _read {
      note(whole.keys.editions[index])
      yield whole.editions[index]
    }
  }

  subscript(term index: Int) -> SiteTerm {
    _read {
      note(whole.keys.terms[index])
      yield whole.terms[index]
    }
  }

  subscript(work index: Int) -> SiteWork {
    _read {
      note(whole.keys.works[index])
      yield whole.works[index]
    }
  }

  /// What is known of an edition's text.
  func text(of edition: Int) -> EditionText {
    note(whole.keys.editions[edition] | SiteKeys.text)
    return whole.texts[edition]
  }

  /// An edition's text without its notes.
  func html(of edition: Int) -> HTML {
    note(whole.keys.editions[edition] | SiteKeys.text)
    return whole.store.html(of: edition, whole)
  }

  /// The section of footnotes of an edition.
  func notes(of edition: Int) -> HTML {
    note(whole.keys.editions[edition] | SiteKeys.text)
    return whole.store.notes(of: edition, whole)
  }

  /// What an edition leads to.
  func relations(of edition: Int) -> SiteRelations {
    note(whole.keys.editions[edition] | SiteKeys.relations)
    return whole.relations[edition]
  }

  /// The social card of an edition.
  func card(of edition: Int) -> PublishedCard? {
    note(whole.keys.editions[edition] | SiteKeys.card)
    return whole.cards[edition]
  }

  /// The editions of a term, newest first.
  func members(of term: Int) -> [Int] {
    note(whole.keys.terms[term] | SiteKeys.members)
    return whole.members[term]
  }

  /// How many editions a term has.
  func memberCount(of term: Int) -> Int {
    note(whole.keys.terms[term] | SiteKeys.memberCount)
    return whole.members[term].count
  }

  /// The articles of a language, newest first.
  func articles(in language: Int) -> [Int] {
    note(SiteKeys.articles(in: language))
    return whole.articles[language]
  }

  /// Whether a language has articles.
  func hasArticles(in language: Int) -> Bool {
    note(SiteKeys.articles(in: language) | SiteKeys.presence)
    return !whole.articles[language].isEmpty
  }

  /// The terms of a taxonomy in a language, in the order in which they are shown.
  func terms(of taxonomy: Taxonomy, in language: Int) -> [Int] {
    note(SiteKeys.terms(of: taxonomy, in: language))
    return whole.terms(of: taxonomy, in: language)
  }

  /// Somebody of the registry of authors.
  func person(_ key: String) -> Person? {
    note(SiteKeys.person(key))
    return whole.people[key]
  }

  func photo(of person: String) -> PublishedImage? {
    note(SiteKeys.person(person))
    return whole.photos[person]
  }

  /// The page of a person in a language.
  func personTerm(_ key: String, in language: Int) -> Int? {
    note(SiteKeys.personTerm(key, in: language))
    return whole.personTerm(key, in: language)
  }

  /// A text of the interface, with what stands for its placeholders.
  func string(
    _ text: InterfaceText, in language: LanguageCode, _ arguments: [String: String] = [:]
  ) -> LocalizedText {
    note(SiteKeys.string(text, in: language))
    return whole.strings.text(text, in: language, arguments)
  }

  /// A text that speaks of a number of things.
  func string(
    _ text: InterfaceText, in language: SiteLanguage, count: Int, _ arguments: [String: String]
  ) -> LocalizedText {
    note(SiteKeys.string(text, in: language.code))
    return whole.strings.text(text, in: language, count: count, arguments)
  }

  /// Whether the page is held back that an entry of a menu names, as `site.yaml` writes it.
  func isHeld(menuEntry url: String) -> Bool {
    note(SiteKeys.heldMenuEntries)
    return whole.heldMenuEntries.contains(url)
  }

  /// The edition or the term that has its page at a path.
  func subject(atPath path: String) -> PageSubject? {
    note(SiteKeys.path(path))
    return whole.subject(atPath: path)
  }
}

// MARK: - Addresses

extension Site {
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
  /// exists there, else the path unchanged; with what follows from `?` or `#` on.
  func counterpart(ofPath path: String, in language: Int) -> String {
    guard language > 0, path.hasPrefix("/") else { return path }
    let (page, suffix) = path.splitAtSuffix
    return counterpart(ofPage: String(page), in: language) + suffix
  }

  private func counterpart(ofPage path: String, in language: Int) -> String {
    switch subject(atPath: path) {
    case .edition(let index):
      let sibling = self[work: self[edition: index].work].editions.first {
        self[edition: $0].language == language
      }
      return sibling.map { self[edition: $0].path } ?? path
    case .term(let index):
      return self[term: index].counterparts[language].map { self[term: $0].path } ?? path
    case nil:
      let base = languages[0].language.path
      guard path.hasPrefix(base) else { return path }
      return languages[language].language.path + path.dropFirst(base.count)
    }
  }
}
