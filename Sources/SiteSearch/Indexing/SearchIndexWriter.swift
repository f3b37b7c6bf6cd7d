import SiteConcurrency
import SiteDigest

/// Makes the files of the search of a site: Documentation/Search.md describes them.
public struct SearchIndexWriter: Sendable {
  /// The folder of all files, below the site's root.
  public static let folder = "search/"

  /// How many postings a worker holds at once.
  private static let batchLength = 4_000_000

  /// How many documents are worth a reader with a vocabulary of its own.
  private static let shareOfReader = 32

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
  /// - Parameter known: what an earlier build left, whose files are still in their places: those
  ///   that would be the same are not made again.
  /// - Returns: the paths of all files, and what this build leaves.
  public func write<Failure: Error>(
    known: SearchMemory = SearchMemory(),
    _ write: @escaping @Sendable (SearchFile) throws(Failure) -> Void
  ) async throws(Failure) -> (paths: [String], memory: SearchMemory) {
    let read = try await readDocuments(known, write)
    let index = await TermIndex(
      vocabulary: read.vocabulary, documents: read.documents,
      groups: collection.languages.map(\.numbers), known: known, jobs: jobs)
    let impacts = Impacts(lengths: index.lengths, postings: index.postingCount)
    let encoder = EntryEncoder(index: index, impacts: impacts)
    let plan = ShardPlan(encoder)
    let shards = await self.shards(plan, encoder, known: known.shards)
    let facets = FacetWriter(collection)
    let root = RootWriter(
      collection: collection, index: index, impacts: impacts, plan: plan,
      shards: shards.map(\.name), versions: FragmentWriter.versions(read.documents),
      facets: facets, synonyms: synonyms)
    let files = [root.file] + facets.files
    for file in files + shards.compactMap(\.file) { try write(file) }
    let paths = files.map(\.path) + shards.map { Self.path(ofShard: $0.name) }
    return (
      paths + read.documents.flatMap { $0.fragments.paths(of: $0.number) },
      index.usesMostWords ? memory(of: read, shards, index.sums) : SearchMemory()
    )
  }

  private func memory(
    of read: ReadDocuments, _ shards: [NamedShard], _ sums: IndexSums
  ) -> SearchMemory {
    let named = zip(collection.documents, read.documents).map { ($0.url, $1) }
    return SearchMemory(
      documents: Dictionary(named) { first, _ in first }, vocabulary: read.vocabulary,
      shards: Dictionary(shards.map { ($0.fingerprint, $0.name) }) { first, _ in first },
      sums: sums)
  }

  /// Reads the documents that are not known, each worker with a vocabulary of its own.
  private func readDocuments<Failure: Error>(
    _ known: SearchMemory, _ write: @escaping @Sendable (SearchFile) throws(Failure) -> Void
  ) async throws(Failure) -> ReadDocuments {
    let collection = collection
    let kept = zip(collection.documents, collection.numbers).map { known.known($0, number: $1) }
    let others = kept.indices.filter { kept[$0] == nil }
    let shares = jobs.shares(of: others.count, atLeast: Self.shareOfReader).map { others[$0] }
    var parts = await shares.concurrentMap(jobs: jobs) { positions in
      Result<ReadDocuments, Failure> { () throws(Failure) in
        var reader = DocumentReader(collection, write: write)
        for position in positions { try reader.read(position) }
        return reader.finish()
      }
    }
    var read = ReadDocuments(kept.compactMap(\.self), vocabulary: known.vocabulary)
    // Each part is taken, so that no vocabulary exists twice.
    while !parts.isEmpty { read.append(try parts.removeFirst().get()) }
    read.sort()
    return read
  }

  /// A shard, and its file where that is new.
  private struct NamedShard {
    let fingerprint: Fingerprint
    var name = ""
    var file: SearchFile?
  }

  /// Encodes the shards that are not known, some at a time, so that the postings of all are never
  /// in memory.
  private func shards(
    _ plan: ShardPlan, _ encoder: EntryEncoder, known: [Fingerprint: String]
  ) async -> [NamedShard] {
    let index = encoder.index
    var shards = plan.ranges.map { range in
      let fingerprint = encoder.fingerprint(of: index.order[range])
      return NamedShard(fingerprint: fingerprint, name: known[fingerprint] ?? "")
    }
    let others = shards.indices.filter { shards[$0].name.isEmpty }
    let batches = ShardPlan.batches(
      of: others.map { plan.ranges[$0] },
      postings: min(Self.batchLength, index.postingCount / jobs.count + 1), index)
    let encoded = await batches.concurrentMap(jobs: jobs) {
      ShardEncoder.shards(of: $0, encoder)
    }
    var taken = Set(shards.map(\.name))
    for (position, shard) in zip(others, encoded.joined()) {
      let name = shard.name(besides: taken)
      taken.insert(name)
      shards[position].name = name
      shards[position].file = SearchFile(
        path: Self.path(ofShard: name), bytes: shard.compressed)
    }
    return shards
  }

  /// Where a shard is, by its name.
  public static func path(ofShard name: String) -> String { "\(folder)terms/\(name).bin" }
}
