import SiteHTML

/// Addresses in attributes.
enum Address {
  /// Schemes that an address may have; any other could run code or show what it should not.
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// Appends an address, percent-encoded and escaped; `#` in place of one with another scheme.
  static func append(_ address: String, to page: inout [UInt8]) {
    guard isAllowed(address) else { return page.append(UInt8(ascii: "#")) }
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): page.append("&amp;")
      case UInt8(ascii: "'"): page.append("&#39;")
      default:
        if isUnreserved(byte) || isReserved(byte) {
          page.append(byte)
        } else {
          appendEncoded(byte, to: &page)
        }
      }
    }
  }

  /// Appends text inside an address, every reserved sign percent-encoded (RFC 3986, section 2).
  static func append(component text: String, to page: inout [UInt8]) {
    for byte in text.utf8 {
      if isUnreserved(byte) { page.append(byte) } else { appendEncoded(byte, to: &page) }
    }
  }

  /// Whether an address begins with a scheme.
  static func hasScheme(_ address: String) -> Bool { scheme(of: address) != nil }

  /// Whether an address is relative or has a scheme that is harmless.
  static func isAllowed(_ address: String) -> Bool {
    scheme(of: address).map { schemes.contains($0) } ?? true
  }

  /// The scheme in lower case, read as browsers read it: control characters and spaces before it
  /// and line breaks and tabs inside it do not count (URL Standard, “basic URL parser”).
  private static func scheme(of address: String) -> String? {
    var scheme: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return String(decoding: scheme, as: UTF8.self).lowercased()
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      case 0...0x20: if byte == 0x20, !scheme.isEmpty { return nil }
      default: scheme.append(byte)
      }
    }
    return nil
  }

  private static func appendEncoded(_ byte: UInt8, to page: inout [UInt8]) {
    page.append(UInt8(ascii: "%"))
    page.append(hexDigit(byte >> 4))
    page.append(hexDigit(byte & 0xF))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// `:/?#[]@!$&'()*+,;=` and the percent sign of what is encoded already.
  private static func isReserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: ","), UInt8(ascii: "/"),
      UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"),
      UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }
}
