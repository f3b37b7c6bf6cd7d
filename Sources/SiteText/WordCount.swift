/// Counts the words of plain text.
public enum WordCount {
  /// The number of runs between white space that have a letter or a digit in them, in UTF-8.
  ///
  /// Right for scripts that put spaces between words, which Chinese, Japanese and Thai do not.
  public static func words(in text: some Collection<UInt8>) -> Int {
    let counted = text.withContiguousStorageIfAvailable { count($0) }
    return counted ?? Array(text).withUnsafeBufferPointer { count($0) }
  }

  private static func count(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    kinds.withUnsafeBufferPointer { kinds in
      var words = 0
      var isInWord = false
      var index = 0
      while index < text.count {
        let byte = kinds[Int(text[index])]
        if isInWord, byte != .space, byte != .unknown {
          index += 1
          continue
        }
        let (kind, length) = byte == .letter ? (byte, 1) : Self.kind(text, at: index)
        if kind == .space {
          isInWord = false
        } else if kind == .letter, !isInWord {
          isInWord = true
          words += 1
        }
        index += length
      }
      return words
    }
  }

  private enum Kind {
    case letter
    case space
    case punctuation
    /// The first byte of Arabic letters and of Arabic punctuation.
    case arabic
    /// The first byte of characters of which some are spaces.
    case unknown
  }

  /// What each byte is, seen alone.
  private static let kinds: [Kind] = (0...UInt8.max).map { byte in
    switch byte {
    case 0...0x20: .space
    case 0xD8, 0xD9, 0xDB: .arabic
    case 0xC2, 0xE2, 0xE3: .unknown
    case 0x21..<0x80:
      byte.isDigit || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
        ? .letter : .punctuation
    default: .letter
    }
  }

  /// What the character at an index is, and how many of its bytes decide it.
  private static func kind(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (Kind, Int) {
    let next = index + 1 < text.count ? text[index + 1] : 0
    switch text[index] {
    case 0xC2: return (latinOne(next), 2)
    case 0xD8: return (next == 0x8C || next == 0x9B || next == 0x9F ? .punctuation : .letter, 2)
    case 0xD9: return (next == 0x80 || 0xAA...0xAD ~= next ? .punctuation : .letter, 2)
    case 0xDB: return (next == 0x94 ? .punctuation : .letter, 2)
    case 0xE2 where next == 0x80 || next == 0x81:
      return (general(next, index + 2 < text.count ? text[index + 2] : 0), 3)
    case 0xE3 where next == 0x80: return (.space, 3)
    default: return (kinds[Int(text[index])] == .unknown ? .letter : kinds[Int(text[index])], 1)
    }
  }

  /// U+0080–00BF: no-break space, punctuation, and the letters ª µ º.
  private static func latinOne(_ second: UInt8) -> Kind {
    switch second {
    case 0xA0: .space
    case 0xAA, 0xB5, 0xBA: .letter
    default: .punctuation
    }
  }

  /// U+2000–207F: spaces, punctuation and controls; superscript digits and ⁿ count as letters.
  private static func general(_ second: UInt8, _ third: UInt8) -> Kind {
    switch (second, third) {
    case (0x80, 0x80...0x8A), (0x80, 0xA8...0xA9), (0x80, 0xAF), (0x81, 0x9F): .space
    case (0x81, 0xB0...0xBF): .letter
    default: .punctuation
    }
  }
}
