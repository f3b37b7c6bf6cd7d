/// Says what is wrong with a text that is no date, and which date was probably meant.
enum DateGuess {
  /// The error of a date in the right form that the calendar does not have; nil when it has it.
  static func error(for date: ISODate) -> Timestamp.ParsingError? {
    let (year, month, day) = (date.year, date.month, date.day)
    guard CivilDate(year: year, month: month, day: day) == nil else { return nil }
    guard year > 0 else { return Timestamp.ParsingError(reason: .unreadable, suggestions: []) }
    let swapped = iso(year, day, month).map { [$0] } ?? []
    guard 1...12 ~= month else {
      return Timestamp.ParsingError(reason: .noSuchMonth(month), suggestions: swapped)
    }
    let days = CivilDate.days(inMonth: month, of: year)
    return Timestamp.ParsingError(
      reason: .noSuchDay(day, daysInMonth: days), suggestions: swapped)
  }

  /// The error of a text that does not have the form of a date.
  static func error(for text: String) -> Timestamp.ParsingError {
    let hyphenated = withHyphens(text)
    if hyphenated != text {
      do throws(Timestamp.ParsingError) {
        _ = try Timestamp(hyphenated, in: .utc)
        return Timestamp.ParsingError(reason: .notISO, suggestions: [hyphenated])
      } catch {
        return error
      }
    }
    let western = westernDigits(of: text)
    let named = WrittenMonths.date(in: western).map { [$0.description] }
    let suggestions = named ?? readings(of: western)
    if western != text, named == nil, !suggestions.isEmpty {
      return Timestamp.ParsingError(reason: .otherDigits, suggestions: suggestions)
    }
    return Timestamp.ParsingError(
      reason: suggestions.isEmpty ? .unreadable : .notISO, suggestions: suggestions)
  }

  /// The error of a date that is followed by what is no time, with the time that was meant where a
  /// digit, a colon or the `T` is all that is wrong: `2026-09-01 9.30`.
  static func error(
    forTimeOf text: String, reason: Timestamp.ParsingError.Reason
  ) -> Timestamp.ParsingError {
    let rest = westernDigits(of: text).dropFirst(ISODate.length).drop { "Tt, \u{60C}".contains($0) }
    let parts = rest.split(omittingEmptySubsequences: false) { ":.".contains($0) }
    let numbers = parts.compactMap { part in
      1...2 ~= part.count && part.allSatisfy { ("0"..."9").contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, 2...3 ~= numbers.count,
      Timestamp.Time(
        hour: numbers[0], minute: numbers[1], second: numbers.count > 2 ? numbers[2] : 0) != nil
    else { return Timestamp.ParsingError(reason: reason, suggestions: []) }
    let time = parts.map { ($0.count == 1 ? "0" : "") + $0 }.joined(separator: ":")
    return Timestamp.ParsingError(
      reason: reason, suggestions: ["\(text.prefix(ISODate.length))T\(time)"])
  }

  /// With a hyphen for every other dash, as word processors put them.
  private static func withHyphens(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar.properties.isDash ? "-" : scalar)
    }
    return String(scalars)
  }

  private static func westernDigits(of text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isArabic = ("\u{660}"..."\u{669}").contains(scalar)
      let isPersian = ("\u{6F0}"..."\u{6F9}").contains(scalar)
      if isArabic || isPersian, let digit = Unicode.Scalar(0x30 + (scalar.value & 0xF)) {
        scalars.append(digit)
      } else if !scalar.properties.isBidiControl {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The dates that three numbers between `-`, `/`, `.` or spaces may mean.
  private static func readings(of text: String) -> [String] {
    let isSeparator: (Character) -> Bool = { "-/.\u{60C} ".contains($0) }
    let parts = text.split(whereSeparator: isSeparator)
    let numbers = parts.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3, parts.count == 3 || parts[3].contains(":") else { return [] }
    if parts[0].count == 4 {
      let asWritten = iso(numbers[0], numbers[1], numbers[2])
      return [asWritten ?? iso(numbers[0], numbers[2], numbers[1])].compactMap(\.self)
    }
    guard parts[2].count == 4 else { return [] }
    let dayFirst = iso(numbers[2], numbers[1], numbers[0])
    let monthFirst = iso(numbers[2], numbers[0], numbers[1])
    let both = [dayFirst, monthFirst].compactMap(\.self)
    return both.count == 2 && both[0] == both[1] ? [both[0]] : both
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
    Timestamp(year: year, month: month, day: day)?.description
  }
}
