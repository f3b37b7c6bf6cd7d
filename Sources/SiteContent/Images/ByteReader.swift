/// Numbers of several bytes at offsets of a file's header; nil behind its end.
struct ByteReader {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  func byte(_ offset: Int) -> Int? {
    bytes.indices.contains(offset) ? Int(bytes[offset]) : nil
  }

  func matches(_ expected: [UInt8], at offset: Int) -> Bool {
    offset >= 0 && bytes.count - offset >= expected.count
      && bytes[offset..<offset + expected.count].elementsEqual(expected)
  }

  func matches(_ expected: String, at offset: Int) -> Bool {
    matches(Array(expected.utf8), at: offset)
  }

  func big16(_ offset: Int) -> Int? { number(offset, 2) { $0 << 8 | $1 } }

  func big32(_ offset: Int) -> Int? { number(offset, 4) { $0 << 8 | $1 } }

  func little16(_ offset: Int) -> Int? { little(offset, 2) }

  func little24(_ offset: Int) -> Int? { little(offset, 3) }

  func little32(_ offset: Int) -> Int? { little(offset, 4) }

  private func little(_ offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, bytes.count - offset >= count else { return nil }
    return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func number(_ offset: Int, _ count: Int, _ join: (Int, Int) -> Int) -> Int? {
    guard offset >= 0, bytes.count - offset >= count else { return nil }
    return bytes[offset..<offset + count].reduce(0) { join($0, Int($1)) }
  }
}
