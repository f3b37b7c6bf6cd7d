import SiteMarkdown
import SiteModel
import SiteText

/// A key of the site's index of terms.
struct TermIndexKey: Sendable, Hashable {
  let taxonomy: Taxonomy
  /// Index into the site's languages.
  let language: Int
}

/// A language of the site with what formats text in it.
final class SiteLanguage: Sendable {
  let language: Language
  let formatter: LanguageFormatter
  let isolation: BidiIsolation

  /// - Parameter languages: all languages of the site, of which the first other one is what runs
  ///   of the other direction are taken for.
  init(_ language: Language, among languages: [Language]) {
    self.language = language
    formatter = LanguageFormatter(for: language)
    let other = languages.first { $0.direction != language.direction }
    isolation = BidiIsolation(language.code, otherLanguage: other?.code)
  }

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
  /// The beginning of the text, for an edition without a summary; else empty.
  let excerpt: String
  let image: PublishedImage?
  /// From the site's root.
  let pdfPath: String?
  let readingMinutes: Int
  /// Indices into the site's terms.
  var terms: [Taxonomy: [Int]] = [:]
}

/// What an edition leads to.
struct SiteRelations: Sendable {
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
  /// The narrowest first.
  let copies: [PictureCopy]
}

extension PublishedImage {
  /// The copies with their widths, as `srcset` has them; nil where there are none.
  ///
  /// - Parameter url: makes an address of a path of the site.
  func srcset(_ url: (String) -> String) -> String? {
    guard !copies.isEmpty else { return nil }
    return copies.map { "\(url($0.path)) \($0.width)w" }.joined(separator: ", ")
  }
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
  /// Whether it stands in a registry; false for a tag that only works name.
  let isRegistered: Bool
  /// Indices into the site's terms.
  var parent: Int?
  var children: [Int] = []
  /// The same term in the site's languages, by their index; nil where it has no page.
  var counterparts: [Int?] = []
}
