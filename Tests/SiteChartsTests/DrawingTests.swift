import SiteCharts
import SiteHTML
import SiteTestSupport
import SiteText
import Testing

/// Where things stand in a drawing.
struct DrawingTests {
  private static let drawn: Set = ["rect", "line", "text", "use"]

  /// Charts of every kind and size, with names and values at random.
  private static let charts: [Chart] = {
    var random = SplitMix64(seed: 20_261_122)
    return (0..<80).map { number in
      let kind: Chart.Kind = [.bar, .line, .stacked, .poll][number % 4]
      let isPoll = kind == .poll
      let rows = Int.random(in: 1...(kind == .line ? 60 : 30), using: &random)
      let hasLongNames = Bool.random(using: &random)
      let least = kind == .stacked || isPoll || Bool.random(using: &random) ? 0 : -500
      return Chart(
        kind: kind, title: "T", unit: isPoll || number % 7 == 0 ? "%" : nil, heading: "H",
        categories: (0..<rows).map {
          hasLongNames ? String(repeating: "word ", count: 1 + $0 % 9) : String(1990 + $0)
        },
        series: (0..<(isPoll ? 1 : Int.random(in: 1...5, using: &random))).map { series in
          Chart.Series(
            name: "S\(series)",
            values: (0..<rows).map { _ in
              Int.random(in: 0...9, using: &random) == 0
                ? nil
                : ChartValue(
                  digits: Int.random(in: least...(isPoll ? 100 : 9999), using: &random),
                  decimals: isPoll ? 0 : number % 3)
            })
        })
    }
  }()

  @Test func nothingLeavesTheDrawing() throws {
    for chart in Self.charts {
      let html = ChartWriter.english.figure(chart, id: "_c1").description
      let height = try #require(
        html.firstMatch(of: /role="img"[^>]*height="([\d.]+)em"/).flatMap { Double($0.output.1) })
      for shape in shapes(chart, .english, Self.drawn) {
        for (x, y) in [("x", "y"), ("x1", "y1"), ("x2", "y2")] where shape.attributes[x] != nil {
          #expect((0...100).contains(shape[x]), "\(shape)")
          #expect((0...height).contains(shape[y]), "\(shape)")
        }
        guard shape.name == "rect" else { continue }
        #expect(shape["width"] >= 0 && shape["x"] + shape["width"] <= 100.01, "\(shape)")
        #expect(shape["height"] >= 0 && shape["y"] + shape["height"] <= height, "\(shape)")
      }
    }
  }

  @Test func rightToLeftIsTheMirrorImage() {
    for chart in Self.charts {
      let english = shapes(chart, .english, Self.drawn)
      let arabic = shapes(chart, .arabic, Self.drawn)
      #expect(english.count == arabic.count && !english.isEmpty)
      for (one, other) in zip(english, arabic) {
        #expect(one.name == other.name)
        for y in ["y", "y1", "y2", "height", "width"] where one.attributes[y] != nil {
          #expect(one.attributes[y] == other.attributes[y])
        }
        let width = one.name == "rect" ? one["width"] : 0
        for x in ["x", "x1", "x2"] where one.attributes[x] != nil {
          #expect(abs(one[x] + other[x] + width - 100) < 0.021, "\(one) \(other)")
        }
        #expect(one.attributes["text-anchor"] == other.attributes["text-anchor"])
      }
    }
  }

  @Test func barsAreAsLongAsTheirValues() {
    let values = [1234, 987, 2045, 310]
    let chart = Chart(
      kind: .bar, title: "T", heading: "H", categories: ["2019", "2020", "2021", "2022"],
      series: [Chart.Series(name: "S", values: values.map { ChartValue(digits: $0) })])
    let columns = shapes(chart, .english, ["rect"])
    #expect(columns.count == 4)
    for (column, value) in zip(columns, values) {
      #expect(abs(column["height"] / columns[2]["height"] - Double(value) / 2045) < 0.002)
      #expect(abs(column["y"] + column["height"] - 15.2) < 0.011)
    }
    let rows = Chart(
      kind: .bar, title: "T", heading: "H",
      categories: ["a long name of a row", "another that is long", "x", "y"],
      series: chart.series)
    let bars = shapes(rows, .english, ["rect"])
    for (bar, value) in zip(bars, values) {
      #expect(abs(bar["width"] / bars[2]["width"] - Double(value) / 2045) < 0.001)
      #expect(bar["x"] == 0)
    }
  }

  @Test func partsOfAStackFollowOneAnother() {
    let chart = Chart(
      kind: .stacked, title: "T", heading: "H", categories: ["2020"],
      series: [3, 5, 2].map { Chart.Series(name: "S", values: [ChartValue(digits: $0)]) })
    let parts = shapes(chart, .english, ["rect"])
    #expect(parts.map { ($0["y"] * 100).rounded() } == [1100, 400, 120])
    #expect(parts.map { ($0["height"] * 100).rounded() } == [420, 688, 268])
  }

  @Test func lettersOfTheOtherDirectionAreIsolatedByCharacters() {
    let chart = Chart(
      kind: .poll, title: "T", unit: "%", heading: "H",
      categories: ["بعثة EUAM Iraq، وCT JUST", "<b>&"],
      series: [
        Chart.Series(name: "S", values: [ChartValue(digits: 60), ChartValue(digits: 40)])
      ])
    let html = ChartWriter.arabic.figure(chart, id: "_c1").description
    #expect(html.contains(">بعثة \u{2066}EUAM Iraq\u{2069}، و\u{2066}CT JUST\u{2069}<"))
    #expect(html.contains(";b&gt;") && !html.contains("<b>"))
    #expect(!html.contains("style"))
  }

  @Test func digitsAreThoseOfTheLanguage() {
    let chart = Chart(
      kind: .bar, title: "T", heading: "H", categories: ["2024"],
      series: [Chart.Series(name: "S", values: [ChartValue(digits: 123_450, decimals: 2)])])
    let html = ChartWriter.arabicDigits.figure(chart, id: "_c1").description
    #expect(html.contains(">١٬٢٣٤٫٥٠</text>"))
    #expect(html.contains("<td class=\"num\">١٬٢٣٤٫٥٠</td>"))
    #expect(html.contains(">2024</text>"))
  }
}
