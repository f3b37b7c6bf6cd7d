/// Writes dates, numbers and lists in one language.
///
/// Made once for each language of a site: CLDR's patterns are taken from Foundation then, and
/// writing appends bytes without calling it.
public struct LanguageFormatter: Sendable {
  /// The language with its settings.
  public let language: Language
  /// Which plural a count takes.
  public let plurals: PluralRules
  /// The order of names in indexes.
  public let collation: Collation
  /// The names of the twelve months in medium dates, where the language's settings choose them;
  /// nil where they are the locale's own.
  public let monthNames: [String]?
  private let digits: DigitWriter
  private let numbers: NumberPattern
  private let lists: ListPattern
  private let long: DatePattern
  private let medium: DatePattern
  private let month: DatePattern
  private let hijri: HijriCalendar

  /// Takes the patterns of the language's locale; of its code, then of English, where CLDR does
  /// not have the locale (`Language.isKnown(locale:)`).
  public init(for language: Language) {
    self.language = language
    plurals = PluralRules(for: language.code)
    collation = Collation(for: language.code)
    let locale = CLDRLocale(for: language)
    let names = MonthNames(for: language)
    monthNames = names?.short
    digits = DigitWriter(language.digits, locale: locale)
    numbers = NumberPattern(locale: locale, digits: digits)
    lists = ListPattern(locale: locale)
    long = DatePattern(.long, locale: locale, names: names?.full)
    medium = DatePattern(.medium, locale: locale, names: names?.short)
    month = DatePattern(.month, locale: locale, names: names?.short)
    hijri = HijriCalendar(locale: locale)
  }

  /// Appends a date in a style, in UTF-8 that needs no escaping.
  public func append(_ date: Timestamp, style: DateStyle, to bytes: inout [UInt8]) {
    switch style {
    case .long: append(date, long, to: &bytes)
    case .medium: append(date, medium, to: &bytes)
    case .month: append(date, month, to: &bytes)
    case .year: digits.append(date.year, to: &bytes)
    case .iso, .rfc3339, .machine, .slashed: _ = date.appendForMachines(style, to: &bytes)
    }
  }

  private func append(_ date: Timestamp, _ pattern: DatePattern, to bytes: inout [UInt8]) {
    pattern.append(
      day: date.day, month: date.month, year: date.year, digits: digits, to: &bytes)
  }

  /// Appends a number, grouped as the language groups (12,345) in the digits of its policy.
  ///
  /// - Parameter decimals: how many of the last digits follow the decimal separator, up to 18.
  public func append(number: Int, decimals: Int = 0, to bytes: inout [UInt8]) {
    numbers.append(number, decimals: decimals, to: &bytes)
  }

  /// Appends a number without grouping, for years and for numbers that name a thing.
  public func append(ungrouped number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    digits.append(Int(clamping: number.magnitude), to: &bytes)
  }

  /// Appends a percentage with the language's sign in its place.
  ///
  /// - Parameter decimals: how many of the last digits follow the decimal separator, up to 18.
  public func append(percent: Int, decimals: Int = 0, to bytes: inout [UInt8]) {
    numbers.append(percent: percent, decimals: decimals, to: &bytes)
  }

  /// Appends the Umm al-Qura date with its era: `6 جمادى الأولى 1447 هـ`.
  public func append(hijri date: Timestamp, to bytes: inout [UInt8]) {
    hijri.append(date, digits: digits, to: &bytes)
  }

  /// The plural that a count takes.
  public func pluralCategory(of count: Int) -> PluralCategory { plurals.category(of: count) }

  /// What stands between the items of a list joined by “and”, one text fewer than items: « و» in
  /// Arabic; `, ` and ` and ` in English.
  public func listSeparators(count: Int) -> [String] { lists.separators(count: count) }
}

extension LanguageFormatter {
  /// The date in a style.
  public func string(_ date: Timestamp, style: DateStyle) -> String {
    string { append(date, style: style, to: &$0) }
  }

  /// The number as the language writes it.
  public func string(number: Int) -> String {
    string { append(number: number, to: &$0) }
  }

  /// The percentage as the language writes it.
  public func string(percent: Int) -> String {
    string { append(percent: percent, to: &$0) }
  }

  /// The Umm al-Qura date with its era: `6 جمادى الأولى 1447 هـ`.
  public func hijri(_ date: Timestamp) -> String {
    string { append(hijri: date, to: &$0) }
  }

  /// The items of a list joined by “and”.
  public func list(_ items: [String]) -> String {
    guard let first = items.first else { return "" }
    return zip(listSeparators(count: items.count), items.dropFirst())
      .reduce(first) { $0 + $1.0 + $1.1 }
  }

  private func string(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The names of the months that a language's settings ask for.
private struct MonthNames {
  /// For long dates: both names where both are wanted.
  let full: [String]
  /// For the other styles: the Levant name alone where both are wanted.
  let short: [String]

  /// Nil where the locale's own names are right, as they are in every language but Arabic.
  init?(for language: Language) {
    guard language.code.base == "ar" else { return nil }
    let levant = DatePattern.monthNames(.long, locale: CLDRLocale(knownAs: "ar-IQ"))
    let gulf = DatePattern.monthNames(.long, locale: CLDRLocale(knownAs: "ar-EG"))
    switch language.months {
    case .locale: return nil
    case .levant: (full, short) = (levant, levant)
    case .gulf: (full, short) = (gulf, gulf)
    case .dual: (full, short) = (zip(levant, gulf).map { "\($0)/\($1)" }, levant)
    }
  }
}
