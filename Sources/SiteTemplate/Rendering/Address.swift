import SiteHTML

/// Addresses in attributes.
enum Address {
  /// Schemes that an address may have; any other could run code or show what it should not.
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// Appends an address, percent-encoded and escaped; `#` in place of one with another scheme.
  static func append(_ address: String, to page: inout [UInt8]) {
    guard isAllowed(address) else { return page.append(UInt8(ascii: "#")) }
    append(address, leaving: .plainInAddress, to: &page)
  }

  /// Appends text inside an address, every reserved sign percent-encoded (RFC 3986, section 2).
  static func append(component text: String, to page: inout [UInt8]) {
    append(text, leaving: .unreserved, to: &page)
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
    if address.utf8.first == UInt8(ascii: "/") { return nil }
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

  private static func append(
    _ text: String, leaving plain: ASCIISet, to page: inout [UInt8]
  ) {
    var text = text
    text.withUTF8 { bytes in
      var copied = 0
      for index in bytes.indices where !plain.contains(bytes[index]) {
        page.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
        append(bytes[index], leaving: plain, to: &page)
        copied = index + 1
      }
      page.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
  }

  private static func append(_ byte: UInt8, leaving plain: ASCIISet, to page: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&") where plain == .plainInAddress: page.append("&amp;")
    case UInt8(ascii: "'") where plain == .plainInAddress: page.append("&#39;")
    default:
      page.append(UInt8(ascii: "%"))
      page.append(hexDigit(byte >> 4))
      page.append(hexDigit(byte & 0xF))
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

/// Some of the characters of ASCII, a bit for each.
private struct ASCIISet: Equatable {
  private let low: UInt64
  private let high: UInt64

  /// Letters, digits and `-._~` (RFC 3986, section 2.3).
  static let unreserved = ASCIISet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

  /// Those, `:/?#[]@!$()*+,;=` (RFC 3986, section 2.2, but for what HTML escapes) and the percent
  /// sign of what is encoded already.
  static let plainInAddress = ASCIISet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$()*+,;=%")

  private init(_ characters: String) {
    var bits: (low: UInt64, high: UInt64) = (0, 0)
    for byte in characters.utf8 {
      if byte < 64 { bits.low |= 1 << UInt64(byte) } else { bits.high |= 1 << UInt64(byte - 64) }
    }
    (low, high) = bits
  }

  func contains(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }
}
