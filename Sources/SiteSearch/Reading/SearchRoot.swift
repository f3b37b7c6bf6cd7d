import Foundation

/// The root of an index, read.
struct SearchRoot: Sendable {
  /// How many documents there are.
  let count: Int
  /// What stands for each number of ones.
  let impacts: [Int]
  /// The first term of each shard.
  private let firstTerms: [[UInt8]]
  private let shardDigests: [String]
  /// The numbers of documents are below this.
  let end: Int
  let stopWords: Set<[UInt8]>
  /// Groups of phrases of terms.
  let synonyms: [[[[UInt8]]]]
  let facets: [String: Facet]

  /// What readers filter by.
  enum Facet: Decodable {
    case rows([FacetRow])
    /// The name of the file that has them.
    case file(String)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let name = try? value.decode(String.self) {
        self = .file(name)
      } else {
        self = .rows(try value.decode([FacetRow].self))
      }
    }
  }

  /// A key with its documents.
  struct FacetRow: Decodable {
    let key: String
    let documents: [Int]

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      key = try values.decode(String.self)
      var document = 0
      documents = try values.decode([Int].self).map { gap in
        document += gap
        return document
      }
    }
  }

  /// The root as it is stored.
  private struct Stored: Decodable {
    let count: Int
    let impacts: [Int]
    let first: String
    let stop: [String]
    let synonyms: [[[String]]]
    let facets: [String: Facet]
    let fragments: String
    let shards: String
  }

  private struct Version: Decodable {
    let version: Int
  }

  init(_ bytes: [UInt8]) throws(SearchIndexError) {
    let data = Data(bytes)
    let decoder = JSONDecoder()
    guard let version = try? decoder.decode(Version.self, from: data) else {
      throw .damaged("index.bin")
    }
    guard version.version == RootWriter.version else { throw .otherVersion(version.version) }
    guard let stored = try? decoder.decode(Stored.self, from: data) else {
      throw .damaged("index.bin")
    }
    count = stored.count
    impacts = stored.impacts
    stopWords = Set(stored.stop.map { Array($0.utf8) })
    synonyms = stored.synonyms.map { group in
      group.map { phrase in phrase.map { Array($0.utf8) } }
    }
    facets = stored.facets
    end = Self.groups(of: 8, in: stored.fragments).count * FragmentWriter.chunk
    shardDigests = Self.groups(of: 8, in: stored.shards)
    firstTerms = shardDigests.isEmpty ? [] : Self.firstTerms(stored.first)
  }

  private static func firstTerms(_ lines: String) -> [[UInt8]] {
    var last: [UInt16] = []
    // Not by `Character`: the rest of a term may begin with a mark, which would join the digit.
    let newline = UInt16(UInt8(ascii: "\n"))
    return lines.utf16.split(separator: newline, omittingEmptySubsequences: false).map { line in
      let shared = line.first.map { Int($0) - Int(UInt8(ascii: "0")) } ?? 0
      last = Array(last.prefix(max(0, shared))) + line.dropFirst()
      return Array(String(decoding: last, as: UTF16.self).utf8)
    }
  }

  private static func groups(of length: Int, in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count, by: length).map {
      String(decoding: bytes[$0..<min($0 + length, bytes.count)], as: UTF8.self)
    }
  }

  /// The shard in which a term stands if any does; nil before the first.
  func shard(of term: [UInt8]) -> Int? {
    firstTerms.lastIndex { !TermOrder.precedes(term, $0) }
  }

  /// Whether a shard's first term begins with a text.
  func shard(_ number: Int, beginsWith prefix: [UInt8]) -> Bool {
    firstTerms.indices.contains(number) && firstTerms[number].starts(with: prefix)
  }

  func path(ofShard number: Int) -> String? {
    shardDigests.indices.contains(number) ? "terms/\(shardDigests[number]).bin" : nil
  }

  func path(ofDocument document: Int, more: Bool = false) -> String? {
    let (folder, number) = document.quotientAndRemainder(dividingBy: FragmentWriter.chunk)
    return document < end ? "texts/\(folder)/\(number)\(more ? "-more" : "").bin" : nil
  }

  /// What having a term says about a document.
  func weight(of entry: Shard.Entry) -> Int {
    Impacts.weight(documents: entry.documents, of: count)
  }
}
