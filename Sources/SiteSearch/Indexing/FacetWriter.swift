import SiteDigest
import SiteHTML

/// Writes which documents have each topic and each author: what readers filter by.
struct FacetWriter: Sendable {
  let files: [SearchFile]
  /// The name of each facet's file.
  let names: [(facet: String, name: String)]

  init(documents: [SearchDocument]) {
    let contents = [
      ("topic", Self.json(documents) { $0.topics }),
      ("author", Self.json(documents) { $0.authors }),
    ]
    let deflate = Deflate(level: 9)
    names = contents.map { ($0, String(Digest(of: $1).hexadecimal.prefix(8))) }
    files = zip(names, contents).map { name, content in
      SearchFile(
        path: "\(SearchIndexWriter.folder)facets/\(name.name).bin",
        bytes: deflate.compress(content.1))
    }
  }

  /// For each key its names by language and the gaps between the documents that have it.
  private static func json(
    _ documents: [SearchDocument], _ facets: (SearchDocument) -> [SearchDocument.Facet]
  ) -> [UInt8] {
    var names: [String: [(language: String, name: String)]] = [:]
    var members: [String: [Int]] = [:]
    for (number, document) in documents.enumerated() {
      for facet in facets(document) where members[facet.key]?.last != number {
        members[facet.key, default: []].append(number)
        if names[facet.key, default: []].contains(where: { $0.language == document.language }) {
          continue
        }
        names[facet.key, default: []].append((document.language, facet.name))
      }
    }
    return JSONValue.array(
      members.sorted { $0.key < $1.key }.map { key, documents in
        let gaps = zip([0] + documents, documents).map { JSONValue.number($1 - $0) }
        let ownNames = (names[key] ?? []).map {
          (name: $0.language, value: JSONValue.string($0.name))
        }
        return .array([.string(key), .object(ownNames), .array(gaps)])
      }
    ).bytes
  }
}
