import CPango

/// One card as it is drawn: the site's mark and name above, the title in the middle, who and when
/// below. For Arabic all of it is mirrored.
struct CardDrawing {
  let card: Card
  let colors: CardColors
  let families: String
  let canvas: OpaquePointer
  let context: OpaquePointer

  private static let margin = 80
  private static let width = Card.width - 2 * margin
  /// Where the title and what stands above it have room.
  private static let middle = 148..<496
  /// In one line, and in several.
  private static let largestTitle = 108
  private static let largestLines = 76
  private static let smallestTitle = 32
  private static let gapBelowKicker = 10

  func draw() {
    setColor(colors.background)
    cairo_paint(canvas)
    drawPattern()
    drawHead()
    drawMiddle()
    drawFoot()
  }

  /// The size of everything but the title: Arabic letters look smaller than Latin ones.
  private var smallSize: Int { card.isRightToLeft ? 34 : 30 }

  private func setColor(_ color: CardColors.Color, opacity: Double = 1) {
    cairo_set_source_rgba(
      canvas, color.component(16), color.component(8), color.component(0), opacity)
  }

  private func block(_ text: String, _ style: TextBlock.Style) -> TextBlock {
    TextBlock(text, style, of: card, families: families, in: context)
  }
}

// MARK: - Parts

extension CardDrawing {
  private func drawHead() {
    let side = 52.0
    cairo_save(canvas)
    let left = Double(Self.margin)
    cairo_translate(canvas, card.isRightToLeft ? Double(Card.width) - left - side : left, 66)
    cairo_scale(canvas, side / 80, side / 80)
    drawStar()
    setColor(colors.text)
    cairo_set_line_width(canvas, 5)
    cairo_stroke(canvas)
    drawSpark()
    setColor(colors.accent)
    cairo_fill(canvas)
    cairo_restore(canvas)
    var name = block(card.site, .init(size: smallSize, isBold: true))
    cut(&name, toWidth: Self.width - 76)
    setColor(colors.text)
    name.draw(on: canvas, atStart: Self.margin + 72, y: 92 - name.height / 2)
  }

  private func drawMiddle() {
    var kicker = block(card.kicker, .init(size: smallSize, isBold: true))
    cut(&kicker, toWidth: Self.width)
    let above = card.kicker.isEmpty ? 0 : kicker.height + Self.gapBelowKicker
    let room = Self.middle.count - above
    let title = fittedTitle(height: room)
    let top = Self.middle.lowerBound + (room - title.height) / 2
    setColor(colors.accent)
    kicker.draw(on: canvas, atStart: Self.margin, y: top)
    setColor(colors.text)
    title.draw(on: canvas, atStart: Self.margin, y: top + above)
  }

  private func drawFoot() {
    let line = 520
    setColor(colors.soft, opacity: 0.35)
    cairo_rectangle(canvas, Double(Self.margin), Double(line), Double(Self.width), 2)
    cairo_fill(canvas)
    let style = TextBlock.Style(size: smallSize)
    let date = block(card.date, style)
    var byline = block(card.byline, style)
    let dateWidth = card.date.isEmpty ? 0 : date.width
    cut(&byline, toWidth: Self.width - dateWidth - 60)
    setColor(colors.soft)
    date.draw(on: canvas, atStart: Card.width - Self.margin - dateWidth, y: line + 18)
    byline.draw(on: canvas, atStart: Self.margin, y: line + 18)
  }

  /// The theme's pattern of stars, which fades towards the side where the lines begin.
  private func drawPattern() {
    let tile = 80.0
    let columns = Card.width / Int(tile)
    cairo_set_line_width(canvas, 1)
    for column in 0...columns {
      let distance = Double(column) / Double(columns)
      let opacity = 0.13 * distance * distance
      setColor(colors.text, opacity: opacity)
      for row in 0...(Card.height / Int(tile)) {
        cairo_save(canvas)
        let left = Double(column) * tile
        cairo_translate(
          canvas, card.isRightToLeft ? Double(Card.width) - left - tile : left,
          Double(row) * tile - 5)
        drawStar()
        cairo_stroke(canvas)
        cairo_restore(canvas)
      }
    }
  }

