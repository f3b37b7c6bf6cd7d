import Foundation

/// How a locale writes a date in one style, for each of the twelve months.
///
/// Foundation formats one date in each month when the pattern is made; its runs tell the month's
/// name in the form that the style needs (октября, d’octubre), the order and the words between.
struct DatePattern: Sendable {
  enum Style {
    case long
    case medium
    case month
  }

  /// For each month UTF-8 with a field's control character where a number stands.
  private let months: [[UInt8]]

  /// Control characters, which no pattern has in its words.
  private enum Field {
    static let day: UInt8 = 1
    static let paddedDay: UInt8 = 2
    static let year: UInt8 = 3
  }

  /// - Parameter names: the names of the months, in place of the locale's own.
  init(_ style: Style, locale: CLDRLocale, names: [String]? = nil) {
    let isArabic = locale.identifier.hasPrefix("ar")
    months = (1...12).map { month in
      Sample(style, month: month, locale: locale).runs.flatMap { run -> [UInt8] in
        switch run.field {
        case .day: [run.text.count > 1 ? Field.paddedDay : Field.day]
        case .year: [Field.year]
        case .month: Array((names?[month - 1] ?? run.text).utf8)
        default: Array((isArabic ? run.text.withoutArabicComma : run.text).utf8)
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
    for byte in months[month - 1] {
      switch byte {
      case Field.day: digits.append(day, to: &bytes)
      case Field.paddedDay: digits.append(day, minimumDigits: 2, to: &bytes)
      case Field.year: digits.append(year, to: &bytes)
      default: bytes.append(byte)
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
