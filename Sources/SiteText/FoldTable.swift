/// What becomes of each character when text is folded.
enum FoldTable {
  /// For U+0600–U+06FF: the folded character, or one of the two values below.
  static let arabicBlock: [UInt16] = (UInt32(0x600)...0x6FF).map { value in
    if (0x653...0x655).contains(value) || (0x675...0x678).contains(value) { return normalize }
    guard let scalar = Unicode.Scalar(value), let folded = fold(scalar) else { return drop }
    return UInt16(truncatingIfNeeded: folded.value)
  }

  /// The character is removed.
  static let drop: UInt16 = 0
  /// NFKC may change the character, or join it with the letter before.
  static let normalize: UInt16 = 0xFFFF

  /// The folded form of a composed, lower-case character; nil where it is removed.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if isRemoved(scalar) { return nil }
    switch scalar.value {
    case 0x3C2: return "\u{3C3}"
    case 0x622, 0x623, 0x625, 0x671: return "\u{627}"
    case 0x649, 0x6CC, 0x626, 0x6D0: return "\u{64A}"
    case 0x6A9: return "\u{643}"
    case 0x629, 0x6C0, 0x6C1, 0x6BE: return "\u{647}"
    case 0x624: return "\u{648}"
    case 0x660...0x669, 0x6F0...0x6F9: return Unicode.Scalar(0x30 + (scalar.value & 0xF))
    default: return scalar
    }
  }

  /// Whether the character carries no letter: harakat, Quranic marks, tatweel, soft hyphens,
  /// variation selectors, bidi and zero-width controls.
  static func isRemoved(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x600: scalar.value == 0xAD
    case 0x610...0x61A, 0x61C, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6ED: true
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: true
    case 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  /// The length of a quotation mark, a dash or a control that NFKC leaves alone, at an index of
  /// UTF-8, and whether it is kept.
  static func plainPunctuation(_ text: UnsafeBufferPointer<UInt8>, at index: Int)
    -> (bytes: Int, isKept: Bool)?
  {
    if text[index] == 0xC2, index + 1 < text.count {
      return text[index + 1] == 0xAB || text[index + 1] == 0xBB ? (2, true) : nil
    }
    guard text[index] == 0xE2, index + 2 < text.count else { return nil }
    switch (text[index + 1], text[index + 2]) {
    case (0x80, 0x8B...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xAF): return (3, false)
    case (0x80, 0x93...0x94), (0x80, 0x98...0x9E), (0x80, 0xB9...0xBA): return (3, true)
    default: return nil
    }
  }
}
