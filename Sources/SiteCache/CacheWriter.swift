import SiteDigest

/// Values as bytes, one after the other.
public struct CacheWriter: Sendable {
  /// What was written so far.
  public var bytes: [UInt8] = []

  /// Begins with no bytes.
  public init() {}

  /// Appends a value.
  @inlinable
  public mutating func write(_ value: some Cacheable) {
    value.write(to: &self)
  }

  /// Seven bits a byte, the lowest first (LEB128).
  @inlinable
  public mutating func write(unsigned value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Eight bytes, the lowest first.
  @inlinable
  public mutating func write(fixed value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }
}

extension Cacheable {
  /// The value as it is kept.
  public var cached: [UInt8] {
    var cache = CacheWriter()
    write(to: &cache)
    return cache.bytes
  }

  /// Tells whether the value is the same as in another build: every part that is kept counts.
  public var fingerprint: Fingerprint { Fingerprint(of: cached) }
}

extension Fingerprint: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(fixed: high)
    cache.write(fixed: low)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(high: try cache.fixed(), low: try cache.fixed())
  }
}
