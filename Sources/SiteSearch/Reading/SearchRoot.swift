import Foundation

/// The root of an index, read.
struct SearchRoot: Sendable {
  struct Language: Sendable {
    let tag: String
    let documents: Range<Int>
    /// The number of the first folder of fragments.
    let folder: Int
  }

  let languages: [Language]
  /// The year of each document; 0 where it has no date.
  let years: [Int]
  /// What stands for each number of ones.
  let impacts: [Int]
  private let limits: [[Int]]
  /// The first term of each shard.
  private let firstTerms: [[UInt8]]
  private let shardDigests: [String]
  private let folders: [String]
  let stopWords: Set<[UInt8]>
  /// Groups of phrases of terms.
  let synonyms: [[[[UInt8]]]]
  /// The names of the files of facets.
  let facets: [String: String]

  /// The root as it is stored.
  private struct Stored: Decodable {
    let version: Int
    let languages: [Language]
    let impacts: [Int]
    let most: [[Int]]
    let first: String
    let stop: String
    let synonyms: [[String]]
    let facets: [String: String]
    let fragments: String
    let shards: String

    struct Language: Decodable {
      let tag: String
      let count: Int
      let years: [[Int]]

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        tag = try values.decode(String.self)
        count = try values.decode(Int.self)
        years = try values.decode([[Int]].self)
      }
    }
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
    impacts = stored.impacts
    limits = stored.most
    stopWords = Set(stored.stop.split(separator: " ").map { Array($0.utf8) })
    synonyms = stored.synonyms.map { group in
      group.map { $0.split(separator: " ").map { Array($0.utf8) } }
    }
    facets = stored.facets
    folders = Self.groups(of: 8, in: stored.fragments)
    shardDigests = Self.groups(of: 6, in: stored.shards)
    firstTerms = shardDigests.isEmpty ? [] : Self.firstTerms(stored.first)
    (languages, years) = Self.languages(stored.languages)
  }

  private static func languages(_ stored: [Stored.Language]) -> ([Language], [Int]) {
    var years: [Int] = []
    var folder = 0
    let languages = stored.map { language in
      let start = years.count
      for run in language.years where run.count == 2 {
        years += [Int](repeating: run[0], count: max(0, run[1]))
      }
      defer { folder += (language.count + FragmentWriter.chunk - 1) / FragmentWriter.chunk }
      return Language(tag: language.tag, documents: start..<years.count, folder: folder)
    }
    return (languages, years)
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
    firstTerms.lastIndex { !term.lexicographicallyPrecedes($0) }
  }

  /// Whether a shard's first term begins with a text.
  func shard(_ number: Int, beginsWith prefix: [UInt8]) -> Bool {
    firstTerms.indices.contains(number) && firstTerms[number].starts(with: prefix)
  }

  func path(ofShard number: Int) -> String? {
    shardDigests.indices.contains(number) ? "terms/\(number)-\(shardDigests[number]).bin" : nil
  }

  func path(ofDocument document: Int, more: Bool = false) -> String? {
    guard let language = languages.first(where: { $0.documents.contains(document) }) else {
      return nil
    }
    let number = document - language.documents.lowerBound
    let folder = language.folder + number / FragmentWriter.chunk
    guard folders.indices.contains(folder) else { return nil }
    return "texts/\(folders[folder])/\(number % FragmentWriter.chunk)\(more ? "-more" : "").bin"
  }

  /// Calls `visit` with each document of a term and its impact.
  func forEachPosting(of entry: Shard.Entry, _ visit: (Int, Int) -> Void) {
    let limits = limits[entry.term.first == StopWords.mark ? 1 : 0]
    let kept =
      entry.documents > limits[0]
      ? min(limits[1], limits[0] + (entry.documents - limits[0]) / 8) : entry.documents
    var reader = ByteReader(entry.data)
    var document = reader.number()
    for _ in 0..<kept where document < years.count {
      let rank = reader.unary()
      visit(document, impacts.indices.contains(rank) ? impacts[rank] : 0)
      var gap = reader.unary()
      for _ in 0..<entry.lowBits { gap = gap * 2 + (reader.flag() ? 1 : 0) }
      document += gap + 1
    }
  }
}
