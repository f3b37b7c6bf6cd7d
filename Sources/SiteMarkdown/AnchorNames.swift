import SiteText

/// Names that have been given to the headings of a page.
struct AnchorNames {
  private var used: [[UInt8]: Int] = [:]

  /// A name that no other heading of the page has: the second of a name gets `-2`.
  mutating func name(for text: ArraySlice<UInt8>) -> [UInt8] {
    let anchor = Self.anchor(for: text)
    var count = (used[anchor] ?? (Self.isReserved(anchor) ? 1 : 0)) + 1
    used[anchor] = count
    guard count > 1 else { return anchor }
    var numbered = anchor + "-\(count)".utf8
    while used[numbered] != nil {
      count += 1
      numbered = anchor + "-\(count)".utf8
    }
    used[anchor] = count
    used[numbered] = 1
    return numbered
  }

  /// True for the names of a page's own parts: `main`, `notes`, and what the renderer gives to notes,
  /// references to them, tables and callouts, which is letters and a number: `fn1`, `r1-2`, `t3`, `c1`.
  private static func isReserved(_ name: [UInt8]) -> Bool {
    if partNames.contains(where: name.elementsEqual) { return true }
    let digits = name.drop { $0 > UInt8(ascii: "9") }
    let isNumber = digits.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    guard isNumber, !digits.isEmpty else { return false }
    return prefixes.contains(where: name[..<digits.startIndex].elementsEqual)
  }

  private static let partNames = ["main", "notes", "notes-title"].map { Array($0.utf8) }
  private static let prefixes = ["fn", "r", "t", "c"].map { Array($0.utf8) }

  // MARK: - The name itself

  /// What `Slug.anchor(for:)` gives, without its cost for the letters that most headings consist of.
  static func anchor(for text: ArraySlice<UInt8>) -> [UInt8] {
    plainAnchor(for: text) ?? Array(Slug.anchor(for: String(decoding: text, as: UTF8.self)).utf8)
  }

  /// The anchor of a text in ASCII and Arabic letters; nil where Unicode's tables are needed: for
  /// letters of other scripts, and for marks that normal form C joins with a letter.
  private static func plainAnchor(for text: ArraySlice<UInt8>) -> [UInt8]? {
    var anchor: [UInt8] = []
    anchor.reserveCapacity(text.count)
    var isHyphenDue = false
    var index = text.startIndex
    while index < text.endIndex {
      let next = index + 1 < text.endIndex ? text[index + 1] : 0
      guard let character = AnchorCharacter(text[index], next) else { return nil }
      switch character {
      case .gap: isHyphenDue = !anchor.isEmpty
      case .dropped: break
      case .ascii, .arabic:
        if isHyphenDue { anchor.append(UInt8(ascii: "-")) }
        isHyphenDue = false
        if case .ascii(let letter) = character { anchor.append(letter) }
        if case .arabic = character { anchor.append(contentsOf: [text[index], next]) }
      }
      index += text[index] < 0x80 ? 1 : 2
    }
    return anchor.isEmpty ? nil : anchor
  }
}

/// What a character of one or two bytes becomes in an anchor.
private enum AnchorCharacter {
  case ascii(UInt8)
  /// Kept, both bytes.
  case arabic
  case dropped
  /// Divides words.
  case gap

  init?(_ lead: UInt8, _ next: UInt8) {
    switch (lead, next) {
    case (UInt8(ascii: "A")...UInt8(ascii: "Z"), _): self = .ascii(lead | 0x20)
    case (UInt8(ascii: "a")...UInt8(ascii: "z"), _): self = .ascii(lead)
    case (UInt8(ascii: "0")...UInt8(ascii: "9"), _): self = .ascii(lead)
    case (UInt8(ascii: "'"), _): self = .dropped
    case (..<0x80, _): self = .gap
    // U+0621–063A, 0641–064A: letters. U+0660–0669: digits.
    case (0xD8, 0xA1...0xBA), (0xD9, 0x81...0x8A), (0xD9, 0xA0...0xA9): self = .arabic
    // U+0640: tatweel. U+064B–0652: harakat.
    case (0xD9, 0x80), (0xD9, 0x8B...0x92): self = .dropped
    // U+060C, 061B, 061F; « » and the no-break space.
    case (0xD8, 0x8C), (0xD8, 0x9B), (0xD8, 0x9F), (0xC2, 0xA0), (0xC2, 0xAB), (0xC2, 0xBB):
      self = .gap
    default: return nil
    }
  }
}

extension UInt8 {
  fileprivate var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
