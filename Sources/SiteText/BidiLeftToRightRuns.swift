/// Finds, in right-to-left text, the runs of words and numbers that are written left to right.
struct BidiLeftToRightRuns {
  let text: UTF8Text

  /// What begins with the letter or digit at `index`.
  ///
  /// - Parameters:
  ///   - floor: the byte before which a run may not begin.
  ///   - preceding: what stands before the text.
  func finding(at index: Int, floor: Int, after preceding: BidiPreceding) -> BidiFinding {
    let token = text.token(at: index)
    let start = prefixStart(before: index, floor: floor, after: preceding)
    guard token.hasLetters else {
      return number(token, at: index, start: start)
    }
    var run = BidiPhrase.read(text, at: index, floor: floor)
    run.start = min(run.start, start)
    if start < index, isPath(start) { run.kind = .leftToRight }
    return .run(run)
  }

  // MARK: - Signs before a run

  /// Where the signs begin that belong to the token at `index`: `€18.5`, `-5`, `.NET`, `@name`.
  private func prefixStart(before index: Int, floor: Int, after preceding: BidiPreceding) -> Int {
    let beforeDigit = BidiClass(UInt32(text.bytes[index])) == .digit
    var start = index
    while start > floor, index - start < 6 {
      let found = text.scalar(before: start)
      guard isSign(found.value, at: start, beforeDigit: beforeDigit) else { break }
      start -= found.length
    }
    guard start < index else { return index }
    let isApart: Bool
    if start == 0 {
      isApart = preceding == .nothing || preceding == .neutral
    } else {
      switch BidiClass(text.scalar(before: start).value) {
      case .latin, .otherLeftToRight, .rightToLeft, .digit: isApart = false
      default: isApart = true
      }
    }
    return isApart ? start : index
  }

  private func isSign(_ scalar: UInt32, at end: Int, beforeDigit: Bool) -> Bool {
    switch scalar {
    case 0x23, 0x24, 0x2E, 0xA3, 0xA5, 0x20A0...0x20CF: return true
    case 0x2B, 0xB1, 0x2212: return beforeDigit
    case 0x2D: return beforeDigit || text.has("--", at: end - 2) || text.has("--", at: end - 1)
    case 0x2F, 0x40, 0x5C, 0x7E: return !beforeDigit
    default: return false
    }
  }

  private func isPath(_ start: Int) -> Bool {
    switch text.bytes[start] {
    case UInt8(ascii: "/"), UInt8(ascii: "~"), UInt8(ascii: "\\"), UInt8(ascii: "@"): true
    default: false
    }
  }

  // MARK: - Numbers

  private func number(_ token: BidiToken, at index: Int, start: Int) -> BidiFinding {
    let isSigned = start < index || text.bytes[token.end - 1] == UInt8(ascii: "+")
    if let end = phoneEnd(after: token, at: index, start: start) {
      return .run(BidiRun(start: start, end: end, kind: .leftToRight))
    }
    switch shape(of: index..<token.end) {
    case .plain where !isSigned: return .nothing(until: token.end)
    case .range where !isSigned:
      return .run(BidiRun(start: start, end: token.end, kind: .range))
    case .plain, .range, .grouped:
      let end = percentEnd(from: token.end)
      return .run(BidiRun(start: start, end: end, kind: .leftToRight))
    }
  }

  private enum Shape {
    /// Digits that the bidi algorithm keeps together: 1,924 · 18.5 · 14:30 · 10/12.
    case plain
    /// Two numbers with one dash between them.
    case range
    /// A date, a telephone number, an identifier: groups that change places.
    case grouped
  }

  private func shape(of range: Range<Int>) -> Shape {
    var dashes = 0
    var others = 0
    var groupDigits = 0
    var longest = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let found = text.scalar(at: index)
      switch found.value {
      case 0x30...0x39: groupDigits += 1
      case 0x2C, 0x2E, 0x2F, 0x3A: groupDigits = 0
      case 0x2D, 0x2010...0x2014, 0x2212:
        dashes += 1
        groupDigits = 0
      case 0x25: break
      default: others += 1
      }
      longest = max(longest, groupDigits)
      index += found.length
    }
    if dashes == 1, others == 0 {
      let isPadded = text.has("0", at: range.lowerBound) && !text.has("0.", at: range.lowerBound)
      return longest > 4 || isPadded ? .grouped : .range
    }
    let isIdentifier = longest >= 4 && text.has("10.", at: range.lowerBound) && hasSlash(range)
    return dashes + others > 0 || isIdentifier ? .grouped : .plain
  }

  private func hasSlash(_ range: Range<Int>) -> Bool {
    text.bytes[range].contains(UInt8(ascii: "/"))
  }

  private func percentEnd(from end: Int) -> Int {
    guard end < text.count else { return end }
    let found = text.scalar(at: end)
    switch found.value {
    case 0x25, 0x2030, 0xB0, 0x24, 0xA3, 0x20A0...0x20CF: return end + found.length
    default: return end
    }
  }

  /// Where a telephone number ends whose groups are divided by spaces, or nil when it is none.
  private func phoneEnd(after token: BidiToken, at index: Int, start: Int) -> Int? {
    let isInternational = start < index && text.bytes[start] == UInt8(ascii: "+")
    guard isInternational || text.bytes[index] == UInt8(ascii: "0") else { return nil }
    var digits = digitCount(index..<token.end)
    guard isInternational || digits >= 2 else { return nil }
    var end = token.end
    while digits <= 15, let group = phoneGroup(from: end) {
      digits += group.digits
      end = group.end
    }
    return end > token.end && digits >= 7 && digits <= 15 ? end : nil
  }

  private func phoneGroup(from end: Int) -> (end: Int, digits: Int)? {
    var index = end
    guard index < text.count, BidiClass(UInt32(text.bytes[index])) == .space else { return nil }
    index += 1
    let isBracketed = text.has("(", at: index)
    if isBracketed { index += 1 }
    guard index < text.count, text.bytes[index] &- 0x30 < 10 else { return nil }
    let token = text.token(at: index)
    let digits = digitCount(index..<token.end)
    guard !token.hasLetters, isBracketed || digits >= 2 else { return nil }
    guard isBracketed else { return (token.end, digits) }
    return text.has(")", at: token.end) ? (token.end + 1, digits) : nil
  }

  private func digitCount(_ range: Range<Int>) -> Int {
    text.bytes[range].count { $0 &- 0x30 < 10 }
  }
}
