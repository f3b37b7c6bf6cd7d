import SiteConcurrency
import SiteDigest

/// Makes the files of the search of a site: Documentation/Search.md describes them.
public struct SearchIndexWriter: Sendable {
  /// The folder of all files, below the site's root.
  public static let folder = "search/"

  /// How many documents one worker reads into one table of words. Not a matter of the number of
  /// workers, so that the files are not either.
  private static let partLength = 8192

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
    let index = await termIndex()
    let shards = await self.shards(of: index)
    let facets = FacetWriter(documents: collection.documents)
    let (fragments, folders) = try await writeFragments(write)
    let root = RootWriter(
      collection: collection, index: index, shards: shards.all.map(\.shard), ranks: shards.ranks,
      folders: folders, facets: facets, synonyms: synonyms)
    let files =
      [root.file] + facets.files
      + zip(0..., shards.all).map { number, item in
        SearchFile(
          path: "\(Self.folder)terms/\(number)-\(item.shard.digest).bin", bytes: item.compressed)
      }
    for file in files { try write(file) }
    return files.map(\.path) + fragments
  }

  private func termIndex() async -> TermIndex {
    let documents = collection.documents
    let starts = Array(stride(from: 0, to: documents.count, by: Self.partLength))
    let parts = await starts.concurrentMap(jobs: jobs) { start in
      PartialIndex(
        documents[start..<min(start + Self.partLength, documents.count)],
        stopWords: StopWords.folded)
    }
    return TermIndex(parts)
  }

  private typealias CompressedShard = (shard: ShardWriter.Shard, compressed: [UInt8])

  private func shards(of index: TermIndex) async -> (all: [CompressedShard], ranks: [Int]) {
    let impacts = Impacts(
      lengths: index.lengths, groups: collection.languages.map(\.documents),
      postings: index.postingCount)
    let ranks = index.ranks(of: impacts)
    let encoder = EntryEncoder(index: index, impacts: impacts, ranks: ranks)
    let entries = await Array(index.terms.indices).concurrentMap(jobs: jobs) {
      encoder.entry(of: $0)
    }
    var writer = ShardWriter()
    for (term, entry) in zip(index.terms, entries) { writer.append(term, entry) }
    let all = await writer.finish().concurrentMap(jobs: jobs) { shard in
      (shard: shard, compressed: Deflate(level: 9).compress(shard.bytes))
    }
    return (all, ranks)
  }

  /// - Returns: the files' paths, and the name of each folder.
  private func writeFragments<Failure: Error>(
    _ write: @escaping @Sendable (SearchFile) throws(Failure) -> Void
  ) async throws(Failure) -> (paths: [String], folders: [String]) {
    let collection = collection
    let results = await collection.chunks.concurrentMap(jobs: jobs) { chunk in
      Result<(paths: [String], folder: String), Failure> { () throws(Failure) in
        let fragments = zip(0..., collection.documents[chunk]).flatMap { number, document in
          FragmentWriter.fragments(of: document, number: number)
        }
        let folder = FragmentWriter.folder(of: fragments)
        let deflate = Deflate(level: 4)
        var paths: [String] = []
        for fragment in fragments {
          let path = "\(Self.folder)texts/\(folder)/\(fragment.name)"
          try write(SearchFile(path: path, bytes: deflate.compress(fragment.bytes)))
          paths.append(path)
        }
        return (paths, folder)
      }
    }
    var paths: [String] = []
    var folders: [String] = []
    for result in results {
      let chunk = try result.get()
      paths += chunk.paths
      folders.append(chunk.folder)
    }
    return (paths, folders)
  }
}

extension TermIndex {
  /// The place of each impact when they are ordered by how often they occur.
  func ranks(of impacts: Impacts) -> [Int] {
    var counts = [Int](repeating: 0, count: impacts.highest + 1)
    for term in terms.indices {
      for packed in postings(of: term) {
        let frequency = TermFrequency(packed: UInt8(truncatingIfNeeded: packed))
        counts[impacts.impact(frequency, in: Int(packed >> 8))] += 1
      }
    }
    let order = (1...impacts.highest).sorted { (counts[$1], $0) < (counts[$0], $1) }
    var ranks = [Int](repeating: 0, count: impacts.highest + 1)
    for (rank, impact) in order.enumerated() { ranks[impact] = rank }
    return ranks
  }
}
