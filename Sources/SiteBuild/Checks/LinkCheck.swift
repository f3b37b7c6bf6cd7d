import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// Finds links in texts that lead to anchors and pages which are not there, and those that pass by
/// the reader's language.
struct LinkCheck {
  private let site: Site
  private let sources: [RenderedEdition]
  private let addresses: AddressBook
  private let paths: OutputPaths
  /// The addresses of pages, for suggestions.
  private lazy var pages = NearMiss(site.pagePaths)
  /// The texts by the paths of their files.
  private let texts: [String: EditionText]
  private var anchors: [String: Set<String>] = [:]

  init(
    site: Site, sources: [RenderedEdition], addresses: AddressBook, paths: OutputPaths
  ) {
    self.site = site
    self.sources = sources
    self.addresses = addresses
    self.paths = paths
    texts = Dictionary(
      sources.map { ($0.edition.path, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for source in sources {
      for link in source.text.links {
        if let diagnostic = finding(about: link, in: source) { found.append(diagnostic) }
      }
    }
    return found
  }

  /// What a link leads to within the site.
  private struct Target {
    /// From the site's root, decoded, without `?` and `#`.
    let path: String
    /// How the editor named it.
    let form: Form

    enum Form { case folder, path, address }
  }

  private mutating func finding(
    about link: OutgoingLink, in source: RenderedEdition
  ) -> Diagnostic? {
    if link.url.hasPrefix("#") {
      return unknownAnchor(link, in: source.edition.path, source.text, source)
    }
    guard let target = target(of: link) else { return nil }
    if case .edition(let index) = site.subject(atPath: target.path) {
      let edition = site.whole.editions[index]
      let folder = site.whole.works[edition.work].work.folder
      if addresses.filesLeftOut(ofFolder: folder).isEmpty,
        let unknown = unknownAnchor(
          link, in: edition.edition.path, site.whole.texts[index], source)
      {
        return unknown
      }
    } else if target.form != .folder, !paths.hasPage(at: target.path) {
      guard !addresses.mayBeLeftOut(target.path) else { return nil }
      return .unknownPage(
        target.path, target.form == .path ? .error : .warning, at: place(of: link, in: source),
        near: pages.suggestions(for: target.path))
    }
    switch target.form {
    case .folder: return nil
    case .path: return otherLanguage(target.path, link, source)
    case .address:
      return .ownAddress(
        better: betterLink(to: target.path, from: source), at: place(of: link, in: source))
    }
  }

  private func target(of link: OutgoingLink) -> Target? {
    let isPath = link.destination.hasPrefix("/")
    if let own = site.configuration.ownPath(ofAddress: link.destination) {
      return Target(path: own.withoutSuffix.percentDecoded, form: .address)
    }
    let base = site.configuration.basePath.dropLast()
    let path = link.url.withoutSuffix.percentDecoded
    guard path.hasPrefix(base + "/") else { return nil }
    return Target(path: String(path.dropFirst(base.count)), form: isPath ? .path : .folder)
  }

  // MARK: - Anchors

  private mutating func unknownAnchor(
    _ link: OutgoingLink, in path: String, _ text: EditionText, _ source: RenderedEdition
  ) -> Diagnostic? {
    let fragment = link.fragment?.percentDecoded ?? ""
    guard !fragment.isEmpty, text.isRead, !anchors(of: text, at: path).contains(fragment) else {
      return nil
    }
    let destination = Destination(link.destination)
    let named = destination.resolved(from: source.work.folder).flatMap { texts[$0] }
    return .unknownAnchor(
      fragment, at: place(of: link, in: source), anchors: (named ?? text).headings.map(\.id),
      file: named.map { _ in destination.path })
  }

  private mutating func anchors(of text: EditionText, at path: String) -> Set<String> {
    if let known = anchors[path] { return known }
    let own = Set(text.headings.map(\.id))
    anchors[path] = own
    return own
  }

  // MARK: - Languages

  /// A path leads to one language, whatever the reader's.
  private func otherLanguage(
    _ path: String, _ link: OutgoingLink, _ source: RenderedEdition
  ) -> Diagnostic? {
    guard let language = language(ofPage: path),
      site.languages[language].code != source.edition.language,
      let better = betterLink(to: path, from: source), better != path
    else { return nil }
    return .otherLanguage(
      path, site.languages[language].code, better: better, at: place(of: link, in: source))
  }

  private func language(ofPage path: String) -> Int? {
    switch site.subject(atPath: path) {
    case .edition(let index): site.whole.editions[index].language
    case .term(let index): site.whole.terms[index].language
    case nil:
      site.languages.indices.filter { path.hasPrefix(site.languages[$0].language.path) }
        .max { site.languages[$0].language.path.count < site.languages[$1].language.path.count }
    }
  }

  /// How a text is to name a page: a work by its folder, another page by its path in the text's
  /// language; nil where it has none in that, and for the text's own work.
  private func betterLink(to path: String, from source: RenderedEdition) -> String? {
    if case .edition(let index) = site.subject(atPath: path) {
      let folder = site.whole.works[site.whole.editions[index].work].work.folder
      return folder == source.work.folder
        ? nil : Destination.relativePath(from: source.work.folder, to: folder)
    }
    guard let own = site.languages.firstIndex(where: { $0.code == source.edition.language })
    else { return nil }
    if language(ofPage: path) == own { return path }
    let counterpart = site.counterpart(ofPath: path, in: own)
    return paths.hasPage(at: counterpart) ? counterpart : nil
  }

  private func place(of link: OutgoingLink, in source: RenderedEdition) -> SourceLocation {
    source.file.location(atByte: link.offset)
  }
}

extension SiteConfiguration {
  /// What follows the site's own address in an address on the web; nil for those of other sites.
  fileprivate func ownPath(ofAddress address: String) -> String? {
    func withoutScheme(_ address: some StringProtocol) -> String? {
      for scheme in ["https://", "http://"] where address.lowercased().hasPrefix(scheme) {
        return String(address.dropFirst(scheme.count))
      }
      return nil
    }
    guard let own = withoutScheme(url.dropLast()), let named = withoutScheme(address),
      named.lowercased().hasPrefix(own.lowercased())
    else { return nil }
    let path = named.dropFirst(own.count)
    guard let first = path.first else { return "/" }
    switch first {
    case "/": return String(path)
    case "?", "#": return "/" + path
    default: return nil
    }
  }
}

extension String {
  /// What comes before `?` and `#`.
  fileprivate var withoutSuffix: String { String(prefix { $0 != "#" && $0 != "?" }) }
}
