/// Finds the bytes at which a run could begin, sixteen at a time, passing over text that needs
/// neither isolation nor escaping.
struct BidiScan {
  let base: Direction

  /// The next byte from `start` on that is markup to be escaped, or may begin a run or a control.
  func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 16 <= bytes.count {
      let block = UnsafeRawBufferPointer(bytes)
        .loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      if anyStops(block) { break }
      index += 16
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

  @inline(__always)
  private func anyStops(_ block: SIMD16<UInt8>) -> Bool {
    let escaped = (block .== 0x26) .| ((block & 0xFD) .== 0x3C)
    switch base {
    case .rightToLeft:
      let lead = (block .>= 0xC0) .& ((block & 0xFC) .!= 0xD8)
      let word = ((block &- 0x30) .< 10) .| (((block | 0x20) &- 0x61) .< 26)
      return any(escaped .| lead .| word)
    case .leftToRight:
      return any(escaped .| (block .>= 0xD6))
    }
  }
}
