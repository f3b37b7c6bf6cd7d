/// What a social card says of a work: the picture that appears where somebody shares its address.
///
/// In texts of both directions, the parts that would lose their places stand between the isolates of
/// UAX #9.
public struct Card: Sendable, Hashable {
  /// Who publishes the work.
  public var site: String
  /// What kind of work it is and of what: `Report · Border management`.
  public var kicker: String
  public var title: String
  /// Who wrote it.
  public var byline: String
  /// When it was published, as readers write it.
  public var date: String
  /// The BCP 47 tag of the language of all these texts.
  public var language: String
  public var isRightToLeft: Bool

  /// Makes a card of texts in one language; empty ones leave their place empty.
  public init(
    site: String, kicker: String = "", title: String, byline: String = "", date: String = "",
    language: String, isRightToLeft: Bool
  ) {
    self.site = site
    self.kicker = kicker
    self.title = title
    self.byline = byline
    self.date = date
    self.language = language
    self.isRightToLeft = isRightToLeft
  }

  /// In pixels: what networks ask for (The Open Graph protocol's users crop to 1.91 : 1).
  public static let width = 1200
  /// In pixels.
  public static let height = 630

  /// All that is to be read on it.
  public var texts: [String] { [site, kicker, title, byline, date] }
}

/// The colors of cards.
public struct CardColors: Sendable, Hashable {
  /// A color of the sRGB space without transparency.
  public struct Color: Sendable, Hashable {
    /// `0xRRGGBB`.
    public let value: UInt32

    public init(_ value: UInt32) { self.value = value }

    /// - Parameter text: `#rgb` or `#rrggbb`, as style sheets write it.
    public init?(hexadecimal text: some StringProtocol) {
      guard text.hasPrefix("#"), text.dropFirst().allSatisfy(\.isHexDigit),
        let value = UInt32(text.dropFirst(), radix: 16)
      else { return nil }
      switch text.utf8.count {
      case 7: self.value = value
      case 4:
        self.value = [8, 4, 0].reduce(0) { $0 << 8 | (value >> $1 & 0xF) * 0x11 }
      default: return nil
      }
    }

    func component(_ shift: UInt32) -> Double { Double(value >> shift & 0xFF) / 255 }
  }

  public var background: Color
  /// Of the title and of the site's name.
  public var text: Color
  /// Of everything else.
  public var soft: Color
  /// Of the mark.
  public var accent: Color

  /// Makes a set of colors that are used together.
  public init(background: Color, text: Color, soft: Color, accent: Color) {
    self.background = background
    self.text = text
    self.soft = soft
    self.accent = accent
  }
}
