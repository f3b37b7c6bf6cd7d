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
    return SearchAnswer(
      results: ranked.results, total: ranked.verified ?? only ?? total,
      isAtLeast: ranking.isCut && only == nil,
      terms: resolver.units.map { String(decoding: $0.word.folded, as: UTF8.self) },
      suggestion: resolver.suggestion(for: query))
  }

  private func keep(
    _ filter: SearchFilter, in ranking: inout Ranking
  ) throws(SearchIndexError) {
    for (facet, key) in filter.keys {
      let members = Set(try rows(of: facet).first { $0.key == key }?.documents ?? [])
      ranking.documents = ranking.documents.filter(members.contains)
    }
  }

  /// The first key of a filter that no document has, with those that documents have; nil where all
  /// are known.
  public func unknownKey(
    in filter: SearchFilter
  ) throws(SearchIndexError) -> (facet: String, key: String, known: [String])? {
    for (facet, key) in filter.keys {
      let known = try rows(of: facet).map(\.key)
      if !known.contains(key) { return (facet, key, known) }
    }
    return nil
  }

  private func rows(of facet: String) throws(SearchIndexError) -> [SearchRoot.FacetRow] {
    switch root.facets[facet] {
    case .rows(let rows): return rows
    case nil: throw .damaged("index.bin")
    case .file(let name):
      let path = "facets/\(name).bin"
      let data = Data(try file(path))
      guard let rows = try? JSONDecoder().decode([SearchRoot.FacetRow].self, from: data) else {
        throw .damaged(path)
      }
      return rows
    }
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

  /// The facets that are narrowed, with the key that documents must have.
  fileprivate var keys: [(facet: String, key: String)] {
    let keys = [
      ("lang", language), ("topic", topic), ("year", year.map { String($0) }), ("author", author),
    ]
    return keys.compactMap { facet, key in key.map { (facet, $0) } }
  }
}

/// The answer to a query.
public struct SearchAnswer: Sendable {
  public let results: [SearchResult]
  /// How many documents there are; more than the results.
  public let total: Int
  /// Whether there may be more than `total`, since the index has not all documents of common words.
  public let isAtLeast: Bool
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
  public let isRetracted: Bool
  /// HTML with the query's words in `<mark>`.
  public let excerpt: String
  public let score: Int
}
