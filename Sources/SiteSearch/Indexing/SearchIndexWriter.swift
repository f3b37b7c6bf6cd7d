import SiteConcurrency
import SiteDigest

/// Makes the files of the search of a site: Documentation/Search.md describes them.
public struct SearchIndexWriter: Sendable {
  /// The folder of all files, below the site's root.
  public static let folder = "search/"

  /// How many postings a worker holds at once.
  private static let rangeLength = 4_000_000

  private let collection: SearchCollection
  private let synonyms: Synonyms
  private let jobs: Jobs

  /// - Parameters:
  ///   - documents: in any order.
  ///   - languages: tags of the site's languages, in its order.
  ///   - glossary: the spellings of each term that readers may use for one another.
  public init(
    documents: [SearchDocument], languages: [String], glossary: [[String]], jobs: Jobs
  ) {
    collection = SearchCollection(documents, languages: languages)
    synonyms = Synonyms(glossary: glossary)
    self.jobs = jobs
  }

  /// Makes the files one by one and gives each to `write`, on several workers.
  ///
  /// - Returns: the paths of all files.
  public func write<Failure: Error>(
    _ write: @escaping @Sendable (SearchFile) throws(Failure) -> Void
  ) async throws(Failure) -> [String] {
    var parts = try await readDocuments(write)
    let paths = parts.flatMap(\.paths)
    let folders = parts.flatMap(\.folders)
    let index = termIndex(of: &parts)
    let impacts = Impacts(
      lengths: index.lengths, groups: collection.languages.map(\.numbers),
      postings: index.postingCount)
    let shards = await self.shards(of: index, impacts)
    let facets = FacetWriter(collection)
    let root = RootWriter(
      collection: collection, index: index, impacts: impacts, shards: shards.map(\.shard),
      folders: folders, facets: facets, synonyms: synonyms)
    let files =
      [root.file] + facets.files
      + zip(0..., shards).map { number, item in
        SearchFile(
          path: "\(Self.folder)terms/\(number)-\(item.shard.digest).bin", bytes: item.compressed)
      }
    for file in files { try write(file) }
    return files.map(\.path) + paths
  }

  /// Reads all documents, each worker with a vocabulary of its own.
  private func readDocuments<Failure: Error>(
    _ write: @escaping @Sendable (SearchFile) throws(Failure) -> Void
  ) async throws(Failure) -> [DocumentReader<Failure>.Part] {
    let collection = collection
    let results = await collection.parts(jobs.count).concurrentMap(jobs: jobs) { chunks in
      Result<DocumentReader<Failure>.Part, Failure> { () throws(Failure) in
        var reader = DocumentReader(write: write)
        for chunk in chunks { try reader.read(collection.documents[chunk]) }
        return reader.finish()
      }
    }
    var parts: [DocumentReader<Failure>.Part] = []
    for result in results { parts.append(try result.get()) }
    return parts
  }

  /// Joins what the workers found, and takes it from them, so that no vocabulary exists twice.
  private func termIndex<Failure: Error>(
    of parts: inout [DocumentReader<Failure>.Part]
  ) -> TermIndex {
    var vocabulary = SearchVocabulary()
    var known: [TermIndex.Part] = []
    var start = 0
    while !parts.isEmpty {
      let part = parts.removeFirst()
      let words: [UInt32]
      if known.isEmpty {
        vocabulary = part.vocabulary
        words = Array(0..<UInt32(vocabulary.words.count))
      } else {
        words = vocabulary.merge(part.vocabulary)
      }
      let end = start + part.documents.count
      known.append(
        TermIndex.Part(
          documents: part.documents, numbers: collection.numbers[start..<end], words: words))
      start = end
    }
    return TermIndex(vocabulary: vocabulary, parts: known)
  }

  private typealias CompressedShard = (shard: ShardWriter.Shard, compressed: [UInt8])

  private func shards(of index: TermIndex, _ impacts: Impacts) async -> [CompressedShard] {
    let encoder = EntryEncoder(index: index, impacts: impacts)
    let ranges = index.ranges(of: Self.rangeLength)
    let entries = await ranges.concurrentMap(jobs: jobs) { encoder.entries(of: $0) }.flatMap(\.self)
    var writer = ShardWriter()
    for term in index.order { writer.append(Array(index.vocabulary.terms[term]), entries[term]) }
    return await writer.finish().concurrentMap(jobs: jobs) { shard in
      (shard: shard, compressed: Deflate(level: 9).compress(shard.bytes))
    }
  }
}
