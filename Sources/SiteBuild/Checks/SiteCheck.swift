import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import SiteModel

/// Finds what only the whole site shows: links to anchors and pages that are not there, and pages
/// that would overwrite one another.
struct SiteCheck {
  private let site: Site
  private let sources: [RenderedEdition]
  private let paths: OutputPaths

  /// - Parameter files: the files of the content that may be published.
  init(site: Site, sources: [RenderedEdition], files: [PublishedFile]) {
    self.site = site
    self.sources = sources
    paths = OutputPaths(of: site, assets: files)
  }

  var diagnostics: [Diagnostic] { brokenLinks + brokenMenus + contestedPages + contestedAliases }

  private var brokenLinks: [Diagnostic] {
    var pages = PageNames(of: site)
    return sources.flatMap { source in
      source.body.links.compactMap { link in broken(link, in: source, pages: &pages) }
    }
  }

  /// The addresses of pages for suggestions, made ready when the first is asked for.
  private struct PageNames {
    private let site: Site
    private(set) lazy var near = NearMiss(site.pagePaths)

    init(of site: Site) {
      self.site = site
    }
  }

  private func broken(
    _ link: OutgoingLink, in source: RenderedEdition, pages: inout PageNames
  ) -> Diagnostic? {
    let decoded = link.url.percentDecoded
    let path = decoded.prefix { $0 != "#" && $0 != "?" }
    let fragment = link.fragment?.percentDecoded ?? ""
    if path.isEmpty {
      return missing(fragment, in: source.body, link, of: source)
    }
    let base = site.configuration.basePath.dropLast()
    guard path.hasPrefix(base + "/") else { return nil }
    let target = String(path.dropFirst(base.count))
    if case .edition(let index) = site.subject(atPath: target) {
      return missing(fragment, in: site.editions[index].body, link, of: source)
    }
    guard link.destination.hasPrefix("/"), paths[target] == nil else { return nil }
    return .unknownPage(target, at: source.file.location(atByte: link.offset), pages: pages.near)
  }

  private func missing(
    _ fragment: String, in target: MarkdownDocument, _ link: OutgoingLink,
    of source: RenderedEdition
  ) -> Diagnostic? {
    let anchors = target.headings.map(\.id)
    guard !fragment.isEmpty, !anchors.contains(fragment) else { return nil }
    return .unknownAnchor(
      fragment, at: source.file.location(atByte: link.offset), anchors: anchors)
  }

  /// Entries of menus that would lead to no page.
  private var brokenMenus: [Diagnostic] {
    var pages = PageNames(of: site)
    let menus = site.configuration.menus.sorted { $0.key < $1.key }.flatMap(\.value)
    return menus.compactMap { item in
      guard item.url.hasPrefix("/") else { return nil }
      let missing = site.languages.indices.lazy
        .map { site.counterpart(ofPath: item.url, in: $0).percentDecoded }
        .map { String($0.prefix { $0 != "#" && $0 != "?" }) }
        .first { paths[$0] == nil }
      return missing.map { .menuLeadsNowhere($0, pages: pages.near) }
    }
  }

  /// Pages at an address that ctsite or another page has.
  private var contestedPages: [Diagnostic] {
    paths.contested.map { index, owner in
      let edition = site.editions[index]
      return taken(
        edition.path, by: owner, at: SourceLocation(path: edition.edition.path))
    }
  }

  /// Aliases at an address where something is already, or that no file can have.
  private var contestedAliases: [Diagnostic] {
    var owners = paths.origins
    for redirect in Redirects.shortLinks(of: site) { owners[redirect.filePath] = .generated }
    var folders: [String: OutputPaths.Origin] = [:]
    var found: [Diagnostic] = []
    for edition in site.editions {
      for alias in edition.edition.aliases {
        let path = Redirects.redirect(from: alias, to: edition).filePath
        let above = OutputPaths.folders(above: path)
        if path.split(separator: "/").contains(where: { $0.utf8.count > 255 }) {
          found.append(.aliasTooLong(at: place(of: alias, in: edition.edition)))
        } else if let owner = owners[path] ?? folders[path]
          ?? above.lazy.compactMap({ owners[$0] }).first
        {
          found.append(taken(alias, by: owner, at: place(of: alias, in: edition.edition)))
        } else {
          owners[path] = .edition(edition.edition.path)
          for folder in above { folders[folder] = .edition(edition.edition.path) }
        }
      }
    }
    return found
  }

  private func taken(
    _ path: String, by owner: OutputPaths.Origin, at location: SourceLocation
  ) -> Diagnostic {
    switch owner {
    case .generated: .reservedPath(path, at: location)
    case .edition(let file), .asset(let file):
      .pathCollision(path, SourceLocation(path: file), location)
    }
  }

  /// Where the front matter states an alias.
  private func place(of alias: String, in edition: Edition) -> SourceLocation {
    guard let file = sources.first(where: { $0.edition.path == edition.path })?.file else {
      return SourceLocation(path: edition.path)
    }
    var rest = file.bytes[...]
    while let found = rest.firstRange(of: Array(alias.utf8)) {
      rest = rest[found.upperBound...]
      if rest.first.map({ ",]\"' \t\r\n".utf8.contains($0) }) ?? true {
        return file.location(atByte: found.lowerBound)
      }
    }
    return SourceLocation(path: edition.path)
  }
}
