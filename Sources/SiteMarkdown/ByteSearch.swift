import CCMarkGFM

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from `start` on; the end when there is none.
  func index(of byte: UInt8, from start: Int) -> Int {
    guard let baseAddress, start < count else { return count }
    return start + ctsite_length_before(byte, baseAddress + start, count - start)
  }

  func holds(_ byte: UInt8) -> Bool { index(of: byte, from: 0) < count }

  /// The first place of a text in a range, found in time linear in both.
  func index(of part: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
    guard let baseAddress, let first = part.baseAddress, part.count <= range.count else {
      return nil
    }
    return ctsite_find(baseAddress + range.lowerBound, range.count, first, part.count)
      .map { UnsafeRawPointer(baseAddress).distance(to: $0) }
  }
}
