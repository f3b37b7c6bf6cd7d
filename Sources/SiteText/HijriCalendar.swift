import Foundation

/// The Umm al-Qura calendar, the civil one of Saudi Arabia, and the names that a language gives its months.
struct HijriCalendar: Sendable {
  private let calendar: Calendar
  private let pattern: DatePattern
  private let era: String

  init(locale: CLDRLocale) {
    var calendar = Calendar(identifier: .islamicUmmAlQura)
    calendar.timeZone = .gmt
    calendar.locale = locale.foundation
    self.calendar = calendar
    pattern = DatePattern(.long, locale: locale, names: calendar.monthSymbols)
    era = calendar.eraSymbols.first ?? "AH"
  }

  /// Appends `6 جمادى الأولى 1447 هـ`, in the order of the language's long dates.
  ///
  /// The day that begins at sunset is not known from a date: as calendars print it, the Hijri day
  /// is the one whose daylight falls on the Gregorian day.
  func append(_ timestamp: Timestamp, digits: DigitWriter, to bytes: inout [UInt8]) {
    let noon = (timestamp.instant + timestamp.offset).floorDivided(by: 86_400) * 86_400 + 43_200
    let date = calendar.dateComponents(
      [.year, .month, .day], from: Date(timeIntervalSince1970: Double(noon)))
    pattern.append(
      day: date.day ?? 1, month: date.month ?? 1, year: date.year ?? 1, digits: digits, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: era.utf8)
  }
}
