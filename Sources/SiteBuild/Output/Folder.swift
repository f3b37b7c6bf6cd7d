import CLinux
import Glibc
import SiteDiagnostics

/// The operations on files and folders that writing a site needs, over POSIX.
enum Folder {
  /// A file or folder found by `contents(of:)`.
  struct Item: Sendable, Hashable {
    enum Kind: Sendable {
      case file
      case folder
      case symbolicLink
      /// A device, a socket, a pipe.
      case other
    }

    /// Relative to the folder that was listed.
    let path: RawPath
    let kind: Kind
  }

  /// Makes a folder and those above it; one that exists is fine.
  static func make(_ path: RawPath) throws(EnvironmentFailure) {
    guard mkdir(path.terminated, 0o777) != 0, errno != EEXIST else { return }
    if errno == ENOENT, let parent = path.parent {
      try make(parent)
      if mkdir(path.terminated, 0o777) == 0 || errno == EEXIST { return }
    }
    throw .cannot(.makeFolder, path, errno)
  }

  /// Writes a new file, making the folders above it; fails where a symbolic link has its name.
  static func write(_ bytes: [UInt8], to path: RawPath) throws(EnvironmentFailure) {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    var file = open(path.terminated, flags, 0o666)
    if file < 0, errno == ENOENT, let parent = path.parent {
      try make(parent)
      file = open(path.terminated, flags, 0o666)
    }
    guard file >= 0 else { throw .cannot(.write, path, errno) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = errno
        close(file)
        throw .cannot(.write, path, reason)
      }
      written += count
    }
    guard close(file) == 0 else { throw .cannot(.write, path, errno) }
  }

  /// Writes bytes into a file from an offset on and ends the file behind them.
  static func write(
    _ bytes: [UInt8], to path: RawPath, from offset: Int
  ) throws(EnvironmentFailure) {
    let file = open(path.terminated, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw .cannot(.write, path, errno) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        pwrite(file, $0.baseAddress, $0.count, off_t(offset + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .cannot(.write, path, errno) }
      written += count
    }
    guard ftruncate(file, off_t(offset + written)) == 0 else { throw .cannot(.write, path, errno) }
  }

  /// The bytes of an ordinary file; anything else, such as a pipe, is refused without a wait.
  ///
  /// - Parameters:
  ///   - limit: files with more bytes are not read.
  ///   - followsLink: whether a symbolic link of that name is followed or refused.
  /// - Returns: nil where the file is larger than the limit.
  static func read(
    _ path: RawPath, limit: Int = .max, followsLink: Bool = true
  ) throws(EnvironmentFailure) -> [UInt8]? {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW)
    let file = open(path.terminated, flags)
    guard file >= 0 else { throw .cannot(.read, path, errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .cannot(.read, path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .cannot(.read, path, EINVAL) }
    guard status.st_size <= limit else { return nil }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { return }
        count += got
      }
    }
    guard failure == 0 else { throw .cannot(.read, path, failure) }
    return bytes
  }

  /// The folder that a path means: where it is a symbolic link, the one that it leads to.
  static func resolved(_ path: RawPath) -> RawPath {
    guard let resolved = realpath(path.terminated, nil) else { return path }
    defer { free(resolved) }
    return RawPath(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }

  static func exists(_ path: RawPath) -> Bool { kind(of: path) != nil }

  /// Fails when the path is no folder or may not be written to.
  static func checkWritable(_ path: RawPath) throws(EnvironmentFailure) {
    guard kind(of: path, followsLink: true) == .folder else {
      throw .cannot(.write, path, ENOTDIR)
    }
    guard access(path.terminated, W_OK) == 0 else { throw .cannot(.write, path, errno) }
  }

  /// Everything below a folder, folders before what they hold, sorted by the bytes of the paths;
  /// nothing when there is no such folder.
  static func contents(of root: RawPath) throws(EnvironmentFailure) -> [Item] {
    var items: [Item] = []
    var pending = [RawPath("")]
    while let folder = pending.popLast() {
      let path = folder.isEmpty ? root : root / folder
      guard let stream = opendir(path.terminated) else {
        if errno == ENOENT, folder.isEmpty { return [] }
        throw .cannot(.read, path, errno)
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { RawPath($0.prefix { $0 != 0 }) }
        guard name != RawPath("."), name != RawPath("..") else { continue }
        let item = Item(path: folder / name, kind: kind(of: path / name) ?? .other)
        items.append(item)
        if item.kind == .folder { pending.append(item.path) }
      }
    }
    return items.sorted { $0.path < $1.path }
  }

  /// The folders that hold nothing.
  static func empty(among items: [Item]) -> [RawPath] {
    let parents = Set(items.compactMap(\.path.parent))
    return items.filter { $0.kind == .folder && !parents.contains($0.path) }.map(\.path)
  }

  /// What stands at a path; nil when nothing does.
  static func kind(of path: RawPath, followsLink: Bool = false) -> Item.Kind? {
    var status = stat()
    let result =
      followsLink ? stat(path.terminated, &status) : lstat(path.terminated, &status)
    guard result == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .symbolicLink
    default: .other
    }
  }

  /// Removes a folder with everything in it; one that does not exist is fine. Of a symbolic link
  /// only the link goes.
  static func remove(_ root: RawPath) throws(EnvironmentFailure) {
    guard let kind = kind(of: root) else { return }
    if kind == .folder {
      for item in try contents(of: root).reversed() {
        try removeOne(root / item.path, item.kind)
      }
    }
    try removeOne(root, kind)
  }

  private static func removeOne(_ path: RawPath, _ kind: Item.Kind) throws(EnvironmentFailure) {
    let result = kind == .folder ? rmdir(path.terminated) : unlink(path.terminated)
    guard result == 0 else { throw .cannot(.remove, path, errno) }
  }

  /// Gives a file a second name, in a folder that is made if need be. A symbolic link stays one.
  static func link(_ path: RawPath, as other: RawPath) throws(EnvironmentFailure) {
    if linkat(AT_FDCWD, path.terminated, AT_FDCWD, other.terminated, 0) == 0 { return }
    if errno == ENOENT, let parent = other.parent {
      try make(parent)
      if linkat(AT_FDCWD, path.terminated, AT_FDCWD, other.terminated, 0) == 0 { return }
    }
    throw .cannot(.write, other, errno)
  }

  /// Puts a folder in the place of another in one step; the other gets the first one's name.
  /// Where there is no other, the folder is renamed.
  static func exchange(_ path: RawPath, with other: RawPath) throws(EnvironmentFailure) {
    let result =
      exists(other)
      ? ctsite_exchange(path.terminated, other.terminated)
      : rename(path.terminated, other.terminated)
    guard result == 0 else { throw .cannot(.replace, other, errno) }
  }
}
