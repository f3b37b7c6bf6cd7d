import SiteDiagnostics

/// Why lines that were meant as a table are a paragraph (GFM 0.29, section 4.10).
enum TableSlip {
  /// Rows, the first with so many cells, and no line of hyphens.
  case noDelimiter(columns: Int)
  /// A line of hyphens with more or fewer cells than the row above it.
  case columns(Int, delimiters: Int)
  /// A line of hyphens with no row above it.
  case noHeader
}

/// Lines of paragraphs that were meant as headings, items or tables.
extension MarkdownRenderer {
  /// Reports what a paragraph has at the beginnings of its lines that was meant as markup.
  mutating func checkLines(of paragraph: MarkdownNode) {
    var items: [GluedItem] = []
    var line = 0
    var mayBeTable = false
    var child = paragraph.firstChild
    var beginsLine = true
    while let node = child {
      if beginsLine, node.kind == .text, let first = node.literal.first {
        switch first {
        case UInt8(ascii: "#"): checkHeading(node.literal, at: &line, of: paragraph)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          if let text = node.gluedMarker {
            items.append(GluedItem(text: text, line: line, isFirst: node.previous == nil))
          }
          mayBeTable = mayBeTable || node.literal.holds(UInt8(ascii: "|"))
        case UInt8(ascii: "|"), UInt8(ascii: ":"):
          mayBeTable = mayBeTable || node.literal.holds(UInt8(ascii: "|"))
        default: break
        }
      }
      beginsLine = node.kind == .softBreak || node.kind == .lineBreak
      if beginsLine { line += 1 }
      child = node.next
    }
    if mayBeTable { checkRows(of: paragraph) }
    if let first = items.first, items.count > 1 || isItem(first, of: paragraph) {
      report(first, of: paragraph)
    }
  }

  // MARK: - Headings

  /// Reports a line with two number signs or more and no space behind them. One alone may be a
  /// hashtag.
  ///
  /// - Parameter line: the first line of the paragraph on which it can stand; where it stands if it
  ///   is reported.
  private mutating func checkHeading(
    _ text: UnsafeBufferPointer<UInt8>, at line: inout Int, of paragraph: MarkdownNode
  ) {
    let sign = UInt8(ascii: "#")
    let signs = text.prefix { $0 == sign }
    guard markChecks > 0, (2...6).contains(signs.count), text.count > signs.count,
      text[signs.count] > 0x20
    else { return }
    markChecks -= 1
    guard let found = source.line(beginningWith: text, from: line, of: paragraph) else { return }
    line = found.index
    report(at: found.offset) {
      .headingWithoutSpace(String(decoding: signs, as: UTF8.self), at: $0)
    }
  }

  // MARK: - Items

  /// A line that begins as an item does, but for the space.
  private struct GluedItem {
    let text: UnsafeBufferPointer<UInt8>
    /// The first line of the paragraph on which it can stand, from 0.
    let line: Int
    let isFirst: Bool
  }

  /// Whether a line that begins as an item does, but for the space, has another beside it: an item,
  /// or a paragraph that begins so. A single line may be a word that was divided.
  private func isItem(_ line: GluedItem, of paragraph: MarkdownNode) -> Bool {
    let isOrdered = line.text.isOrdered
    if !line.isFirst, let item = paragraph.parent, item.kind == .item {
      return item.parent?.isOrdered == isOrdered
    }
    return [paragraph.previous, paragraph.next].contains {
      guard let node = $0 else { return false }
      switch node.kind {
      case .list: return node.isOrdered == isOrdered
      case .paragraph: return node.firstChild?.gluedMarker?.isOrdered == isOrdered
      default: return false
      }
    }
  }

  private mutating func report(_ item: GluedItem, of paragraph: MarkdownNode) {
    guard let found = source.line(beginningWith: item.text, from: item.line, of: paragraph) else {
      return
    }
    let marker = String(decoding: item.text.prefix(item.text.markerLength), as: UTF8.self)
    report(at: found.offset) { .itemWithoutSpace(marker, at: $0) }
  }

  // MARK: - Tables

  private mutating func checkRows(of paragraph: MarkdownNode) {
    let lines = source.lines(of: paragraph)
    let bytes = source.file.bytes
    if let index = lines.firstIndex(where: { bytes[$0].isDelimiterRow }) {
      let delimiters = bytes[lines[index]].cellCount
      guard index > 0 else {
        return report(at: lines[index].lowerBound) { .tableAsText(.noHeader, at: $0) }
      }
      let columns = bytes[lines[index - 1]].cellCount
      guard columns != delimiters else { return }
      report(at: lines[index].lowerBound) {
        .tableAsText(.columns(columns, delimiters: delimiters), at: $0)
      }
    } else if let (row, _) = zip(lines, lines.dropFirst()).first(where: {
      bytes[$0].isRow && bytes[$1].isRow
    }) {
      let columns = bytes[row].cellCount
      report(at: row.lowerBound) { .tableAsText(.noDelimiter(columns: columns), at: $0) }
    }
  }
}

