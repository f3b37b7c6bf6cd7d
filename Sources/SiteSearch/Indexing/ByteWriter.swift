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
}

/// Appends bits to bytes, the lowest bit of each byte first.
struct BitWriter {
  private(set) var bytes: [UInt8]
  private var pending: UInt64 = 0
  private var count = 0

  init(after bytes: [UInt8]) {
    self.bytes = bytes
  }

  @inline(__always)
  mutating func append(bit: Bool) {
    pending |= (bit ? 1 : 0) << UInt64(count)
    count += 1
    if count == 8 { flush() }
  }

  /// As many ones as the number says, then a zero.
  mutating func append(unary number: Int) {
    for _ in 0..<number { append(bit: true) }
    append(bit: false)
  }

  /// The lowest bits of a number, the highest of them first.
  mutating func append(_ number: Int, bits: Int) {
    for shift in stride(from: bits - 1, through: 0, by: -1) {
      append(bit: number >> shift & 1 == 1)
    }
  }

  /// Fills the last byte with zeros.
  mutating func finish() -> [UInt8] {
    if count > 0 { flush() }
    return bytes
  }

  private mutating func flush() {
    bytes.append(UInt8(truncatingIfNeeded: pending))
    pending = 0
    count = 0
  }
}
