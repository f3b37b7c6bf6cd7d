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
