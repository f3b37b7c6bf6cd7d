/// A stretch of text that is written apart from the text around it.
struct BidiRun: Equatable {
  enum Kind: Equatable {
    /// Words of another language, written in that language's direction.
    case words
    /// Left to right without being in a language: a number with a sign, a date, a URL, a path.
    case leftToRight
    /// A range of numbers, whose first number a reader of right-to-left text meets first.
    case range
  }

  var start: Int
  var end: Int
  var kind: Kind
}

/// What was found at a byte that could begin a run.
enum BidiFinding: Equatable {
  case run(BidiRun)
  /// Nothing that needs isolation before this byte.
  case nothing(until: Int)
}

/// A word, a number or a URL: characters that no space, bracket or quotation mark divides.
struct BidiToken {
  var end: Int
  var hasLetters = false
  /// False for URLs, paths, e-mail addresses and what else is written in no language.
  var isInLanguage = false
}

extension UTF8Text {
  /// Reads the token that begins with the letter or digit at `index`.
  func token(at index: Int) -> BidiToken {
    if let end = urlEnd(from: index) { return BidiToken(end: end, hasLetters: true) }
    var token = BidiToken(end: index)
    var position = index
    var letters = 0
    var scripts = (latin: false, other: false)
    var isAddress = has("10.", at: index)
    while position < count {
      let found = scalar(at: position)
      let kind = BidiClass(found.value)
      if kind.isLeftToRightLetter {
        letters += 1
        if kind == .latin { scripts.latin = true } else { scripts.other = true }
        if letters == 2 || position == index { token.isInLanguage = true }
      } else if kind != .digit {
        guard isGlue(found.value) else { break }
        if found.value == 0x40, letters > 0 { isAddress = true }
        letters = 0
        position += found.length
        continue
      }
      token.hasLetters = token.hasLetters || kind != .digit
      position += found.length
      token.end = position
    }
    if isAddress || scripts.other || !scripts.latin { token.isInLanguage = false }
    token.end = suffixEnd(from: token.end, after: token, from: index)
    return token
  }

  /// Punctuation that holds the parts of a token together when no space stands beside it.
  private func isGlue(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x23...0x27, 0x2A...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5C, 0x5E, 0x5F, 0x7C,
      0x7E, 0xB7, 0xD7, 0x2010...0x2014, 0x2019, 0x2212:
      true
    default: false
    }
  }

  /// Signs that end a token and belong to it: `C++`, `C#`, `18+`, `Inc.`, `Kit™`.
  private func suffixEnd(from end: Int, after token: BidiToken, from start: Int) -> Int {
    var position = end
    while position < count {
      let found = scalar(at: position)
      switch found.value {
      case 0x2B, 0xAE, 0x2122: position += found.length
      case 0x23 where token.hasLetters: position += 1
      case 0x2E where position == end && isAbbreviation(start..<end): return position + 1
      default: return position
      }
    }
    return position
  }

  /// True for a word whose full stop belongs to it: an initial, letters with stops between them, or
  /// one of the abbreviations usual in references.
  private func isAbbreviation(_ range: Range<Int>) -> Bool {
    let letter = bytes[range.upperBound - 1] | 0x20
    guard letter &- 0x61 < 26 else { return false }
    if range.count == 1 || bytes[range.upperBound - 2] == UInt8(ascii: ".") { return true }
    guard range.count <= 4 else { return false }
    return Self.abbreviations.contains { $0.utf8CodeUnitCount == range.count && matches($0, range) }
  }

  private func matches(_ literal: StaticString, _ range: Range<Int>) -> Bool {
    range.indices.allSatisfy {
      bytes[$0] | 0x20 == literal.utf8Start[$0 - range.lowerBound]
    }
  }

  private static let abbreviations: [StaticString] = [
    "al", "art", "cf", "ch", "co", "corp", "dr", "ed", "eds", "etc", "fig", "ibid", "inc", "jr",
    "ltd", "mr", "mrs", "ms", "no", "nos", "op", "para", "pp", "prof", "sec", "sr", "st", "trans",
    "univ", "vol", "vs",
  ]
}
