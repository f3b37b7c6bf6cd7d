import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteHTML
import SiteModel
import SiteSearch
import SiteText

/// Finds what only the whole site shows: links and menus that lead nowhere, pages that would
/// overwrite one another, and works that no search leads to.
struct SiteCheck {
  private let site: Site
  private let content: LoadedContent
  private let rendered: MarkdownStage.Result
  private let addresses: AddressBook
  private let paths: OutputPaths

  init(of prepared: PreparedSite) {
    site = prepared.site
    content = prepared.source.content
    rendered = prepared.texts.rendered
    addresses = prepared.texts.addresses
    paths = OutputPaths(
      of: prepared.site, assets: prepared.source.files,
      themeAssets: prepared.source.theme.assets.references)
  }

  func diagnostics(jobs: Jobs) async -> [Diagnostic] {
    await brokenLinks(jobs: jobs) + brokenMenus + paths.conflicts.map(finding)
      + heldAtGenerated + contestedTags + withoutWords
  }

  private func brokenLinks(jobs: Jobs) async -> [Diagnostic] {
    let check = LinkCheck(
      site: site, anchors: rendered.anchors, addresses: addresses, paths: paths)
    let findings = await rendered.editions.concurrentMap(jobs: jobs) { check.findings(in: $0) }
    var report = LinkReport(site: site, editions: rendered.editions)
    return zip(rendered.editions, findings).flatMap { report.diagnostics(of: $1, in: $0) }
  }

  /// Entries of menus that would lead to no page.
  private var brokenMenus: [Diagnostic] {
    lazy var pages = NearMiss(site.pagePaths)
    let menus = site.configuration.menus.sorted { $0.key < $1.key }.flatMap(\.value)
    return menus.compactMap { item in
      guard item.url.hasPrefix("/") else { return nil }
      let missing = site.languages.indices
        .map { Destination(site.counterpart(ofPath: item.url, in: $0)).path }
        .filter { !paths.hasPage(at: $0) && !addresses.mayBeLeftOut($0) }
      guard let first = missing.first else { return nil }
      let address = Destination(item.url).path
      if let reason = addresses.reasonToHold(address: address) {
        return .menuLeads(to: address, heldBackFor: reason, at: item.location)
      }
      if site.whole.hasHeldTerm(at: address) {
        return .menuLeads(toTermWithoutWorks: address, at: item.location)
      }
      return .menuLeadsNowhere(first, at: item.location, near: pages.suggestions(for: first))
    }
  }

  /// Texts that are held back where they could not be published either.
  private var heldAtGenerated: [Diagnostic] {
    addresses.heldAtGenerated.map {
      let file = SourceLocation(path: $0.edition.path)
      return .reservedPath($0.path, at: place(ofSlug: $0.edition.slugLocation ?? file))
    }
  }

  /// Tags that are written differently and would have one address. The slugs of `tags.yaml` are
  /// compared when that file is read.
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
          tag.name.text, owner.name.text, path: tag.path, at: place(ofTag: index),
          other: place(ofTag: other)))
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
      return .nothingToSearch(at: content.place(of: "title", inFile: edition.path))
    }
  }

  /// Where the registry names a tag, else where the oldest of its works does.
  private func place(ofTag tag: Int) -> SourceLocation {
    let term = site.whole.terms[tag]
    guard !term.isRegistered, let oldest = site.whole.members[tag].last else {
      return content.place(ofTag: term.key)
    }
    let path = site.whole.editions[oldest].edition.path
    return content.place(of: "tags", inFile: path) { TextFolding.key($0) == term.key }
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
    default: .pathCollision(claim.address, place(of: owner), place(of: claim))
    }
  }

  /// Where a path can be changed.
  private func place(of claim: OutputPaths.Claim) -> SourceLocation {
    switch claim.origin {
    case .generated: SourceLocation(path: "content/site.yaml")
    case .themeAsset(let name): SourceLocation(path: "\(ThemeFiles.folder)/assets/\(name)")
    case .edition(let location, _): place(ofSlug: location)
    case .alias(let location): location
    case .asset(let file): SourceLocation(path: file)
    }
  }

  /// - Parameter location: of the slug, else the file of the text.
  private func place(ofSlug location: SourceLocation) -> SourceLocation {
    location.line == nil ? content.place(of: "title", inFile: location.path) : location
  }
}
