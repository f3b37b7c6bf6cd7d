import SiteHTML
import SiteMarkdown
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

  /// A text that the feed carries whole.
  ///
  /// - Parameter bodies: made for feeds of the same sources as the texts of the site.
  func text(of edition: Int, in bodies: [Int: MarkdownDocument]) -> MarkdownDocument? {
    _ = site.text(of: edition)
    return bodies[edition]
  }

  /// When the newest of its works was last changed.
  var updated: Timestamp {
    editions.compactMap { site[edition: $0].lastChanged }.max() ?? site.clock
  }
}

/// A feed that a build writes.
enum FeedPlan: Sendable {
  /// The newest works of a language.
  case language(Int)
  /// The newest works of a term, by its index among the site's terms.
  case term(Int)
}

extension Site {
  /// Every feed of the site.
  var feeds: [FeedPlan] {
    languages.indices.map { .language($0) } + whole.terms.indices.map { .term($0) }
  }

  /// The page that lists the same works as a feed, from the site's root; the feed's files lie in
  /// its folder.
  func path(of feed: FeedPlan) -> String {
    switch feed {
    case .language(let language): languages[language].language.path
    case .term(let index): whole.terms[index].path
    }
  }

  func feed(_ plan: FeedPlan) -> Feed {
    switch plan {
    case .language(let language):
      return Feed(
        site: self, language: language,
        title: SiteRoot(site: self, language: language).title.text, path: path(of: plan),
        editions: Array(articles(in: language).prefix(Feed.length)), carriesText: true)
    case .term(let index):
      let term = self[term: index]
      let title = SiteRoot(site: self, language: term.language).title.text
      return Feed(
        site: self, language: term.language, title: "\(term.name.text) — \(title)",
        path: term.path, editions: Array(members(of: index).prefix(Feed.length)),
        carriesText: false)
    }
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
    edition.metadata.authors.compactMap { site.person($0)?.name.best(for: language)?.text }
  }
}
