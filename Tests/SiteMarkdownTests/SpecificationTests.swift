import Foundation
import SiteDiagnostics
import SiteHTML
import SiteText
import Testing

@testable import SiteMarkdown

/// The examples of the GitHub Flavored Markdown Spec, with the renderer's additions off.
@Suite struct SpecificationTests {
  @Test func everyExampleIsRenderedAsTheSpecificationShowsIt() throws {
    let examples = try SpecificationExample.all()
    #expect(examples.count == 673)
    for example in examples {
      let html = rendered(example)
      #expect(
        html == example.html, "example \(example.number), line \(example.line): \(example.markdown)"
      )
    }
  }

  private func rendered(_ example: SpecificationExample) -> String {
    let bytes = Array(example.markdown.utf8)
    let source = MarkdownSource(
      file: SourceFile(path: "example.md", bytes: bytes), body: 0..<bytes.count)
    var renderer = MarkdownRenderer(
      source: source, options: .arabic, resolver: PathResolver(), style: .specification,
      filtersTags: example.extensions.contains("tagfilter"))
    bytes.withUnsafeBufferPointer {
      guard let tree = MarkdownTree(parsing: $0, extensions: example.parserExtensions) else {
        return
      }
      renderer.render(tree.root)
    }
    return renderer.finished().html.description
  }
}

/// An example of the specification: between fences of 32 backticks, Markdown and HTML divided by a
/// line with a full stop, tabs shown as `→`.
struct SpecificationExample {
  let number: Int
  let line: Int
  let markdown: String
  let html: String
  let extensions: [String]

  var parserExtensions: MarkdownTree.Extensions {
    var result: MarkdownTree.Extensions = []
    if extensions.contains("table") { result.insert(.table) }
    if extensions.contains("strikethrough") { result.insert(.strikethrough) }
    if extensions.contains("autolink") { result.insert(.autolink) }
    if extensions.contains("disabled") { result.insert(.taskList) }
    return result
  }

  static func all() throws -> [SpecificationExample] {
    let url = try #require(
      Bundle.module.url(
        forResource: "gfm-0.29-spec", withExtension: "txt", subdirectory: "Fixtures"))
    let text = try String(contentsOf: url, encoding: .utf8)
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var lines: [Substring] = []
    var start: (line: Int, extensions: [String])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix(fence + " example") {
        start = (index + 1, line.split(separator: " ").dropFirst(2).map(String.init))
        lines = []
      } else if line == fence, let opened = start {
        let divider = try #require(lines.firstIndex(of: "."))
        examples.append(
          SpecificationExample(
            number: examples.count + 1, line: opened.line,
            markdown: joined(lines[..<divider]), html: joined(lines[(divider + 1)...]),
            extensions: opened.extensions))
        start = nil
      } else {
        lines.append(line)
      }
    }
    return examples
  }

  private static func joined(_ lines: ArraySlice<Substring>) -> String {
    lines.map { $0.replacing("→", with: "\t") + "\n" }.joined()
  }
}
