/// Reads values in the order in which they were written.
public struct CacheReader: Sendable {
  @usableFromInline let bytes: ArraySlice<UInt8>
  @usableFromInline var next: Int

  /// Reads from the first of some bytes on.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  /// Reads from the first byte on.
  public init(_ bytes: [UInt8]) {
    self.init(bytes[...])
  }

  /// Index of the next byte.
  public var position: Int { next }

  /// Whether everything was read.
  public var isAtEnd: Bool { next == bytes.endIndex }

  @inlinable
  mutating func byte() throws(CacheDamage) -> UInt8 {
    guard next < bytes.endIndex else { throw CacheDamage() }
    defer { next += 1 }
    return bytes[next]
  }

  /// What `CacheWriter.write(unsigned:)` wrote.
  @inlinable
  public mutating func unsigned() throws(CacheDamage) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      guard shift < 64 else { throw CacheDamage() }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// What `CacheWriter.write(fixed:)` wrote.
  @inlinable
  public mutating func fixed() throws(CacheDamage) -> UInt64 {
    try take(8).withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
  }

  /// The number of elements that follow; each takes a byte at least.
  @inlinable
  public mutating func count() throws(CacheDamage) -> Int {
    let count = try unsigned()
    guard count <= UInt64(bytes.endIndex - next) else { throw CacheDamage() }
    return Int(count)
  }

  @inlinable
  mutating func text() throws(CacheDamage) -> String {
    String(decoding: try take(try count()), as: UTF8.self)
  }

  /// Bytes that were written with their number before them.
  @inlinable
  public mutating func part() throws(CacheDamage) -> ArraySlice<UInt8> {
    try take(try count())
  }

  /// The next bytes.
  @inlinable
  public mutating func part(count: Int) throws(CacheDamage) -> ArraySlice<UInt8> {
    guard count >= 0 else { throw CacheDamage() }
    return try take(count)
  }

  @inlinable
  mutating func take(_ count: Int) throws(CacheDamage) -> ArraySlice<UInt8> {
    guard count <= bytes.endIndex - next else { throw CacheDamage() }
    defer { next += count }
    return bytes[next..<next + count]
  }
}
