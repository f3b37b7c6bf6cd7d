import SiteConcurrency
import SiteDigest

/// Makes the files of the search of a site: Documentation/Search.md describes them.
public struct SearchIndexWriter: Sendable {
  /// The folder of all files, below the site's root.
  public static let folder = "search/"

  /// How many postings a worker holds at once.
  private static let batchLength = 4_000_000

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
    let read = try await readDocuments(write)
    let index = TermIndex(
      vocabulary: read.vocabulary, documents: read.documents.map(\.analysis),
      numbers: collection.numbers)
    let lengths = LengthClasses(
      lengths: index.lengths, groups: collection.languages.map(\.numbers))
    let impacts = Impacts(lengths: lengths, postings: index.postingCount)
    let encoder = EntryEncoder(index: index, impacts: impacts)
    let plan = ShardPlan(encoder)
    let shards = await self.shards(plan, encoder)
    let facets = FacetWriter(collection)
    let fragments = zip(collection.numbers, read.documents.map(\.fragments))
    let root = RootWriter(
      collection: collection, index: index, impacts: impacts, plan: plan,
      shards: shards.map(\.name), versions: FragmentWriter.versions(fragments), facets: facets,
      synonyms: synonyms)
    let files = [root.file] + facets.files + shards.map(\.file)
    for file in files { try write(file) }
    return files.map(\.path) + fragments.flatMap { $1.paths(of: $0) }
  }

  /// Reads all documents, each worker with a vocabulary of its own.
  private func readDocuments<Failure: Error>(
    _ write: @escaping @Sendable (SearchFile) throws(Failure) -> Void
  ) async throws(Failure) -> ReadDocuments {
    let collection = collection
    let count = collection.documents.count
    let shares = (0..<jobs.count).map { count * $0 / jobs.count..<count * ($0 + 1) / jobs.count }
    var parts = await shares.concurrentMap(jobs: jobs) { positions in
      Result<ReadDocuments, Failure> { () throws(Failure) in
        var reader = DocumentReader(collection, write: write)
        for position in positions { try reader.read(position) }
        return reader.finish()
      }
    }
    var read = ReadDocuments()
    // Each part is taken, so that no vocabulary exists twice.
    while !parts.isEmpty { read.append(try parts.removeFirst().get()) }
    return read
  }

  private typealias NamedShard = (name: String, file: SearchFile)

  /// Encodes the shards, some at a time, so that the postings of all are never in memory.
  private func shards(_ plan: ShardPlan, _ encoder: EntryEncoder) async -> [NamedShard] {
    let length = min(Self.batchLength, encoder.index.postingCount / jobs.count + 1)
    let batches = plan.batches(of: length, encoder.index)
    let shards = await batches.concurrentMap(jobs: jobs) {
      ShardEncoder.shards(of: $0, encoder)
    }.flatMap(\.self)
    var taken: Set<String> = []
    return shards.map { shard in
      let name = shard.name(besides: taken)
      taken.insert(name)
      let path = "\(Self.folder)terms/\(name).bin"
      return (name, SearchFile(path: path, bytes: shard.compressed))
    }
  }
}
