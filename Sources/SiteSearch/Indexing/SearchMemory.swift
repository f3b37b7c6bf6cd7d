import SiteCache
import SiteDigest

/// What a build of the index leaves for the next, in which what did not change is not done again.
public struct SearchMemory: Sendable {
  /// What is kept of each document, by its address.
  public var documents: [String: KeptDocument]
  /// The words of all documents that are kept, and more: a vocabulary only grows.
  public var vocabulary: SearchVocabulary
  /// The name of each shard, by the fingerprint of what it is made of.
  public var shards: [Fingerprint: String]

  /// What all documents together say of the vocabulary; nil where that is to be summed up.
  public var sums: IndexSums?

  /// Nothing is kept.
  public init() {
    self.init(documents: [:], vocabulary: SearchVocabulary(), shards: [:], sums: nil)
  }

  /// - Parameters:
  ///   - documents: analysed with `vocabulary` or with one that it grew from.
  ///   - sums: over all that were kept; some may be missing among `documents`.
  public init(
    documents: [String: KeptDocument], vocabulary: SearchVocabulary,
    shards: [Fingerprint: String], sums: IndexSums?
  ) {
    self.documents = documents
    self.vocabulary = vocabulary
    self.shards = shards
    self.sums = sums
  }
}

/// What is kept of a document.
public struct KeptDocument: Sendable, Hashable {
  /// Of all that the index has of the document; nil where that is not known.
  let source: Fingerprint?
  /// In the index.
  let number: Int
  let analysis: AnalysedDocument
  let fragments: FragmentWriter.Written
}

extension KeptDocument {
  /// The files that were written of the document.
  public var paths: [String] { fragments.paths(of: number) }
}

extension SearchMemory {
  /// What is kept of a document that has the same number and the same content still.
  func known(_ document: SearchDocument, number: Int) -> KeptDocument? {
    guard let kept = documents[document.url], kept.number == number,
      let source = document.fingerprint, kept.source == source
    else { return nil }
    return kept
  }
}

extension SearchDocument {
  /// Of all that the index has of the document; nil where that of its text is not known.
  public var fingerprint: Fingerprint? {
    guard let textFingerprint else { return nil }
    var cache = CacheWriter()
    for value in [url, title, language, date, summary] { cache.write(value) }
    cache.write(year)
    cache.write(tags)
    cache.write(isRetracted)
    for facets in [authors, topics] {
      cache.write(facets.map(\.key))
      cache.write(facets.map(\.name))
    }
    cache.write(textFingerprint)
    return Fingerprint(of: cache.bytes)
  }
}

extension KeptDocument: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(source)
    cache.write(number)
    cache.write(part: analysis.bytes)
    cache.write(fragments.fingerprint)
    cache.write(fragments.hasMore)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    source = try Fingerprint?(from: &cache)
    number = try Int(from: &cache)
    analysis = AnalysedDocument(bytes: Array(try cache.part()))
    fragments = FragmentWriter.Written(
      fingerprint: try Fingerprint(from: &cache), hasMore: try Bool(from: &cache))
  }
}

extension CacheWriter {
  /// Bytes with their number before them, as `CacheReader.part()` reads them.
  mutating func write(part: [UInt8]) {
    write(unsigned: UInt64(part.count))
    bytes += part
  }
}
