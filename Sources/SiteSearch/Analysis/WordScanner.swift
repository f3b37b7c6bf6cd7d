/// Finds the words of a text: the longest runs of characters that are not separators.
///
/// Separators are white space, punctuation and symbols, from a fixed list and not from a version of
/// Unicode, so that the browser finds the same words. Marks, controls and apostrophes belong to
/// words; folding removes them.
enum WordScanner {
  /// Calls `body` with the range of each word.
  @inline(__always)
  static func forEachWord(
    in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void
  ) {
    let arabic = Separators.arabicBlock
    ByteClass.table.withUnsafeBufferPointer { classes in
      var start = -1
      var index = 0
      while index < text.count {
        var length = 1
        var isSeparator = false
        switch classes[Int(text[index])] {
        case ByteClass.letter: break
        case ByteClass.separator: isSeparator = true
        case ByteClass.arabic:
          length = 2
          isSeparator =
            index + 1 < text.count
            && arabic[Int(text[index] & 3) << 6 | Int(text[index + 1] & 0x3F)]
        default: (isSeparator, length) = decoded(text, at: index)
        }
        if isSeparator {
          if start >= 0 { body(start..<index) }
          start = -1
        } else if start < 0 {
          start = index
        }
        index += length
      }
      if start >= 0 { body(start..<text.count) }
    }
  }

  /// The words of a string.
  static func words(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    text.withUnsafeBufferPointer { forEachWord(in: $0) { ranges.append($0) } }
    return ranges
  }

  /// The character at an index that its first byte does not decide.
  private static func decoded(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (Bool, Int) {
    let first = UInt32(text[index])
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= text.count else { return (false, text.count - index) }
    var value = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return (Separators.contains(value), length)
  }
}

/// What the first byte of a character says about it.
private enum ByteClass {
  static let letter: UInt8 = 0
  static let separator: UInt8 = 1
  static let undecided: UInt8 = 2
  /// The first byte of a character of the Arabic block, which has two.
  static let arabic: UInt8 = 3

  static let table: [UInt8] = (0...UInt8.max).map { byte in
    switch byte {
    case 0x27, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: letter
    case 0..<0x80: separator
    case 0xD8...0xDB: arabic
    case 0xC2, 0xC3, 0xE2, 0xE3, 0xEF, 0xF0: undecided
    default: letter
    }
  }
}

/// Characters that stand between words.
enum Separators {
  /// For U+0600–06FF.
  static let arabicBlock = (UInt32(0x600)...0x6FF).map(contains)

  static func contains(_ value: UInt32) -> Bool {
    switch value {
    case 0x27, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
    case 0..<0x80: true
    case 0x80...0xBF: !(value == 0xAA || value == 0xAD || value == 0xB5 || value == 0xBA)
    case 0xD7, 0xF7: true
    case 0x60C, 0x61B, 0x61D...0x61F, 0x66A...0x66D, 0x6D4: true
    case 0x2000...0x200A, 0x2010...0x2018, 0x201A...0x2029, 0x202F...0x205F: true
    case 0x2190...0x2BFF, 0x3000...0x3020, 0x30FB, 0xFD3E, 0xFD3F, 0xFE30...0xFE6B: true
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: true
    case 0xFFFC, 0xFFFD, 0x1F000...0x1FAFF: true
    default: false
    }
  }
}
