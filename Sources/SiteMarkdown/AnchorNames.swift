import SiteText

/// Names that have been given to the headings of a page.
struct AnchorNames {
  private var used: [Name: Int] = [:]

  /// A name that no other heading of the page has: the second of a name gets `-2`.
  mutating func name(for text: [UInt8]) -> [UInt8] {
    let anchor = Array(Slug.anchor(for: String(decoding: text, as: UTF8.self)).utf8)
    let known = used[Name(anchor)] ?? (Self.isReserved(anchor) ? 1 : 0)
    guard known > 0 else {
      used[Name(anchor)] = 1
      return anchor
    }
    var count = known + 1
    var numbered = anchor + "-\(count)".utf8
    while used[Name(numbered)] != nil {
      count += 1
      numbered = anchor + "-\(count)".utf8
    }
    used[Name(anchor)] = count
    used[Name(numbered)] = 1
    return numbered
  }

  /// A name as a key, hashed as a whole and not byte by byte as an array is.
  private struct Name: Hashable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
    }

    func hash(into hasher: inout Hasher) {
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  /// True for the names of a page's own parts: `main`, `notes`, and what the renderer gives to
  /// notes, references to them, tables and callouts, which is letters and a number: `fn1`, `r1-2`,
  /// `t3`, `c1`.
  private static func isReserved(_ name: [UInt8]) -> Bool {
    if partNames.contains(where: name.elementsEqual) { return true }
    let digits = name.drop { $0 > UInt8(ascii: "9") }
    let isNumber = digits.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    guard isNumber, !digits.isEmpty else { return false }
    return prefixes.contains(where: name[..<digits.startIndex].elementsEqual)
  }

  private static let partNames = ["main", "notes", "notes-title"].map { Array($0.utf8) }
  private static let prefixes = ["fn", "r", "t", "c"].map { Array($0.utf8) }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
