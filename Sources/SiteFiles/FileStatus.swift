import CLinux
import Glibc

/// What the file system says of a file, in the types of the language.
public struct FileStatus: Sendable {
  public let kind: FileKind
  public let byteCount: Int
  /// When its bytes changed, in nanoseconds since 1970.
  public let modified: Int
  /// When anything about it changed, in nanoseconds since 1970. No program can set it back.
  public let changed: Int
  /// Its number in its file system.
  public let inode: UInt64

  init(_ status: stat) {
    kind = FileKind(mode: status.st_mode)
    byteCount = Int(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    inode = UInt64(status.st_ino)
  }

  /// The present time as file systems state it, in nanoseconds since 1970.
  public static var now: Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return nanoseconds(now)
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
