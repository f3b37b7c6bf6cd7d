import SiteHTML
import SiteText

/// The words around a chart, in the language of its text.
public struct ChartLabels: Sendable, Hashable {
  /// What opens the table of values: البيانات في جدول.
  public let data: String
  /// What stands before the source: المصدر.
  public let source: String

  /// Makes labels in one language.
  public init(data: String, source: String) {
    self.data = data
    self.source = source
  }

  /// All of them.
  public var texts: [String] { [data, source] }
}

/// Writes charts for texts in one language.
///
/// A chart is a `figure`: its title, a drawing that stands in for it as an image of that name, and
/// its values as a table. Drawings have classes and no colours, so that the style sheet decides on
/// them and no inline style is needed.
public struct ChartWriter: Sendable {
  private let formatter: LanguageFormatter
  private let isolation: BidiIsolation
  private let labels: ChartLabels

  /// How much room a chart takes.
  public enum Size: Sendable {
    case full
    /// Beside other things, with low columns.
    case small
  }

  /// A file with the values of a chart, to which its figure links.
  public struct Download: Sendable {
    /// Its path in the folder of the work.
    public let name: String
    /// Where readers find it.
    public let url: String

    /// A file by its name and address.
    public init(name: String, url: String) {
      self.name = name
      self.url = url
    }
  }

  /// Writes charts in a language.
  public init(formatter: LanguageFormatter, isolation: BidiIsolation, labels: ChartLabels) {
    self.formatter = formatter
    self.isolation = isolation
    self.labels = labels
  }

  /// The chart as a page shows it.
  ///
  /// - Parameters:
  ///   - id: begins the ids of its parts; no other part of the page may have it.
  ///   - download: the file that its values come from.
  public func figure(
    _ chart: Chart, id: String, size: Size = .full, download: Download? = nil
  ) -> HTML {
    var html: [UInt8] = []
    html.append(size == .small ? "<figure class=\"chart low\">" : "<figure class=\"chart\">")
    appendTitle(of: chart, id: id, to: &html)
    var drawing = Drawing(id: id, isolation: isolation)
    let height = draw(chart, size: size, into: &drawing)
    if chart.series.count > 1 { appendKeys(of: chart, id: id, to: &html) }
    html.append("<svg class=\"plot\" role=\"img\" aria-labelledby=\"")
    html.append(id)
    html.append("\" width=\"100%\" height=\"")
    html.append(decimal: height)
    html.append("em\">")
    html += drawing.bytes
    html.append("</svg><details><summary>")
    html.appendEscaped(labels.data)
    html.append("</summary><div class=\"tbl\" role=\"region\" aria-labelledby=\"")
    html.append(id)
    html.append("\" tabindex=\"0\">")
    table(of: chart).append(to: &html)
    html.append("</div>")
    if let download {
      html.append("<p><a href=\"")
      html.appendEscaped(attribute: download.url)
      html.append("\">")
      isolation.append(name: download.name, to: &html)
      html.append("</a></p>")
    }
    html.append("</details>")
    appendSource(of: chart, to: &html)
    html.append("</figure>")
    return HTML(trusted: html)
  }

  /// The chart where nothing can be drawn, as in feeds: its values as a table.
  public func plainFigure(_ chart: Chart) -> HTML {
    var html: [UInt8] = []
    html.append("<figure>")
    appendTitle(of: chart, id: nil, to: &html)
    table(of: chart).append(to: &html)
    appendSource(of: chart, to: &html)
    html.append("</figure>")
    return HTML(trusted: html)
  }

  /// The words and values of the chart, a line for each row.
  public func text(of chart: Chart) -> String {
    let writer = writer(of: chart)
    let rows = chart.categories.indices.map { index in
      [chart.categories[index]]
        + chart.series.map { $0.values[index].map(writer.string) ?? ChartTableWriter.missing }
    }
    let header = [chart.heading] + chart.series.map(\.name)
    let lines = [[chart.title], [chart.unit ?? ""], header] + rows + [[chart.source ?? ""]]
    return lines.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private func writer(of chart: Chart) -> ValueWriter {
    ValueWriter(formatter: formatter, isPercentage: chart.isPercentage)
  }

  private func table(of chart: Chart) -> ChartTableWriter {
    ChartTableWriter(chart: chart, writer: writer(of: chart), isolation: isolation)
  }

  /// Draws the chart, and says how high it is.
  private func draw(_ chart: Chart, size: Size, into drawing: inout Drawing) -> Double {
    if chart.kind == .line || chart.series.count > 1 {
      drawing.define(chart.series.count, marks: chart.kind == .line)
    }
    let writer = writer(of: chart)
    if chart.kind != .poll,
      let plot = UprightPlot(chart, writer: writer, size: size == .full ? .full : .small)
    {
      plot.draw(into: &drawing)
      return plot.height
    }
    let plot = RowPlot(chart, writer: writer)
    plot.draw(into: &drawing)
    return plot.height
  }

  private func appendTitle(of chart: Chart, id: String?, to html: inout [UInt8]) {
    html.append("<figcaption")
    if let id {
      html.append(" id=\"")
      html.append(id)
      html.append("\"")
    }
    html.append(">")
    isolation.append(name: chart.title, to: &html)
    html.append("</figcaption>")
    guard let unit = chart.unit, !chart.isPercentage else { return }
    html.append("<p class=\"unit\">")
    isolation.append(name: unit, to: &html)
    html.append("</p>")
  }

  private func appendSource(of chart: Chart, to html: inout [UInt8]) {
    guard let source = chart.source else { return }
    html.append("<p class=\"src\">")
    html.appendEscaped(labels.source)
    html.append(" ")
    isolation.append(name: source, to: &html)
    html.append("</p>")
  }

  private func appendKeys(of chart: Chart, id: String, to html: inout [UInt8]) {
    html.append("<ul class=\"keys bare\">")
    for (number, series) in chart.series.enumerated() {
      html.append("<li>")
      var key = Drawing(id: id, isolation: isolation)
      key.key(number, isLine: chart.kind == .line)
      html += key.bytes
      isolation.append(name: series.name, to: &html)
      html.append("</li>")
    }
    html.append("</ul>")
  }
}
