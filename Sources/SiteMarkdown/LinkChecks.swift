import SiteDiagnostics

/// Why `[text](address)` stays in the text as it is (CommonMark 0.29, sections 6.5 and 6.6).
struct LinkSlip {
  enum Cause {
    /// A space before the parenthesis.
    case gap
    case spaces(destination: String)
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

  /// Reports the next place in the block at hand where a mark was meant as a part of a link: what is
  /// found first may stand in code. Where there is none, other marks are looked for from the same
  /// place on as before, and this one no more.
  private mutating func checkLink(endingWith mark: [UInt8]) {
    guard !textMarks.contains(mark) else { return }
    markChecks -= 1
    let block = blockRange()
    let cursor = source.cursor
    var start = block.lowerBound
    while let offset = source.unescapedOffset(of: mark, in: block), offset >= start {
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
    func slip(_ cause: LinkSlip.Cause, at offset: Int) -> LinkSlip {
      LinkSlip(cause: cause, isPicture: isPicture, offset: offset)
    }
    let rest = file.bytes[(parenthesis + 1)..<block.upperBound].prefix(Self.longestLink)
    let inside = rest.prefix(rest.lengthBeforeClosingParenthesis ?? rest.count)
    let destination = inside.destination
    let isAddress = isPicture || destination.isAddress
    if parenthesis > bracket + 1 {
      let isWhole = destination.isAddress && !destination.contains { $0 <= 0x20 }
      return isWhole ? slip(.gap, at: bracket + 1) : nil
    }
    guard rest.lengthBeforeClosingParenthesis != nil else {
      let word = rest.prefix { $0 > 0x20 }
      return isPicture || word.isAddress ? slip(.notClosed, at: parenthesis) : nil
    }
    guard isAddress, !destination.isEmpty else { return nil }
    if destination.contains(where: { $0 <= 0x20 }) {
      let written = String(decoding: destination, as: UTF8.self)
      return slip(.spaces(destination: written), at: destination.startIndex)
    }
    let title = inside[destination.endIndex...].drop { $0 <= 0x20 }
    return title.isEmpty || title.isTitle ? nil : slip(.title, at: title.startIndex)
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

extension ArraySlice<UInt8> {
  fileprivate var lengthBeforeClosingParenthesis: Int? {
    var depth = 0
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")") where depth == 0: return index - startIndex
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
    }
    return nil
  }

  /// What stands before a title, whatever marks that is enclosed in.
  fileprivate var destination: ArraySlice<UInt8> {
    let start = firstIndex { $0 > 0x20 } ?? endIndex
    var end = start
    for index in indices where index >= start {
      if self[index] > 0x20 {
        end = index + 1
      } else if index + 1 < endIndex, self[(index + 1)...].beginsWithQuotationMark {
        break
      }
    }
    return self[start..<end]
  }

  private var beginsWithQuotationMark: Bool {
    let marks: [StaticString] = ["\"", "'", "“", "”", "„", "‘", "’", "«", "»"]
    return marks.contains { mark in mark.withUTF8Buffer { starts(with: $0) } }
  }

  /// Whether this is enclosed in one pair of straight quotation marks.
  fileprivate var isTitle: Bool {
    guard let mark = first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else {
      return false
    }
    return dropFirst().firstIndex(of: mark) == lastIndex { $0 > 0x20 }
  }

  /// Whether this looks like an address or a file's name; `#12` does not.
  fileprivate var isAddress: Bool {
    let starts: [StaticString] = ["../", "./", "/", "http://", "https://", "mailto:", "www."]
    if starts.contains(where: { start in start.withUTF8Buffer { self.starts(with: $0) } }) {
      return true
    }
    if first == UInt8(ascii: "#") {
      return count > 1 && !(0x30...0x39).contains(self[startIndex + 1])
    }
    if last == UInt8(ascii: "/") { return true }
    let endings: [StaticString] = [
      ".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg", ".pdf", ".csv", ".json", ".zip",
      ".docx", ".xlsx", ".pptx", ".md", ".html",
    ]
    return endings.contains { ending in
      ending.withUTF8Buffer { suffix($0.count).elementsEqual($0) { $0 | 0x20 == $1 | 0x20 } }
    }
  }
}
