import SiteCache
import SiteCards
import SiteDiagnostics
import SiteDigest
import SiteFiles

/// What social cards take from a theme: its colors and its fonts.
struct CardTheme: Sendable {
  let colors: CardColors
  /// The files of `assets/fonts`, those of the site before those of the default theme, each in the
  /// order of their names.
  let fonts: [SourceFile]

  /// The colors of the default theme, for a theme that does not state them.
  private static let usual = CardColors(
    background: .init(0x0E3B43), text: .init(0xF4EFE2), soft: .init(0xB9D3D2),
    accent: .init(0xEDA98B))

  /// - Parameters:
  ///   - assets: the files of `templates/assets`, with paths relative to it.
  ///   - isOwn: whether a path is that of a file of the site and not of the default theme.
  init(_ assets: [SourceFile], isOwn: (String) -> Bool) {
    let fonts = assets.filter(Self.isFont).sorted { $0.path < $1.path }
    self.fonts = fonts.filter { isOwn($0.path) } + fonts.filter { !isOwn($0.path) }
    let sheet = assets.first { $0.path == "css/site.css" }?.bytes ?? []
    var colors = Self.usual
    let first = { (name: String) in Self.colors(named: name, in: sheet).first }
    colors.background = first("--band") ?? colors.background
    colors.text = first("--on") ?? colors.text
    colors.soft = first("--on-soft") ?? colors.soft
    // On the dark band, the one for dark mode, which a style sheet states behind the other.
    colors.accent = Self.colors(named: "--clay", in: sheet).last ?? colors.accent
    self.colors = colors
  }

  /// What all cards depend on.
  var fingerprint: Fingerprint {
    var cache = CacheWriter()
    for color in [colors.background, colors.text, colors.soft, colors.accent] {
      cache.write(Int(color.value))
    }
    for font in fonts { cache.write(Digest(of: font.bytes).hexadecimal) }
    return Fingerprint(of: cache.bytes)
  }

  /// Says why cards cannot be drawn with the fonts.
  func diagnostic(_ problem: CardFonts.Problem) -> Diagnostic {
    switch problem {
    case .noFont(let index):
      .cardFontUnreadable(SourceLocation(path: "\(ThemeFiles.folder)/assets/\(fonts[index].path)"))
    case .notWritten(let path, let reason): .cardsNotKept(.cannot(.write, RawPath(path), reason))
    }
  }

  private static func isFont(_ file: SourceFile) -> Bool {
    file.path.hasPrefix("fonts/")
      && [".woff2", ".woff", ".ttf", ".otf"].contains { file.path.hasSuffix($0) }
  }

  /// The values of a custom property that are colors, in their order.
  private static func colors(named name: String, in sheet: [UInt8]) -> [CardColors.Color] {
    String(decoding: sheet, as: UTF8.self).components(after: name + ":").compactMap {
      CardColors.Color(hexadecimal: $0.prefix { $0 == "#" || $0.isHexDigit })
    }
  }
}

extension String {
  /// What follows each occurrence of a text.
  fileprivate func components(after separator: String) -> [Substring] {
    ranges(of: separator).map { self[$0.upperBound...].drop { $0 == " " } }
  }
}
