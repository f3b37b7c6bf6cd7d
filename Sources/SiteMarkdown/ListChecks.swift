import SiteDiagnostics

/// Lists as word processors and messages have them, which are no lists in Markdown.
extension MarkdownRenderer {
  /// Reports lines of a paragraph that begin with a bullet, or with a number in Arabic digits, where
  /// two of a kind run together for readers.
  mutating func checkPastedItems(of paragraph: MarkdownNode) {
    var first: PastedMarker?
    var count = 0
    var child = paragraph.firstChild
    while let node = child {
      // What stands behind a hard line break begins a line for readers too.
      let mayRunOn = node.previous == nil || node.previous?.kind == .softBreak
      if mayRunOn, let marker = PastedMarker(beginning: node),
        first == nil || first?.isOrdered == marker.isOrdered
      {
        first = first ?? marker
        count += 1
      }
      child = node.next
    }
    guard count > 1, let first else { return }
    let lines = source.range(ofLines: paragraph.startLine, through: paragraph.endLine)
    report(at: source.find(first.bytes, in: lines) ?? lines.lowerBound) {
      .listAsText(
        String(decoding: first.bytes, as: UTF8.self), isOrdered: first.isOrdered, at: $0)
    }
  }
}

/// What a line begins with that was meant as an item.
private struct PastedMarker {
  let bytes: [UInt8]
  let isOrdered: Bool

  /// Bullets of word processors: `•`, `‣`, `◦`, `▪`, `●`, `○`, `■`, `·`. An en dash counts with a
  /// space behind it only.
  private static let bullets = ["•", "‣", "◦", "▪", "●", "○", "■", "·", "– "].map { Array($0.utf8) }

  init?(beginning node: MarkdownNode) {
    guard node.kind == .text, let lead = node.literal.first, lead > 0x7F else { return nil }
    let text = node.literal
    if let bullet = Self.bullets.first(where: text.starts(with:)) {
      bytes = bullet.last == 0x20 ? bullet.dropLast() : bullet
      isOrdered = false
      return
    }
    // Arabic digits, U+0660–0669 and U+06F0–06F9, and a mark behind which no number goes on.
    var length = 0
    while text.isArabicDigit(at: length) { length += 2 }
    guard (2...6).contains(length), length + 1 < text.count,
      ".-)".utf8.contains(text[length]), !text.isArabicDigit(at: length + 1)
    else { return nil }
    bytes = Array(text[...length])
    isOrdered = true
  }
}
