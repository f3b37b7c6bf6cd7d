import SiteText

/// A drawing whose values go up: columns and lines.
struct UprightPlot {
  private let chart: Chart
  private let writer: ValueWriter
  private let size: Size
  private let scale: ValueScale
  private let axis: CategoryAxis
  /// Whether each column shows its value, so that the axis needs no marks.
  private let showsValues: Bool
  /// Where the categories begin, in per cent of the width.
  private let margin: Double

  /// What all measures of a drawing depend on, in em.
  struct Size {
    /// The width of the narrowest screens, on which everything must have room.
    static let narrowest = 20.0
    /// The width from which `isForWideScreens` names are shown.
    static let wide = 34.0

    /// How far the values go up.
    let height: Double
    /// Whether a column of no height has its value above it.
    let showsZero: Bool
    static let full = Size(height: 14, showsZero: true)
    static let small = Size(height: 4, showsZero: false)
  }

  /// Above the highest value.
  private static let top = 1.2
  /// Below the baseline.
  private static let bottom = 1.75
  /// The part of a category that its columns take, and the widest column in per cent.
  private static let columnShare = 0.74
  private static let widestColumn = 11.0
  /// Between the parts of a column, in em.
  private static let seam = 0.12
  /// The narrowest column, in em.
  private static let narrowestColumn = 0.4
  /// Lines with more points show no marks.
  private static let mostMarks = 24

  /// - Returns: nil where columns or their names have no room; rows have it.
  init?(_ chart: Chart, writer: ValueWriter, size: Size) {
    self.chart = chart
    self.writer = writer
    self.size = size
    let isLine = chart.kind == .line
    axis = CategoryAxis(chart.categories, isProportional: isLine)
    let columns = chart.kind == .bar ? chart.series.count : 1
    let band = axis.band * Size.narrowest
    let values = chart.values
    showsValues =
      chart.kind == .bar && columns == 1 && values.allSatisfy { $0.digits >= 0 }
      && writer.width(of: values) <= band
    scale =
      showsValues
      ? ValueScale(ofLengths: values.map(\.number))
      : ValueScale(
        of: chart.lengths, includesZero: !isLine, isWhole: values.allSatisfy { $0.decimals == 0 })
    margin =
      showsValues ? 0 : (writer.width(of: scale.ticks) + 0.5) / Size.narrowest * 100
    let width = Size.narrowest * (1 - margin / 100)
    let hasRoom =
      isLine
      || band * Self.columnShare / Double(columns) >= Self.narrowestColumn
        && (CategoryAxis.isOrder(chart.categories) || axis.allFit(in: width))
    guard hasRoom else { return nil }
  }

  /// The height of the drawing, in em.
  var height: Double { Self.top + size.height + Self.bottom }

  func draw(into drawing: inout Drawing) {
    drawMarks(into: &drawing)
    switch chart.kind {
    case .line: drawLines(into: &drawing)
    case .stacked: drawStacks(into: &drawing)
    case .bar, .poll: drawColumns(into: &drawing)
    }
    let baseline = y(of: 0 >= scale.low ? 0 : scale.low)
    drawing.line("base", from: (margin, baseline), to: (100, baseline))
    drawNames(into: &drawing)
  }

  private func x(_ position: Double) -> Double { margin + (100 - margin) * position }

  private func y(of value: Double) -> Double {
    Self.top + size.height * (1 - scale.position(of: value))
  }

  private func drawMarks(into drawing: inout Drawing) {
    for tick in scale.ticks {
      let y = y(of: tick.number)
      drawing.line("tick", from: (margin, y), to: (100, y))
      drawing.text([writer.string(tick)], x: margin - 1.5, y: y + 0.35, anchor: .end)
    }
  }

  private func drawNames(into drawing: inout Drawing) {
    let shown = { (width: Double) in
      axis.shown(in: width * (1 - margin / 100), margin: width * margin / 100)
    }
    let always = Set(shown(Size.narrowest))
    for index in always.union(shown(Size.wide)).sorted() {
      drawing.text(
        [chart.categories[index]], x: x(axis.positions[index]),
        y: Self.top + size.height + 1.35, anchor: .middle,
        isForWideScreens: !always.contains(index))
    }
  }

  private func drawColumns(into drawing: inout Drawing) {
    let count = Double(chart.series.count)
    let width = Swift.min(
      axis.band * (100 - margin) * Self.columnShare / count, Self.widestColumn)
    for (category, position) in axis.positions.enumerated() {
      let start = x(position) - width * count / 2
      for (number, series) in chart.series.enumerated() {
        guard let value = series.values[category] else {
          drawGap(at: position, into: &drawing)
          continue
        }
        let left = start + Double(number) * width
        let (low, high) = (Swift.min(value.number, 0), Swift.max(value.number, 0))
        if value.digits != 0 {
          drawing.bar(
            number, x: left...(left + width * (count > 1 ? 0.9 : 1)), y: y(of: high)...y(of: low))
        }
        if showsValues, value.digits > 0 || size.showsZero {
          drawing.text(
            [writer.string(value)], x: x(position), y: y(of: high) - 0.35, anchor: .middle)
        }
      }
    }
  }

  /// Shows that a column is missing and not low.
  private func drawGap(at position: Double, into drawing: inout Drawing) {
    guard showsValues else { return }
    drawing.text(
      [ChartTableWriter.missing], x: x(position), y: y(of: 0) - 0.35, anchor: .middle)
  }

  private func drawStacks(into drawing: inout Drawing) {
    let width = Swift.min(axis.band * (100 - margin) * Self.columnShare, Self.widestColumn)
    for (category, position) in axis.positions.enumerated() {
      var total = 0.0
      for (number, series) in chart.series.enumerated() {
        guard let value = series.values[category], value.digits > 0 else { continue }
        let bottom = y(of: total) - (total > 0 ? Self.seam : 0)
        total += value.number
        let start = x(position) - width / 2
        drawing.bar(
          number, x: start...(start + width), y: y(of: total)...Swift.max(y(of: total), bottom))
      }
    }
  }

  private func drawLines(into drawing: inout Drawing) {
    drawing.area(x: margin...100, y: Self.top, height: size.height) { drawing in
      for (number, series) in chart.series.enumerated() {
        for run in series.runs where run.count > 1 {
          drawing.polyline(
            number,
            run.map {
              (axis.positions[$0.category] * 1000, (1 - scale.position(of: $0.value)) * 1000)
            }
          )
        }
      }
    }
    let showsMarks = chart.categories.count <= Self.mostMarks
    for (number, series) in chart.series.enumerated() {
      for run in series.runs where showsMarks || run.count == 1 {
        for point in run {
          drawing.mark(number, x: x(axis.positions[point.category]), y: y(of: point.value))
        }
      }
    }
  }
}

extension Chart {
  /// How far the bars or lines go: of stacked bars, the sums of their parts.
  var lengths: [Double] {
    guard kind == .stacked else { return values.map(\.number) }
    return categories.indices.map { category in
      series.reduce(0) { $0 + ($1.values[category]?.number ?? 0) }
    }
  }
}

extension Chart.Series {
  /// The values that follow one another with none missing between them.
  fileprivate var runs: [[(category: Int, value: Double)]] {
    var runs: [[(category: Int, value: Double)]] = [[]]
    for (category, value) in values.enumerated() {
      if let value {
        runs[runs.count - 1].append((category, value.number))
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    return runs
  }
}
