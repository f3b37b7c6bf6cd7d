import CLinux
import Glibc
import SiteDiagnostics
import SiteDigest
import SiteFiles

/// The right to write an output folder, which one process has at a time. It ends with the value,
/// or with the process, however that ends.
final class OutputLock: Sendable {
  private let descriptor: Int32

  /// Waits until no other process writes the folder.
  ///
  /// The lock is on a file in `.ctsite/`, or beside the output folder where the site's folder may
  /// not be written to.
  ///
  /// - Parameters:
  ///   - outputFolder: without symbolic links.
  ///   - whenWaiting: called once, before a wait.
  convenience init(
    on outputFolder: RawPath, siteFolder: RawPath, whenWaiting: () -> Void
  ) throws(EnvironmentFailure) {
    let digest = Digest(of: outputFolder.bytes).hexadecimal.prefix(16)
    let path = siteFolder / BuildCache.folder / RawPath("output-\(digest)\(Self.suffix)")
    do throws(EnvironmentFailure) {
      try self.init(file: path, whenWaiting: whenWaiting)
    } catch {
      let other = outputFolder.sibling(prefix: ".", suffix: ".ctsite-lock")
      try self.init(file: other, whenWaiting: whenWaiting)
    }
  }

  /// What the names of the files end in that locks are on.
  static let suffix = ".lock"

  /// Waits until no other process has the lock on a file, which is made if need be.
  init(file path: RawPath, whenWaiting: () -> Void) throws(EnvironmentFailure) {
    var isWaiting = false
    while true {
      let file = try Self.open(path)
      if flock(file, LOCK_EX | LOCK_NB) != 0 {
        if errno == EWOULDBLOCK, !isWaiting { whenWaiting() }
        isWaiting = true
        while flock(file, LOCK_EX) != 0 {
          guard errno == EINTR else { throw .cannot(.lock, path, errno) }
        }
      }
      if Self.isStill(file, at: path) {
        descriptor = file
        return
      }
      close(file)
    }
  }

  /// Takes the lock on a file, which is made if need be, unless another process has it.
  init?(ifFree path: RawPath) throws(EnvironmentFailure) {
    descriptor = try Self.open(path)
    let file = descriptor
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else { throw .cannot(.lock, path, errno) }
      return nil
    }
    guard Self.isStill(file, at: path) else { return nil }
  }

  /// Whether a file still has its name, which `ctsite clean` takes while others wait.
  private static func isStill(_ descriptor: Int32, at path: RawPath) -> Bool {
    var locked = stat()
    var named = stat()
    return fstat(descriptor, &locked) == 0 && lstat(path.terminated, &named) == 0
      && locked.st_ino == named.st_ino && locked.st_dev == named.st_dev
  }

  deinit { close(descriptor) }

  private static func open(_ path: RawPath) throws(EnvironmentFailure) -> Int32 {
    if let parent = path.parent { try Folder.make(parent) }
    let descriptor = Glibc.open(
      path.terminated, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o666)
    guard descriptor >= 0 else { throw .cannot(.lock, path, errno) }
    return descriptor
  }
}
