import SiteDiagnostics

/// Checks the rows of a chart's values and takes them apart.
struct ChartTable {
  private(set) var heading = ""
  private(set) var categories: [String] = []
  private(set) var series: [Chart.Series] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let text: ChartText
  private let start: Int
  private let kind: Chart.Kind

  init(_ text: ChartText, from start: Int, kind: Chart.Kind) {
    self.text = text
    self.start = start
    self.kind = kind
  }

  /// - Parameter place: where it is said that there is nothing.
  mutating func read(orReportAt place: SourceLocation) {
    guard text.bytes.count - start <= ChartReader.mostBytes else {
      diagnostics.append(.tooManyBytes(at: place))
      return
    }
    var reader = CSVReader(text, from: start)
    let rows = reader.rows()
    diagnostics = reader.diagnostics
    guard diagnostics.isEmpty else { return }
    guard let first = rows.first, rows.count > 1 else {
      diagnostics.append(.noData(at: place))
      return
    }
    let header = first[...(first.lastIndex { !$0.text.isEmpty } ?? 0)]
    guard checkSize(header, rows) else { return }
    heading = header[0].text
    let columns = header.dropFirst()
    if columns.count > 1, let unnamed = columns.first(where: \.text.isEmpty) {
      report(unnamed) { .unnamedSeries(at: $0) }
    }
    var values = [[ChartValue?]](repeating: [], count: columns.count)
    for row in rows.dropFirst() { add(row, count: header.count, to: &values) }
    series = zip(columns, values).map { Chart.Series(name: $0.text, values: $1) }
    if diagnostics.isEmpty, values.allSatisfy({ $0.allSatisfy { $0 == nil } }) {
      diagnostics.append(.noData(at: place))
    }
  }

  private mutating func report(_ cell: CSVCell, _ diagnostic: (SourceLocation) -> Diagnostic) {
    diagnostics.append(diagnostic(text.location(at: cell.offset)))
  }

  private mutating func checkSize(_ header: ArraySlice<CSVCell>, _ rows: [[CSVCell]]) -> Bool {
    let count = header.count - 1
    if count == 0 {
      report(header[0]) { header[0].text.contains("،") ? .arabicComma(at: $0) : .oneColumn(at: $0) }
    } else if kind == .poll, count > 1 {
      report(header[2]) { .seriesInPoll(at: $0) }
    } else if count > ChartReader.mostSeries {
      report(header[ChartReader.mostSeries + 1]) { .tooManySeries(count, at: $0) }
    }
    let limit = kind == .line ? ChartReader.mostRowsOfLines : ChartReader.mostRows
    if rows.count - 1 > limit {
      let kind = kind
      report(rows[limit + 1][0]) { .tooManyRows(rows.count - 1, limit: limit, kind, at: $0) }
    }
    return diagnostics.isEmpty
  }

  private mutating func add(_ row: [CSVCell], count: Int, to values: inout [[ChartValue?]]) {
    guard row.count >= count, row.dropFirst(count).allSatisfy(\.text.isEmpty) else {
      let comma = row.count < count ? row.first { $0.text.contains("،") } : nil
      report(comma ?? row[0]) {
        comma == nil ? .raggedRow(row.count, expected: count, at: $0) : .arabicComma(at: $0)
      }
      return
    }
    if row[0].text.isEmpty { report(row[0]) { .unnamedRow(at: $0) } }
    categories.append(row[0].text)
    for (column, cell) in row[1..<count].enumerated() { values[column].append(value(of: cell)) }
  }

  /// The value of a cell; nil for one that is empty, which stands for what is not known.
  private mutating func value(of cell: CSVCell) -> ChartValue? {
    guard !cell.text.isEmpty else { return nil }
    guard let value = ChartValue(cell.text) else {
      report(cell) { .notANumber(cell.text, at: $0) }
      return nil
    }
    if kind == .poll, !value.isShare {
      report(cell) { .notAShare(cell.text, at: $0) }
    } else if kind == .stacked, value.digits < 0 {
      report(cell) { .negativePart(cell.text, at: $0) }
    }
    return value
  }
}
