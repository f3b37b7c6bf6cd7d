import SiteDigest
import SiteModel
import SiteText

/// The numbers under which it is noted what a page asks of the site: digests of lasting names, so
/// that they mean the same in every build. The lowest bits say which aspect of a thing.
struct SiteKeys: Sendable {
  let works: [UInt64]
  let editions: [UInt64]
  let terms: [UInt64]

  static let text: UInt64 = 1
  static let relations: UInt64 = 2
  static let card: UInt64 = 3
  static let members: UInt64 = 1
  static let memberCount: UInt64 = 2
  static let presence: UInt64 = 1

  init(works: [SiteWork], editions: [SiteEdition], terms: [SiteTerm]) {
    self.works = works.map { Self.key("work", $0.work.folder) }
    self.editions = editions.map { Self.key("edition", $0.edition.path) }
    self.terms = terms.map { Self.key("term", $0.path) }
  }

  static let clock = key("clock", "")
  static let heldMenuEntries = key("held menu entries", "")

  static func articles(in language: Int) -> UInt64 { key("articles", String(language)) }

  static func terms(of taxonomy: Taxonomy, in language: Int) -> UInt64 {
    key("terms", "\(taxonomy.rawValue) \(language)")
  }

  static func person(_ key: String) -> UInt64 { self.key("person", key) }

  static func personTerm(_ key: String, in language: Int) -> UInt64 {
    self.key("person's term", "\(language) \(key)")
  }

  static func string(_ text: InterfaceText, in language: LanguageCode) -> UInt64 {
    key("string", "\(language.tag) \(text.key)")
  }

  static func path(_ path: String) -> UInt64 { key("path", path) }

  private static func key(_ kind: StaticString, _ name: String) -> UInt64 {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(kind.utf8CodeUnitCount + name.utf8.count + 1)
    kind.withUTF8Buffer { bytes += $0 }
    bytes.append(0)
    bytes += name.utf8
    return Fingerprint(of: bytes).low & ~0b11
  }
}
