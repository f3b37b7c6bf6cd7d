extension [UInt8] {
  /// Appends a URL reference with every byte percent-encoded that may not stand in one
  /// (RFC 3986; letters of any script become `%XX`), leaving existing escapes and delimiters alone.
  public mutating func appendPercentEncoded(_ reference: String) {
    for byte in reference.utf8 {
      if isURLByte(byte) {
        append(byte)
      } else {
        append(UInt8(ascii: "%"))
        append(hexDigit(byte >> 4))
        append(hexDigit(byte & 0xF))
      }
    }
  }
}

extension String {
  /// The URL reference with every byte percent-encoded that may not stand in one (RFC 3986).
  public var percentEncoded: String {
    guard utf8.contains(where: { !isURLByte($0) }) else { return self }
    var bytes: [UInt8] = []
    bytes.appendPercentEncoded(self)
    return String(decoding: bytes, as: UTF8.self)
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

/// Unreserved and reserved characters and the percent sign (RFC 3986, section 2).
private func isURLByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default:
    "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
  }
}
