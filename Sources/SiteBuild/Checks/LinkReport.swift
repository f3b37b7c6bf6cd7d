import SiteDiagnostics
import SiteMarkdown
import SiteModel
import SiteText

/// A link that does not lead where it should.
struct LinkFinding: Sendable {
  enum Fault: Sendable {
    /// With the headings of the page that it leads to.
    case unknownAnchor(String, headings: [Heading])
    case unknownPage(String, Diagnostic.Severity)
    /// A term of which all works are held back by the clock.
    case termWithoutWorks(String)
    case otherLanguage(String, LanguageCode, better: String)
    case ownAddress(better: String?)

    var severity: Diagnostic.Severity {
      switch self {
      case .unknownAnchor: .error
      case .unknownPage(_, let severity): severity
      case .termWithoutWorks, .otherLanguage: .warning
      case .ownAddress: .note
      }
    }
  }

  let fault: Fault
  let link: OutgoingLink
}

/// What is wrong with the links of a text.
struct LinkFindings: Sendable {
  var reported: [LinkFinding] = []
  /// Whether no error and no warning is left out.
  var areAll = true
}

/// Says what is wrong with links, and what is near. Made ready when the first fault is met, since
/// most sites have none.
struct LinkReport {
  private let site: Site
  private let editions: [RenderedEdition]
  private lazy var pages = NearMiss(site.pagePaths)
  /// Indices of the editions by the paths of their files.
  private lazy var indices = Dictionary(
    editions.indices.map { (editions[$0].edition.path, $0) },
    uniquingKeysWith: { first, _ in first })

  init(site: Site, editions: [RenderedEdition]) {
    self.site = site
    self.editions = editions
  }

  mutating func diagnostics(
    of findings: LinkFindings, in source: RenderedEdition
  ) -> [Diagnostic] {
    guard !findings.reported.isEmpty else { return [] }
    let lines = LineTable(of: source.file)
    let found = findings.reported.map {
      diagnostic(of: $0, in: source, at: lines.location(atByte: $0.link.offset))
    }
    return findings.areAll ? found : found + [.moreFindings(in: source.file.path)]
  }

  private mutating func diagnostic(
    of finding: LinkFinding, in source: RenderedEdition, at place: SourceLocation
  ) -> Diagnostic {
    switch finding.fault {
    case .unknownAnchor(let fragment, let headings):
      let destination = Destination(finding.link.destination)
      let named = destination.resolved(from: source.work.folder).flatMap { indices[$0] }
      return .unknownAnchor(
        fragment, at: place,
        anchors: (named.map { editions[$0].text.headings } ?? headings).map(\.id),
        file: named.map { _ in destination.path })
    case .unknownPage(let path, let severity):
      return .unknownPage(path, severity, at: place, near: pages.suggestions(for: path))
    case .termWithoutWorks(let path):
      return .linkLeads(toTermWithoutWorks: path, at: place)
    case .otherLanguage(let path, let language, let better):
      return .otherLanguage(path, language, better: better, at: place)
    case .ownAddress(let better): return .ownAddress(better: better, at: place)
    }
  }
}
