/// What may be linked to, told from how a destination begins.
enum LinkScheme: Equatable {
  /// Within the site.
  case relative
  /// `http`, `https`, or an address without a scheme that begins with two slashes.
  case web
  /// `mailto` and `tel`.
  case contact
  /// Any other, such as `javascript`.
  case unsafe(String)

  /// - Parameter destination: as written. Spaces and control characters are passed over, as
  ///   browsers do (URL Standard, “basic URL parser”, steps 1 to 3).
  init(of destination: UnsafeBufferPointer<UInt8>) {
    let visible = destination.lazy.filter { $0 > 0x20 }
    if visible.prefix(2).allSatisfy(\.isSlash), visible.prefix(2).count == 2 {
      self = .web
      return
    }
    let scheme = Array(visible.prefix(Self.longest).prefix(while: \.isSchemeByte))
    guard visible.dropFirst(scheme.count).first == UInt8(ascii: ":"), !scheme.isEmpty else {
      self = .relative
      return
    }
    switch String(decoding: scheme, as: UTF8.self).lowercased() {
    case "http", "https": self = .web
    case "mailto", "tel": self = .contact
    case let other: self = .unsafe(other)
    }
  }

  /// Bytes of a destination that are read for its scheme, more than any registered scheme has.
  private static let longest = 64
}

extension UInt8 {
  fileprivate var isSlash: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: "\\") }

  /// What a scheme consists of (RFC 3986, section 3.1).
  fileprivate var isSchemeByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
