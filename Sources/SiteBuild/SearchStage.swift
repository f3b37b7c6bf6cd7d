import SiteCache
import SiteConcurrency
import SiteDiagnostics
import SiteDigest
import SiteModel
import SiteSearch
import SiteText

extension CacheLog.Kind {
  /// The search index, under one name.
  static let searchIndex = Self(rawValue: 6)
}

/// Writes the search index, unless it stands there and would be the same.
struct SearchStage: Sendable {
  let site: Site
  let glossary: [GlossaryEntry]
  let log: CacheLog
  let jobs: Jobs

  /// The index of an earlier build.
  private struct Kept: Cacheable {
    /// Tells whether it would be the same now.
    let fingerprint: Fingerprint
    let paths: [String]

    init(fingerprint: Fingerprint, paths: [String]) {
      self.fingerprint = fingerprint
      self.paths = paths
    }

    func write(to cache: inout CacheWriter) {
      cache.write(fingerprint)
      cache.write(paths)
    }

    init(from cache: inout CacheReader) throws(CacheDamage) {
      fingerprint = try Fingerprint(from: &cache)
      paths = try [String](from: &cache)
    }
  }

  private static let name = "index"

  /// - Returns: the paths of the index's files, and what is to be kept for the next build.
  func write(
    to tree: OutputTree
  ) async throws(EnvironmentFailure) -> (paths: [String], updates: [CacheLog.Change]) {
    let documents = await Array(site.whole.editions.indices).concurrentMap(jobs: jobs) {
      site.searchDocument(of: $0)
    }
    let fingerprint = await self.fingerprint(of: documents)
    if let kept = try? kept(), kept.fingerprint == fingerprint,
      kept.paths.allSatisfy(tree.isThere)
    {
      return (kept.paths, [])
    }
    let known = await SearchRecords.memory(in: log, jobs: jobs, isThere: tree.isThere)
    let writer = SearchIndexWriter(
      documents: documents, languages: site.languages.map(\.code.tag),
      glossary: glossary.map(\.spellings), jobs: jobs)
    let written = try await writer.write(known: known) { file throws(EnvironmentFailure) in
      try tree.writeIfChanged(OutputFile(path: file.path, content: .bytes(file.bytes)))
    }
    // Two parts of the same bytes have the same content-hashed name.
    let paths = Set(written.paths).sorted()
    let kept = Kept(fingerprint: fingerprint, paths: paths)
    return (
      paths,
      [.keep(.searchIndex, Self.name, kept.cached)]
        + SearchRecords.updates(from: known, to: written.memory, in: log)
    )
  }

  private func kept() throws(CacheDamage) -> Kept? {
    guard let bytes = log.value(.searchIndex, Self.name) else { return nil }
    var cache = CacheReader(bytes)
    return try Kept(from: &cache)
  }

  private func fingerprint(of documents: [SearchDocument]) async -> Fingerprint {
    var cache = CacheWriter()
    cache.write(await documents.concurrentMap(jobs: jobs) { $0.fingerprint })
    cache.write(site.languages.map(\.code))
    for entry in glossary { cache.write(entry.spellings) }
    return Fingerprint(of: cache.bytes)
  }
}

extension CacheLog.Kind {
  /// What the search keeps of a document, by its address.
  static let searchDocument = Self(rawValue: 7)
  /// What else it keeps, by what it is.
  static let searchParts = Self(rawValue: 8)
  /// The pieces of its vocabulary, by their numbers from 0 on.
  static let searchWords = Self(rawValue: 10)
}

/// What the search leaves for the next build, as it is kept.
private enum SearchRecords {
  private static let sums = "sums"
  private static let shards = "shards"
  /// When the vocabulary has so many pieces, it is written anew.
  private static let mostPieces = 32

