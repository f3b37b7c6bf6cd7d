/// A value that can be kept between builds.
///
/// Conformances are written by hand: thousands of works are read back before a build can begin, and
/// a synthesized `Codable` costs ten times as much. `init(from:)` must read what `write(to:)` wrote,
/// in its order; the format carries no names and no versions, since a cache is only read by the
/// program that wrote it (`CacheLog`).
public protocol Cacheable {
  /// Appends all that `init(from:)` needs.
  func write(to cache: inout CacheWriter)

  /// - Throws: when the bytes are not what `write(to:)` wrote.
  init(from cache: inout CacheReader) throws(CacheDamage)
}

/// Bytes that are not what was written to a cache.
public struct CacheDamage: Error {
  /// Says that a cache is damaged.
  public init() {}
}

extension Bool: Cacheable {
  @inlinable
  public func write(to cache: inout CacheWriter) { cache.bytes.append(self ? 1 : 0) }

  @inlinable
  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self = try cache.byte() != 0
  }
}

extension Int: Cacheable {
  /// Seven bits a byte, the lowest first, of the zigzag form: small numbers of either sign are short.
  @inlinable
  public func write(to cache: inout CacheWriter) {
    cache.write(unsigned: UInt64(bitPattern: Int64((self << 1) ^ (self >> 63))))
  }

  @inlinable
  public init(from cache: inout CacheReader) throws(CacheDamage) {
    let value = try cache.unsigned()
    self = Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
  }
}

extension String: Cacheable {
  @inlinable
  public func write(to cache: inout CacheWriter) {
    cache.write(unsigned: UInt64(utf8.count))
    cache.bytes += utf8
  }

  @inlinable
  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self = try cache.text()
  }
}

extension Range<Int>: Cacheable {
  @inlinable
  public func write(to cache: inout CacheWriter) {
    lowerBound.write(to: &cache)
    count.write(to: &cache)
  }

  @inlinable
  public init(from cache: inout CacheReader) throws(CacheDamage) {
    let start = try Int(from: &cache)
    let count = try Int(from: &cache)
    guard count >= 0, start <= Int.max - count else { throw CacheDamage() }
    self = start..<start + count
  }
}

extension Optional: Cacheable where Wrapped: Cacheable {
  @inlinable
  public func write(to cache: inout CacheWriter) {
    (self != nil).write(to: &cache)
    self?.write(to: &cache)
  }

  @inlinable
  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self = try Bool(from: &cache) ? try Wrapped(from: &cache) : nil
  }
}

extension Array: Cacheable where Element: Cacheable {
  @inlinable
  public func write(to cache: inout CacheWriter) {
    cache.write(unsigned: UInt64(count))
    for element in self { element.write(to: &cache) }
  }

  @inlinable
  public init(from cache: inout CacheReader) throws(CacheDamage) {
    let count = try cache.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &cache)) }
  }
}

/// Written in the order of the elements' bytes, so that equal sets have equal bytes.
extension Set: Cacheable where Element: Cacheable & Comparable {
  @inlinable
  public func write(to cache: inout CacheWriter) { sorted().write(to: &cache) }

  @inlinable
  public init(from cache: inout CacheReader) throws(CacheDamage) {
    self = Set(try [Element](from: &cache))
  }
}

extension Cacheable where Self: RawRepresentable, RawValue == String {
  @inlinable
  public func write(to cache: inout CacheWriter) { rawValue.write(to: &cache) }

  @inlinable
  public init(from cache: inout CacheReader) throws(CacheDamage) {
    guard let value = Self(rawValue: try String(from: &cache)) else { throw CacheDamage() }
    self = value
  }
}
