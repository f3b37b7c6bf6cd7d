extension String {
  /// Whether the text is an address that begins with `http://` or `https://`, names a host, with or
  /// without a port, and has neither a password nor characters that no address may have.
  public var isWebAddress: Bool {
    guard let scheme = ["https://", "http://"].first(where: { lowercased().hasPrefix($0) }) else {
      return false
    }
    let authority = dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    return authority.isHostWithPort && unicodeScalars.allSatisfy(\.mayStandInAddress)
  }

  /// The text as the address of a site's root, with a slash at its end; nil where it is no web
  /// address, or has a query or a fragment.
  public var siteAddress: String? {
    guard isWebAddress, !contains(where: { $0 == "?" || $0 == "#" }) else { return nil }
    return hasSuffix("/") ? self : self + "/"
  }
}

extension Substring {
  fileprivate var isHostWithPort: Bool {
    guard let first, first != ":", first != ".", !contains("@") else { return false }
    guard first != "[" else { return contains("]") }
    let parts = split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return parts.count == 1 }
    return UInt16(parts[1]) != nil
  }
}

extension Unicode.Scalar {
  /// False for white space, controls, invisible characters other than joiners, and what RFC 3986
  /// leaves out.
  fileprivate var mayStandInAddress: Bool {
    guard value > 0x20, !"\"<>\\^`{|}".unicodeScalars.contains(self) else { return false }
    if isASCII { return value != 0x7F }
    if self == "\u{200C}" || self == "\u{200D}" { return true }
    switch properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}
