extension [UInt8] {
  /// Appends a number in groups of seven bits, the lowest first, with the high bit set on all but
  /// the last (LEB128).
  mutating func append(number: Int) {
    var rest = number
    while rest > 127 {
      append(UInt8(rest & 127 | 128))
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Appends a number below 0xD800 as the character that has it.
  mutating func append(character: Int) {
    guard let scalar = Unicode.Scalar(UInt32(character)), let bytes = UTF8.encode(scalar) else {
      preconditionFailure("no character has the number \(character)")
    }
    append(contentsOf: bytes)
  }
}

/// Writes bits, the lowest bit of each byte first.
struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var count = 0

  /// The lowest bits of a number, at most 32, the lowest first.
  @inline(__always)
  mutating func append(_ value: UInt64, bits: Int) {
    pending |= value << UInt64(count)
    count += bits
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// As many ones as the number says, then a zero.
  @inline(__always)
  mutating func append(unary number: Int) {
    var rest = number
    while rest > 31 {
      append(0xFFFF_FFFF, bits: 32)
      rest -= 32
    }
    append(1 << UInt64(rest) - 1, bits: rest + 1)
  }

  /// Fills the last byte with ones, which nothing else ends with.
  mutating func finish() -> [UInt8] {
    if count > 0 { append(0xFF >> UInt64(count), bits: 8 - count) }
    return bytes
  }
}
