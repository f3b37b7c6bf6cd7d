/// Eight bytes of a text, compared all at once. Every test gives the high bit of each byte for
/// which it holds (Mycroft's and Lamport's word-parallel comparisons; Warren, “Hacker's Delight”,
/// 6-1).
struct ByteWord {
  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let low: UInt64 = 0x0101_0101_0101_0101

  private let bits: UInt64

  /// The eight bytes that begin at `index`, the first lowest.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    bits = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes)
        .loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Bytes that are `value` under `mask`.
  @inline(__always)
  func equal(to value: UInt8, under mask: UInt8 = 0xFF) -> UInt64 {
    let difference = (bits ^ (Self.low &* UInt64(value))) & (Self.low &* UInt64(mask))
    return ~(((difference & ~Self.high) &+ ~Self.high) | difference) & Self.high
  }

  /// ASCII bytes that are at least `value`.
  @inline(__always)
  func ascii(from value: UInt8) -> UInt64 {
    ((bits & ~Self.high) &+ Self.low &* UInt64(0x80 - value)) & ~bits & Self.high
  }

  /// Bytes beyond ASCII that are at least `value`, which is beyond ASCII too.
  @inline(__always)
  func beyondASCII(from value: UInt8) -> UInt64 {
    ((bits & ~Self.high) &+ Self.low &* UInt64(0x100 - UInt64(value))) & bits & Self.high
  }
}

extension UInt64 {
  /// The first byte, of the eight, for which a test of `ByteWord` held.
  @inline(__always)
  var firstByte: Int { trailingZeroBitCount / 8 }
}
