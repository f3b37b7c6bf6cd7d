import Foundation

/// A date of the Umm al-Qura calendar, the civil one of Saudi Arabia.
public struct HijriDate: Sendable, Hashable {
  /// Years of the Hijra.
  public let year: Int
  /// From 1 (المحرم) to 12.
  public let month: Int
  /// From 1 to 30.
  public let day: Int
}

/// The Umm al-Qura calendar and the names that a language gives its months.
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

  /// The day that begins at sunset is not known from a date: as calendars print it, the Hijri day
  /// is the one whose daylight falls on the Gregorian day.
  func date(of timestamp: Timestamp) -> HijriDate {
    let noon = (timestamp.instant + timestamp.offset).floorDivided(by: 86_400) * 86_400 + 43_200
    let fields = calendar.dateComponents(
      [.year, .month, .day], from: Date(timeIntervalSince1970: Double(noon)))
    return HijriDate(year: fields.year ?? 1, month: fields.month ?? 1, day: fields.day ?? 1)
  }

  /// Appends `6 جمادى الأولى 1447 هـ`, in the order of the language's long dates.
  func append(_ timestamp: Timestamp, digits: DigitWriter, to bytes: inout [UInt8]) {
    let date = date(of: timestamp)
    pattern.append(
      day: date.day, month: date.month, year: date.year, digits: digits, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: era.utf8)
  }
}
