import SiteHTML

/// Writes the root, from which a reader of the index finds every other file.
struct RootWriter {
  /// Readers of other versions refuse the index.
  static let version = 4

  let collection: SearchCollection
  let index: TermIndex
  let impacts: Impacts
  let plan: ShardPlan
  /// The name of each shard, eight hexadecimal digits.
  let shards: [String]
  /// The versions of the folders of fragments.
  let versions: String
  let facets: FacetWriter
  let synonyms: Synonyms

  var file: SearchFile {
    SearchFile(
      path: "\(SearchIndexWriter.folder)index.bin", bytes: Deflate(level: 12).compress(json.bytes))
  }

  private var json: JSONValue {
    .object([
      "version": .number(Self.version),
      "count": .number(collection.documents.count),
      "impacts": .array(impacts.order.map { .number($0) }),
      "first": .string(firstTerms),
      "stop": .strings(stopWords),
      "synonyms": .array(knownSynonyms.map { .array($0.map { .strings($0) }) }),
      "facets": facets.facets,
      "fragments": .string(versions),
      "shards": .string(shards.joined()),
    ])
  }

  /// A line for each shard: how many units of UTF-16 its first term shares with the one before, up
  /// to nine, and the others.
  private var firstTerms: String {
    var last = ""
    return plan.ranges.map { range in
      let before = range.lowerBound > 0 ? index.bytes(of: index.order[range.lowerBound - 1]) : []
      let first = index.bytes(of: index.order[range.lowerBound]).beginning(after: before)
      let term = String(decoding: first, as: UTF8.self)
      var shared = zip(last.unicodeScalars, term.unicodeScalars).prefix { $0 == $1 }.map(\.0)
      while String(String.UnicodeScalarView(shared)).utf16.count > 9 { shared.removeLast() }
      last = term
      let rest = String(term.unicodeScalars.dropFirst(shared.count))
      return "\(String(String.UnicodeScalarView(shared)).utf16.count)\(rest)"
    }.joined(separator: "\n")
  }

  private var stopWords: [String] {
    index.order.lazy.map { index.vocabulary.terms[$0] }.prefix { $0.first == StopWords.mark }.map {
      String(decoding: $0.dropFirst(), as: UTF8.self)
    }
  }

  /// Groups of which the collection has at least two phrases.
  private var knownSynonyms: [[[String]]] {
    synonyms.groups.compactMap { group in
      let known = group.filter { phrase in phrase.allSatisfy { index.contains($0) } }
      guard known.count > 1 else { return nil }
      return known.map { phrase in phrase.map { String(decoding: $0, as: UTF8.self) } }
    }
  }
}
