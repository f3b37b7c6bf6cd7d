import SiteDiagnostics
import SiteHTML
import SiteMarkdown

/// Warns of fenced blocks that hold data and not code, which are not drawn: they come out as code.
struct UndrawnBlocks: FencedBlockRenderer {
  private static let kinds: Set<String> = ["chart", "poll"]

  func render(info: String, content: [UInt8], file: SourceFile, offset: Int) -> FencedBlock? {
    guard let kind = info.split(whereSeparator: \.isWhitespace).first.map(String.init),
      Self.kinds.contains(kind)
    else { return nil }
    var html: [UInt8] = []
    html.append("<pre dir=\"ltr\"><code class=\"language-")
    html.append(kind)
    html.append("\">")
    html.appendEscaped(content[...])
    html.append("</code></pre>")
    let place = file.location(atByte: startOfLine(before: offset, in: file.bytes))
    return FencedBlock(
      html: HTML(trusted: html), text: String(decoding: content, as: UTF8.self),
      diagnostics: [.blockNotDrawn(kind, at: place)])
  }

  private func startOfLine(before offset: Int, in bytes: [UInt8]) -> Int {
    let end = Swift.min(Swift.max(offset - 1, 0), bytes.count)
    return bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }
}
