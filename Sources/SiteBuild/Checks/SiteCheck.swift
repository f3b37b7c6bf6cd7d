import SiteDiagnostics
import SiteHTML
import SiteModel
import SiteSearch
import SiteText

/// Finds what only the whole site shows: links and menus that lead nowhere, pages that would
/// overwrite one another, and works that no search leads to.
struct SiteCheck {
  private let site: Site
  private let sources: [RenderedEdition]
  private let addresses: AddressBook
  private let paths: OutputPaths

  /// - Parameters:
  ///   - files: the files of the content that may be published.
  ///   - theme: the files of the theme.
  init(
    site: Site, sources: [RenderedEdition], files: [PublishedFile], theme: ThemeAssets,
    addresses: AddressBook
  ) {
    self.addresses = addresses
    self.site = site
    self.sources = sources
    paths = OutputPaths(of: site, assets: files, themeAssets: theme.references)
  }

  var diagnostics: [Diagnostic] {
    var links = LinkCheck(
      site: site, sources: sources, addresses: addresses, paths: paths)
    return links.diagnostics() + brokenMenus + paths.conflicts.map(finding) + contestedTags
      + withoutWords
  }

  /// Entries of menus that would lead to no page.
  private var brokenMenus: [Diagnostic] {
    lazy var pages = NearMiss(site.pagePaths)
    let menus = site.configuration.menus.sorted { $0.key < $1.key }.flatMap(\.value)
    return menus.compactMap { item in
      guard item.url.hasPrefix("/") else { return nil }
      let missing = site.languages.indices.lazy
        .map { site.counterpart(ofPath: item.url, in: $0).percentDecoded }
        .map { String($0.prefix { $0 != "#" && $0 != "?" }) }
        .first { !paths.hasPage(at: $0) && !addresses.mayBeLeftOut($0) }
      return missing.map {
        .menuLeadsNowhere($0, at: item.location, near: pages.suggestions(for: $0))
      }
    }
  }

  /// Tags that are written differently and would have one address. Two entries of `tags.yaml` are
  /// compared when the file is read.
  private var contestedTags: [Diagnostic] {
    var owners: [String: Int] = [:]
    var found: [Diagnostic] = []
    let terms = site.whole.terms
    let tags = terms.indices.filter { terms[$0].taxonomy == .tags }
    for index in tags.filter({ terms[$0].isRegistered }) + tags.filter({ !terms[$0].isRegistered })
    {
      let tag = terms[index]
      guard let other = owners[tag.path] else {
        owners[tag.path] = index
        continue
      }
      let owner = terms[other]
      if tag.isRegistered { continue }
      found.append(
        .sharedTagAddress(
          tag.name.text, owner.name.text, path: tag.path, at: firstUse(of: index),
          other: firstUse(of: other)))
    }
    return found
  }

  /// Works that have no word to search for, not even in the title.
  private var withoutWords: [Diagnostic] {
    let editions = site.whole.editions
    return editions.indices.filter {
      !SearchDocument.hasWords(editions[$0].edition.title)
        && !site.searchDocument(of: $0).canBeFound
    }.map {
      let edition = editions[$0].edition
      return .nothingToSearch(at: place(of: edition.title, below: "title", in: edition))
    }
  }

  /// Where the oldest of a tag's works names it.
  private func firstUse(of tag: Int) -> SourceLocation {
    guard let edition = site.whole.members[tag].last.map({ site.whole.editions[$0].edition }) else {
      return SourceLocation(path: "content/tags.yaml")
    }
    return place(of: site.whole.terms[tag].name.text, below: "tags", in: edition)
  }

  private func finding(_ conflict: OutputPaths.Conflict) -> Diagnostic {
    switch conflict {
    case .tooLong(let claim): .pathTooLong(at: place(of: claim))
    case .fileAgainstFolder(let claim, let other):
      .fileAgainstFolder(claim.address, other.address, at: place(of: claim))
    case .taken(let claim, let owner): taken(claim, by: owner)
    }
  }

  private func taken(
    _ claim: OutputPaths.Claim, by owner: OutputPaths.Claim
  ) -> Diagnostic {
    switch (claim.origin, owner.origin) {
    case (.generated, _): .twoGenerated(claim.address)
    case (_, .generated): .reservedPath(claim.address, at: place(of: claim))
    default:
      .pathCollision(
        claim.address, SourceLocation(path: place(of: owner).path), place(of: claim))
    }
  }

  /// Where a path can be changed.
  private func place(of claim: OutputPaths.Claim) -> SourceLocation {
    switch claim.origin {
    case .generated: SourceLocation(path: "content/site.yaml")
    case .themeAsset(let name): SourceLocation(path: "\(ThemeFiles.folder)/assets/\(name)")
    case .edition(let location), .alias(let location): location
    case .asset(let file): SourceLocation(path: file)
    }
  }

  /// Where the front matter states an alias or a tag below its key.
  private func place(of text: String, below key: String, in edition: Edition) -> SourceLocation {
    guard let file = sources.first(where: { $0.edition.path == edition.path })?.file,
      let start = file.bytes.firstRange(of: Array("\n\(key):".utf8))
    else { return SourceLocation(path: edition.path) }
    var rest = file.bytes[start.upperBound...]
    while let found = rest.firstRange(of: Array(text.utf8)) {
      rest = rest[found.upperBound...]
      if rest.first.map({ ",]\"' \t\r\n".utf8.contains($0) }) ?? true {
        return file.location(atByte: found.lowerBound)
      }
    }
    return SourceLocation(path: edition.path)
  }
}
