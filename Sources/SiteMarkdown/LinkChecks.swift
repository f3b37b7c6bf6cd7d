import SiteDiagnostics

/// Why `[text](address)` stays in the text as it is (CommonMark 0.29, sections 6.5 and 6.6).
struct LinkSlip {
  enum Cause {
    /// A space before the parenthesis.
    case gap
    case spaces(destination: String)
    /// An address that goes on in the next line.
    case severalLines
    /// Words behind an address that begins as those of the web do, which has no spaces.
    case wordsBehind
    /// No space between an address and its title.
    case titleWithoutSpace
    /// A title that is not enclosed as titles are.
    case title
    case notClosed
  }

  let cause: Cause
  /// Whether a `!` stands before the bracket.
  let isPicture: Bool
  /// The byte of the file that is to blame.
  let offset: Int
}

extension MarkdownRenderer {
  /// Reports `](` in the text, and `] (` where an address follows, that were meant as links.
  mutating func checkLinks(in literal: UnsafeBufferPointer<UInt8>) {
    var index = literal.index(of: UInt8(ascii: "]"), from: 0)
    while markChecks > 0, index < literal.count {
      let end = index + 1
      let next = literal[end...].firstIndex { $0 != 0x20 }
      if let next, literal[next] == UInt8(ascii: "(") {
        let mark = literal[index...].prefix(8).prefix { $0 != UInt8(ascii: "&") && $0 != 0x0A }
        checkLink(endingWith: Array(mark))
      }
      index = literal.index(of: UInt8(ascii: "]"), from: end)
    }
  }

  /// Places in a block that are looked at for one mark, so that a great many cost little.
  private static let mostEqualMarks = 50

  /// Reports the next place in the block at hand where a mark was meant as a part of a link: what is
  /// found first may stand in code. Where there is none, other marks are looked for from the same
  /// place on as before, and this one no more.
  private mutating func checkLink(endingWith mark: [UInt8]) {
    guard !textMarks.contains(mark) else { return }
    markChecks -= 1
    let block = blockRange()
    let cursor = source.cursor
    var start = block.lowerBound
    for _ in 0..<Self.mostEqualMarks {
      guard let offset = source.unescapedOffset(of: mark, in: block), offset >= start else { break }
      start = offset + 1
      guard let slip = source.slip(ofLinkClosedAt: offset, in: block) else { continue }
      return report(at: slip.offset) { .linkAsText(slip, at: $0) }
    }
    source.cursor = cursor
    textMarks.insert(mark)
  }
}

extension MarkdownSource {
  /// Why the brackets that close at a byte, with parentheses behind them, are no link; nil where
  /// they are likely to be meant as text.
  fileprivate func slip(ofLinkClosedAt bracket: Int, in block: Range<Int>) -> LinkSlip? {
    guard let opening = opening(ofBracketAt: bracket, in: block),
      let parenthesis = file.bytes[bracket..<block.upperBound].firstIndex(of: UInt8(ascii: "("))
    else { return nil }
    let isPicture = opening > block.lowerBound && file.bytes[opening - 1] == UInt8(ascii: "!")
    let rest = file.bytes[(parenthesis + 1)..<block.upperBound].prefix(Self.longestLink)
    let length = rest.lengthBeforeClosingParenthesis
    let found: (cause: LinkSlip.Cause, offset: Int)?
    if parenthesis > bracket + 1 {
      let isAddress = rest.prefix(length ?? rest.count).beginsWithWholeAddress
      found = isAddress ? (.gap, bracket + 1) : nil
    } else if let length {
      found = rest.prefix(length).linkSlip(isPicture: isPicture)
    } else {
      let isMeant = isPicture || rest.prefix { $0 > 0x20 }.isAddress
      found = isMeant ? (.notClosed, parenthesis) : nil
    }
    return found.map { LinkSlip(cause: $0.cause, isPicture: isPicture, offset: $0.offset) }
  }

  /// Bytes of a link's text, or of its address with its title, that are read.
  private static var longestLink: Int { 2_000 }

  /// The bracket that opens what one closes; nil where a backslash makes it text.
  private func opening(ofBracketAt bracket: Int, in block: Range<Int>) -> Int? {
    var depth = 0
    for index in (block.lowerBound..<bracket).reversed().prefix(Self.longestLink) {
      let isEscaped = index > block.lowerBound && file.bytes[index - 1] == UInt8(ascii: "\\")
      switch file.bytes[index] {
      case UInt8(ascii: "]") where !isEscaped: depth += 1
      case UInt8(ascii: "[") where depth == 0: return isEscaped ? nil : index
      case UInt8(ascii: "[") where !isEscaped: depth -= 1
      default: break
      }
    }
    return nil
  }
}
