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
    var reader = CSVReader(text, from: start)
    let rows = reader.rows()
    diagnostics = reader.diagnostics
    guard diagnostics.isEmpty else { return }
    guard let header = rows.first, rows.count > 1 else {
      diagnostics.append(.noData(at: place))
      return
    }
    guard checkSize(header, rows) else { return }
    heading = header[0].text
    let columns = header.dropFirst()
    if columns.count > 1, let unnamed = columns.first(where: \.text.isEmpty) {
      diagnostics.append(.unnamedSeries(at: text.location(at: unnamed.offset)))
    }
    var values = [[ChartValue?]](repeating: [], count: columns.count)
    for row in rows.dropFirst() { add(row, count: header.count, to: &values) }
    series = zip(columns, values).map { Chart.Series(name: $0.text, values: $1) }
    if diagnostics.isEmpty, values.allSatisfy({ $0.allSatisfy { $0 == nil } }) {
      diagnostics.append(.noData(at: place))
    }
  }

  private mutating func checkSize(_ header: [CSVCell], _ rows: [[CSVCell]]) -> Bool {
    let place = text.location(at: header[0].offset)
    if header.count == 1 {
      diagnostics.append(
        .oneColumn(hasArabicComma: header[0].text.contains("،"), at: place))
    } else if kind == .poll, header.count > 2 {
      diagnostics.append(.seriesInPoll(at: text.location(at: header[2].offset)))
    } else if header.count - 1 > ChartReader.mostSeries {
      let extra = header[ChartReader.mostSeries + 1]
      diagnostics.append(
        .tooManySeries(header.count - 1, at: text.location(at: extra.offset)))
    }
    let limit = kind == .line ? ChartReader.mostRowsOfLines : ChartReader.mostRows
    if rows.count - 1 > limit {
      diagnostics.append(
        .tooManyRows(
          rows.count - 1, limit: limit, kind, at: text.location(at: rows[limit + 1][0].offset)))
    }
    return diagnostics.isEmpty
  }

  private mutating func add(_ row: [CSVCell], count: Int, to values: inout [[ChartValue?]]) {
    let place = text.location(at: row[0].offset)
    guard row.count == count || row.dropFirst(count).allSatisfy(\.text.isEmpty) && row.count > count
    else {
      diagnostics.append(.raggedRow(row.count, expected: count, at: place))
      return
    }
    if row[0].text.isEmpty { diagnostics.append(.unnamedRow(at: place)) }
    categories.append(row[0].text)
    for (column, cell) in row[1..<count].enumerated() { values[column].append(value(of: cell)) }
  }

  /// The value of a cell; nil for one that is empty, which stands for what is not known.
  private mutating func value(of cell: CSVCell) -> ChartValue? {
    guard !cell.text.isEmpty else { return nil }
    let place = text.location(at: cell.offset)
    guard let value = ChartValue(cell.text) else {
      diagnostics.append(.notANumber(cell.text, at: place))
      return nil
    }
    if kind == .poll, !value.isShare {
      diagnostics.append(.notAShare(cell.text, at: place))
    } else if kind == .stacked, value.digits < 0 {
      diagnostics.append(.negativePart(cell.text, at: place))
    }
    return value
  }
}
