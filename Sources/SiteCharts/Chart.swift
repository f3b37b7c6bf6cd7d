/// What a chart shows.
public struct Chart: Sendable, Hashable {
  /// How the values are drawn.
  public enum Kind: String, Sendable {
    /// Bars beside one another.
    case bar
    /// A line for each series.
    case line
    /// Bars of which each has a part for every series.
    case stacked
    /// The shares of answers to a question, as bars of which the longest possible is the whole.
    case poll

    /// What stands behind the word `chart`.
    static let named: [Kind] = [.bar, .line, .stacked]
  }

  /// The values of one column.
  public struct Series: Sendable, Hashable {
    /// The column's heading.
    public let name: String
    /// One for each category; nil where it is not known.
    public let values: [ChartValue?]

    /// The values of one column, in the order of the categories.
    public init(name: String, values: [ChartValue?]) {
      self.name = name
      self.values = values
    }
  }

  /// How the values are drawn.
  public let kind: Kind
  /// What the chart is about: its accessible name.
  public let title: String
  /// What the values count, such as `%` or “thousands”.
  public let unit: String?
  /// Where the figures come from.
  public let source: String?
  /// The heading of the column of categories.
  public let heading: String
  /// The names of the rows.
  public let categories: [String]
  /// The columns.
  public let series: [Series]

  /// Makes a chart.
  public init(
    kind: Kind, title: String, unit: String? = nil, source: String? = nil, heading: String,
    categories: [String], series: [Series]
  ) {
    self.kind = kind
    self.title = title
    self.unit = unit
    self.source = source
    self.heading = heading
    self.categories = categories
    self.series = series
  }

  var isPercentage: Bool { unit == "%" || unit == "٪" }

  /// Every value that is known.
  var values: [ChartValue] { series.flatMap { $0.values.compactMap(\.self) } }
}
