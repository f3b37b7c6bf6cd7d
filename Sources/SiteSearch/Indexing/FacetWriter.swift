import SiteDigest
import SiteHTML

/// Writes which documents readers can narrow a search to: those of a language and a year, which
/// stand in the root, those of a topic and an author, which have files.
struct FacetWriter: Sendable {
  let files: [SearchFile]
  /// Each facet's rows, or the name of its file.
  let facets: JSONValue

  init(_ collection: SearchCollection) {
    let languages = Self.rows(collection) {
      [SearchDocument.Facet(key: $0.language, name: "")]
    }
    let years = Self.rows(collection) {
      $0.year == 0 ? [] : [SearchDocument.Facet(key: String($0.year), name: "")]
    }
    let topics = Self.file(Self.rows(collection) { $0.topics })
    let authors = Self.file(Self.rows(collection) { $0.authors })
    files = [topics.file, authors.file]
    facets = .object([
      "lang": .array(collection.languages.compactMap { languages[$0.tag] }),
      "year": .array(years.sorted { $0.key > $1.key }.map(\.value)),
      "topic": .string(topics.name), "author": .string(authors.name),
    ])
  }

  private static func file(_ rows: [String: JSONValue]) -> (file: SearchFile, name: String) {
    let bytes = JSONValue.array(rows.sorted { $0.key < $1.key }.map(\.value)).bytes
    let name = String(Digest(of: bytes).hexadecimal.prefix(8))
    let path = "\(SearchIndexWriter.folder)facets/\(name).bin"
    return (SearchFile(path: path, bytes: Deflate(level: 9).compress(bytes)), name)
  }

  /// For each key: the key, the gaps between the documents that have it, and its names by language.
  private static func rows(
    _ collection: SearchCollection, _ facets: (SearchDocument) -> [SearchDocument.Facet]
  ) -> [String: JSONValue] {
    var names: [String: [(name: String, value: JSONValue)]] = [:]
    var members: [String: [Int]] = [:]
    for (number, document) in zip(collection.numbers, collection.documents) {
      for facet in facets(document) where members[facet.key]?.last != number {
        members[facet.key, default: []].append(number)
        let isKnown = names[facet.key]?.contains { $0.name == document.language } ?? false
        if !isKnown, !facet.name.isEmpty {
          names[facet.key, default: []].append((document.language, .string(facet.name)))
        }
      }
    }
    return members.reduce(into: [:]) { rows, member in
      let gaps = zip([0] + member.value, member.value).map { JSONValue.number($1 - $0) }
      let row: [JSONValue] = [.string(member.key), .array(gaps)]
      rows[member.key] = .array(row + (names[member.key].map { [.object($0)] } ?? []))
    }
  }
}
