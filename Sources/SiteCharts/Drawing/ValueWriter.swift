import SiteText

/// Writes values as the language does, with its sign of percentages where they are some.
struct ValueWriter {
  let formatter: LanguageFormatter
  let isPercentage: Bool

  func append(_ value: ChartValue, to bytes: inout [UInt8]) {
    if isPercentage {
      formatter.append(percent: value.digits, decimals: value.decimals, to: &bytes)
    } else {
      formatter.append(number: value.digits, decimals: value.decimals, to: &bytes)
    }
  }

  func string(_ value: ChartValue) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How wide the widest of some values is, in em.
  func width(of values: [ChartValue]) -> Double {
    values.map { TextWidth.of(string($0)) }.max() ?? 0
  }
}
