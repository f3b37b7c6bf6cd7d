import SiteDigest

/// The mark by which a translation says which text of the original it renders.
///
/// It is the beginning of the SHA-256 of the original's title, a line feed and its body, with LF
/// line endings and without blank lines at both ends of the body.
public enum SourceHash {
  /// Digits that ctsite writes; at least eight are read.
  public static let usualLength = 12

  /// All 64 hexadecimal digits of an original's hash.
  ///
  /// - Parameter body: the Markdown behind the front matter.
  public static func digits(title: String, body: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(body.underestimatedCount)
    for byte in body {
      if byte == UInt8(ascii: "\n"), text.last == UInt8(ascii: "\r") { text.removeLast() }
      text.append(byte)
    }
    let content = Array(title.utf8) + [UInt8(ascii: "\n")] + text.withoutOuterBlankLines
    return Digest(.sha256, of: content).hexadecimal
  }
}

extension [UInt8] {
  fileprivate var withoutOuterBlankLines: ArraySlice<UInt8> {
    let isInk: (UInt8) -> Bool = { $0 > 0x20 }
    guard let first = firstIndex(where: isInk), let last = lastIndex(where: isInk) else {
      return []
    }
    let start = self[..<first].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = self[last...].firstIndex(of: UInt8(ascii: "\n")) ?? count
    return self[start..<end]
  }
}
