/// The site's address on the web, by which texts should not name its pages.
struct OwnAddress: Sendable {
  /// Host and path in lower case, without the last slash.
  private let address: [UInt8]
  private static let schemes = ["https://", "http://", "//"].map { Array($0.utf8) }

  /// - Parameter url: the address with its scheme and a slash at its end.
  init(_ url: String) {
    let bytes = Array(url.lowercased().utf8.dropLast())
    let scheme = Self.schemes.first { bytes.starts(with: $0) } ?? []
    address = Array(bytes.dropFirst(scheme.count))
  }

  /// What follows the site's own address in another one, from the slash on; nil for those of other
  /// sites.
  func path(of destination: String) -> String? {
    let bytes = destination[...].utf8
    guard let named = Self.schemes.lazy.compactMap(bytes.dropping).first,
      let path = named.dropping(address)
    else { return nil }
    switch path.first {
    case nil: return "/"
    case UInt8(ascii: "/"): return String(Substring(path))
    case UInt8(ascii: "?"), UInt8(ascii: "#"): return "/" + Substring(path)
    default: return nil
    }
  }
}

extension Substring.UTF8View {
  /// What follows a beginning in lower case, in whatever case it is written; nil where there is
  /// another one.
  fileprivate func dropping(_ beginning: [UInt8]) -> Substring.UTF8View? {
    var rest = self
    for byte in beginning {
      guard let own = rest.popFirst(), (own &- 0x41 < 26 ? own | 0x20 : own) == byte else {
        return nil
      }
    }
    return rest
  }
}