  /// The star of eight points in a square of 80, as the theme's icon has it.
  private func drawStar() {
    polygon([
      (80, 40), (68.3, 51.7), (68.3, 68.3), (51.7, 68.3), (40, 80), (28.3, 68.3), (11.7, 68.3),
      (11.7, 51.7), (0, 40), (11.7, 28.3), (11.7, 11.7), (28.3, 11.7), (40, 0), (51.7, 11.7),
      (68.3, 11.7), (68.3, 28.3),
    ])
  }

  private func drawSpark() {
    polygon([
      (40, 22), (45.3, 34.7), (58, 40), (45.3, 45.3), (40, 58), (34.7, 45.3), (22, 40),
      (34.7, 34.7),
    ])
  }

  private func polygon(_ points: [(Double, Double)]) {
    for point in points { cairo_line_to(canvas, point.0, point.1) }
    cairo_close_path(canvas)
  }
}

// MARK: - Fitting

extension CardDrawing {
  private func titleStyle(_ size: Int) -> TextBlock.Style {
    .init(size: size, isBold: true, lineHeight: card.isRightToLeft ? 1.5 : 1.22)
  }

  /// The title as large as it has room, in lines of about the same length. One that has no room at
  /// the smallest size loses words at its end, and says so by an ellipsis.
  private func fittedTitle(height: Int) -> TextBlock {
    var title = block(card.title, titleStyle(Self.largestTitle))
    title.setWidth(Self.width)
    for size in stride(from: Self.largestTitle, through: Self.smallestTitle, by: -4) {
      title.setStyle(titleStyle(size))
      let isLarge = size > Self.largestLines
      if fits(title, height: height), !isLarge || title.lineCount == 1 {
        balance(title)
        return title
      }
    }
    title.setBreaksWords(true)
    cut(&title) { fits($0, height: height) }
    return title
  }

  private func fits(_ block: borrowing TextBlock, height: Int) -> Bool {
    block.width <= Self.width && block.height <= height
  }

  /// Makes the lines as short as they can be without becoming more.
  private func balance(_ block: borrowing TextBlock) {
    let count = block.lineCount
    var (low, high) = (Self.width / 2, Self.width)
    while high - low > 8 {
      let middle = (low + high) / 2
      block.setWidth(middle)
      if block.lineCount == count, block.width <= middle { high = middle } else { low = middle }
    }
    block.setWidth(high)
  }

  private func cut(_ block: inout TextBlock, toWidth width: Int) {
    cut(&block) { $0.width <= width }
  }

  /// Leaves out as many words at the end as must be, and where not even the first has room, letters
  /// of it.
  private func cut(_ block: inout TextBlock, until fits: (borrowing TextBlock) -> Bool) {
    guard !fits(block) else { return }
    let text = block.text
    let ends = text.indices.dropFirst().filter { text[$0] == " " }
    guard !shorten(&block, text, at: ends, " …", until: fits) else { return }
    let letters = text.indices.dropFirst().prefix { text[$0] != " " }
    _ = shorten(&block, text, at: Array(letters), "…", until: fits)
  }

  /// Ends a text at the last of some places at which it has room.
  ///
  /// - Returns: whether there is such a place.
  private func shorten(
    _ block: inout TextBlock, _ text: String, at ends: [String.Index], _ sign: String,
    until fits: (borrowing TextBlock) -> Bool
  ) -> Bool {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      block.setText(text[..<ends[middle]].withIsolatesClosed + sign)
      if fits(block) { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return false }
    block.setText(text[..<ends[low - 1]].withIsolatesClosed + sign)
    return true
  }
}

extension Substring {
  /// The text with a PDI (UAX #9) for every isolate that does not end in it.
  fileprivate var withIsolatesClosed: String {
    let open = unicodeScalars.reduce(0) { open, scalar in
      switch scalar.value {
      case 0x2066...0x2068: open + 1
      case 0x2069: open - 1
      default: open
      }
    }
    return self + String(repeating: "\u{2069}", count: Swift.max(0, open))
  }
}
