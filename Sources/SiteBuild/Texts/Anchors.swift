import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// The anchors of every rendered edition.
///
/// A link such as `../iraq-families/ar.md#section` leads to the page in the reader's own language.
/// Where that page has no such anchor and the named file has it, the link leads to the named one.
struct Anchors: Sendable {
  /// Those of the headings, by the paths of the files.
  private let anchors: [String: Set<String>]

  init(_ editions: [RenderedEdition]) {
    anchors = Dictionary(
      editions.map { ($0.edition.path, Set($0.text.headings.map(\.id))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether the page of a text has an anchor.
  ///
  /// - Parameters:
  ///   - fragment: the anchor without `#`, decoded.
  ///   - path: the file of the text.
  func has(_ fragment: String, in text: EditionText, at path: String) -> Bool {
    anchors[path]?.contains(fragment) ?? false || text.parts.hasAnchor(fragment)
  }

  /// Links, as written, whose anchor only the file that they name has.
  func linksToNamedLanguage(in rendered: RenderedEdition) -> Set<String> {
    Set(
      rendered.text.links.compactMap { link in
        guard link.leadsIntoSite, let fragment = link.fragment?.percentDecoded else { return nil }
        let destination = Destination(link.destination)
        guard destination.path.hasSuffix(".md"),
          let file = destination.resolved(from: rendered.work.folder),
          anchors[file]?.contains(fragment) == true
        else { return nil }
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        let ownFile = "\(folder)/\(rendered.edition.language.tag).md"
        return anchors[ownFile]?.contains(fragment) == true ? nil : link.destination
      })
  }
}
