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
    let index = await termIndex()
    let impacts = Impacts(
      lengths: index.lengths, groups: collection.languages.map(\.numbers),
      postings: index.postingCount)
    let shards = await self.shards(of: index, impacts)
    let facets = FacetWriter(collection)
    let (fragments, folders) = try await writeFragments(write)
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
    return files.map(\.path) + fragments
  }

  /// Analyses all documents, each worker with a vocabulary of its own.
  private func termIndex() async -> TermIndex {
    let collection = collection
    let ranges = collection.parts(jobs.count)
    let parts = await ranges.concurrentMap(jobs: jobs) { range in
      var analyzer = DocumentAnalyzer()
      let documents = collection.documents[range].map { analyzer.analyse($0) }
      return (documents: documents, vocabulary: analyzer.vocabulary)
    }
    var vocabulary = parts.first?.vocabulary ?? SearchVocabulary()
    let known = zip(ranges, parts).enumerated().map { index, item in
      let (range, part) = item
      return TermIndex.Part(
        documents: part.documents, numbers: collection.numbers[range],
        words: index == 0
          ? Array(0..<UInt32(vocabulary.words.count)) : vocabulary.merge(part.vocabulary))
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
        let paths = fragments.map { "\(Self.folder)texts/\(folder)/\($0.name)" }
        let heads = Deflate(level: FragmentWriter.headLevel)
        let texts = Deflate(level: FragmentWriter.textLevel)
        for (path, fragment) in zip(paths, fragments) {
          let bytes =
            fragment.isHead ? heads.compress(fragment.bytes) : texts.compress(fragment.bytes)
          try write(SearchFile(path: path, bytes: bytes))
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
