import Glibc
import SiteDiagnostics

/// The folder of a site, from which files are read by their paths in it.
///
/// POSIX calls throughout: a file costs 7 µs, where Foundation's costs 10 to 16.
struct SiteFolder: Sendable {
  /// As it was given; may be relative to the working folder.
  let root: String

  /// What stands at a name in a folder.
  enum Kind: Sendable, Hashable {
    case file
    case folder
    case link
    /// A device, a socket, a pipe.
    case other
  }

  struct Entry: Sendable, Hashable {
    let name: String
    let kind: Kind
  }

  /// A folder's entries, sorted by the bytes of their names, so that the order in which files were
  /// made plays no part. Names that are not UTF-8 hold U+FFFD.
  func entries(of folder: String) throws(EnvironmentFailure) -> [Entry] {
    guard let stream = opendir(absolute(folder)) else {
      throw .reading(folder, error: errno)
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .reading(folder, error: errno) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      let kind = Kind(type: Int32(entry.pointee.d_type)) ?? kind(of: folder + "/" + name)
      entries.append(Entry(name: name, kind: kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// What stands at a path, links not followed; nil when nothing does.
  func kindIfAny(of path: String) -> Kind? {
    var status = stat()
    guard lstat(absolute(path), &status) == 0 else { return nil }
    return Kind(mode: status.st_mode)
  }

  /// What a path leads to, links followed; nil when it leads nowhere.
  func target(of path: String) -> (realPath: String, kind: Kind)? {
    guard let resolved = realpath(absolute(path), nil) else { return nil }
    defer { free(resolved) }
    var status = stat()
    guard stat(resolved, &status) == 0 else { return nil }
    return (String(cString: resolved), Kind(mode: status.st_mode))
  }

  /// What tells whether a file changed, links followed; nil where that cannot be told.
  func stamp(of path: String) -> FileStamp? {
    var status = stat()
    guard stat(absolute(path), &status) == 0 else { return nil }
    return FileStamp(status)
  }

  /// The size of a file in bytes.
  func byteCount(of path: String) throws(EnvironmentFailure) -> Int {
    var status = stat()
    guard stat(absolute(path), &status) == 0 else { throw .reading(path, error: errno) }
    return Int(status.st_size)
  }

  /// The bytes of a file.
  ///
  /// - Parameter limit: files with more bytes are not read.
  /// - Returns: nil where the file is larger than the limit.
  func bytes(of path: String, limit: Int) throws(EnvironmentFailure) -> [UInt8]? {
    let descriptor = try open(path)
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .reading(path, error: errno) }
    guard status.st_size <= limit else { return nil }
    return try read(descriptor, atMost: Int(status.st_size), path)
  }

  /// The first bytes of a file.
  func firstBytes(of path: String, count: Int) throws(EnvironmentFailure) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    return try read(descriptor, atMost: Swift.min(count, byteCount(of: path)), path)
  }

  private func open(_ path: String) throws(EnvironmentFailure) -> Int32 {
    let descriptor = Glibc.open(absolute(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .reading(path, error: errno) }
    return descriptor
  }

  private func read(_ descriptor: Int32, atMost size: Int, _ path: String)
    throws(EnvironmentFailure) -> [UInt8]
  {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + count, size - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          failure = errno
          break
        }
      }
    }
    guard failure == 0 else { throw .reading(path, error: failure) }
    return bytes
  }

  private func kind(of path: String) -> Kind { kindIfAny(of: path) ?? .other }

  private func absolute(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }
}

extension SiteFolder.Kind {
  /// From `d_type`; nil where the file system does not fill it.
  fileprivate init?(type: Int32) {
    switch type {
    case Int32(DT_REG): self = .file
    case Int32(DT_DIR): self = .folder
    case Int32(DT_LNK): self = .link
    case Int32(DT_UNKNOWN): return nil
    default: self = .other
    }
  }

  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}
