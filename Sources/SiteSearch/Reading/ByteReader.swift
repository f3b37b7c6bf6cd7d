/// Reads numbers and bits from a file of the index. Past its end everything is zero, so that a
/// damaged file gives few results and not a crash.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int
  private var bit = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position >= bytes.endIndex }

  /// A number in groups of seven bits, the lowest first.
  mutating func number() -> Int {
    var value = 0
    var shift = 0
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      if shift < 56 { value |= Int(byte & 127) << shift }
      shift += 7
      if byte < 128 { break }
    }
    return value
  }

  /// As many of the next bytes as there are.
  mutating func take(_ length: Int) -> ArraySlice<UInt8> {
    let end = min(bytes.endIndex, position + max(0, length))
    defer { position = end }
    return bytes[position..<end]
  }

  mutating func flag() -> Bool {
    let index = position + bit >> 3
    defer { bit += 1 }
    return index < bytes.endIndex && bytes[index] >> UInt8(bit & 7) & 1 == 1
  }

  /// The number of ones before the next zero.
  mutating func unary() -> Int {
    var value = 0
    while flag() { value += 1 }
    return value
  }
}
