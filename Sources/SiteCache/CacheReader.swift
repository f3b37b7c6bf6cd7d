/// Reads values in the order in which they were written.
public struct CacheReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  /// Index of the next byte.
  public private(set) var position: Int

  /// Reads from the first of some bytes on.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Reads from the first byte on.
  public init(_ bytes: [UInt8]) {
    self.init(bytes[...])
  }

  /// Whether everything was read.
  public var isAtEnd: Bool { position == bytes.endIndex }

  mutating func byte() throws(CacheDamage) -> UInt8 {
    guard position < bytes.endIndex else { throw CacheDamage() }
    defer { position += 1 }
    return bytes[position]
  }

  /// What `CacheWriter.write(unsigned:)` wrote.
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
  public mutating func fixed() throws(CacheDamage) -> UInt64 {
    try take(8).withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
  }

  /// The number of elements that follow; each takes a byte at least.
  mutating func count() throws(CacheDamage) -> Int {
    let count = try unsigned()
    guard count <= UInt64(bytes.endIndex - position) else { throw CacheDamage() }
    return Int(count)
  }

  mutating func text() throws(CacheDamage) -> String {
    String(decoding: try take(try count()), as: UTF8.self)
  }

  /// Bytes that were written with their number before them.
  public mutating func part() throws(CacheDamage) -> ArraySlice<UInt8> {
    try take(try count())
  }

  /// The next bytes.
  public mutating func part(count: Int) throws(CacheDamage) -> ArraySlice<UInt8> {
    guard count >= 0 else { throw CacheDamage() }
    return try take(count)
  }

  private mutating func take(_ count: Int) throws(CacheDamage) -> ArraySlice<UInt8> {
    guard count <= bytes.endIndex - position else { throw CacheDamage() }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
