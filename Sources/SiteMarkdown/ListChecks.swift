import SiteDiagnostics

/// Lists as word processors and messages have them, which are no lists in Markdown.
extension MarkdownRenderer {
  /// Reports lines of a paragraph that begin with a bullet, or with a number in Arabic digits, where
  /// two of them run together for readers.
  mutating func checkPastedItems(of paragraph: MarkdownNode) {
    var first: (marker: PastedMarker, text: UnsafeBufferPointer<UInt8>, line: Int)?
    var count = 0
    var line = 0
    var child = paragraph.firstChild
    while let node = child {
      if node.kind == .softBreak || node.kind == .lineBreak { line += 1 }
      // What stands behind a hard line break begins a line for readers too.
      let mayRunOn = node.previous == nil || node.previous?.kind == .softBreak
      if mayRunOn, let marker = PastedMarker(beginning: node) {
        first = first ?? (marker, node.literal, line)
        count += 1
      }
      child = node.next
    }
    guard count > 1, let (marker, text, line) = first,
      let found = source.line(beginningWith: text, from: line, of: paragraph)
    else { return }
    report(at: found.offset) {
      .listAsText(
        String(decoding: marker.bytes, as: UTF8.self), isOrdered: marker.isOrdered, at: $0)
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
