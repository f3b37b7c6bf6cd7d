import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Finds what two works both claim: ids, addresses and aliases.
struct Collisions {
  private var ids: [String: String] = [:]
  private var slugs: [SlugKey: String] = [:]
  private var aliases: [String: String] = [:]
  /// Slugs that two works have in one language.
  private(set) var sharedSlugs: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  private struct SlugKey: Hashable {
    let section: Work.Section
    let language: LanguageCode
    let slug: String
  }

  init(of drafts: [DraftWork]) {
    for draft in drafts {
      checkID(of: draft)
      checkSlugs(of: draft)
      for edition in draft.editions { checkAliases(of: edition) }
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

  /// A folder's name that is taken is one mistake, in however many languages.
  private mutating func checkSlugs(of draft: DraftWork) {
    var folderIsReported = false
    for edition in draft.editions {
      let (slug, path) = (edition.edition.slug, edition.edition.path)
      let key = SlugKey(
        section: draft.folder.section, language: edition.edition.language, slug: slug)
      guard let other = slugs.updateValue(path, forKey: key) else { continue }
      slugs[key] = other
      sharedSlugs.insert(slug)
      if edition.slugBytes == nil {
        if folderIsReported { continue }
        folderIsReported = true
      }
      let location = edition.slugBytes.map(edition.place) ?? edition.source.place(of: "title")
      diagnostics.append(.duplicateSlug(slug, other: other, at: location))
    }
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
