import SiteHTML
import SiteText

/// A heading whose content is being written.
struct OpenHeading {
  let htmlStart: Int
  let textStart: Int
}

/// Names that have been given to the headings of a page.
struct AnchorNames {
  private var used: [String: Int] = [:]

  /// Names that the page itself uses: of its main part, its notes and its callouts.
  private static let reserved: Set<String> = ["main", "notes"]

  /// A name that no other heading has: the second of a name gets `-2`.
  mutating func name(for text: String) -> String {
    let anchor = Slug.anchor(for: text)
    let start = Self.isReserved(anchor) ? 1 : 0
    var count = (used[anchor] ?? start) + 1
    used[anchor] = count
    guard count > 1 else { return anchor }
    while used["\(anchor)-\(count)"] != nil { count += 1 }
    used[anchor] = count
    used["\(anchor)-\(count)"] = 1
    return "\(anchor)-\(count)"
  }

  /// True for names that the renderer gives to notes, references, tables and callouts, which are a
  /// word of its own and a number: `fn1`, `r1-2`, `t3`, `c1`.
  private static func isReserved(_ name: String) -> Bool {
    if reserved.contains(name) { return true }
    let number = ["fn", "r", "t", "c"].lazy.compactMap { prefix in
      name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : nil
    }
    return number.contains { !$0.isEmpty && $0.allSatisfy { $0.isNumber || $0 == "-" } }
  }
}

extension MarkdownRenderer {
  /// Looks whether the text uses level 1, which is the title's, and has its headings moved down.
  mutating func shiftHeadings(of root: MarkdownNode) {
    var child = root.firstChild
    while let node = child {
      if node.kind == .heading, node.headingLevel == 1 {
        headingShift = 1
        report(.topLevelHeading(at: source.location(atByte: source.offset(ofLine: node.startLine))))
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
    let text = String(decoding: document.text[heading.textStart...], as: UTF8.self)
    let id = anchors.name(for: text)
    let content = html[heading.htmlStart...]
    var written: [UInt8] = []
    written.append("<h\(level) id=\"")
    written.appendEscaped(attribute: id)
    written.append("\"")
    html.replaceSubrange(heading.htmlStart..., with: [])
    html.append(contentsOf: written)
    if foreignBlock == node { writeDirection() }
    html.append(">")
    html.append(contentsOf: content)
    html.append("</h\(level)>\n")
    if node.parent?.kind == .document {
      var title: [UInt8] = []
      options.isolation.append(text, to: &title)
      document.headings.append(
        Heading(level: level, id: id, html: HTML(trusted: title), text: text))
    }
    endTextBlock()
  }
}
