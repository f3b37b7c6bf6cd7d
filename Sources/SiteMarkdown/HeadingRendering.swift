import SiteHTML
import SiteText

/// A heading whose content is being written.
struct OpenHeading {
  let htmlStart: Int
  let textStart: Int
}

extension MarkdownRenderer {
  /// Looks whether the text uses level 1, which is the title's, and has its headings moved down.
  mutating func shiftHeadings(of root: MarkdownNode) {
    var child = root.firstChild
    while let node = child {
      if node.kind == .heading, node.headingLevel == 1 {
        headingShift = 1
        report(at: source.offset(ofLine: node.startLine)) { .topLevelHeading(at: $0) }
        return
      }
      child = node.next
    }
  }

  mutating func enterHeading(_ node: MarkdownNode) {
    block = node
    startLine()
    preceding = .nothing
    guard style == .portal else {
      html.append("<h\(node.headingLevel)>")
      return
    }
    // The id follows from the content, so that the tag is written around it afterwards.
    heading = OpenHeading(htmlStart: html.count, textStart: document.text.count)
    if foreignBlock == nil, isForeign(node) {
      foreignBlock = node
      isolation = options.isolation.reversed
    }
  }

  mutating func leaveHeading(_ node: MarkdownNode) {
    guard let heading else {
      html.append("</h\(node.headingLevel)>\n")
      return
    }
    self.heading = nil
    let level = min(max(node.headingLevel + headingShift, 2), 6)
    let text = Array(document.text[heading.textStart...])
    let id = anchors.name(for: text)
    let content = Array(html[heading.htmlStart...])
    html.removeSubrange(heading.htmlStart...)
    html.append("<h")
    html.append(UInt8(ascii: "0") + UInt8(level))
    html.append(" id=\"")
    html.appendEscaped(attribute: id[...])
    html.append("\"")
    if foreignBlock == node { writeDirection() }
    html.append(">")
    html.append(contentsOf: content)
    html.append("</h")
    html.append(UInt8(ascii: "0") + UInt8(level))
    html.append(">\n")
    if node.parent?.kind == .document {
      var title: [UInt8] = []
      options.isolation.append(text[...], to: &title)
      document.headings.append(
        Heading(
          level: level, id: String(decoding: id, as: UTF8.self), html: HTML(trusted: title),
          text: String(decoding: text, as: UTF8.self)))
    }
    endTextBlock()
  }
}
