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
    var items: [(marker: UnsafeBufferPointer<UInt8>, isFirstLine: Bool)] = []
    var mayBeTable = false
    var child = paragraph.firstChild
    var beginsLine = true
    while let node = child {
      if beginsLine, node.kind == .text, let first = node.literal.first {
        switch first {
        case UInt8(ascii: "#"): checkHeading(node.literal)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          if let marker = node.gluedMarker { items.append((marker, node.previous == nil)) }
          mayBeTable = mayBeTable || node.literal.holds(UInt8(ascii: "|"))
        case UInt8(ascii: "|"), UInt8(ascii: ":"):
          mayBeTable = mayBeTable || node.literal.holds(UInt8(ascii: "|"))
        default: break
        }
      }
      beginsLine = node.kind == .softBreak || node.kind == .lineBreak
      child = node.next
    }
    if mayBeTable { checkRows(of: paragraph) }
    if let first = items.first, items.count > 1 || isItem(first, of: paragraph) {
      reportItem(first.marker)
    }
  }

  // MARK: - Headings

  /// Reports a line with two number signs or more and no space behind them. One alone may be a
  /// hashtag.
  private mutating func checkHeading(_ line: UnsafeBufferPointer<UInt8>) {
    let sign = UInt8(ascii: "#")
    let signs = line.prefix { $0 == sign }
    guard (2...6).contains(signs.count), line.count > signs.count, line[signs.count] > 0x20,
      let offset = offset(ofLine: line)
    else { return }
    report(at: offset) {
      .headingWithoutSpace(String(decoding: signs, as: UTF8.self), at: $0)
    }
  }

  /// Where a line begins that is written as it is read; nil where a backslash stands before it.
  private mutating func offset(ofLine line: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let offset = source.find(Array(line.prefix(24)), in: blockRange()),
      offset == 0 || source.file.bytes[offset - 1] != UInt8(ascii: "\\")
    else { return nil }
    return offset
  }

  // MARK: - Items

  /// Whether a line that begins as an item does, but for the space, has another beside it: an item,
  /// or a paragraph that begins so. A single line may be a word that was divided.
  private func isItem(
    _ line: (marker: UnsafeBufferPointer<UInt8>, isFirstLine: Bool), of paragraph: MarkdownNode
  ) -> Bool {
    let isOrdered = line.marker.isOrdered
    if !line.isFirstLine, let item = paragraph.parent, item.kind == .item {
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

  private mutating func reportItem(_ line: UnsafeBufferPointer<UInt8>) {
    guard let offset = offset(ofLine: line) else { return }
    let marker = String(decoding: line.prefix(line.markerLength), as: UTF8.self)
    report(at: offset) { .itemWithoutSpace(marker, at: $0) }
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
  /// A text that begins with the marker of an item, with a letter or markup right behind it.
  fileprivate var gluedMarker: UnsafeBufferPointer<UInt8>? {
    guard kind == .text else { return nil }
    let text = literal
    let length = text.markerLength
    guard length > 0 else { return nil }
    guard length < text.count else {
      let markup: [Kind] = [.strong, .emphasis, .link]
      return next.map { markup.contains($0.kind) } == true ? text : nil
    }
    return text[length].isLetter || text[length] > 0xC2 ? text : nil
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
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension MarkdownSource {
  /// The lines of a paragraph, without the marks of what holds it and without spaces at their ends.
  fileprivate mutating func lines(of paragraph: MarkdownNode) -> [Range<Int>] {
    let marks = [0x20, 0x09, UInt8(ascii: ">")]
    return (paragraph.startLine...max(paragraph.startLine, paragraph.endLine)).map { number in
      let line = range(ofLines: number, through: number)
      let end = file.bytes[line].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? line.lowerBound
      var start = file.bytes[line.lowerBound..<end].firstIndex { !marks.contains($0) } ?? end
      // The mark of an item stands before its first line.
      let bar = UInt8(ascii: "|")
      if number == paragraph.startLine, paragraph.firstChild?.literal.first == bar {
        let first = file.bytes[start..<end].firstIndex(of: bar) ?? start
        if first == start || file.bytes[first - 1] <= 0x20 { start = first }
      }
      return start..<end
    }
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
