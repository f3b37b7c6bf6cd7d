import SiteModel
import SiteText

/// What a page is about, beside the site: the roots of the records that templates see.
///
/// Each is a reference to the site and an index, so that making one costs nothing and a field is
/// worked out only when a template prints it.

/// The site as a page in one language sees it.
struct SiteRoot: Sendable {
  let site: Site
  let language: Int

  var siteLanguage: SiteLanguage { site.languages[language] }
}

/// A work in one language.
struct EditionRoot: Sendable {
  let site: Site
  let index: Int

  var value: SiteEdition { _read { yield site[edition: index] } }
  var edition: Edition { _read { yield site[edition: index].edition } }
  var relations: SiteRelations { site.relations(of: index) }
  var language: LanguageCode { edition.language }
}

/// A term in one language.
struct TermRoot: Sendable {
  let site: Site
  let index: Int

  var value: SiteTerm { _read { yield site[term: index] } }
}

/// A person in the byline of an edition, or on a page of their own.
struct PersonRoot: Sendable {
  let site: Site
  let person: Person
  let language: Int
  /// The index of the person's term in this language.
  let term: Int?
}

/// One page of a list that may have several.
struct Listing: Sendable {
  let site: Site
  let language: Int
  /// Indices into the site's editions.
  let editions: [Int]
  let total: Int
  /// From 1.
  let number: Int
  let pageCount: Int
  /// The path of page 1, from the site's root.
  let firstPath: String

  func path(ofPage number: Int) -> String {
    Self.path(ofPage: number, firstPath: firstPath)
  }

  /// Page 1 is at the list's own address, the others below it.
  static func path(ofPage number: Int, firstPath: String) -> String {
    number == 1 ? firstPath : "\(firstPath)page/\(number)/"
  }
}
