extension UTF8Text {
  /// Where the URL ends that begins at `index`, or nil when none begins there.
  ///
  /// A URL ends before white space, a quotation mark, an angle bracket or Arabic punctuation; full
  /// stops, commas and closing brackets that were never opened are not part of it.
  func urlEnd(from index: Int) -> Int? {
    guard let authority = urlPrefixEnd(at: index) else { return nil }
    var end = index
    while end < count {
      let found = scalar(at: end)
      if endsURL(found.value) { break }
      end += found.length
    }
    end = trimmedURLEnd(index..<end)
    return end > authority ? end : nil
  }

  private func urlPrefixEnd(at index: Int) -> Int? {
    switch bytes[index] | 0x20 {
    case UInt8(ascii: "h"):
      if has("http://", at: index) { return index + 7 }
      return has("https://", at: index) ? index + 8 : nil
    case UInt8(ascii: "w"): return has("www.", at: index) ? index + 4 : nil
    case UInt8(ascii: "f"): return has("ftp://", at: index) ? index + 6 : nil
    case UInt8(ascii: "m"): return has("mailto:", at: index) ? index + 7 : nil
    default: return nil
    }
  }

  private func endsURL(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0x22, 0x3C, 0x3E, 0x60, 0x060C, 0x061B, 0x061F, 0xAB, 0xBB, 0x2018...0x201F:
      true
    default:
      switch BidiClass(scalar) {
      case .space, .control: true
      default: false
      }
    }
  }

  private func trimmedURLEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    var unopened = 0
    for byte in bytes[range] {
      if byte == UInt8(ascii: "(") { unopened -= 1 }
      if byte == UInt8(ascii: ")") { unopened += 1 }
    }
    while end > range.lowerBound {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "*"):
        end -= 1
      case UInt8(ascii: ")") where unopened > 0:
        unopened -= 1
        end -= 1
      default: return end
      }
    }
    return end
  }
}
