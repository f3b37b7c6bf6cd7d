/// What keeps cmark's work in proportion to a text.
///
/// cmark-gfm 0.29.0.gfm.6 takes time that grows with the square of some constructs, and memory that
/// grows with a product (CVE-2022-39209, CVE-2023-22483, CVE-2023-24824, CVE-2023-26485 and
/// CVE-2023-37463 in later versions' notes). No text that people write comes near these limits; one
/// that passes them is not parsed.
struct SourceLimits {
  enum Excess: Equatable {
    /// Quotations, lists and notes within one another.
    case nesting
    /// Brackets that are open at once.
    case brackets
    /// Marks of emphasis in one block.
    case emphasis
    /// Closing parentheses, or at signs, in one word.
    case word
    /// Columns of a table, or cells of all tables.
    case cells
    /// What link definitions come to where they are used.
    case references
  }

  static let openBrackets = 500
  static let emphasisMarks = 5_000
  static let wordMarks = 200
  static let columns = 200
  static let cells = 500_000
  static let referenceBytes = 64 << 20

  /// What a text has too much of, and the byte at which it is too much.
  static func excess(in bytes: UnsafeBufferPointer<UInt8>) -> (Excess, offset: Int)? {
    var scan = SourceScan(bytes, looksIntoLines: mayExceed(bytes))
    return scan.run()
  }

  /// False where the whole text has so few of the characters that no part can have too many.
  private static func mayExceed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { counts in
      counts.initialize(repeating: 0)
      for byte in bytes { counts[Int(byte)] &+= 1 }
      func count(_ characters: StaticString) -> Int {
        characters.withUTF8Buffer { $0.reduce(0) { $0 + Int(counts[Int($1)]) } }
      }
      let rows = count("\n\r") + 1
      return count("[") > openBrackets || count("*_~") > emphasisMarks || count(")@") > wordMarks
        || count("|") >= columns || (count("|") + 1) * rows > cells
        || count("]") * bytes.count > referenceBytes
    }
  }
}

/// Reads a text line by line, counting what is limited.
private struct SourceScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let looksIntoLines: Bool

  /// Since the last blank line.
  private var openBrackets = 0
  private var emphasisMarks = 0
  private var columns = 0

  private var cells = 0
  private var closingBrackets = 0
  private var definition = (length: 0, offset: 0)
  private var longestDefinition = (length: 0, offset: 0)

  init(_ bytes: UnsafeBufferPointer<UInt8>, looksIntoLines: Bool) {
    self.bytes = bytes
    self.looksIntoLines = looksIntoLines
  }

  mutating func run() -> (SourceLimits.Excess, offset: Int)? {
    let lines = LineEnds(bytes)
    var start = 0
    while start < bytes.count {
      guard let content = contentStart(ofLineAt: start) else { return (.nesting, start) }
      let end = lines.next(from: content)
      if looksIntoLines, let excess = read(content..<end) { return excess }
      guard end < bytes.count else { break }
      start = end + (bytes.hasLineFeed(afterReturnAt: end) ? 2 : 1)
    }
    noteDefinition()
    let (length, product) = longestDefinition.length.multipliedReportingOverflow(
      by: closingBrackets)
    return product || length > SourceLimits.referenceBytes
      ? (.references, longestDefinition.offset) : nil
  }

  // MARK: - Nesting

  /// Where the text of a line begins, after the marks of quotations, lists and notes; nil when
  /// there are more of them than may be nested.
  private func contentStart(ofLineAt start: Int) -> Int? {
    var index = start
    var marks = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09:
        index += 1
        continue
      default:
        guard let end = markEnd(from: index) else { return index }
        index = end
        marks += 1
        if marks > MarkdownRenderer.deepestNesting { return nil }
      }
    }
    return index
  }

  private func markEnd(from index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: ">"): return index + 1
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isSpace(at: index + 1) ? index + 1 : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var end = index + 1
      while end < bytes.count, end < index + 9, bytes[end] &- 0x30 < 10 { end += 1 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")")
      else { return nil }
      return isSpace(at: end + 1) ? end + 1 : nil
    case UInt8(ascii: "["):
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "^") else { return nil }
      var end = index + 2
      while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "]") { end += 1 }
      return end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: ":") ? end + 2 : nil
    default: return nil
    }
  }

  private func isSpace(at index: Int) -> Bool {
    index < bytes.count && (bytes[index] == 0x20 || bytes[index] == 0x09)
  }

  // MARK: - Lines

  private mutating func read(_ line: Range<Int>) -> (SourceLimits.Excess, offset: Int)? {
    if line.isEmpty {
      noteDefinition()
      (openBrackets, emphasisMarks, columns) = (0, 0, 0)
      return nil
    }
    if bytes[line.lowerBound] == UInt8(ascii: "[") {
      noteDefinition()
      definition = (line.count, line.lowerBound)
    } else if definition.length > 0 {
      definition.length += line.count
    }
    return readTable(line) ?? readMarks(line)
  }

  private mutating func noteDefinition() {
    if definition.length > longestDefinition.length { longestDefinition = definition }
    definition = (0, 0)
  }

  private mutating func readTable(_ line: Range<Int>) -> (SourceLimits.Excess, offset: Int)? {
    cells += columns
    var pipes = 0
    for byte in bytes[line] {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09: break
      default: return cells > SourceLimits.cells ? (.cells, line.lowerBound) : nil
      }
    }
    columns = max(columns, pipes + 1)
    return columns > SourceLimits.columns ? (.cells, line.lowerBound) : nil
  }

  private mutating func readMarks(_ line: Range<Int>) -> (SourceLimits.Excess, offset: Int)? {
    var wordMarks = 0
    var previous: UInt8 = 0
    for index in line {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "["):
        openBrackets += 1
        if openBrackets > SourceLimits.openBrackets { return (.brackets, index) }
      case UInt8(ascii: "]"):
        openBrackets = max(openBrackets - 1, 0)
        closingBrackets += 1
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        if byte != previous { emphasisMarks += 1 }
        if emphasisMarks > SourceLimits.emphasisMarks { return (.emphasis, index) }
      case UInt8(ascii: ")"), UInt8(ascii: "@"):
        wordMarks += 1
        if wordMarks > SourceLimits.wordMarks { return (.word, index) }
      case ...0x20: wordMarks = 0
      default: break
      }
      previous = byte
    }
    return nil
  }
}
