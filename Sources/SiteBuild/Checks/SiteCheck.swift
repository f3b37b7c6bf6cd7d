import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import SiteModel

/// Finds what only the whole site shows: links to anchors and pages that are not there, and pages
/// that would overwrite one another.
struct SiteCheck {
  private let site: Site
  private let sources: [RenderedEdition]

  init(site: Site, sources: [RenderedEdition]) {
    self.site = site
    self.sources = sources
  }

  var diagnostics: [Diagnostic] { brokenLinks + collisions }

  private var brokenLinks: [Diagnostic] {
    let paths = Set(site.pagePaths)
    return sources.flatMap { source in
      source.body.links.compactMap { link in broken(link, in: source, paths: paths) }
    }
  }

  private func broken(
    _ link: OutgoingLink, in source: RenderedEdition, paths: Set<String>
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
    guard link.destination.hasPrefix("/"), !paths.contains(target) else { return nil }
    return .unknownPage(
      target, at: source.file.location(atByte: link.offset), pages: site.pagePaths)
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

  /// Two editions, an alias and a page, or two aliases at the same address.
  private var collisions: [Diagnostic] {
    var owners: [String: SourceLocation] = [:]
    for path in site.pagePaths { owners[path] = SourceLocation(path: "templates") }
    for edition in site.editions {
      owners[edition.path] = SourceLocation(path: edition.edition.path)
    }
    var found: [Diagnostic] = []
    for redirect in Redirects(site: site).all {
      let address = redirect.from.hasSuffix("/") ? redirect.from : redirect.from + "/"
      guard let owner = owners[address] ?? owners[redirect.from] else { continue }
      let target = site.subject(atPath: redirect.to)
      guard case .edition(let index) = target else { continue }
      found.append(
        .pathCollision(
          String(redirect.from.dropFirst()), owner,
          SourceLocation(path: site.editions[index].edition.path)))
    }
    return found
  }
}
