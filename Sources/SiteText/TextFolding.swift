import Foundation

/// Makes spellings that a reader takes for the same word the same text.
///
/// The fold is: NFKC; harakat, Quranic marks, tatweel, bidi and zero-width controls removed;
/// أ إ آ ٱ become ا, ى ی ئ ې become ي, ک becomes ك, ة ۀ ہ ھ become ه and ؤ becomes و; the digits
/// ٠–٩ and ۰–۹ become 0–9; lower case.
public enum TextFolding {
  /// The folded text.
  public static func fold(_ text: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    append(folding: text, to: &folded)
    return String(decoding: folded, as: UTF8.self)
  }

  /// What two spellings of one name have in common: the folded text with its runs of white space
  /// made one space and trimmed.
  public static func key(_ text: String) -> String {
    fold(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Appends the folded UTF-8 of a text.
  public static func append(folding text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(folding: $0, to: &bytes) }
  }

  /// Appends the folded UTF-8 of bytes. Text of ASCII, the Arabic block and common punctuation,
  /// which NFKC leaves alone, is folded byte by byte.
  public static func append(folding text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let start = bytes.count
    if appendPlain(text, to: &bytes) { return }
    bytes.removeSubrange(start...)
    let composed = String(decoding: text, as: UTF8.self).precomposedStringWithCompatibilityMapping
    for scalar in composed.lowercased().unicodeScalars {
      guard let folded = FoldTable.fold(scalar) else { continue }
      bytes.append(contentsOf: UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Folds text that NFKC leaves alone; false, with some of it appended, for other text.
  private static func appendPlain(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) -> Bool {
    let table = FoldTable.arabicBlock
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0..<0x80:
        bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      case 0xD8...0xDB where index + 1 < text.count:
        let scalar = (UInt32(byte) & 0x1F) << 6 | UInt32(text[index + 1]) & 0x3F
        switch table[Int(scalar & 0xFF)] {
        case .keep: bytes.append(contentsOf: text[index..<index + 2])
        case .drop: break
        case .replace(let first, let second):
          bytes.append(first)
          if second != 0 { bytes.append(second) }
        case .normalize: return false
        }
        index += 2
      default:
        guard let length = FoldTable.plainPunctuation(text[index...].prefix(3)) else {
          return false
        }
        if length.isKept { bytes.append(contentsOf: text[index..<index + length.bytes]) }
        index += length.bytes
      }
    }
    return true
  }
}

/// What becomes of each character.
enum FoldTable {
  enum Action {
    case keep
    case drop
    /// One or two bytes of UTF-8; the second is 0 where there is one.
    case replace(UInt8, UInt8)
    /// NFKC may change it, or join it with the letter before.
    case normalize
  }

  /// The actions for U+0600–U+06FF.
  static let arabicBlock: [Action] = (0x600...0x6FF).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return .keep }
    if (0x653...0x655).contains(value) || (0x675...0x678).contains(value) { return .normalize }
    guard let folded = fold(scalar) else { return .drop }
    if folded == scalar { return .keep }
    let bytes = Array(String(folded).utf8)
    return .replace(bytes[0], bytes.count > 1 ? bytes[1] : 0)
  }

  /// The folded form of a composed, lower-case character; nil where it is removed.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if isRemoved(scalar) { return nil }
    switch scalar.value {
    case 0x622, 0x623, 0x625, 0x671: return "\u{627}"
    case 0x649, 0x6CC, 0x626, 0x6D0: return "\u{64A}"
    case 0x6A9: return "\u{643}"
    case 0x629, 0x6C0, 0x6C1, 0x6BE: return "\u{647}"
    case 0x624: return "\u{648}"
    case 0x660...0x669, 0x6F0...0x6F9: return Unicode.Scalar(0x30 + (scalar.value & 0xF))
    default: return scalar
    }
  }

  /// Whether the character carries no letter: harakat, Quranic marks, tatweel, bidi and zero-width
  /// controls.
  static func isRemoved(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x600: scalar.value == 0xAD
    case 0x610...0x61A, 0x61C, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6ED: true
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF: true
    default: false
    }
  }

  /// The length of a quotation mark, a dash or a control that NFKC leaves alone, at the start of
  /// the bytes, and whether it is kept.
  static func plainPunctuation(_ bytes: Slice<UnsafeBufferPointer<UInt8>>)
    -> (bytes: Int, isKept: Bool)?
  {
    let start = bytes.startIndex
    if bytes.count >= 2, bytes[start] == 0xC2 {
      return bytes[start + 1] == 0xAB || bytes[start + 1] == 0xBB ? (2, true) : nil
    }
    guard bytes.count >= 3, bytes[start] == 0xE2 else { return nil }
    switch (bytes[start + 1], bytes[start + 2]) {
    case (0x80, 0x8B...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xAF): return (3, false)
    case (0x80, 0x93...0x94), (0x80, 0x98...0x9E), (0x80, 0xB9...0xBA): return (3, true)
    default: return nil
    }
  }
}
