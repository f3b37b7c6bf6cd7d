import CPango

/// Draws cards, from several threads at once if need be.
public struct CardPainter: Sendable {
  private let fonts: CardFonts
  private let colors: CardColors

  /// Makes a painter that draws with these fonts and colors.
  public init(fonts: CardFonts, colors: CardColors) {
    self.fonts = fonts
    self.colors = colors
  }

  /// A card as PNG. The same card has the same bytes on every thread.
  public func png(of card: Card) -> [UInt8] {
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(Card.width), Int32(Card.height))
    defer { cairo_surface_destroy(surface) }
    guard let canvas = cairo_create(surface) else { preconditionFailure("out of memory") }
    let context = context(for: card)
    defer {
      g_object_unref(UnsafeMutableRawPointer(context))
      cairo_destroy(canvas)
    }
    CardDrawing(
      card: card, colors: colors, families: fonts.families, canvas: canvas, context: context
    ).draw()
    cairo_surface_flush(surface)
    return PNGWriter.png(Self.pixels(of: surface), width: Card.width)
  }

  /// With letters that have the same shape wherever they stand, whatever the machine prefers.
  ///
  /// - Returns: an object of the caller's own.
  func context(for card: Card) -> OpaquePointer {
    guard let context = ctsite_pango_context(fonts.configuration) else {
      preconditionFailure("out of memory")
    }
    let options = cairo_font_options_create()
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_cairo_context_set_resolution(context, 96)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string(card.language))
    pango_context_set_base_dir(
      context,
      Int32(
        (card.isRightToLeft ? ctsite_pango_right_to_left : ctsite_pango_left_to_right)))
    return context
  }

  /// Rounded to 32 shades of each color, which nobody sees at the edges of letters and which leaves
  /// few enough for a palette.
  private static func pixels(of surface: OpaquePointer?) -> [UInt32] {
    guard let data = cairo_image_surface_get_data(surface) else { return [] }
    let shades = (0...255).map { (UInt32($0) * 31 + 127) / 255 * 255 / 31 }
    let stride = Int(cairo_image_surface_get_stride(surface))
    var pixels: [UInt32] = []
    pixels.reserveCapacity(Card.width * Card.height)
    for line in 0..<Card.height {
      let bytes = UnsafeRawPointer(data + line * stride)
      for column in 0..<Card.width {
        let pixel = bytes.load(fromByteOffset: 4 * column, as: UInt32.self)
        pixels.append(
          shades[Int(pixel >> 16 & 0xFF)] << 16 | shades[Int(pixel >> 8 & 0xFF)] << 8
            | shades[Int(pixel & 0xFF)])
      }
    }
    return pixels
  }
}
