import Foundation

/// The time zone in which a site's dates are meant.
public struct SiteTimeZone: Sendable, Hashable {
  /// As `site.yaml` writes it: `Asia/Baghdad`, `+03:00`, `UTC`.
  public let identifier: String
  private let zone: TimeZone

  /// The zone of an IANA name, of an offset such as `+03:00`, or of `UTC` and `Z`; nil for a name
  /// that the time zone database does not have.
  public init?(_ identifier: String) {
    self.identifier = identifier
    if identifier == "UTC" || identifier == "Z" {
      zone = .gmt
    } else if let seconds = OffsetText.seconds(of: Array(identifier.utf8)[...]) {
      guard let fixed = TimeZone(secondsFromGMT: seconds) else { return nil }
      zone = fixed
    } else {
      guard Self.knownIdentifiers.contains(identifier), let named = TimeZone(identifier: identifier)
      else { return nil }
      zone = named
    }
  }

  private init(identifier: String, zone: TimeZone) {
    self.identifier = identifier
    self.zone = zone
  }

  /// Coordinated Universal Time, for sites that name no zone.
  public static let utc = SiteTimeZone(identifier: "UTC", zone: .gmt)

  /// The names of the IANA time zone database, for suggestions.
  public static var knownIdentifiers: [String] { TimeZone.knownTimeZoneIdentifiers }

  /// Seconds east of UTC at a wall clock's reading.
  ///
  /// A reading that a change of clocks skips takes the offset before the change, and one that
  /// comes twice takes the first.
  ///
  /// - Parameter wallClock: seconds since 1970-01-01 00:00 on the zone's own clocks.
  func offset(atWallClock wallClock: Int) -> Int {
    let before = offset(atInstant: wallClock - 86_400)
    let after = offset(atInstant: wallClock + 86_400)
    guard before != after else { return before }
    return offset(atInstant: wallClock - before) == before
      ? before
      : offset(atInstant: wallClock - after) == after ? after : before
  }

  private func offset(atInstant instant: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
  }
}