  /// What earlier builds left, as far as its files stand where they were written.
  static func memory(
    in log: CacheLog, jobs: Jobs, isThere: @escaping @Sendable (_ path: String) -> Bool
  ) async -> SearchMemory {
    guard let sums = log.value(.searchParts, Self.sums),
      let shards = log.value(.searchParts, Self.shards)
    else { return SearchMemory() }
    let urls = log.names(.searchDocument)
    let (kept, words) = await jobs.both(
      { await documents(urls, in: log, jobs: jobs, isThere: isThere) },
      { Result { () throws(CacheDamage) in try vocabulary(in: log) } })
    do throws(CacheDamage) {
      var sumsReader = CacheReader(sums)
      var memory = SearchMemory(
        documents: [:], vocabulary: try words.get(), shards: [:],
        sums: try IndexSums?(from: &sumsReader))
      memory.documents.reserveCapacity(urls.count)
      for (url, document) in zip(urls, try kept.get()) { memory.documents[url] = document }
      var cache = CacheReader(shards)
      for _ in 0..<(try cache.unsigned()) {
        let (fingerprint, name) = (try Fingerprint(from: &cache), try String(from: &cache))
        if isThere(SearchIndexWriter.path(ofShard: name)) { memory.shards[fingerprint] = name }
      }
      return memory
    } catch {
      return SearchMemory()
    }
  }

  private static func vocabulary(in log: CacheLog) throws(CacheDamage) -> SearchVocabulary {
    var vocabulary = SearchVocabulary()
    for number in log.names(.searchWords).indices {
      guard let piece = log.value(.searchWords, String(number)) else { throw CacheDamage() }
      try vocabulary.add(piece: piece)
    }
    return vocabulary
  }

  /// Each document whose files are there.
  private static func documents(
    _ urls: [String], in log: CacheLog, jobs: Jobs,
    isThere: @escaping @Sendable (_ path: String) -> Bool
  ) async -> Result<[KeptDocument?], CacheDamage> {
    do throws(CacheDamage) {
      return .success(
        try await urls.concurrentMap(jobs: jobs) { url throws(CacheDamage) in
          try log.value(.searchDocument, url).flatMap { bytes throws(CacheDamage) in
            var cache = CacheReader(bytes)
            let document = try KeptDocument(from: &cache)
            return document.paths.allSatisfy(isThere) ? document : nil
          }
        })
    } catch {
      return .failure(error)
    }
  }

  static func updates(
    from old: SearchMemory, to new: SearchMemory, in log: CacheLog
  ) -> [CacheLog.Change] {
    var shards = CacheWriter()
    shards.write(unsigned: UInt64(new.shards.count))
    for (fingerprint, name) in new.shards.sorted(by: { $0.value < $1.value }) {
      shards.write(fingerprint)
      shards.write(name)
    }
    let parts = [sums: new.sums.cached, Self.shards: shards.bytes]
    let changedParts = parts.filter { name, bytes in
      log.value(.searchParts, name).map { $0.elementsEqual(bytes) } != true
    }
    let changedDocuments = new.documents.filter { old.documents[$0.key] != $0.value }
    return changedParts.sorted { $0.key < $1.key }.map { .keep(.searchParts, $0.key, $0.value) }
      + changedDocuments.sorted { $0.key < $1.key }
      .map { .keep(.searchDocument, $0.key, $0.value.cached) }
      + log.removals(.searchDocument, except: new.documents.keys)
      + vocabularyUpdates(from: old.vocabulary, to: new.vocabulary, in: log)
  }

  private static func vocabularyUpdates(
    from old: SearchVocabulary, to new: SearchVocabulary, in log: CacheLog
  ) -> [CacheLog.Change] {
    let pieces = log.names(.searchWords).count
    guard pieces > 0, pieces < mostPieces, !old.isEmpty, !new.isEmpty else {
      return [.keep(.searchWords, "0", new.piece())] + log.removals(.searchWords, except: ["0"])
    }
    return new.isLarger(than: old)
      ? [.keep(.searchWords, String(pieces), new.piece(since: old))] : []
  }
}
