import Foundation

/// The files of a search, asked without a browser: a second reading of what the browser's module
/// reads, which gives the same results in the same order.
public struct SearchIndex: Sendable {
  /// How many results are ordered by their texts at a time.
  static let window = 10

  let root: SearchRoot
  private let read: @Sendable (String) -> [UInt8]?

  /// - Parameter read: gives the bytes of a file of the index by its path below `search/`; nil
  ///   where there is none.
  public init(read: @escaping @Sendable (String) -> [UInt8]?) throws(SearchIndexError) {
    self.read = read
    root = try SearchRoot(try Self.file("index.bin", read))
  }

  func file(_ path: String?) throws(SearchIndexError) -> [UInt8] {
    guard let path else { throw .damaged("index.bin") }
    return try Self.file(path, read)
  }

  private static func file(
    _ path: String, _ read: (String) -> [UInt8]?
  ) throws(SearchIndexError) -> [UInt8] {
    guard let bytes = read(path) else { throw .missing(path) }
    guard let content = Inflate.decompress(bytes) else { throw .damaged(path) }
    return content
  }

  /// The documents that answer a query, the best first.
  public func search(
    _ query: String, _ filter: SearchFilter = SearchFilter(), limit: Int = 10
  ) throws(SearchIndexError) -> SearchAnswer {
    let query = SearchQuery(query, root: root)
    let resolver = try UnitResolver(query.units, index: self)
    var ranking = Ranking(units: resolver.units, root: root)
    let all = ranking.documents.count
    try keep(filter, in: &ranking)
    let total = ranking.documents.count
    let ranked = try rank(ranking, phrases: query.phrases, limit: limit)
    var only: Int?
    if resolver.units.count == 1, resolver.units[0].matches.count == 1, total == all {
      only = resolver.units[0].matches[0].entries.first?.documents
    }
    let suggestion = query.words.map { word in
      word.term.flatMap { resolver.suggestions[$0] } ?? word.text
    }.joined(separator: " ")
    return SearchAnswer(
      results: ranked.results, total: ranked.verified ?? max(total, only ?? 0),
      terms: resolver.units.map { String(decoding: $0.word.folded, as: UTF8.self) },
      suggestion: resolver.suggestions.isEmpty ? nil : suggestion)
  }

  private func keep(
    _ filter: SearchFilter, in ranking: inout Ranking
  ) throws(SearchIndexError) {
    let topic = try members(of: filter.topic, facet: "topic")
    let author = try members(of: filter.author, facet: "author")
    let language = filter.language.map { tag in
      root.languages.first { $0.tag == tag }?.documents ?? 0..<0
    }
    ranking.documents = ranking.documents.filter { document in
      language?.contains(document) != false && topic?.contains(document) != false
        && author?.contains(document) != false
        && (filter.year.map { $0 == root.years[document] } ?? true)
    }
  }

  /// A key of a facet with its documents, as it is stored.
  private struct Facet: Decodable {
    let key: String
    let gaps: [Int]

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      key = try values.decode(String.self)
      _ = try values.decode([String: String].self)
      gaps = try values.decode([Int].self)
    }
  }

  /// - Returns: nil where nothing is asked.
  private func members(of key: String?, facet: String) throws(SearchIndexError) -> Set<Int>? {
    guard let key else { return nil }
    let path = "facets/\(root.facets[facet] ?? "").bin"
    let bytes = try file(path)
    guard let facets = try? JSONDecoder().decode([Facet].self, from: Data(bytes)) else {
      throw .damaged(path)
    }
    var document = 0
    return Set(
      (facets.first { $0.key == key }?.gaps ?? []).map { gap in
        document += gap
        return document
      })
  }
}

/// What readers narrow a search by; nil where they do not.
public struct SearchFilter: Sendable, Hashable {
  /// A language tag.
  public var language: String?
  /// A key.
  public var topic: String?
  public var year: Int?
  /// A key.
  public var author: String?

  public init(
    language: String? = nil, topic: String? = nil, year: Int? = nil, author: String? = nil
  ) {
    self.language = language
    self.topic = topic
    self.year = year
    self.author = author
  }
}

/// The answer to a query.
public struct SearchAnswer: Sendable {
  public let results: [SearchResult]
  /// How many documents there are; more than the results.
  public let total: Int
  /// The words that were searched, folded.
  public let terms: [String]
  /// The query with misspelt words mended.
  public let suggestion: String?
}

/// A document that answers a query.
public struct SearchResult: Sendable, Hashable {
  public let url: String
  public let title: String
  public let language: String
  /// A date of ISO 8601; empty where there is none.
  public let date: String
  public let authors: [String]
  public let topics: [String]
  /// HTML with the query's words in `<mark>`.
  public let excerpt: String
  public let score: Int
}
