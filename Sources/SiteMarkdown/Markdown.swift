import SiteDiagnostics
import SiteHTML
import SiteText

/// Renders Markdown: GitHub Flavored Markdown 0.29 with footnotes, and what a bilingual portal
/// adds.
///
/// The additions: isolation of runs of the other direction, ids of headings, callouts, captions of
/// tables and images, localized notes. A heading of level 1 belongs to the page's title, so a text
/// that uses it has all its headings moved down a level, with a warning.
public enum Markdown {
  /// Renders a part of a file.
  ///
  /// - Parameters:
  ///   - file: the file, of which diagnostics name places.
  ///   - body: the bytes of the file that are Markdown: what follows the front matter.
  ///   - options: the language, its labels and what is allowed.
  ///   - resolver: finds what links and images lead to.
  public static func render(
    file: SourceFile, body: Range<Int>, options: MarkdownOptions, resolver: any LinkResolver
  ) -> MarkdownDocument {
    let source = MarkdownSource(file: file, body: body.clamped(to: 0..<file.bytes.count))
    var renderer = MarkdownRenderer(source: source, options: options, resolver: resolver)
    file.bytes.withUnsafeBufferPointer {
      let bytes = UnsafeBufferPointer(rebasing: $0[source.body])
      renderer.checkControls(in: bytes)
      if let excess = SourceLimits.excess(in: bytes) {
        return renderer.refuse(excess.0, at: source.body.lowerBound + excess.offset)
      }
      guard let tree = MarkdownTree(parsing: bytes, extensions: .all) else { return }
      renderer.hasReferences = renderer.source.hasNumericReferences
      renderer.render(tree.root)
    }
    return renderer.finished()
  }
}
