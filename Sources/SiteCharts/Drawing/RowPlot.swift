import SiteText

/// A drawing whose values go across, each category in a row below its name, which may be long.
struct RowPlot {
  private let chart: Chart
  private let writer: ValueWriter
  private let scale: ValueScale
  /// Where the axis of values begins and ends, in per cent of the width.
  private let start: Double
  private let end: Double

  /// From one line of text to the next, in em.
  static let lineHeight = 1.45
  /// The heights of a bar that stands alone and of one of several, and the room behind a row.
  private static let alone = 1.15
  private static let amongOthers = 0.9
  private static let gap = 0.75

  private static let narrowest = UprightPlot.Size.narrowest

  init(_ chart: Chart, writer: ValueWriter) {
    self.chart = chart
    self.writer = writer
    let isStacked = chart.kind == .stacked
    scale =
      isStacked
      ? ValueScale(
        of: chart.lengths, includesZero: true,
        isWhole: chart.values.allSatisfy { $0.decimals == 0 })
      : ValueScale(ofLengths: chart.lengths, atLeast: chart.kind == .poll ? 100 : 0)
    let labels = writer.width(of: isStacked ? scale.ticks : chart.values) / Self.narrowest * 100
    end = 100 - (isStacked ? labels / 2 : labels + 2.5)
    start = chart.lengths.contains { $0 < 0 } ? labels + 2.5 : 0
  }

  /// The height of the drawing, in em.
  var height: Double {
    let rows = chart.categories.reduce(0) { $0 + Self.height(ofName: $1) + barsHeight + Self.gap }
    return chart.kind == .stacked ? rows + 0.9 : rows - Self.gap + 0.2
  }

  private static func lines(of name: String) -> [String] {
    TextWidth.lines(of: name, within: narrowest - 0.5)
  }

  private static func height(ofName name: String) -> Double {
    Double(lines(of: name).count) * lineHeight + 0.3
  }

  private var barHeight: Double {
    chart.kind == .stacked || chart.series.count == 1 ? Self.alone : Self.amongOthers
  }

  private var barsHeight: Double {
    chart.kind == .stacked ? barHeight : barHeight * 1.15 * Double(chart.series.count)
  }

  func draw(into drawing: inout Drawing) {
    var y = 0.0
    for (category, name) in chart.categories.enumerated() {
      drawing.text(Self.lines(of: name), x: 0, y: y + 1.05, anchor: .start)
      y += Self.height(ofName: name)
      if chart.kind == .stacked {
        drawStack(category, at: y, into: &drawing)
      } else {
        drawBars(category, at: y, into: &drawing)
      }
      y += barsHeight + Self.gap
    }
    for (number, tick) in scale.ticks.enumerated() {
      drawing.text(
        [writer.string(tick)], x: x(of: tick.number), y: y + 0.6,
        anchor: number == 0 ? .start : .middle)
    }
  }

  private func x(of value: Double) -> Double {
    start + (end - start) * scale.position(of: value)
  }

  private func drawBars(_ category: Int, at y: Double, into drawing: inout Drawing) {
    let zero = x(of: 0)
    for (number, series) in chart.series.enumerated() {
      let top = y + Double(number) * barHeight * 1.15
      let bar = top...(top + barHeight)
      if chart.kind == .poll { drawing.track(x: zero...x(of: scale.high), y: bar) }
      let value = series.values[category]
      let end = x(of: value?.number ?? 0)
      if end != zero { drawing.bar(number, x: Swift.min(zero, end)...Swift.max(zero, end), y: bar) }
      let isNegative = end < zero
      drawing.text(
        [value.map(writer.string) ?? ChartTableWriter.missing],
        x: chart.kind == .poll ? x(of: scale.high) + 1.2 : end + (isNegative ? -1.2 : 1.2),
        y: top + barHeight / 2 + 0.36, anchor: isNegative ? .end : .start)
    }
    drawing.line("base", from: (zero, y - 0.15), to: (zero, y + barsHeight + 0.1))
  }

  private func drawStack(_ category: Int, at y: Double, into drawing: inout Drawing) {
    for tick in scale.ticks {
      let x = x(of: tick.number)
      drawing.line(
        tick.digits == 0 ? "base" : "tick", from: (x, y - 0.15), to: (x, y + barHeight + 0.35))
    }
    var total = 0.0
    for (number, series) in chart.series.enumerated() {
      guard let value = series.values[category], value.digits > 0 else { continue }
      let start = x(of: total)
      total += value.number
      let end = x(of: total)
      drawing.bar(number, x: start...Swift.max(start, end - 0.4), y: y...(y + barHeight))
    }
  }
}
