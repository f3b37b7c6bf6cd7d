import SiteContent

/// The widths in which a picture is offered to browsers, in pixels.
struct PictureWidths: Sendable {
  private let steps: [Int]
  private let largest: Int

  /// The default theme shows them 608 pixels wide at most, on a phone as wide as the screen but for
  /// its margins: 328 to 396 pixels, of which each is two or three of the screen's.
  static let ofWorks = Self(steps: [480, 720, 1080], largest: 1280)
  /// Shown 72 pixels wide in lists and up to 176 on a page of its own.
  static let ofPortraits = Self(steps: [160, 320], largest: 480)

  /// In what a width in `srcset` is chosen for a picture in a text: the column of the default theme.
  static let sizesInText = "(min-width: 41em) 38rem, 92vw"

  /// WebP (RFC 9649) holds 14 bits of each.
  private static let longestSide = 16_383
  /// Smaller files are hardly worth a copy.
  private static let fewestBytes = 10_000

  /// The narrowest first, none wider than the picture; none for a picture that needs no copies.
  func widths(of size: ImageSize, byteCount: Int) -> [Int] {
    guard byteCount >= Self.fewestBytes else { return [] }
    let top = min(size.width, largest)
    return (steps.filter { $0 * 10 <= top * 9 } + [top]).filter {
      size.height * $0 / size.width <= Self.longestSide
    }
  }
}

/// What is known of a picture by its first bytes, apart from its size.
enum PictureKind {
  /// Whether smaller copies can be made that show all of it: not of what moves, and not of AVIF,
  /// which is smaller than WebP.
  static func isCopied(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xD8]) { return true }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return !isAnimatedPNG(bytes) }
    guard bytes.count > 20, bytes.starts(with: "RIFF".utf8), matches("WEBP", bytes, at: 8) else {
      return false
    }
    // RFC 9649, 2.7: the flag of an animation.
    return !(matches("VP8X", bytes, at: 12) && bytes[20] & 0x02 != 0)
  }

  /// Whether the chunk of an animation stands before the picture (PNG, third edition, 5.6).
  private static func isAnimatedPNG(_ bytes: [UInt8]) -> Bool {
    var offset = 8
    while offset + 8 <= bytes.count, !matches("IDAT", bytes, at: offset + 4) {
      if matches("acTL", bytes, at: offset + 4) { return true }
      offset += 12 + bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return false
  }

  private static func matches(_ text: String, _ bytes: [UInt8], at offset: Int) -> Bool {
    offset + text.utf8.count <= bytes.count
      && bytes[offset..<offset + text.utf8.count].elementsEqual(text.utf8)
  }
}
