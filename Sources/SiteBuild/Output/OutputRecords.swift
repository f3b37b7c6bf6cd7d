import SiteCache
import SiteDigest
import SiteFiles
import Synchronization

extension CacheLog.Kind {
  /// Files of the output folder, by their paths in it.
  static let output = Self(rawValue: 5)
}

/// A file of the output folder as the build left it that made it.
struct OutputRecord: Cacheable, Sendable, Equatable {
  let content: Fingerprint
  let stamp: OutputStamp
  /// Nil for a file that is made in every build and compared with what is there.
  let origin: FileOrigin?
  /// What the sitemap says of it, for a page.
  let sitemapEntry: SitemapEntry?

  init(
    content: Fingerprint, stamp: OutputStamp, origin: FileOrigin?, sitemapEntry: SitemapEntry?
  ) {
    self.content = content
    self.stamp = stamp
    self.origin = origin
    self.sitemapEntry = sitemapEntry
  }

  func write(to cache: inout CacheWriter) {
    cache.write(content)
    cache.write(stamp)
    cache.write(origin)
    cache.write(sitemapEntry)
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    content = try Fingerprint(from: &cache)
    stamp = try OutputStamp(from: &cache)
    origin = try FileOrigin?(from: &cache)
    sitemapEntry = try SitemapEntry?(from: &cache)
  }
}

/// Tells whether a file of the output folder is the one that a build wrote, without reading it. It
/// outlasts the ways in which files are put in their places: renaming and linking.
struct OutputStamp: Cacheable, Sendable, Equatable {
  private let byteCount: Int
  /// Nanoseconds since 1970.
  private let modified: Int
  private let inode: Int

  init(_ status: FileStatus) {
    byteCount = status.byteCount
    modified = status.modified
    inode = Int(truncatingIfNeeded: status.inode)
  }

  func write(to cache: inout CacheWriter) {
    for number in [byteCount, modified, inode] { cache.write(number) }
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    byteCount = try Int(from: &cache)
    modified = try Int(from: &cache)
    inode = try Int(from: &cache)
  }
}

/// What builds know of the files that they wrote.
final class OutputRecords: Sendable {
  private let log: CacheLog
  private let changes = Mutex<[CacheLog.Change]>([])

  /// - Parameter log: nothing is known without it.
  init(_ log: CacheLog = CacheLog([], writer: Fingerprint(of: []))) {
    self.log = log
  }

  /// What the last build left at a path.
  subscript(path: String) -> OutputRecord? {
    guard let bytes = log.value(.output, path) else { return nil }
    var cache = CacheReader(bytes)
    return try? OutputRecord(from: &cache)
  }

  /// Takes what this build leaves at a path.
  func set(_ record: OutputRecord, at path: String) {
    let bytes = record.cached
    if log.value(.output, path).map({ $0.elementsEqual(bytes) }) == true { return }
    changes.withLock { $0.append(.keep(.output, path, bytes)) }
  }

  /// What is to be kept for the next build.
  ///
  /// - Parameter paths: the files of the site.
  func updates(for paths: [String]) -> [CacheLog.Change] {
    let present = Set(paths)
    return changes.withLock { $0 }
      + log.names(.output).filter { !present.contains($0) }.map { .forget(.output, $0) }
  }
}
