import Foundation

/// What a locale writes between the items of a list joined by “and”.
struct ListPattern: Sendable {
  private let pair: String
  private let start: String
  private let middle: String
  private let end: String

  init(locale: CLDRLocale) {
    let two = Self.separators(ofItems: 2, locale)
    let four = Self.separators(ofItems: 4, locale)
    pair = two.first ?? ", "
    start = four.first ?? ", "
    middle = four.dropFirst().first ?? ", "
    end = four.last ?? ", "
  }

  /// What stands between each item and the next: one text fewer than items.
  func separators(count: Int) -> [String] {
    switch count {
    case ...1: []
    case 2: [pair]
    case 3: [start, end]
    default: [start] + Array(repeating: middle, count: count - 3) + [end]
    }
  }

  /// Formats items that occur in no language, and cuts the text at them. The marks that ICU puts
  /// around items for the sake of their direction are left out: markup does that.
  private static func separators(ofItems count: Int, _ locale: CLDRLocale) -> [String] {
    let item = "\u{E000}"
    let text = Array(repeating: item, count: count)
      .formatted(.list(type: .and).locale(locale.foundation))
    let scalars = text.unicodeScalars.filter { !$0.properties.isBidiControl }
    let parts = String(String.UnicodeScalarView(scalars))
      .split(separator: item, omittingEmptySubsequences: false)
    return parts.dropFirst().dropLast().map(String.init)
  }
}
