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

  /// The stamp of a record that is kept.
  static func stamp(in bytes: ArraySlice<UInt8>) -> OutputStamp? {
    var cache = CacheReader(bytes)
    guard (try? Fingerprint(from: &cache)) != nil else { return nil }
    return try? OutputStamp(from: &cache)
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
  /// By path.
  private let changes = Mutex<[String: OutputRecord]>([:])

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
    if record != self[path] { changes.withLock { $0[path] = record } }
  }

  /// The file that this build left at a path, or that an earlier one left there and this one found.
  func stamp(of path: String) -> OutputStamp? {
    if let changed = changes.withLock({ $0[path] }) { return changed.stamp }
    return log.value(.output, path).flatMap(OutputRecord.stamp(in:))
  }

  /// What is to be kept for the next build.
  ///
  /// - Parameter paths: the files of the site.
  func updates(for paths: [String]) -> [CacheLog.Change] {
    changes.withLock { $0 }.sorted { $0.key < $1.key }
      .map { .keep(.output, $0.key, $0.value.cached) }
      + log.removals(.output, except: paths)
  }
}
