import SiteHTML
import SiteModel
import SiteText

/// A list of works as feed readers take it: the newest works of a language or of a term.
struct Feed: Sendable {
  /// How many works a feed holds.
  static let length = 20
  /// What entries that several feeds share may take while feeds are written, in bytes: 28 MiB hold
  /// those of some 13,000 works in both formats.
  static let memoryLimit = 28 << 20

  let site: Site
  let language: Int
  let title: String
  /// The page that lists the same works, from the site's root; the feeds lie in its folder.
  let path: String
  /// Indices into the site's editions, newest first.
  let editions: [Int]
  /// Whether entries carry the whole text; in the feeds of terms they carry the summary.
  let carriesText: Bool

  /// When the newest of its works was last changed.
  var updated: Timestamp {
    editions.compactMap { site.editions[$0].lastChanged }.max() ?? site.clock
  }
}

extension Site {
  /// Every feed of the site.
  var feeds: [Feed] {
    let ofLanguages = languages.indices.map { language in
      Feed(
        site: self, language: language,
        title: SiteRoot(site: self, language: language).title.text,
        path: languages[language].language.path,
        editions: Array(articles[language].prefix(Feed.length)), carriesText: true)
    }
    let ofTerms = terms.map { term in
      let title = SiteRoot(site: self, language: term.language).title.text
      return Feed(
        site: self, language: term.language, title: "\(term.name.text) — \(title)",
        path: term.path, editions: Array(term.editions.prefix(Feed.length)), carriesText: false)
    }
    return ofLanguages + ofTerms
  }
}

extension SiteEdition {
  /// When the work was last changed, else published.
  var lastChanged: Timestamp? { edition.metadata.updated ?? edition.metadata.date }
}

extension EditionRoot {
  /// An address that stays the same when the title and the slug change, where the work has an
  /// identifier.
  var permanentID: String { site.absoluteURL(shortLinkPath ?? value.path) }

  var authorNames: [String] {
    edition.metadata.authors.compactMap { site.people[$0]?.name.best(for: language)?.text }
  }
}
