import Foundation
import SiteText

/// A word as it is searched for.
struct AnalyzedWord: Sendable, Hashable {
  /// The spelling that all spellings of the word share.
  let folded: [UInt8]
  /// What all forms of the word share: the stem.
  let term: [UInt8]
}

/// Makes terms of words: one definition for each script, whatever the language of the text.
enum WordAnalyzer {
  /// Longer terms are cut, in UTF-16.
  static let longestTerm = 32

  /// The parts of a word of `WordScanner`: most words have one. A word is divided where Arabic
  /// letters meet others and where folding shows a separator.
  static func analyze(_ word: UnsafeBufferPointer<UInt8>) -> [AnalyzedWord] {
    var folded: [UInt8] = []
    TextFolding.append(folding: word, to: &folded)
    return parts(of: folded).compactMap { analyzed(Array(folded[$0])) }
  }

  static func analyze(_ word: some Collection<UInt8>) -> [AnalyzedWord] {
    Array(word).withUnsafeBufferPointer { analyze($0) }
  }

  /// The analysed words of a text, in order.
  static func analyze(text: String) -> [AnalyzedWord] {
    let bytes = Array(text.utf8)
    return WordScanner.ranges(in: bytes).flatMap { analyze(bytes[$0]) }
  }

  private static func parts(of folded: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    for range in WordScanner.ranges(in: folded) {
      var start = range.lowerBound
      var index = start
      while index < range.upperBound {
        if index > start, folded[index] & 0xC0 != 0x80,
          isArabic(folded[index]) != isArabic(folded[start])
        {
          parts.append(start..<index)
          start = index
        }
        index += 1
      }
      parts.append(start..<range.upperBound)
    }
    return parts
  }

  /// Whether a character's first byte is that of the Arabic block, U+0600–06FF.
  private static func isArabic(_ byte: UInt8) -> Bool { 0xD8...0xDB ~= byte }

  private static func analyzed(_ part: [UInt8]) -> AnalyzedWord? {
    let apostrophe = UInt8(ascii: "'")
    if part.first.map(isArabic) == true {
      return AnalyzedWord(folded: part, term: cut(ArabicStemmer.stem(part)))
    }
    var word = part.contains(0xE2) ? Array(text(part).replacing("’", with: "'").utf8) : part
    if let start = word.firstIndex(where: { $0 != apostrophe }),
      let end = word.lastIndex(where: { $0 != apostrophe })
    {
      word = Array(word[start...end])
    } else {
      return nil
    }
    if word.contains(where: { $0 >= 0x80 }) { word = withoutAccents(word) }
    guard !word.isEmpty else { return nil }
    let stem = word.allSatisfy { $0 < 0x80 } ? EnglishStemmer.stem(word) : word
    return AnalyzedWord(folded: word, term: cut(stem.filter { $0 != apostrophe }))
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Letters without the marks U+0300–036F: é becomes e.
  private static func withoutAccents(_ word: [UInt8]) -> [UInt8] {
    let bare = text(word).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      !(0x300...0x36F ~= $0.value)
    }
    return Array(String(String.UnicodeScalarView(bare)).precomposedStringWithCanonicalMapping.utf8)
  }

  private static func cut(_ term: [UInt8]) -> [UInt8] {
    guard term.count > longestTerm else { return term }
    // Of a character that is cut in two, U+FFFD is left.
    return Array(String(decoding: text(term).utf16.prefix(longestTerm), as: UTF16.self).utf8)
  }
}
