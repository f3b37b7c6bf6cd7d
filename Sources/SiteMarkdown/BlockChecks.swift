import SiteDiagnostics

/// Blocks that are not what they were meant as, which Markdown passes over in silence.
extension MarkdownRenderer {
  // MARK: - Fences

  /// Reports a fenced block without a closing fence (CommonMark 0.29, section 4.5): it goes on to
  /// the end of the text, or of the quotation or the item that holds it.
  ///
  /// - Returns: whether the block ends where it was meant to.
  mutating func checkFence(of node: MarkdownNode) -> Bool {
    guard let fence = node.fence else { return true }
    let last = source.range(ofLines: node.endLine, through: node.endLine)
    if node.endLine > node.startLine, source.file.bytes[last].closes(fence) { return true }
    hasOpenFence = true
    let first = source.range(ofLines: node.startLine, through: node.startLine)
    report(at: source.find(fence, in: first) ?? first.lowerBound) {
      .fenceNotClosed(String(decoding: fence, as: UTF8.self), at: $0)
    }
    return false
  }

  // MARK: - Indented code

  /// Reports indented code (CommonMark 0.29, section 4.4) that reads as text, since word processors
  /// and letters indent paragraphs. What stands in lists and quotations is left alone.
  mutating func checkIndentation(of node: MarkdownNode) {
    guard node.fence == nil, node.parent?.kind == .document, node.literal.readsAsText else {
      return
    }
    report(at: source.offset(ofLine: node.startLine)) { .textAsCode(at: $0) }
  }

  // MARK: - Tables

  /// Reports a row with more cells than the table has columns (GFM 0.29, section 4.10: “the excess
  /// is ignored”), unless those are empty.
  mutating func checkLength(of row: MarkdownNode) {
    guard style == .portal, let columns = table?.alignments.count else { return }
    let line = source.range(ofLines: row.startLine, through: row.startLine)
    let bytes = source.file.bytes[line]
    guard let excess = bytes.startOfCell(columns),
      let content = bytes[excess...].firstIndex(where: { $0 > 0x20 && $0 != UInt8(ascii: "|") })
    else { return }
    report(at: content) { .tableRowTooLong(columns: columns, at: $0) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether a line, behind the marks of quotations, closes what a fence opened.
  fileprivate func closes(_ fence: [UInt8]) -> Bool {
    let marks = [0x20, 0x09, UInt8(ascii: ">")]
    let rest = self.drop { marks.contains($0) }
    let own = rest.prefix { $0 == fence.first }
    return own.count >= fence.count && rest.dropFirst(own.count).allSatisfy { $0 <= 0x20 }
  }

  /// Where the cell with an index begins in a row of a table; nil where the row has fewer.
  fileprivate func startOfCell(_ index: Int) -> Int? {
    let bar = UInt8(ascii: "|")
    let marks = [0x20, 0x09, UInt8(ascii: ">")]
    guard var place = firstIndex(where: { !marks.contains($0) }) else { return nil }
    if self[place] == bar { place += 1 }
    var bars = 0
    while place < endIndex {
      if bars == index { return place }
      switch self[place] {
      case UInt8(ascii: "\\"): place += 2
      case bar:
        bars += 1
        place += 1
      default: place += 1
      }
    }
    return nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a character of U+0600–06FF is anywhere in it, or it begins as a sentence does, goes on
  /// for four words at least and has none of the signs of programs.
  fileprivate var readsAsText: Bool {
    if contains(where: { $0 & 0xFC == 0xD8 }) { return true }
    let words = split { $0 <= 0x20 }
    guard words.count > 3, let first = words.first?.first, (0x41...0x5A).contains(first) else {
      return false
    }
    let isSentence = words[0].dropFirst().allSatisfy { !(0x41...0x5A).contains($0) }
    return isSentence && !contains { "{}<>=|\\$#_;".utf8.contains($0) }
  }
}
