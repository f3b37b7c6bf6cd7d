import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// The anchors of every rendered edition.
///
/// A link such as `../iraq-families/ar.md#section` leads to the page in the reader's own language.
/// Where that page has no such anchor and the named file has it, the link leads to the named one.
struct Anchors: Sendable {
  /// Those of the headings of a text.
  private enum Headings: Sendable {
    case few(KeptHeadings)
    case many(Set<String>)

    init(_ headings: KeptHeadings) {
      self = headings.count < 64 ? .few(headings) : .many(Set(headings.all.map(\.id)))
    }

    func contain(_ fragment: String) -> Bool {
      switch self {
      case .few(let headings): headings.all.contains { $0.id == fragment }
      case .many(let anchors): anchors.contains(fragment)
      }
    }
  }

  /// By the paths of the files.
  private let headings: [String: Headings]

  init(_ editions: [RenderedEdition]) {
    headings = Dictionary(
      editions.map { ($0.edition.path, Headings($0.text.keptHeadings)) },
      uniquingKeysWith: { first, _ in first })
  }

  private func hasHeading(_ fragment: String, in path: String) -> Bool {
    headings[path]?.contain(fragment) ?? false
  }

  /// Whether the page of a text has an anchor.
  ///
  /// - Parameters:
  ///   - fragment: the anchor without `#`, decoded.
  ///   - path: the file of the text.
  func has(_ fragment: String, in text: EditionText, at path: String) -> Bool {
    hasHeading(fragment, in: path) || text.parts.hasAnchor(fragment)
  }

  /// Links, as written, whose anchor only the file that they name has.
  func linksToNamedLanguage(in rendered: RenderedEdition) -> Set<String> {
    Set(
      rendered.text.links.compactMap { link in
        guard link.leadsIntoSite, let fragment = link.fragment?.percentDecoded else { return nil }
        let destination = Destination(link.destination)
        guard destination.path.hasSuffix(".md"),
          let file = destination.resolved(from: rendered.work.folder),
          hasHeading(fragment, in: file)
        else { return nil }
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        let ownFile = "\(folder)/\(rendered.edition.language.tag).md"
        return hasHeading(fragment, in: ownFile) ? nil : link.destination
      })
  }
}
