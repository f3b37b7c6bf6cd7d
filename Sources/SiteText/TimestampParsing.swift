extension Timestamp {
  /// What is wrong with a text that should be a date.
  public struct ParsingError: Error, Sendable, Hashable {
    /// How the text fails.
    public enum Reason: Sendable, Hashable {
      case empty
      /// Nothing like a date.
      case unreadable
      /// Year, month and day are there, but not as `2025-05-25`: another order or separator, or a
      /// digit missing.
      case notISO
      /// ٢٠٢٥-٠٥-٢٥ or ۲۰۲۵-۰۵-۲۵: dates in files are written with 0–9.
      case otherDigits
      /// The month's number.
      case noSuchMonth(Int)
      /// The day's number and the number of days that the month has.
      case noSuchDay(Int, daysInMonth: Int)
      /// The part after the date is not a time such as `09:30` or `09:30:00`.
      case noSuchTime
      /// The part after the time is not an offset such as `+03:00` or `Z`.
      case noSuchOffset
    }

    /// How the text fails.
    public let reason: Reason
    /// What was probably meant, in the accepted form; two where it could be either.
    public let suggestions: [String]
  }

  /// Reads `2025-05-25`, `2025-05-25T09:30`, `2025-05-25T09:30:00`, either with `Z` or `+03:00`
  /// after the time; a space may stand for the `T`.
  ///
  /// - Parameter zone: where the clocks are when the text states no offset.
  public init(_ text: String, in zone: SiteTimeZone) throws(ParsingError) {
    let bytes = Array(text.utf8)
    let trimmed = bytes.trimmingSpaces()
    guard !trimmed.isEmpty else { throw ParsingError(reason: .empty, suggestions: []) }
    guard let date = ISODate(trimmed) else {
      throw DateGuess.error(for: String(decoding: trimmed, as: UTF8.self))
    }
    if let error = DateGuess.error(for: date) { throw error }
    let clock: ClockReading
    do throws(ParsingError) {
      clock = try ClockReading(trimmed.dropFirst(ISODate.length))
    } catch {
      let text = String(decoding: trimmed, as: UTF8.self)
      throw DateGuess.error(forTimeOf: text, reason: error.reason)
    }
    let timestamp =
      if let offset = clock.offset {
        Timestamp(
          year: date.year, month: date.month, day: date.day, time: clock.time, offset: offset)
      } else {
        Timestamp(
          year: date.year, month: date.month, day: date.day, time: clock.time, in: zone)
      }
    guard let timestamp else { throw ParsingError(reason: .unreadable, suggestions: []) }
    self = timestamp
  }
}

/// The digits of `2025-05-25` at the start of a text, whether or not there is such a day.
struct ISODate {
  static let length = 10

  let year: Int
  let month: Int
  let day: Int

  init?(_ bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    guard bytes.count >= Self.length, bytes[start + 4] == UInt8(ascii: "-"),
      bytes[start + 7] == UInt8(ascii: "-"),
      let year = bytes[start..<start + 4].decimal,
      let month = bytes[start + 5..<start + 7].decimal,
      let day = bytes[start + 8..<start + 10].decimal,
      bytes.count == Self.length || !bytes[start + 10].isDigit
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }
}

/// What follows the date: nothing, or a time with or without an offset.
private struct ClockReading {
  let time: Timestamp.Time?
  let offset: Int?

  init(_ rest: ArraySlice<UInt8>) throws(Timestamp.ParsingError) {
    guard let separator = rest.first else {
      time = nil
      offset = nil
      return
    }
    guard [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(separator) else {
      throw Timestamp.ParsingError(reason: .noSuchTime, suggestions: [])
    }
    let clock = rest.dropFirst()
    let digits = clock.prefix { $0.isDigit || $0 == UInt8(ascii: ":") }
    let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count == 2 ? $0.decimal : nil }
    guard numbers.count == parts.count, 2...3 ~= numbers.count,
      let time = Timestamp.Time(
        hour: numbers[0], minute: numbers[1], second: numbers.count > 2 ? numbers[2] : 0)
    else { throw Timestamp.ParsingError(reason: .noSuchTime, suggestions: []) }
    self.time = time
    offset = try Self.offset(of: clock.dropFirst(digits.count).withoutFraction)
  }

  private static func offset(of text: ArraySlice<UInt8>) throws(Timestamp.ParsingError) -> Int? {
    let text = text.drop { $0 == UInt8(ascii: " ") }
    if text.isEmpty { return nil }
    if text.elementsEqual("Z".utf8) || text.elementsEqual("z".utf8) { return 0 }
    guard let seconds = OffsetText.seconds(of: text) else {
      throw Timestamp.ParsingError(reason: .noSuchOffset, suggestions: [])
    }
    return seconds
  }
}

/// `+03:00`, `-0330` or `+03`: an offset from UTC.
enum OffsetText {
  /// The offset in seconds, or nil for a text that is none. The widest offsets in use are −12 and
  /// +14 hours; up to 18 are read, as in java.time's ZoneOffset.
  static func seconds(of text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let rest = text.dropFirst()
    let minutesText: ArraySlice<UInt8>
    switch rest.count {
    case 2: minutesText = []
    case 4: minutesText = rest.dropFirst(2)
    case 5 where rest[rest.startIndex + 2] == UInt8(ascii: ":"): minutesText = rest.dropFirst(3)
    default: return nil
    }
    guard let hours = rest.prefix(2).decimal,
      let minutes = minutesText.isEmpty ? 0 : minutesText.decimal, hours <= 18, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }
}

extension UInt8 {
  /// 0–9.
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}

extension ArraySlice<UInt8> {
  /// The number that the digits 0–9 write; nil for anything else, or for more digits than a date
  /// has.
  var decimal: Int? {
    guard !isEmpty, count <= 9, allSatisfy(\.isDigit) else { return nil }
    return reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// The rest after a decimal fraction of a second, which is read and dropped.
  fileprivate var withoutFraction: Self {
    guard first == UInt8(ascii: "."), dropFirst().first?.isDigit == true else { return self }
    return dropFirst().drop(while: \.isDigit)
  }
}

extension [UInt8] {
  fileprivate func trimmingSpaces() -> ArraySlice<UInt8> {
    let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first = firstIndex(where: { !isSpace($0) }),
      let last = lastIndex(where: { !isSpace($0) })
    else { return [] }
    return self[first...last]
  }
}
