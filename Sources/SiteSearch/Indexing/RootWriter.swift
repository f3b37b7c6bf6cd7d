import SiteHTML

/// Writes the root, from which a reader of the index finds every other file.
struct RootWriter {
  /// Readers of other versions refuse the index.
  static let version = 1

  let collection: SearchCollection
  let index: TermIndex
  let shards: [ShardWriter.Shard]
  let ranks: [Int]
  /// The names of the folders of fragments.
  let folders: [String]
  let facets: FacetWriter
  let synonyms: Synonyms

  var file: SearchFile {
    SearchFile(
      path: "\(SearchIndexWriter.folder)index.bin", bytes: Deflate(level: 12).compress(json.bytes))
  }

  private var json: JSONValue {
    .object([
      "version": .number(Self.version),
      "languages": .array(collection.languages.map(Self.language)),
      "impacts": .array(
        ranks.indices.dropFirst().sorted { ranks[$0] < ranks[$1] }.map { .number($0) }),
      "most": .array(
        [PostingLimits(postings: index.postingCount), .stopWords].map {
          .array([.number($0.all), .number($0.most)])
        }),
      "first": .string(firstTerms),
      "stop": .string(stopWords),
      "synonyms": .array(knownSynonyms.map { .strings($0) }),
      "facets": .object(facets.names.map { (name: $0.facet, value: .string($0.name)) }),
      "fragments": .string(folders.joined()),
      "shards": .string(shards.map(\.digest).joined()),
    ])
  }

  private static func language(_ language: SearchCollection.Language) -> JSONValue {
    .array([
      .string(language.tag), .number(language.documents.count),
      .array(language.years.map { .array([.number($0.year), .number($0.count)]) }),
    ])
  }

  /// A line for each shard: how many characters its first term shares with the one before, up to
  /// nine, and the others.
  private var firstTerms: String {
    var last = ""
    return shards.map { shard in
      let term = String(decoding: shard.first, as: UTF8.self)
      let shared = min(9, zip(last.utf16, term.utf16).prefix { $0 == $1 }.count)
      last = term
      return "\(shared)\(String(decoding: term.utf16.dropFirst(shared), as: UTF16.self))"
    }.joined(separator: "\n")
  }

  private var stopWords: String {
    index.terms.prefix { $0.first == StopWords.mark }.map {
      String(decoding: $0.dropFirst(), as: UTF8.self)
    }.joined(separator: " ")
  }

  /// Groups of which the collection has at least two phrases.
  private var knownSynonyms: [[String]] {
    synonyms.groups.compactMap { group in
      let known = group.filter { phrase in phrase.allSatisfy { index.number(of: $0) != nil } }
      guard known.count > 1 else { return nil }
      return known.map { phrase in
        phrase.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      }
    }
  }
}
