import Foundation

/// Makes spellings that a reader takes for the same word the same text.
///
/// The fold is: NFKC; harakat, Quranic marks, tatweel, bidi and zero-width controls removed;
/// أ إ آ ٱ become ا, ى ی ئ ې become ي, ک becomes ك, ة ۀ ہ ھ become ه and ؤ becomes و; the digits
/// ٠–٩ and ۰–۹ become 0–9; lower case, in which Greek ς becomes σ.
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

  /// Appends the folded UTF-8 of bytes.
  ///
  /// Words of ASCII, the Arabic block and common punctuation, which NFKC leaves alone, are folded
  /// byte by byte; only the others are normalized.
  public static func append(folding text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { folded in
      var start = 0
      while start < text.count {
        let rest = UnsafeBufferPointer(rebasing: text[start...])
        let (read, written) = foldPlainWords(rest, into: folded)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: folded[..<written]))
        let end = rest[read...].dropFirst().firstIndex(of: UInt8(ascii: " ")) ?? rest.count
        appendNormalized(rest[read..<end], to: &bytes)
        start += end
      }
    }
  }

  private static func appendNormalized(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, to bytes: inout [UInt8]
  ) {
    guard !text.isEmpty else { return }
    let composed = String(decoding: text, as: UTF8.self).precomposedStringWithCompatibilityMapping
    for scalar in composed.lowercased().unicodeScalars {
      guard let folded = FoldTable.fold(scalar) else { continue }
      bytes.append(contentsOf: UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Folds the words that NFKC leaves alone, up to the first other one, into a buffer as long as
  /// the text, which is never exceeded.
  ///
  /// - Returns: the number of bytes read, all of them or those before a word, and written.
  private static func foldPlainWords(
    _ text: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>
  ) -> (read: Int, written: Int) {
    FoldTable.arabicBlock.withUnsafeBufferPointer { table in
      var word = (read: 0, written: 0)
      var count = 0
      var index = 0
      while index < text.count {
        let byte = text[index]
        if byte < 0x80 {
          if byte == UInt8(ascii: " ") { word = (index, count) }
          folded[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
          count += 1
          index += 1
        } else if 0xD8...0xDB ~= byte, index + 1 < text.count {
          let action = table[Int((byte & 0x3) << 6 | text[index + 1] & 0x3F)]
          if action == FoldTable.normalize { return word }
          count += write(action, to: folded, at: count)
          index += 2
        } else {
          guard let mark = FoldTable.plainPunctuation(text, at: index) else { return word }
          for offset in 0..<(mark.isKept ? mark.bytes : 0) {
            folded[count + offset] = text[index + offset]
          }
          count += mark.isKept ? mark.bytes : 0
          index += mark.bytes
        }
      }
      return (index, count)
    }
  }

  /// Writes a character of the Arabic block or of ASCII and returns the number of its bytes.
  private static func write(
    _ scalar: UInt16, to folded: UnsafeMutableBufferPointer<UInt8>, at count: Int
  ) -> Int {
    if scalar == FoldTable.drop { return 0 }
    guard scalar >= 0x80 else {
      folded[count] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    folded[count] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
    folded[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return 2
  }
}
