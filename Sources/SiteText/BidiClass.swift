/// What a character means to the isolation of runs.
///
/// Coarser than Unicode's Bidi_Class (UAX #9, table 4): only what decides where a run begins and
/// ends.
enum BidiClass {
  /// A letter written left to right in the Latin script, or a combining mark on one.
  case latin
  /// A letter of another script written left to right.
  case otherLeftToRight
  /// A letter written right to left, a mark on one, or an Arabic-Indic digit.
  case rightToLeft
  /// 0–9.
  case digit
  case space
  /// `،` and `؛`, which separate the items of an Arabic list.
  case arabicSeparator
  /// `؟`, which belongs to the Arabic words before it.
  case arabicQuestionMark
  case opener
  case closer
  /// A formatting character that opens or closes an embedding or an isolate.
  case control
  /// Punctuation, symbols and everything else.
  case neutral

  var isLeftToRightLetter: Bool { self == .latin || self == .otherLeftToRight }

  init(_ scalar: UInt32) {
    self = scalar < 0x80 ? Self.ascii(UInt8(scalar)) : Self.beyondASCII(scalar)
  }

  private static func ascii(_ byte: UInt8) -> BidiClass {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .latin
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x09...0x0D, 0x20: .space
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opener
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closer
    default: .neutral
    }
  }

  private static func beyondASCII(_ scalar: UInt32) -> BidiClass {
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0x060C, 0x061B: .arabicSeparator
    case 0x061F: .arabicQuestionMark
    case 0xAB, 0x201C, 0x2039: .opener
    case 0xBB, 0x201D, 0x203A: .closer
    case 0x202A...0x202E, 0x2066...0x2069: .control
    case 0x0600...0x060B, 0x060D, 0x061C, 0x066A...0x066D: .neutral
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF,
      0x1E800...0x1EFFF:
      .rightToLeft
    case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2B8, 0x0300...0x036F,
      0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA722...0xA7FF, 0xFB00...0xFB06:
      .latin
    case 0x0370...0x058F, 0x0900...0x1DFF, 0x1F00...0x1FFF, 0x2C00...0x2C5F, 0x2C80...0x2DFF,
      0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3038...0xA721, 0xA800...0xD7FF,
      0xF900...0xFAFF, 0xFB13...0xFB17, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF66...0xFFDC,
      0x10000...0x107FF, 0x11000...0x1BFFF, 0x20000...0x3FFFF:
      .otherLeftToRight
    default: .neutral
    }
  }
}

/// UTF-8 read a character at a time, in either direction. Invalid bytes read as U+FFFD, one by one.
struct UTF8Text {
  let bytes: UnsafeBufferPointer<UInt8>

  var count: Int { bytes.count }

  /// The character that starts at a byte, and how many bytes it takes.
  func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
    guard length > 0, lead < 0xF5, index + length <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, length)
  }

  /// The character that ends before a byte, and how many bytes it takes.
  func scalar(before index: Int) -> (value: UInt32, length: Int) {
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let found = scalar(at: start)
    return found.length == index - start ? found : (0xFFFD, 1)
  }

  /// The class of the character that starts at a byte, and how many bytes it takes.
  func bidiClass(at index: Int) -> (class: BidiClass, length: Int) {
    let found = scalar(at: index)
    return (BidiClass(found.value), found.length)
  }

  /// True where the bytes from `index` on are those of `literal`.
  func has(_ literal: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + literal.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<literal.utf8CodeUnitCount
    where bytes[index + offset] != literal.utf8Start[offset] {
      return false
    }
    return true
  }
}
