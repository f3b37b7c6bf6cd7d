/// Finds the bytes at which a run could begin, eight at a time, passing over text that needs
/// neither isolation nor escaping.
struct BidiScan {
  let base: Direction

  /// The next byte from `start` on that is markup to be escaped, or may begin a run or a control.
  func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let word = ByteWord(bytes, at: index)
      let candidates = base == .rightToLeft ? rightToLeftStops(word) : leftToRightStops(word)
      if candidates == 0 {
        index += 8
      } else {
        index += candidates.firstByte
        if stops(bytes[index]) { return index }
        index += 1
      }
    }
    while index < bytes.count, !stops(bytes[index]) { index += 1 }
    return index
  }

  /// In right-to-left text ASCII letters and digits stop the scan; in left-to-right text the lead
  /// bytes of Hebrew to Arabic do. In both, so do `&`, `<`, `>` and the leads of other scripts.
  private func stops(_ byte: UInt8) -> Bool {
    if byte == 0x26 || byte & 0xFD == 0x3C { return true }
    switch base {
    case .rightToLeft:
      if byte >= 0xC0 { return byte & 0xFC != 0xD8 }
      return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    case .leftToRight:
      return byte >= 0xD6
    }
  }

  /// `&`, what is not before `0` in ASCII, and leads other than those of U+0600–06FF.
  @inline(__always)
  private func rightToLeftStops(_ word: ByteWord) -> UInt64 {
    word.equal(to: 0x26) | word.ascii(from: 0x30)
      | word.beyondASCII(from: 0xC0) & ~word.equal(to: 0xD8, under: 0xFC)
  }

  @inline(__always)
  private func leftToRightStops(_ word: ByteWord) -> UInt64 {
    word.equal(to: 0x26) | word.equal(to: 0x3C, under: 0xFD) | word.beyondASCII(from: 0xD6)
  }
}
