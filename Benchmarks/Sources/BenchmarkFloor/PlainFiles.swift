import Glibc

/// Files by the plainest calls that there are.
public enum PlainFiles {
  /// What could not be read or written.
  public struct Failure: Error {
    public let path: String
    /// A value of `errno`.
    public let reason: Int32

    fileprivate init(_ path: String) {
      self.path = path
      reason = errno
    }
  }

  /// Makes a folder unless it is there.
  public static func make(folder path: String) throws(Failure) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Failure(path) }
  }

  /// The bytes of a file.
  public static func read(_ path: String) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw Failure(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure(path) }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Glibc.read(file, buffer.baseAddress, size))
    }
    guard bytes.count == size else { throw Failure(path) }
    return bytes
  }

  /// Writes a file anew.
  public static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard file >= 0 else { throw Failure(path) }
    defer { close(file) }
    let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    guard written == bytes.count else { throw Failure(path) }
  }
}
