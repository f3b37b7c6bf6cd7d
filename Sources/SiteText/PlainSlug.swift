/// Makes slugs byte by byte, of text that normal form C leaves alone: ASCII, the Arabic block and
/// common punctuation. A page has many headings.
enum PlainSlug {
  /// The slug, which may be empty; nil for other text.
  static func make(from text: UnsafeBufferPointer<UInt8>) -> String? {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.count)
    var isHyphenDue = false
    var index = 0
    while index < text.count {
      guard let (kind, length) = kind(text, at: index) else { return nil }
      switch kind {
      case .kept:
        if isHyphenDue { slug.append(UInt8(ascii: "-")) }
        isHyphenDue = false
        for byte in text[index..<index + length] {
          slug.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
      case .dropped: break
      case .separator: isHyphenDue = !slug.isEmpty
      }
      index += length
    }
    return String(decoding: slug, as: UTF8.self)
  }

  private enum Kind {
    case kept
    case dropped
    case separator
  }

  /// What becomes of the character at an index, and its length.
  private static func kind(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (Kind, Int)? {
    let byte = text[index]
    switch byte {
    case 0..<0x80:
      if byte == UInt8(ascii: "'") { return (.dropped, 1) }
      let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
      return (isLetter || byte.isDigit ? .kept : .separator, 1)
    case 0xD8...0xDB:
      guard index + 1 < text.count else { return nil }
      let place = Int((byte & 0x3) << 6 | text[index + 1] & 0x3F)
      return FoldTable.arabicBlock[place] == FoldTable.normalize ? nil : (arabicBlock[place], 2)
    default:
      guard let mark = FoldTable.plainPunctuation(text, at: index) else { return nil }
      let isApostrophe = mark.bytes == 3 && text[index + 1] == 0x80 && text[index + 2] == 0x99
      return (mark.isKept && !isApostrophe ? .separator : .dropped, mark.bytes)
    }
  }

  /// What becomes of U+0600–U+06FF.
  private static let arabicBlock: [Kind] = (UInt32(0x600)...0x6FF).map { value in
    guard let scalar = Unicode.Scalar(value), !FoldTable.isRemoved(scalar) else { return .dropped }
    return Slug.isWordCharacter(scalar) ? .kept : .separator
  }
}
