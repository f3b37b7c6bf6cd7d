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
    if isOnePart(folded) { return analyzed(folded).map { [$0] } ?? [] }
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

  /// Whether a folded word has characters of one script only: Arabic ones, or ASCII.
  private static func isOnePart(_ folded: [UInt8]) -> Bool {
    guard let first = folded.first, isArabic(first) else { return folded.allSatisfy(isPlain) }
    guard folded.count.isMultiple(of: 2) else { return false }
    let separators = Separators.arabicBlock
    return stride(from: 0, to: folded.count, by: 2).allSatisfy { (index: Int) -> Bool in
      let (lead, rest) = (folded[index], folded[index + 1])
      return isArabic(lead) && !separators[Int(lead & 3) << 6 | Int(rest & 0x3F)]
    }
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

  /// Whether a byte is a folded ASCII letter, a digit or an apostrophe.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case apostrophe, 0x30...0x39, 0x61...0x7A: true
    default: false
    }
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func analyzed(_ part: [UInt8]) -> AnalyzedWord? {
    if part.first.map(isArabic) == true {
      return AnalyzedWord(folded: part, term: cut(Array(ArabicStemmer.stem(part))))
    }
    let word = part.contains { $0 == apostrophe || $0 >= 0x80 } ? bare(part) : part
    guard !word.isEmpty else { return nil }
    var stem = word.allSatisfy { $0 < 0x80 } ? EnglishStemmer.stem(word) : word
    stem.removeAll { $0 == apostrophe }
    return AnalyzedWord(folded: word, term: cut(stem))
  }

  /// Without apostrophes at both ends and without accents.
  private static func bare(_ part: [UInt8]) -> [UInt8] {
    var word = part.contains(0xE2) ? Array(text(part).replacing("’", with: "'").utf8) : part
    guard let start = word.firstIndex(where: { $0 != apostrophe }),
      let end = word.lastIndex(where: { $0 != apostrophe })
    else { return [] }
    word = Array(word[start...end])
    return word.contains { $0 >= 0x80 } ? withoutAccents(word) : word
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