extension MarkdownNode {
  /// A text that begins with the marker of an item, with a letter or markup right behind it; digits
  /// make it a negative number, Arabic ones too (U+0660–0669, U+06F0–06F9).
  fileprivate var gluedMarker: UnsafeBufferPointer<UInt8>? {
    guard kind == .text else { return nil }
    let text = literal
    let length = text.markerLength
    guard length > 0 else { return nil }
    guard length < text.count else {
      let markup: [Kind] = [.strong, .emphasis, .link]
      return next.map { markup.contains($0.kind) } == true ? text : nil
    }
    return text[length].isLetter || text[length] > 0xC2 && !text.isArabicDigit(at: length)
      ? text : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isOrdered: Bool { first != UInt8(ascii: "-") }

  /// The length of `-`, `1.` or `1)` at the beginning; 0 where there is none (CommonMark 0.29,
  /// section 5.2).
  fileprivate var markerLength: Int {
    if first == UInt8(ascii: "-") { return 1 }
    let digits = prefix(10).prefix { (0x30...0x39).contains($0) }.count
    guard (1...9).contains(digits), count > digits,
      self[digits] == UInt8(ascii: ".") || self[digits] == UInt8(ascii: ")")
    else { return 0 }
    return digits + 1
  }

  func isArabicDigit(at index: Int) -> Bool {
    guard index + 1 < count else { return false }
    switch self[index] {
    case 0xD9: return (0xA0...0xA9).contains(self[index + 1])
    case 0xDB: return (0xB0...0xB9).contains(self[index + 1])
    default: return false
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension MarkdownSource {
  /// Lines of a paragraph that code, a link or HTML within it are thought to take at most.
  private static let longestInline = 50

  /// A line of a paragraph, counted from 0, without the marks of what holds it and without spaces at
  /// its ends.
  private mutating func line(_ index: Int, of paragraph: MarkdownNode) -> Range<Int> {
    let number = paragraph.startLine + index
    let line = range(ofLines: number, through: number)
    let end = file.bytes[line].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? line.lowerBound
    guard index > 0 else {
      return min(line.lowerBound + max(paragraph.startColumn - 1, 0), end)..<end
    }
    let marks = [0x20, 0x09, UInt8(ascii: ">")]
    return (file.bytes[line.lowerBound..<end].firstIndex { !marks.contains($0) } ?? end)..<end
  }

  fileprivate mutating func lines(of paragraph: MarkdownNode) -> [Range<Int>] {
    (0...max(0, paragraph.endLine - paragraph.startLine)).map { line($0, of: paragraph) }
  }

  /// The line of a paragraph that begins with a text, written as it is read. Where a part of the
  /// paragraph takes several lines, it is not the first that comes into question.
  mutating func line(
    beginningWith text: UnsafeBufferPointer<UInt8>, from first: Int, of paragraph: MarkdownNode
  ) -> (index: Int, offset: Int)? {
    let last = min(paragraph.endLine - paragraph.startLine, first + Self.longestInline)
    guard first <= last else { return nil }
    for index in first...last {
      let line = line(index, of: paragraph)
      if file.bytes[line].starts(with: text.prefix(24)) { return (index, line.lowerBound) }
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  private static var bar: UInt8 { UInt8(ascii: "|") }

  /// Whether a line begins with a bar as the rows of tables do, and not as `|x| < 1`.
  fileprivate var isRow: Bool {
    guard count > 2, first == Self.bar else { return false }
    return self[startIndex + 1] <= 0x20 || last == Self.bar
  }

  /// What stands between the bars of a row, without its ends.
  private var cells: [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var start = first == Self.bar ? startIndex + 1 : startIndex
    for index in indices where index >= start && self[index] == Self.bar {
      if index > startIndex, self[index - 1] == UInt8(ascii: "\\") { continue }
      cells.append(self[start..<index])
      start = index + 1
    }
    if start < endIndex { cells.append(self[start...]) }
    return cells
  }

  fileprivate var cellCount: Int { cells.count }

  /// Whether a line is the delimiter row of a table: cells of hyphens, with a colon at either end.
  fileprivate var isDelimiterRow: Bool {
    guard contains(Self.bar), allSatisfy({ " \t|:-".utf8.contains($0) }) else { return false }
    let cells = cells
    let areDelimiters = cells.allSatisfy { cell in
      let marks = cell.filter { $0 > 0x20 }
      let hyphens = marks.filter { $0 == UInt8(ascii: "-") }
      let colon = UInt8(ascii: ":")
      let colons = (marks.first == colon ? 1 : 0) + (marks.last == colon ? 1 : 0)
      return !hyphens.isEmpty && hyphens.count + colons == marks.count
    }
    // `:-|` on a line of its own is no table.
    return areDelimiters && (cells.count > 1 || contains { $0 == UInt8(ascii: "-") } && count > 4)
  }
}
