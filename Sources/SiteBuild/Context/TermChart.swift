import SiteCharts
import SiteHTML
import SiteModel
import SiteText

extension TermRoot {
  /// The fewest years with works of which a drawing says more than the list.
  private static let fewestYears = 3
  /// The most years between the first and the last, for which columns have room.
  private static let mostYears = 45

  /// The term's works per year; empty where it would not say much: for a year, and for a term with
  /// works in few years.
  var chart: HTML {
    guard value.taxonomy != .years else { return HTML() }
    let years = site.members(of: index).compactMap {
      site[edition: $0].edition.metadata.date?.year
    }
    guard Set(years).count >= Self.fewestYears, let first = years.min(),
      let last = years.max(), last - first < Self.mostYears
    else { return HTML() }
    let language = site.languages[value.language]
    let counts = years.reduce(into: [Int](repeating: 0, count: last - first + 1)) {
      $0[$1 - first] += 1
    }
    let writer = ChartWriter(
      formatter: language.formatter, isolation: language.isolation,
      labels: ChartLabels(
        data: site.string(.chartData, in: language.code).text,
        source: site.string(.chartSource, in: language.code).text))
    let arguments = ["first": name(of: first, in: language), "last": name(of: last, in: language)]
    return writer.figure(
      Chart(
        kind: .bar,
        title: site.string(.worksByYear, in: language, count: years.count, arguments).text,
        heading: site.string(.name(of: .years), in: language.code).text,
        categories: (first...last).map { name(of: $0, in: language) },
        series: [
          Chart.Series(
            name: site.string(.articles, in: language.code).text,
            values: counts.map { ChartValue(digits: $0) })
        ]),
      id: "_years", size: .small)
  }

  private func name(of year: Int, in language: SiteLanguage) -> String {
    var bytes: [UInt8] = []
    language.formatter.append(ungrouped: year, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
