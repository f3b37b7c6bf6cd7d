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
    let fingerprint = await self.fingerprint()
    if let kept = try? kept(), kept.fingerprint == fingerprint,
      kept.paths.allSatisfy({ tree.known($0) != nil })
    {
      return (kept.paths, [])
    }
    let writer = SearchIndexWriter(
      documents: site.searchDocuments, languages: site.languages.map(\.code.tag),
      glossary: glossary.map(\.spellings), jobs: jobs)
    let written = try await writer.write { file throws(EnvironmentFailure) in
      try tree.writeIfChanged(OutputFile(path: file.path, content: .bytes(file.bytes)))
    }
    // Two parts of the same bytes have the same content-hashed name.
    let paths = Set(written).sorted()
    let kept = Kept(fingerprint: fingerprint, paths: paths)
    return (paths, [.keep(.searchIndex, Self.name, kept.cached)])
  }

  private func kept() throws(CacheDamage) -> Kept? {
    guard let bytes = log.value(.searchIndex, Self.name) else { return nil }
    var cache = CacheReader(bytes)
    return try Kept(from: &cache)
  }

  private func fingerprint() async -> Fingerprint {
    let documents = await Array(site.whole.editions.indices).concurrentMap(jobs: jobs) {
      site.searchDocument(of: $0).fingerprint(withText: site.whole.texts[$0].contentFingerprint)
    }
    var cache = CacheWriter()
    cache.write(documents)
    cache.write(site.languages.map(\.code))
    for entry in glossary { cache.write(entry.spellings) }
    return Fingerprint(of: cache.bytes)
  }
}

extension SearchDocument {
  /// Tells whether readers would find the same.
  fileprivate func fingerprint(withText text: Fingerprint) -> Fingerprint {
    var cache = CacheWriter()
    for part in [url, title, language, date, summary] { cache.write(part) }
    cache.write(year)
    for facets in [authors, topics] {
      cache.write(facets.map(\.key))
      cache.write(facets.map(\.name))
    }
    cache.write(tags)
    cache.write(text)
    return Fingerprint(of: cache.bytes)
  }
}
