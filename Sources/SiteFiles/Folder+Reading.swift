import CLinux
import Glibc
import SiteDiagnostics

extension Folder {
  /// The bytes of an ordinary file; anything else, such as a pipe, is refused without a wait.
  ///
  /// - Parameters:
  ///   - limit: files with more bytes are not read.
  ///   - followsLink: whether a symbolic link of that name is followed or refused.
  /// - Returns: nil where the file is larger than the limit.
  public func read(
    _ path: RawPath, limit: Int = .max, followsLink: Bool = true
  ) throws(EnvironmentFailure) -> [UInt8]? {
    let (file, size) = try openFile(path, followsLink: followsLink)
    defer { close(file) }
    return size <= limit ? try read(file, count: size, path) : nil
  }

  /// The bytes of a file that the system makes up as it is read, below `/proc`: it has no size.
  public func readToEnd(_ path: RawPath) throws(EnvironmentFailure) -> [UInt8] {
    let (file, _) = try openFile(path, followsLink: true)
    defer { close(file) }
    var bytes: [UInt8] = []
    while true {
      let piece = try read(file, count: 65_536, path)
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// The first bytes of an ordinary file.
  public func firstBytes(of path: RawPath, count: Int) throws(EnvironmentFailure) -> [UInt8] {
    let (file, size) = try openFile(path, followsLink: true)
    defer { close(file) }
    return try read(file, count: min(count, size), path)
  }

  /// The size of a file in bytes, links followed.
  public func byteCount(of path: RawPath) throws(EnvironmentFailure) -> Int {
    guard let status = status(of: path) else { throw .cannot(.read, self.path / path, errno) }
    return status.byteCount
  }

  /// Whether an ordinary file holds just these bytes; false where it cannot be read.
  public func holds(_ bytes: [UInt8], at path: RawPath) -> Bool {
    guard let status = status(of: path), status.byteCount == bytes.count else { return false }
    return (try? read(path, limit: bytes.count, followsLink: false)) == bytes
  }

  func openFile(
    _ path: RawPath, followsLink: Bool
  ) throws(EnvironmentFailure) -> (file: Int32, size: Int) {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW)
    let file = openat(descriptor, path.terminated, flags)
    guard file >= 0 else { throw .cannot(.read, self.path / path, errno) }
    var status = stat()
    let reason = fstat(file, &status) == 0 ? EINVAL : errno
    guard reason == EINVAL, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw .cannot(.read, self.path / path, reason)
    }
    return (file, Int(status.st_size))
  }

  private func read(
    _ file: Int32, count: Int, _ path: RawPath
  ) throws(EnvironmentFailure) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let got = Glibc.read(file, buffer.baseAddress.map { $0 + done }, count - done)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { return }
        done += got
      }
    }
    guard failure == 0 else { throw .cannot(.read, self.path / path, failure) }
    return bytes
  }
}
