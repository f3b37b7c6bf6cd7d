import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// Finds links in texts that lead to anchors and pages which are not there, and those that pass by
/// the reader's language.
struct LinkCheck: Sendable {
  private let site: Site
  private let anchors: Anchors
  private let addresses: AddressBook
  private let paths: OutputPaths
  private let ownAddress: OwnAddress
  /// The site's path on its host, without its last slash, decoded.
  private let root: String

  init(site: Site, anchors: Anchors, addresses: AddressBook, paths: OutputPaths) {
    self.site = site
    self.anchors = anchors
    self.addresses = addresses
    self.paths = paths
    ownAddress = OwnAddress(site.configuration.url)
    root = String(site.configuration.basePath.dropLast()).percentDecoded
  }

  /// What is wrong with the links of a text; of a great many faults the first, and at least one
  /// error when there is any.
  func findings(in source: RenderedEdition) -> LinkFindings {
    var found = LinkFindings()
    var hasError = false
    for link in source.text.links {
      guard let fault = fault(of: link, in: source) else { continue }
      if found.reported.count >= Diagnostic.mostInFile, hasError || fault.severity < .error {
        found.areAll = found.areAll && fault.severity == .note
        if hasError, !found.areAll { break }
        continue
      }
      hasError = hasError || fault.severity == .error
      found.reported.append(LinkFinding(fault: fault, link: link))
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

  private func fault(of link: OutgoingLink, in source: RenderedEdition) -> LinkFinding.Fault? {
    if link.leadsIntoSite, link.url.utf8.first == UInt8(ascii: "#") {
      return unknownAnchor(link, in: source.edition.path, source.text)
    }
    guard let target = target(of: link), !paths.isShared(target.path) else { return nil }
    if case .edition(let index) = site.whole.subject(atPath: target.path) {
      if let unknown = unknownAnchor(link, inEdition: index) { return unknown }
    } else if target.form != .folder, !paths.hasPage(at: target.path) {
      guard !addresses.mayBeLeftOut(target.path) else { return nil }
      if site.whole.hasHeldTerm(at: target.path) { return .termWithoutWorks(target.path) }
      return .unknownPage(target.path, target.form == .path ? .error : .warning)
    }
    switch target.form {
    case .folder: return nil
    case .path: return otherLanguage(target.path, source)
    case .address: return .ownAddress(better: betterLink(to: target.path, from: source))
    }
  }

  private func target(of link: OutgoingLink) -> Target? {
    guard link.leadsIntoSite else {
      return ownAddress.path(of: link.destination).map { Target(path: $0, form: .address) }
    }
    let path = String(link.url.splitAtSuffix.path).percentDecoded
    guard path.utf8.starts(with: root.utf8), path.utf8.count > root.utf8.count else { return nil }
    let isPath = link.destination.utf8.first == UInt8(ascii: "/")
    let own = String(path[path.utf8.index(path.startIndex, offsetBy: root.utf8.count)...])
    return own.hasPrefix("/") ? Target(path: own, form: isPath ? .path : .folder) : nil
  }

  // MARK: - Anchors

  private func unknownAnchor(_ link: OutgoingLink, inEdition index: Int) -> LinkFinding.Fault? {
    guard link.fragment != nil else { return nil }
    let edition = site.whole.editions[index]
    let folder = site.whole.works[edition.work].work.folder
    guard addresses.filesLeftOut(ofFolder: folder).isEmpty else { return nil }
    return unknownAnchor(link, in: edition.edition.path, site.whole.texts[index])
  }

  private func unknownAnchor(
    _ link: OutgoingLink, in path: String, _ text: EditionText
  ) -> LinkFinding.Fault? {
    guard let fragment = link.fragment?.percentDecoded, !fragment.isEmpty, text.isRead,
      !anchors.has(fragment, in: text, at: path)
    else { return nil }
    return .unknownAnchor(fragment, headings: text.headings)
  }

  // MARK: - Languages

  /// A path leads to one language, whatever the reader's.
  private func otherLanguage(_ path: String, _ source: RenderedEdition) -> LinkFinding.Fault? {
    guard let language = language(ofPage: path),
      site.languages[language].code != source.edition.language,
      let better = betterLink(to: path, from: source), better != path
    else { return nil }
    return .otherLanguage(path, site.languages[language].code, better: better)
  }

  private func language(ofPage path: String) -> Int? {
    switch site.whole.subject(atPath: path) {
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
    if case .edition(let index) = site.whole.subject(atPath: path) {
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
}
