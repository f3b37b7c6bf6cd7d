import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Finds what two works both claim: ids, addresses and aliases.
struct Collisions {
  private var ids: [String: String] = [:]
  private var slugs: [SlugKey: String] = [:]
  private var aliases: [String: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  private struct SlugKey: Hashable {
    let section: Work.Section
    let language: LanguageCode
    let slug: String
  }

  init(of drafts: [DraftWork]) {
    for draft in drafts {
      checkID(of: draft)
      for edition in draft.editions {
        checkSlug(of: edition, in: draft.folder.section)
        checkAliases(of: edition)
      }
    }
  }

  private mutating func checkID(of draft: DraftWork) {
    guard let id = draft.original.id else { return }
    if let other = ids.updateValue(draft.original.edition.path, forKey: id.value) {
      ids[id.value] = other
      diagnostics.append(
        .duplicateID(id.value, other: other, at: draft.original.place(id.bytes)))
    }
  }

  private mutating func checkSlug(of edition: DraftEdition, in section: Work.Section) {
    let key = SlugKey(
      section: section, language: edition.edition.language, slug: edition.edition.slug)
    guard let other = slugs.updateValue(edition.edition.path, forKey: key) else { return }
    slugs[key] = other
    let location = edition.slugBytes.map(edition.place) ?? edition.source.place(of: "title")
    diagnostics.append(.duplicateSlug(edition.edition.slug, other: other, at: location))
  }

  private mutating func checkAliases(of edition: DraftEdition) {
    for alias in edition.aliases {
      let place = edition.place(alias.bytes)
      guard alias.value.isSitePath else {
        diagnostics.append(.badAlias(alias.value, at: place))
        continue
      }
      let address = alias.value.hasSuffix("/") ? alias.value : alias.value + "/"
      if let other = aliases.updateValue(edition.edition.path, forKey: address) {
        aliases[address] = other
        diagnostics.append(.duplicateAlias(alias.value, other: other, at: place))
      }
    }
  }
}

extension String {
  /// Whether the text is a path of the site: `/2019/05/old-name/`, without `..`, spaces, a query or
  /// a fragment. Servers take files whose names begin with a dot, and those at the root that begin
  /// with an underscore, for orders.
  fileprivate var isSitePath: Bool {
    hasPrefix("/") && !hasPrefix("//") && utf8.count > 1
      && !hasPrefix("/_") && !split(separator: "/").contains { $0.hasPrefix(".") }
      && unicodeScalars.allSatisfy {
        $0.value > 0x20 && !$0.properties.isWhitespace && !"?#\\\"<>".unicodeScalars.contains($0)
      }
  }
}
