/// The words of a text, and which of them a query asks for.
struct StudiedText {
  private let text: [UInt8]
  private let words: [Range<Int>]
  /// Words that the query asks for, and which of its units each is.
  private let hits: [(position: Int, unit: Int)]
  private let units: [SearchUnit]
  /// The weight of the units that stand in the text in the very spelling of the query.
  let exactWeight: Int

  init(_ text: [UInt8], units: [SearchUnit], cache: inout AnalysisCache) {
    self.text = text
    self.units = units
    words = WordScanner.ranges(in: text)
    var hits: [(position: Int, unit: Int)] = []
    var exact: Set<Int> = []
    for (position, range) in words.enumerated() {
      for part in cache.analyze(text[range]) {
        guard let unit = units.firstIndex(where: { $0.terms.contains(part.term) }) else { continue }
        if units[unit].word.folded == part.folded { exact.insert(unit) }
        hits.append((position, unit))
        break
      }
    }
    self.hits = hits
    exactWeight = exact.reduce(0) { $0 + units[$1].weight }
  }

  /// Where most of the query stands within so many words, and the weight of it.
  func closest(within width: Int) -> (weight: Int, position: Int) {
    var best = (weight: 0, position: 0)
    for (index, first) in hits.enumerated() {
      let near = hits[index...].prefix { $0.position - first.position < width }
      let weight = Set(near.map(\.unit)).reduce(0) { $0 + units[$1].weight }
      if weight > best.weight { best = (weight, first.position) }
    }
    return best
  }

  /// Some words around a position as HTML, with those of the query marked.
  func excerpt(around position: Int) -> String {
    var first = position
    while first > 0, position - first < 6, isJoined(first) { first -= 1 }
    var last = min(position + 1, words.count)
    while last < words.count, last - first < 32, isJoined(last) { last += 1 }
    let start = first > 0 && isJoined(first) ? "… " : ""
    let end = last < words.count && isJoined(last) ? " …" : ""
    return start + marked(first..<last) + end
  }

  /// Whether a word stands in the same block as the one before.
  private func isJoined(_ word: Int) -> Bool {
    !text[words[word - 1].lowerBound..<words[word].lowerBound].contains(UInt8(ascii: "\n"))
  }

  private func marked(_ range: Range<Int>) -> String {
    let isHit = Set(hits.map(\.position))
    var html = ""
    var at = range.lowerBound > 0 ? words[range.lowerBound].lowerBound : 0
    for index in range {
      html += escaped(at..<words[index].lowerBound)
      let word = escaped(words[index])
      html += isHit.contains(index) ? "<mark>\(word)</mark>" : word
      at = words[index].upperBound
    }
    let end = range.upperBound < words.count ? words[range.upperBound].lowerBound : text.count
    let rest = text[at..<end].prefix { $0 != UInt8(ascii: "\n") }
    var tail = String(decoding: rest, as: UTF8.self)
    while tail.last?.isWhitespace == true { tail.removeLast() }
    return html + Self.escape(tail)
  }

  private func escaped(_ range: Range<Int>) -> String {
    Self.escape(String(decoding: text[range], as: UTF8.self))
  }

  private static func escape(_ text: String) -> String {
    var html = ""
    for scalar in text.unicodeScalars {
      if "&<>\"'".unicodeScalars.contains(scalar) {
        html += "&#\(scalar.value);"
      } else {
        html.unicodeScalars.append(scalar)
      }
    }
    return html
  }
}

/// Words that were analysed before.
struct AnalysisCache {
  private var words: [ArraySlice<UInt8>: [AnalyzedWord]] = [:]

  mutating func analyze(_ word: ArraySlice<UInt8>) -> [AnalyzedWord] {
    if let known = words[word] { return known }
    let parts = WordAnalyzer.analyze(word)
    words[word] = parts
    return parts
  }
}
