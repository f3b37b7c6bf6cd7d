import SiteCharts
import SiteDiagnostics
import Testing

/// What is read from the block and its data.
struct ReadingTests {
  @Test func aBlockIsAHeadAndValues() throws {
    let chart = try #require(
      read(
        """
        title: "العائلات: سنة بعد سنة"
        unit: بالآلاف
        source: وزارة الهجرة، 2024

        السنة,عائلات,أفراد
        2023,173,659
        2024,,573.5
        """, info: "chart line"
      ).chart)
    #expect(
      chart
        == Chart(
          kind: .line, title: "العائلات: سنة بعد سنة", unit: "بالآلاف",
          source: "وزارة الهجرة، 2024", heading: "السنة", categories: ["2023", "2024"],
          series: [
            Chart.Series(name: "عائلات", values: [ChartValue(digits: 173), nil]),
            Chart.Series(
              name: "أفراد",
              values: [ChartValue(digits: 659), ChartValue(digits: 5735, decimals: 1)]),
          ]))
  }

  @Test func theHeadNeedsNoEmptyLineBehindIt() throws {
    let chart = try #require(read("\ntitle: T\nunit:\nA,B\nx,1").chart)
    #expect(chart.title == "T")
    #expect(chart.unit == nil)
    #expect(chart.categories == ["x"])
    #expect(chart.kind == .bar)
  }

  @Test(arguments: ["chart", "chart bar", "chart\tbar"])
  func barsAreDrawnWhereNothingElseIsSaid(info: String) {
    #expect(ChartReader.reads(info))
    #expect(read("title: T\nA,B\nx,1", info: info).chart?.kind == .bar)
  }

  @Test func otherBlocksAreLeftAlone() {
    #expect(["", "charts", "swift", "pollution"].allSatisfy { !ChartReader.reads($0) })
  }

  @Test func aPollIsInPerCent() {
    let chart = read("title: نعم أم لا؟\n\nالجواب,النسبة\nنعم,60\nلا,٤٠٫٥", info: "poll").chart
    #expect(chart?.kind == .poll)
    #expect(chart?.unit == "%")
    #expect(
      chart?.series.first?.values == [ChartValue(digits: 60), ChartValue(digits: 405, decimals: 1)])
  }

  @Test(arguments: [",", ";", "\t"])
  func cellsMayBeQuotedAndPartedAsSpreadsheetsDo(separator: String) {
    let rows = [
      ["Name", "\"B, or; B\""], ["", ""], [#" "b, ""c"" and; d" "#, "\"1,234\""], ["e", " 2 "],
    ]
    let table = rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
    let chart = read("title: T\n\n" + table).chart
    #expect(chart?.categories == ["b, \"c\" and; d", "e"])
    #expect(chart?.series.map(\.name) == ["B, or; B"])
    #expect(chart?.series.first?.values == [ChartValue(digits: 1234), ChartValue(digits: 2)])
  }

  @Test func aCellMayHaveSeveralLines() {
    #expect(read("title: T\n\nA,B\n\"x\ny\",1").chart?.categories == ["x y"])
  }

  @Test func valuesMayComeFromAFile() {
    let files = ["data/years.csv": "\u{FEFF}Year;Count\r\n2023;1.234\r\n2024;2\r\n"]
    let reader = read("title: T\nfile: data/years.csv", files: files)
    #expect(reader.diagnostics.isEmpty)
    #expect(reader.fileName == "data/years.csv")
    #expect(reader.chart?.heading == "Year")
    #expect(reader.chart?.series.first?.values.first == ChartValue(digits: 1234, decimals: 3))
  }

  @Test func spreadsheetsFillRowsWithEmptyCells() {
    #expect(read("title: T\n\nA,B,C,,\nx,1,2,,\n,,,,\n").chart?.categories == ["x"])
  }

  @Test(arguments: [
    ("7", 7, 0), ("-7", -7, 0), ("−7.50", -750, 2), ("+3", 3, 0), ("1,234,567", 1_234_567, 0),
    ("٢٬٠٤٥", 2045, 0), ("٣٫٧٥", 375, 2), ("\u{61C}-٣٫٥", -35, 1), ("۱۲۳", 123, 0),
    ("12 345", 12345, 0), ("12\u{A0}345.5", 123_455, 1), ("1'000", 1000, 0), ("0.001", 1, 3),
    ("123456789012345", 123_456_789_012_345, 0), ("2024", 2024, 0),
  ])
  func numbersAreReadInEveryScript(text: String, digits: Int, decimals: Int) {
    let value = read("title: T\n\nA,B\nx,\"\(text)\"").chart?.series[0].values[0]
    #expect(value == ChartValue(digits: digits, decimals: decimals))
  }

  @Test(arguments: [
    "3,8", "1,23,456", "1,2345", "12,34", "1.2.3", "1e5", "--1", "5.", ".5", "1 2", "about 160",
    "1234567890123456", "½", "1,234 567", "٪",
  ])
  func nothingElseIsANumber(text: String) {
    let found = findings("title: T\n\nA,B\nx,\"\(text)\"")
    #expect(found.hasPrefix("ar.md:7:3: error: ‘\(text)’ is not a number [chart-number]\n"))
  }
}
