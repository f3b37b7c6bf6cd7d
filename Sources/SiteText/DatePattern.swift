import Foundation

/// How a locale writes a date in one style, for each of the twelve months.
///
/// Foundation formats one date in each month when the pattern is made; its runs tell the month's
/// name in the form that the style needs (октября, d’octubre), the order and the words between.
struct DatePattern: Sendable {
  enum Part: Sendable, Hashable {
    case literal([UInt8])
    case day(minimumDigits: Int)
    case year
  }

  enum Style {
    case long
    case medium
    case month
  }

  /// Twelve lists.
  let months: [[Part]]

  /// - Parameter names: the names of the months, in place of the locale's own.
  init(_ style: Style, locale: CLDRLocale, names: [String]? = nil) {
    let samples = (1...12).map { Sample(style, month: $0, locale: locale) }
    let isArabic = locale.identifier.hasPrefix("ar")
    months = samples.enumerated().map { index, sample in
      sample.runs.map { run in
        switch run.field {
        case .day: .day(minimumDigits: run.text.count)
        case .year: .year
        case .month: .literal(Array((names?[index] ?? run.text).utf8))
        default: .literal(Array((isArabic ? run.text.withoutArabicComma : run.text).utf8))
        }
      }
    }
  }

  /// The names of the twelve months as a locale writes them in a style.
  static func monthNames(_ style: Style, locale: CLDRLocale) -> [String] {
    (1...12).map { month in
      Sample(style, month: month, locale: locale).runs.first { $0.field == .month }?.text ?? ""
    }
  }

  func append(day: Int, month: Int, year: Int, digits: DigitWriter, to bytes: inout [UInt8]) {
    for part in months[month - 1] {
      switch part {
      case .literal(let text): bytes.append(contentsOf: text)
      case .day(let minimum): digits.append(day, minimumDigits: minimum, to: &bytes)
      case .year: digits.append(year, to: &bytes)
      }
    }
  }
}

/// The fifth day of a month, formatted by Foundation.
private struct Sample {
  typealias Field = AttributeScopes.FoundationAttributes.DateFieldAttribute.Field

  let runs: [(field: Field?, text: String)]

  init(_ style: DatePattern.Style, month: Int, locale: CLDRLocale) {
    let base = Date.FormatStyle(
      locale: locale.foundation(digits: "latn"), calendar: Calendar(identifier: .gregorian),
      timeZone: .gmt)
    let format =
      switch style {
      case .long: base.day().month(.wide).year()
      case .medium: base.day().month(.abbreviated).year()
      case .month: base.month(.wide).year()
      }
    let instant = Timestamp(year: 2005, month: month, day: 5)?.instant ?? 0
    let text = format.attributedStyle.format(Date(timeIntervalSince1970: Double(instant)))
    runs = text.runs.map { ($0.dateField, String(text[$0.range].characters)) }
  }
}

extension String {
  /// CLDR dropped the comma between month and year (28 تشرين الأول، 2025) from its Arabic date
  /// patterns in version 47; Foundation carries an older one.
  fileprivate var withoutArabicComma: String { filter { $0 != "\u{60C}" } }
}
