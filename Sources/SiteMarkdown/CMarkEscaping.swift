import SiteHTML

extension [UInt8] {
  /// Appends text with `&`, `<`, `>` and `"` escaped, as cmark escapes it everywhere.
  mutating func appendEscaped(markdown bytes: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    for index in bytes.indices {
      let escape: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      default: continue
      }
      append(contentsOf: bytes[copied..<index])
      append(escape)
      copied = index + 1
    }
    append(contentsOf: bytes[copied...])
  }

  /// Appends a URL for a quoted attribute, percent-encoded and escaped as cmark does it.
  mutating func appendHref(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      default:
        if byte.isURLByte { append(byte) } else { append(percentEncoded: byte) }
      }
    }
  }

  private mutating func append(percentEncoded byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(hexDigit(byte >> 4))
    append(hexDigit(byte & 0xF))
  }
}

extension UInt8 {
  /// Unreserved and reserved characters of RFC 3986, section 2, and the percent sign.
  fileprivate var isURLByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "$")...UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "#"),
      UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
