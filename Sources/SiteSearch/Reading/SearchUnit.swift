/// A word of a query and what it is found by.
struct SearchUnit: Sendable {
  /// Entries that a document must all have, and how much such a document counts: 4 for the word
  /// itself, 3 for a synonym, 2 for a longer or a similar word.
  struct Match: Sendable {
    let entries: [Shard.Entry]
    let factor: Int
  }

  let word: AnalyzedWord
  /// The term in the index; that of a stop word has a mark.
  let key: [UInt8]
  /// Whether it is the last of the query, which may not have been typed to its end.
  let isLast: Bool
  /// The key alone, then synonyms of one or more terms.
  let alternatives: [[[UInt8]]]
  /// Terms that count as this word in a text.
  var terms: Set<[UInt8]>
  var matches: [Match] = []
  var weight = 1

  var isStopWord: Bool { key.first == StopWords.mark }
}

/// A query, taken apart.
struct SearchQuery: Sendable {
  /// In UTF-16; what follows is ignored.
  private static let longest = 1000
  private static let mostUnits = 24

  let units: [SearchUnit]
  /// The terms of each quoted phrase of several words.
  let phrases: [[[UInt8]]]
  /// As it was typed.
  let text: [UInt8]
  let words: [Word]

  /// A word with what its first part is.
  struct Word: Sendable {
    let range: Range<Int>
    let folded: [UInt8]
    let key: [UInt8]
  }

  init(_ query: String, root: SearchRoot) {
    let text = String(decoding: query.utf16.prefix(Self.longest), as: UTF16.self)
    phrases = Self.quoted(in: text).map { WordAnalyzer.analyze(text: $0).map(\.term) }
      .filter { $0.count > 1 }
    let bytes = Array(text.utf8)
    words = WordScanner.ranges(in: bytes).compactMap { range in
      WordAnalyzer.analyze(bytes[range]).first.map { part in
        Word(range: range, folded: part.folded, key: Self.key(of: part, root: root))
      }
    }
    self.text = bytes
    let all = Self.units(of: WordAnalyzer.analyze(text: text), root: root)
    let strong = all.filter { !$0.isStopWord }
    units = strong.isEmpty ? all : strong
  }

  private static func units(of parts: [AnalyzedWord], root: SearchRoot) -> [SearchUnit] {
    var units: [SearchUnit] = []
    for (start, part) in parts.enumerated() {
      let key = key(of: part, root: root)
      guard units.count < mostUnits, !units.contains(where: { $0.key == key }) else { continue }
      let following = parts[start...].map(\.term)
      let synonyms = root.synonyms.filter { $0.contains(where: following.starts(with:)) }
        .flatMap { $0.filter { $0.first != part.term } }
      units.append(
        SearchUnit(
          word: part, key: key, isLast: start == parts.count - 1, alternatives: [[key]] + synonyms,
          terms: [part.term]))
    }
    return units
  }

  private static func key(of word: AnalyzedWord, root: SearchRoot) -> [UInt8] {
    root.stopWords.contains(word.folded) ? StopWords.key(word.folded) : word.term
  }

  /// What stands between quotation marks.
  private static func quoted(in text: String) -> [String] {
    var phrases: [String] = []
    var open: [Unicode.Scalar]?
    for scalar in text.unicodeScalars {
      let isMark = "\"“”„«»".unicodeScalars.contains(scalar)
      if isMark, let phrase = open, !phrase.isEmpty, "\"”»".unicodeScalars.contains(scalar) {
        phrases.append(String(String.UnicodeScalarView(phrase)))
        open = nil
      } else if isMark {
        open = "\"“„«".unicodeScalars.contains(scalar) ? [] : nil
      } else {
        open?.append(scalar)
      }
    }
    return phrases
  }
}

extension [UInt8] {
  /// Whether two words differ by one letter: added, left out, changed, or two changed about.
  func isNear(_ other: [UInt8]) -> Bool {
    let one = [UInt16](String(decoding: self, as: UTF8.self).utf16)
    let other = [UInt16](String(decoding: other, as: UTF8.self).utf16)
    guard abs(one.count - other.count) < 2 else { return false }
    let start = zip(one, other).prefix { $0 == $1 }.count
    let end = zip(one[start...].reversed(), other[start...].reversed()).prefix { $0 == $1 }.count
    let left = [UInt16](one[start..<one.count - end])
    let right = [UInt16](other[start..<other.count - end])
    if left.count < 2, right.count < 2 { return true }
    return left.count == 2 && left == right.reversed()
  }
}
