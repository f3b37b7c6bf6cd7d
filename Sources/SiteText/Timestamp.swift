/// A calendar date, or a date with a time of day, and the offset from UTC in which it was meant.
///
/// Ordered by instant; at the same instant a date without a time comes before one with.
public struct Timestamp: Sendable, Hashable {
  /// A time of day on a 24-hour clock.
  public struct Time: Sendable, Hashable {
    /// From 0 to 23.
    public let hour: Int
    /// From 0 to 59.
    public let minute: Int
    /// From 0 to 59.
    public let second: Int

    /// A time from 00:00:00 to 23:59:59, or nil.
    public init?(hour: Int, minute: Int, second: Int = 0) {
      guard 0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second else { return nil }
      self.hour = hour
      self.minute = minute
      self.second = second
    }

    private init() {
      hour = 0
      minute = 0
      second = 0
    }

    /// 00:00:00
    public static let midnight = Time()

    /// Seconds since midnight.
    var seconds: Int { hour * 3600 + minute * 60 + second }
  }

  /// From 1 to 9999, Gregorian (proleptic before 1582, as ISO 8601 has it).
  public let year: Int
  /// From 1 to 12.
  public let month: Int
  /// From 1 to 31.
  public let day: Int
  /// Nil where only the date is known; such a date is the midnight that begins it.
  public let time: Time?
  /// Seconds east of UTC.
  public let offset: Int
  /// Seconds since 1970-01-01T00:00:00Z.
  public let instant: Int

  /// A date, or nil when the calendar has no such day.
  ///
  /// - Parameter zone: where the clocks are that the date and time are read from.
  public init?(
    year: Int, month: Int, day: Int, time: Time? = nil, in zone: SiteTimeZone = .utc
  ) {
    guard let start = Self.wallClock(year, month, day, time) else { return nil }
    self.init(
      year, month, day, time, wallClock: start, offset: zone.offset(atWallClock: start))
  }

  /// A date and time with its offset from UTC in seconds, or nil when there is no such day.
  public init?(year: Int, month: Int, day: Int, time: Time?, offset: Int) {
    guard let start = Self.wallClock(year, month, day, time) else { return nil }
    self.init(year, month, day, time, wallClock: start, offset: offset)
  }

  /// The date and time at an instant on clocks with the given offset from UTC, both in seconds.
  public init(instant: Int, offset: Int = 0) {
    let wallClock = instant + offset
    let days = wallClock.floorDivided(by: 86_400)
    let seconds = wallClock - days * 86_400
    let date = CivilDate(daysSince1970: days)
    self.init(
      date.year, date.month, date.day,
      Time(hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60),
      wallClock: wallClock, offset: offset)
  }

  private init(
    _ year: Int, _ month: Int, _ day: Int, _ time: Time?, wallClock: Int, offset: Int
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.time = time
    self.offset = offset
    instant = wallClock - offset
  }

  private static func wallClock(_ year: Int, _ month: Int, _ day: Int, _ time: Time?) -> Int? {
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    return date.daysSince1970 * 86_400 + (time?.seconds ?? 0)
  }
}

extension Timestamp: Comparable {
  /// By instant; at the same one a date without a time comes first.
  public static func < (first: Self, second: Self) -> Bool {
    if first.instant != second.instant { return first.instant < second.instant }
    return first.tieBreak < second.tieBreak
  }

  private var tieBreak: (Int, Int) { (time == nil ? 0 : 1, offset) }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601: `2025-05-25`, or `2025-05-25T09:30:00+03:00` when the time is known.
  public var description: String {
    var bytes: [UInt8] = []
    appendISODate(to: &bytes)
    if let time { append(time, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
