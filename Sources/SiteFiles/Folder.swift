import CLinux
import Glibc
import SiteDiagnostics

/// An open folder.
///
/// What lies in it is reached from its descriptor, so that it stays the same folder when something
/// else gets its name. POSIX calls throughout: reading a file costs 7 µs, where Foundation's ways
/// cost 10 to 16.
public final class Folder: Sendable {
  /// Something in a folder.
  public struct Entry: Sendable, Hashable {
    /// Without the folder.
    public let name: RawPath
    /// Of a link, that it is one.
    public let kind: FileKind
  }

  /// The path by which failures name the folder.
  public let path: RawPath
  let descriptor: Int32

  private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

  /// Opens a folder; symbolic links on the way to it are followed.
  ///
  /// - Parameter shown: what failures name it by; they name it by its path without this.
  public init(_ path: RawPath, shownAs shown: RawPath? = nil) throws(EnvironmentFailure) {
    descriptor = open(path.terminated, Self.flags)
    self.path = shown ?? path
    guard descriptor >= 0 else { throw .cannot(.read, path, errno) }
  }

  private init(descriptor: Int32, path: RawPath) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Makes a folder and those above it; one that exists is fine.
  public static func make(_ path: RawPath) throws(EnvironmentFailure) {
    if mkdir(path.terminated, 0o777) == 0 { return }
    if errno == ENOENT, let parent = path.parent {
      try make(parent)
      if mkdir(path.terminated, 0o777) == 0 { return }
    }
    let reason = errno
    if reason == EEXIST, path.kind(followsLink: true) == .folder { return }
    throw .cannot(.makeFolder, path, reason == EEXIST ? ENOTDIR : reason)
  }

  /// A folder below this one, to which no symbolic link leads; nil where there is none.
  ///
  /// An empty path means the folder itself.
  public func folder(_ path: RawPath) throws(EnvironmentFailure) -> Folder? {
    var folder = self
    for part in path.parts {
      guard let next = try folder.child(part) else { return nil }
      folder = next
    }
    return folder
  }

  /// A folder below this one that was found there; nil where there is none any more, or a link.
  ///
  /// One call of the system, which follows links above the folder where there are some by now.
  public func knownFolder(_ path: RawPath) throws(EnvironmentFailure) -> Folder? {
    path.isEmpty ? self : try opened(path)
  }

  /// A folder below this one, which is made if need be, with those above it.
  public func makeFolder(_ path: RawPath) throws(EnvironmentFailure) -> Folder {
    var folder = self
    for part in path.parts {
      if let next = try folder.child(part) {
        folder = next
        continue
      }
      let isMade = mkdirat(folder.descriptor, part.terminated, 0o777) == 0
      let reason = errno
      guard isMade || reason == EEXIST, let next = try folder.child(part) else {
        throw .cannot(.makeFolder, folder.path / part, isMade ? ENOENT : reason)
      }
      folder = next
    }
    return folder
  }

  private func child(_ name: RawPath) throws(EnvironmentFailure) -> Folder? {
    guard name != RawPath("."), name != RawPath("..") else { return nil }
    return try opened(name)
  }

  private func opened(_ path: RawPath) throws(EnvironmentFailure) -> Folder? {
    let opened = openat(descriptor, path.terminated, Self.flags | O_NOFOLLOW)
    if opened >= 0 { return Folder(descriptor: opened, path: self.path / path) }
    guard errno == ENOENT || errno == ENOTDIR || errno == ELOOP else {
      throw .cannot(.read, self.path / path, errno)
    }
    return nil
  }

  /// Whether another file system, or another part of one, is mounted at the folder.
  public var isMountPoint: Bool { ctsite_is_mount_point(descriptor) == 1 }

  /// Fails where nothing may be written into the folder.
  public func checkWritable() throws(EnvironmentFailure) {
    guard faccessat(descriptor, ".", W_OK, 0) == 0 else { throw .cannot(.write, path, errno) }
  }

  /// What stands at a path, links not followed; nil when nothing does.
  public func kind(of path: RawPath) -> FileKind? { status(of: path, followsLink: false)?.kind }

  /// What the system says of a file; nil where there is none.
  public func status(of path: RawPath, followsLink: Bool = true) -> FileStatus? {
    var status = stat()
    let flags = followsLink ? 0 : AT_SYMLINK_NOFOLLOW
    return fstatat(descriptor, path.terminated, &status, flags) == 0 ? FileStatus(status) : nil
  }

  /// The number of a file in its file system, links not followed; nil when nothing is there.
  public func inode(of path: RawPath) -> UInt64? { status(of: path, followsLink: false)?.inode }

  /// What lies in the folder, sorted by the bytes of the names, so that the order in which files
  /// were made plays no part.
  public func entries() throws(EnvironmentFailure) -> [Entry] {
    let listed = openat(descriptor, ".", Self.flags)
    guard listed >= 0, let stream = fdopendir(listed) else { throw .cannot(.read, path, errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .cannot(.read, path, errno) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { RawPath($0.prefix { $0 != 0 }) }
      guard name != RawPath("."), name != RawPath("..") else { continue }
      let kind = FileKind(type: entry.pointee.d_type) ?? kind(of: name) ?? .other
      entries.append(Entry(name: name, kind: kind))
    }
    return entries.sorted { $0.name < $1.name }
  }

  /// Everything in the folder and below it, by paths from here, folders before what they hold.
  public func contents() throws(EnvironmentFailure) -> [Entry] {
    var found: [Entry] = []
    var pending = [RawPath("")]
    while let path = pending.popLast() {
      guard let folder = try folder(path) else { continue }
      for entry in try folder.entries() {
        found.append(Entry(name: path / entry.name, kind: entry.kind))
        if entry.kind == .folder { pending.append(path / entry.name) }
      }
    }
    return found.sorted { $0.name < $1.name }
  }
}
