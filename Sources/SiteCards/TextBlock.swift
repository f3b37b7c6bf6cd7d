import CPango

/// A text of a card, broken into lines.
struct TextBlock: ~Copyable {
  /// How a text is set.
  struct Style {
    /// Of the letters, in pixels.
    var size: Int
    var isBold = false
    /// The distance of the lines, in sizes.
    var lineHeight = 1.5
  }

  let layout: OpaquePointer
  private let card: Card
  private let families: String
  private(set) var text: String
  private var style = Style(size: 0)

  /// How much smaller or larger letters of the other script look at the same size.
  private static let latinInArabic = 0.89
  private static let arabicInLatin = 1.14

  /// - Parameter context: with the fonts and the direction of the card.
  init(
    _ text: String, _ style: Style, of card: Card, families: String, in context: OpaquePointer
  ) {
    layout = pango_layout_new(context)
    self.card = card
    self.families = families
    self.text = text
    pango_layout_set_auto_dir(layout, 0)
    setText(text)
    setStyle(style)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  mutating func setText(_ text: String) {
    self.text = text
    pango_layout_set_text(layout, text, -1)
  }

  /// In pixels.
  func setWidth(_ width: Int) { pango_layout_set_width(layout, Int32(width) * Self.scale) }

  /// Whether a word may be broken that has no room in a line.
  func setBreaksWords(_ breaks: Bool) {
    pango_layout_set_wrap(
      layout,
      Int32((breaks ? ctsite_pango_wrap_words_or_letters : ctsite_pango_wrap_words)))
  }

  mutating func setStyle(_ style: Style) {
    self.style = style
    let font = pango_font_description_new()
    defer { pango_font_description_free(font) }
    pango_font_description_set_family(font, families)
    pango_font_description_set_absolute_size(font, Double(Int32(style.size) * Self.scale))
    pango_font_description_set_weight(
      font, Int32((style.isBold ? ctsite_pango_bold : ctsite_pango_normal)))
    pango_layout_set_font_description(layout, font)
    let attributes = pango_attr_list_new()
    defer { pango_attr_list_unref(attributes) }
    // A hyphen in a broken address would be taken for a part of it.
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
    for run in foreignRuns {
      guard
        let scale = pango_attr_scale_new(
          card.isRightToLeft ? Self.latinInArabic : Self.arabicInLatin)
      else { continue }
      scale.pointee.start_index = UInt32(run.lowerBound)
      scale.pointee.end_index = UInt32(run.upperBound)
      pango_attr_list_insert(attributes, scale)
    }
    pango_layout_set_attributes(layout, attributes)
  }

  /// The bytes of the letters in the other script.
  private var foreignRuns: [Range<Int>] {
    var runs: [Range<Int>] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      let isArabic = 0x600...0x6FF ~= scalar.value
      if isLetter, isArabic != card.isRightToLeft {
        if runs.last?.upperBound == offset, let start = runs.popLast()?.lowerBound {
          runs.append(start..<end)
        } else {
          runs.append(offset..<end)
        }
      }
      offset = end
    }
    return runs
  }
}

// MARK: - Lines

extension TextBlock {
  /// What Pango counts in for a pixel.
  private static var scale: Int32 { Int32(ctsite_pango_scale) }

  var lineCount: Int { Int(pango_layout_get_line_count(layout)) }

  /// Of the widest line, in pixels.
  var width: Int {
    var widest = 0.0
    for line in 0..<lineCount { widest = max(widest, width(ofLine: line)) }
    return Int(widest.rounded(.up))
  }

  /// Of all lines, in pixels.
  var height: Int { lineCount * lineHeight }

  private var lineHeight: Int { Int((Double(style.size) * style.lineHeight).rounded()) }

  private func width(ofLine line: Int) -> Double {
    var extents = PangoRectangle()
    pango_layout_line_get_extents(
      pango_layout_get_line_readonly(layout, Int32(line)), nil, &extents)
    return Double(extents.width) / Double(Self.scale)
  }

  /// Draws the lines at equal distances, whatever fonts are in them, which would move them apart.
  ///
  /// - Parameters:
  ///   - start: how far the lines begin from the side of the card where they begin.
  ///   - y: the upper edge of the first line.
  func draw(on canvas: OpaquePointer, atStart start: Int, y: Int) {
    // Arabic letters reach less far above the line and farther below it.
    let rise = card.isRightToLeft ? 0.22 : 0.33
    let firstBaseline = Double(lineHeight) / 2 + rise * Double(style.size)
    for line in 0..<lineCount {
      let x = card.isRightToLeft ? Double(Card.width - start) - width(ofLine: line) : Double(start)
      cairo_move_to(canvas, x, Double(y + line * lineHeight) + firstBaseline)
      pango_cairo_show_layout_line(canvas, pango_layout_get_line_readonly(layout, Int32(line)))
    }
  }
}
