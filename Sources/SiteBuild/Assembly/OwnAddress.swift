import SiteHTML

/// The site's address on the web, by which texts should not name its pages.
struct OwnAddress: Sendable {
  /// In lower case.
  private let host: [UInt8]
  /// The path without its last slash, decoded.
  private let root: [UInt8]
  private static let schemes = ["https://", "http://", "//"].map { Array($0.utf8) }

  /// - Parameter url: the address with its scheme and a slash at its end.
  init(_ url: String) {
    let parts = Self.parts(of: url)
    host = parts?.host.map(\.lowercasedASCII) ?? []
    root = Array(parts.map { String(Substring($0.path)).percentDecoded.utf8.dropLast() } ?? [])
  }

  /// The path that another address names below the site's own, from the slash on, decoded and
  /// without `?` and `#`; nil for those of other sites.
  func path(of destination: String) -> String? {
    guard let (other, rest) = Self.parts(of: destination),
      other.elementsEqual(host, by: { $0.lowercasedASCII == $1 })
    else { return nil }
    let path = String(Substring(rest)).splitAtSuffix.path
    let own = String(path).percentDecoded.utf8
    guard own.starts(with: root) else { return nil }
    let below = own.dropFirst(root.count)
    if below.isEmpty { return "/" }
    return below.first == UInt8(ascii: "/") ? String(Substring(below)) : nil
  }

  /// An address of the web in two parts; nil for what is none.
  private static func parts(
    of address: String
  ) -> (host: Substring.UTF8View, path: Substring.UTF8View)? {
    guard let named = schemes.lazy.compactMap(address[...].utf8.dropping).first else { return nil }
    let end = named.firstIndex { [0x2F, 0x3F, 0x23].contains($0) } ?? named.endIndex
    return (named[..<end], named[end...])
  }

}

extension Substring.UTF8View {
  /// What follows a beginning in lower case, in whatever case it is written; nil where there is
  /// another one.
  fileprivate func dropping(_ beginning: [UInt8]) -> Substring.UTF8View? {
    var rest = self
    for byte in beginning {
      guard let own = rest.popFirst(), own.lowercasedASCII == byte else {
        return nil
      }
    }
    return rest
  }
}

extension UInt8 {
  /// Schemes and hosts are compared without regard to the case of ASCII letters (RFC 3986, section
  /// 6.2.2.1).
  fileprivate var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
