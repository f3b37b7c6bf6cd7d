import Glibc
import SiteDiagnostics

/// The bytes of a file, which the system brings into memory as they are looked at, without a copy.
///
/// Nothing but this process may shorten the file meanwhile, and not within what it looks at.
public final class MappedFile: Sendable {
  /// How many bytes there are.
  public let count: Int
  nonisolated(unsafe) private let start: UnsafeMutableRawPointer?

  fileprivate init(_ start: UnsafeMutableRawPointer?, count: Int) {
    self.start = start
    self.count = count
  }

  deinit {
    if let start { munmap(start, count) }
  }

  /// Calls `body` with the bytes.
  public func withUnsafeBytes<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }
}

extension Folder {
  /// The bytes of an ordinary file, to which no symbolic link leads.
  public func map(_ path: RawPath) throws(EnvironmentFailure) -> MappedFile {
    let (file, size) = try openFile(path, followsLink: false)
    defer { close(file) }
    guard size > 0 else { return MappedFile(nil, count: 0) }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
      throw .cannot(.read, self.path / path, errno)
    }
    return MappedFile(start, count: size)
  }
}
