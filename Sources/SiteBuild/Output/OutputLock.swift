import Glibc
import SiteDiagnostics
import SiteDigest

/// The right to write an output folder, which one process has at a time. It ends with the value,
/// or with the process, however that ends.
final class OutputLock: Sendable {
  private let descriptor: Int32

  /// Waits until no other process writes the folder.
  ///
  /// The lock is on a file in `.ctsite/`, or beside the output folder where the site's folder may
  /// not be written to.
  ///
  /// - Parameter whenWaiting: called once, before a wait.
  init(
    on outputFolder: RawPath, siteFolder: RawPath, whenWaiting: () -> Void
  ) throws(EnvironmentFailure) {
    let digest = Digest(of: outputFolder.bytes).hexadecimal.prefix(16)
    let path = siteFolder / RawPath(".ctsite/output-\(digest).lock")
    do throws(EnvironmentFailure) {
      descriptor = try Self.open(path)
    } catch {
      descriptor = try Self.open(outputFolder.sibling(prefix: ".", suffix: ".ctsite-lock"))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    if errno == EWOULDBLOCK { whenWaiting() }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw .cannot(.lock, path, errno) }
    }
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
