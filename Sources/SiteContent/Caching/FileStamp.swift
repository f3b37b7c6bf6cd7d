import SiteCache
import SiteFiles

/// What the file system says of a file without its being read: while this is the same, so are its
/// bytes.
///
/// The time of the last change of the inode counts too, which no program can set back.
public struct FileStamp: Cacheable, Sendable, Hashable {
  private let byteCount: Int
  private let modified: Int
  private let changed: Int
  private let inode: Int

  /// How much later than its last change a file must be looked at for its stamp to be trusted, in
  /// nanoseconds: file systems count time in steps of up to ten milliseconds.
  private static let clockStep = 20_000_000
  /// FAT counts in two seconds, some network file systems in one.
  private static let coarseClockStep = 3_000_000_000

  /// Notes what the file system says now.
  ///
  /// - Returns: nil for a file that changed so lately that the next change could leave the stamp as
  ///   it is.
  public init?(_ status: FileStatus) {
    byteCount = status.byteCount
    modified = status.modified
    changed = status.changed
    inode = Int(truncatingIfNeeded: status.inode)
    let second = 1_000_000_000
    let countsSeconds = modified % second == 0 && changed % second == 0
    let step = countsSeconds ? Self.coarseClockStep : Self.clockStep
    guard max(modified, changed) < FileStatus.now - step else { return nil }
  }

  public func write(to cache: inout CacheWriter) {
    for number in [byteCount, modified, changed, inode] { cache.write(number) }
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    byteCount = try Int(from: &cache)
    modified = try Int(from: &cache)
    changed = try Int(from: &cache)
    inode = try Int(from: &cache)
  }
}
