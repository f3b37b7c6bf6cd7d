import Foundation

/// Documents in the order in which the index alone puts them.
struct Ranking {
  let units: [SearchUnit]
  /// The sum of what each word of the query says.
  private var sums: [Int]
  /// The weight of the words that each document has.
  private(set) var covers: [Int]
  /// Whether a word has more documents than the index keeps.
  private(set) var isCut = false
  /// Documents that have any of the words.
  var documents: [Int] = []

  init(units: [SearchUnit], root: SearchRoot) {
    self.units = units
    sums = [Int](repeating: 0, count: root.end)
    covers = sums
    for unit in units {
      for (document, value) in values(of: unit, root: root) {
        sums[document] += value
        covers[document] += unit.weight
      }
    }
    documents = sums.indices.filter { sums[$0] > 0 }
  }

  /// The weight of the whole query.
  var wholeWeight: Int { units.reduce(0) { $0 + $1.weight } }

  /// Documents that have more of the query come before those that have a part of it often.
  func score(_ document: Int) -> Int { sums[document] * (2 * wholeWeight + covers[document]) }

  /// The documents, the best first; of equals the later, which is the newer.
  func best(_ count: Int) -> [Int] {
    let scored = documents.map { (document: $0, score: score($0)) }
    return scored.sorted { ($0.score, $0.document) > ($1.score, $1.document) }
      .prefix(count).map(\.document)
  }

  private mutating func values(of unit: SearchUnit, root: SearchRoot) -> [Int: Int] {
    var best: [Int: Int] = [:]
    for match in unit.matches {
      var values: [Int: Int]?
      for entry in match.entries {
        let weight = root.weight(of: entry) * match.factor
        var own: [Int: Int] = [:]
        let kept = entry.forEachPosting(in: root) { document, impact in
          guard let earlier = values else {
            own[document] = impact * weight
            return
          }
          if let value = earlier[document] { own[document] = min(value, impact * weight) }
        }
        if kept < entry.documents { isCut = true }
        values = own
      }
      best.merge(values ?? [:], uniquingKeysWith: max)
    }
    return best
  }
}

/// What a result shows, as it is stored.
private struct Head: Decodable {
  let url: String
  let title: String
  let lang: String
  let date: String
  let authors: [String]
  let topics: [String]
  let retracted: Bool?
  let more: Bool
  let text: String
}

extension SearchIndex {
  /// How many documents are looked at for a quoted phrase.
  private static let mostForPhrases = 40
  /// How many results may show a part of their text that their head does not have.
  private static let mostWholeTexts = 2

  private struct Candidate {
    let document: Int
    let head: Head
    let score: Int
  }

  /// Orders each ten of the best documents by what their heads show.
  ///
  /// - Returns: the results, and how many documents have the phrases when there are any.
  func rank(
    _ ranking: Ranking, phrases: [[[UInt8]]], limit: Int
  ) throws(SearchIndexError) -> (results: [SearchResult], verified: Int?) {
    let windows = (limit + Self.window - 1) / Self.window
    let best = ranking.best(phrases.isEmpty ? windows * Self.window : Self.mostForPhrases)
    var cache = AnalysisCache()
    var found: [Candidate] = []
    for start in stride(from: 0, to: best.count, by: Self.window) where found.count < limit {
      var page: [Candidate] = []
      for document in best[start..<min(start + Self.window, best.count)] {
        let candidate = try candidate(document, ranking, cache: &cache)
        let fits = phrases.isEmpty ? true : try holds(phrases, candidate)
        if fits { page.append(candidate) }
      }
      found += page.sorted { ($0.score, $0.document) > ($1.score, $1.document) }
    }
    var results: [SearchResult] = []
    for (index, candidate) in found.prefix(limit).enumerated() {
      results.append(
        try result(
          candidate, ranking, mayReadOn: index < Self.mostWholeTexts, cache: &cache))
    }
    return (results, phrases.isEmpty ? nil : found.count)
  }

  private func candidate(
    _ document: Int, _ ranking: Ranking, cache: inout AnalysisCache
  ) throws(SearchIndexError) -> Candidate {
    let path = root.path(ofDocument: document)
    let stored = try file(path)
    guard let head = try? JSONDecoder().decode(Head.self, from: Data(stored)) else {
      throw .damaged(path ?? "index.bin")
    }
    let text = StudiedText(
      Array("\(head.title)\n\(head.text)".utf8), units: ranking.units, cache: &cache)
    let evidence =
      10 * ranking.wholeWeight + 6 * text.exactWeight + 10 * text.closest(within: 12).weight
    return Candidate(document: document, head: head, score: ranking.score(document) * evidence)
  }

  private func wholeText(_ candidate: Candidate) throws(SearchIndexError) -> [UInt8] {
    guard candidate.head.more else { return Array(candidate.head.text.utf8) }
    return try file(root.path(ofDocument: candidate.document, more: true))
  }

  private func holds(
    _ phrases: [[[UInt8]]], _ candidate: Candidate
  ) throws(SearchIndexError) -> Bool {
    let text = String(decoding: try wholeText(candidate), as: UTF8.self)
    let lines = ([candidate.head.title] + text.split(separator: "\n").map(String.init)).map {
      WordAnalyzer.analyze(text: $0).map(\.term)
    }
    return phrases.allSatisfy { phrase in lines.contains { $0.firstRange(of: phrase) != nil } }
  }

  private func result(
    _ candidate: Candidate, _ ranking: Ranking, mayReadOn: Bool, cache: inout AnalysisCache
  ) throws(SearchIndexError) -> SearchResult {
    let head = candidate.head
    var text = StudiedText(Array(head.text.utf8), units: ranking.units, cache: &cache)
    var best = text.closest(within: 24)
    if head.more, mayReadOn, best.weight < ranking.covers[candidate.document] {
      let whole = StudiedText(
        try wholeText(candidate), units: ranking.units, cache: &cache)
      let other = whole.closest(within: 24)
      if other.weight > best.weight { (text, best) = (whole, other) }
    }
    return SearchResult(
      url: head.url, title: head.title, language: head.lang, date: head.date,
      authors: head.authors, topics: head.topics, isRetracted: head.retracted ?? false,
      excerpt: text.excerpt(around: best.position),
      score: candidate.score)
  }
}
