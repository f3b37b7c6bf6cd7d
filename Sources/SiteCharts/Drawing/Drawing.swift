import SiteHTML
import SiteText

/// Writes the markup of a drawing.
///
/// Across, places are per cent of the drawing's width, counted from the side where reading begins;
/// down, they are em. So nothing is scaled: text keeps its size on every screen, and lines their
/// width. Colours belong to the style sheet.
struct Drawing {
  private(set) var bytes: [UInt8] = []
  private let isMirrored: Bool
  private let isolation: BidiIsolation
  /// Begins the ids of what is referred to.
  private let id: String

  enum Anchor: String {
    case start
    case middle
    case end
  }

  init(id: String, isolation: BidiIsolation) {
    self.id = id
    self.isolation = isolation.withCharacters
    isMirrored = isolation.direction == .rightToLeft
  }

  mutating func line(
    _ name: StaticString, from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) {
    bytes.append("<line class=\"")
    bytes.append(name)
    bytes.append("\"")
    attribute("x1", mirrored(start.x), "%")
    attribute("x2", mirrored(end.x), "%")
    attribute("y1", start.y, "em")
    attribute("y2", end.y, "em")
    bytes.append("/>")
  }

  /// - Parameter lines: one above the other.
  mutating func text(
    _ lines: [String], x: Double, y: Double, anchor: Anchor, isForWideScreens: Bool = false
  ) {
    for (index, line) in lines.enumerated() {
      bytes.append(isForWideScreens ? "<text class=\"w\"" : "<text")
      attribute("x", mirrored(x), "%")
      attribute("y", y + Double(index) * RowPlot.lineHeight, "em")
      if anchor != .start { bytes.append(" text-anchor=\"\(anchor.rawValue)\"") }
      bytes.append(">")
      isolation.append(line, to: &bytes)
      bytes.append("</text>")
    }
  }

  /// The bar of a series.
  mutating func bar(_ series: Int, x: ClosedRange<Double>, y: ClosedRange<Double>) {
    bytes.append("<rect class=\"s\(series + 1)\"")
    fill(series)
    area(x, y)
    bytes.append("/>")
  }

  /// What a bar would be if it were the whole.
  mutating func track(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    bytes.append("<rect class=\"whole\"")
    area(x, y)
    bytes.append("/>")
  }

  /// A line through points of an area, whose places are thousandths of it.
  mutating func polyline(_ series: Int, _ points: [(x: Double, y: Double)]) {
    bytes.append("<polyline class=\"l\(series + 1)\" fill=\"none\" points=\"")
    for (index, point) in points.enumerated() {
      if index > 0 { bytes.append(" ") }
      bytes.append(decimal: isMirrored ? 1000 - point.x : point.x)
      bytes.append(",")
      bytes.append(decimal: point.y)
    }
    bytes.append("\"/>")
  }

  /// The mark of a series at one of its points.
  mutating func mark(_ series: Int, x: Double, y: Double) {
    bytes.append("<use class=\"s\(series + 1)\" href=\"#\(id)m\(series + 1)\"")
    attribute("x", mirrored(x), "%")
    attribute("y", y, "em")
    bytes.append("/>")
  }

  /// An area of which the content is stretched over it.
  mutating func area(
    x: ClosedRange<Double>, y: Double, height: Double, _ draw: (inout Drawing) -> Void
  ) {
    bytes.append("<svg")
    area(x, y...(y + height))
    bytes.append(" viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\">")
    draw(&self)
    bytes.append("</svg>")
  }

  private mutating func area(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) {
    attribute("x", isMirrored ? 100 - x.upperBound : x.lowerBound, "%")
    attribute("y", y.lowerBound, "em")
    attribute("width", x.upperBound - x.lowerBound, "%")
    attribute("height", y.upperBound - y.lowerBound, "em")
  }

  private func mirrored(_ x: Double) -> Double { isMirrored ? 100 - x : x }

  private mutating func attribute(_ name: StaticString, _ value: Double, _ unit: StaticString) {
    bytes.append(" ")
    bytes.append(name)
    bytes.append("=\"")
    bytes.append(decimal: value)
    bytes.append(unit)
    bytes.append("\"")
  }
}

// MARK: - What tells series apart without colour

extension Drawing {
  /// Marks of points: a circle, a square, a diamond, a triangle and a cross, 8 pixels wide.
  private static let marks: [StaticString] = [
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", "M-4-4H4V4H-4z", "M0-5.5L5.5 0 0 5.5-5.5 0z",
    "M0-5L5 4H-5z", "M-4-1.5H-1.5V-4H1.5V-1.5H4V1.5H1.5V4H-1.5V1.5H-4z",
  ]
  /// Fills of bars: none for the first, which is solid; stripes, dots, a grid; the last is hollow.
  private static let fills: [StaticString?] = [
    nil, "M0 3H6", "M1 1H3V3H1zM4 4H6V6H4z", "M0 3H6M3 0V6", nil,
  ]

  /// Defines the marks or the fills of series.
  mutating func define(_ count: Int, marks: Bool) {
    let shapes = marks ? Self.marks.map(Optional.some) : Self.fills
    let used = zip(1..., shapes.prefix(count)).compactMap { number, shape in
      shape.map { (number, $0) }
    }
    guard !used.isEmpty else { return }
    bytes.append("<defs>")
    for (number, shape) in used {
      if marks {
        bytes.append("<path id=\"\(id)m\(number)\" d=\"")
        bytes.append(shape)
        bytes.append("\"/>")
      } else {
        bytes.append("<pattern id=\"\(id)f\(number)\" width=\"6\" height=\"6\"")
        bytes.append(" patternUnits=\"userSpaceOnUse\"")
        if number == 2 { bytes.append(" patternTransform=\"rotate(45)\"") }
        bytes.append("><path class=\"f\(number)\" d=\"")
        bytes.append(shape)
        bytes.append("\"/></pattern>")
      }
    }
    bytes.append("</defs>")
  }

  private mutating func fill(_ series: Int) {
    guard Self.fills[series] != nil else { return }
    bytes.append(" fill=\"url(#\(id)f\(series + 1))\"")
  }

  /// What stands for a series beside its name.
  mutating func key(_ series: Int, isLine: Bool) {
    bytes.append("<svg width=\"2em\" height=\"1em\" aria-hidden=\"true\">")
    if isLine {
      bytes.append(
        "<line class=\"l\(series + 1)\" x1=\"0\" x2=\"100%\" y1=\"50%\" y2=\"50%\"/>")
      bytes.append(
        "<use class=\"s\(series + 1)\" href=\"#\(id)m\(series + 1)\" x=\"50%\" y=\"50%\"/>")
    } else {
      bytes.append("<rect class=\"s\(series + 1)\"")
      fill(series)
      bytes.append(" x=\"25%\" y=\"1\" width=\"70%\" height=\"90%\"/>")
    }
    bytes.append("</svg>")
  }
}

extension [UInt8] {
  /// Appends a number with at most two decimals.
  mutating func append(decimal value: Double) {
    let hundredths = Int((value * 100).rounded())
    if hundredths < 0 { append("-") }
    append(String(hundredths.magnitude / 100))
    let rest = hundredths.magnitude % 100
    guard rest > 0 else { return }
    append(rest < 10 ? ".0" : ".")
    append(String(rest % 10 == 0 ? rest / 10 : rest))
  }
}
