import SiteFiles

/// The bytes of a log, in memory or in its file.
enum LogBytes: Sendable {
  case memory([UInt8])
  case file(MappedFile)

  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(let file): file.count
    }
  }

  func withUnsafeBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    switch self {
    case .memory(let bytes): bytes.withUnsafeBytes(body)
    case .file(let file): file.withUnsafeBytes(body)
    }
  }

  /// Some of the bytes, which no longer depend on the file.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    switch self {
    case .memory(let bytes): bytes[range]
    case .file(let file): file.withUnsafeBytes { Array($0[range])[...] }
    }
  }
}
