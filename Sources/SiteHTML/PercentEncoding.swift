extension [UInt8] {
  /// Appends a URL reference with every byte percent-encoded that may not stand in one
  /// (RFC 3986; letters of any script become `%XX`), leaving existing escapes and delimiters alone.
  public mutating func appendPercentEncoded(_ reference: String) {
    var reference = reference
    reference.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() {
        if isURLByte(byte) || byte == UInt8(ascii: "%") && hasEscape(bytes, at: index) {
          append(byte)
        } else {
          append(percentEscapeOf: byte)
        }
      }
    }
  }

  private mutating func append(percentEscapeOf byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(hexDigit(byte >> 4))
    append(hexDigit(byte & 0xF))
  }
}

/// Whether two hexadecimal digits follow.
private func hasEscape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  index + 2 < bytes.count && isHexDigit(bytes[index + 1]) && isHexDigit(bytes[index + 2])
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

private func isHexDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
    UInt8(ascii: "A")...UInt8(ascii: "F"):
    true
  default: false
  }
}

/// Unreserved and reserved characters (RFC 3986, section 2).
private func isURLByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x80...: false
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "?")...UInt8(ascii: "Z"),
    UInt8(ascii: "#")...UInt8(ascii: "$"), UInt8(ascii: "&")...UInt8(ascii: ";"),
    UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "["), UInt8(ascii: "]"),
    UInt8(ascii: "_"), UInt8(ascii: "~"):
    true
  default: false
  }
}

extension String {
  /// The string with its percent escapes decoded (RFC 3986, section 2.1); unchanged where the bytes
  /// are not UTF-8.
  public var percentDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = hexValue(rest.prefix(2)) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}

private func hexValue(_ digits: ArraySlice<UInt8>) -> UInt8? {
  guard digits.count == 2 else { return nil }
  return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
}
