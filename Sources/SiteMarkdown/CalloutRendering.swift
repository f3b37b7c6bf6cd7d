import SiteDiagnostics
import SiteHTML
import SiteText

/// A callout, whose first paragraph begins with its marker.
struct OpenCallout {
  enum Kind: String, CaseIterable {
    case key = "KEY"
    case note = "NOTE"
    case warning = "WARNING"
  }

  let kind: Kind
  let quote: MarkdownNode
  /// The text that begins with the marker.
  let markerNode: MarkdownNode
  /// Bytes of that text that are not content: the marker, and a title on its line.
  let markerLength: Int
}

extension MarkdownRenderer {
  mutating func enterBlockQuote(_ node: MarkdownNode) -> Bool {
    if style == .portal, let marker = calloutMarker(of: node) {
      openCallout(marker, node)
    } else {
      open("<blockquote", for: node)
      write("\n")
    }
    return true
  }

  mutating func leaveBlockQuote(_ node: MarkdownNode) {
    startLine()
    guard let open = callouts.last, open.quote == node else { return write("</blockquote>\n") }
    callouts.removeLast()
    write(open.kind == .key ? "</section>\n" : "</aside>\n")
  }

  // MARK: - Markers

  private struct Marker {
    let kind: OpenCallout.Kind
    let title: String
    let text: MarkdownNode
    let length: Int
  }

  /// The marker at the beginning of a quotation: `[!KEY]`, and the title that may follow it on its
  /// line. A marker that names no callout is reported and left as text.
  private mutating func calloutMarker(of quote: MarkdownNode) -> Marker? {
    guard let text = quote.firstChild?.firstChild, text.kind == .text else { return nil }
    let literal = text.literal
    guard literal.starts(with: "[!".utf8), let end = literal.firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let name = String(decoding: literal[2..<end], as: UTF8.self)
    let line = source.range(ofLines: quote.startLine, through: quote.startLine)
    let offset = source.find(Array("[!\(name)]".utf8), in: line) ?? line.lowerBound
    guard let kind = OpenCallout.Kind(rawValue: name.uppercased()) else {
      report(at: offset) {
        .unknownCallout(name, among: OpenCallout.Kind.allCases.map(\.rawValue), at: $0)
      }
      return nil
    }
    if quote.firstChild?.next == nil, text.next == nil {
      report(at: offset) { .emptyCallout(name, at: $0) }
    }
    var rest = literal[(end + 1)...].drop { $0 == 0x20 }
    let isWholeLine = text.next == nil || text.next?.kind == .softBreak
    var title = ""
    if isWholeLine {
      title = String(decoding: rest, as: UTF8.self)
      rest = rest[rest.endIndex...]
    }
    return Marker(kind: kind, title: title, text: text, length: rest.startIndex)
  }

  private mutating func openCallout(_ marker: Marker, _ quote: MarkdownNode) {
    calloutCount += 1
    callouts.append(
      OpenCallout(
        kind: marker.kind, quote: quote, markerNode: marker.text, markerLength: marker.length))
    let id = "c\(calloutCount)"
    startLine()
    switch marker.kind {
    case .key:
      html.append("<section class=\"points\" aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">")
      writeTitle(marker.title, else: options.labels.keyPoints)
      write("</h2>\n")
    case .note:
      html.append(
        "<aside class=\"note\" aria-labelledby=\"\(id)\"><p class=\"label\" id=\"\(id)\">")
      writeTitle(marker.title, else: options.labels.remark)
      write("</p>\n")
    case .warning:
      html.append("<aside class=\"note warning\" aria-labelledby=\"\(id)\">")
      html.append("<p class=\"label\" id=\"\(id)\">")
      writeTitle(marker.title, else: options.labels.warning)
      write("</p>\n")
    }
  }

  private mutating func writeTitle(_ title: String, else label: String) {
    guard !title.isEmpty else { return isolation.append(label, to: &html) }
    isolation.append(title, to: &html)
    document.text.append(title)
    endTextBlock()
  }

  // MARK: - The text after a marker

  /// True for a paragraph that holds nothing but the marker of a callout.
  func isOnlyCalloutMarker(_ paragraph: MarkdownNode) -> Bool {
    guard let open = callouts.last, let text = paragraph.firstChild, open.markerNode == text else {
      return false
    }
    return text.next == nil && open.markerLength == text.literal.count
  }

  /// The text of a node, without the marker of a callout or of a caption that begins it.
  mutating func textWithoutMarker(_ node: MarkdownNode) -> UnsafeBufferPointer<UInt8> {
    var skipped = 0
    if node == caption { skipped = 2 }
    if let open = callouts.last, open.markerNode == node { skipped = open.markerLength }
    return UnsafeBufferPointer(rebasing: node.literal[skipped...])
  }
}
