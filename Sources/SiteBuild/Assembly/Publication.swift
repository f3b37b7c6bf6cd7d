import SiteModel
import SiteText

/// Decides which editions readers get.
struct Publication: Sendable {
  /// Why an edition is held back.
  enum Reason: Sendable {
    case unpublished(WorkStatus)
    case scheduled(Timestamp)
    case expired(Timestamp)

    /// Whether it comes or goes without anybody touching the site.
    var isOfClock: Bool {
      switch self {
      case .unpublished: false
      case .scheduled, .expired: true
      }
    }
  }

  let includesDrafts: Bool
  let includesFuture: Bool
  let clock: Timestamp
  /// Where the clock is from; nil where it was set.
  let newest: NewestDate?
  /// In seconds since 1970 in UTC.
  private let now: Int

  /// - Parameters:
  ///   - clock: nil means the newest date of a published edition, so that the same content gives the
  ///     same site on any day. A day without a time stands for its end in the site's time zone, so that
  ///     all that is dated on it is published.
  ///   - zone: the site's.
  init(
    includesDrafts: Bool, includesFuture: Bool, clock: Timestamp?, in zone: SiteTimeZone,
    works: [Work]
  ) {
    self.includesDrafts = includesDrafts
    self.includesFuture = includesFuture
    newest = clock == nil ? NewestDate(of: works) : nil
    self.clock = clock ?? newest?.date ?? Timestamp(instant: 0)
    now = self.clock.end(in: zone)
  }

  /// Why an edition is held back, or nil when it is published.
  func reasonToHold(_ edition: Edition) -> Reason? {
    let metadata = edition.metadata
    if metadata.status.isUnpublished, !includesDrafts { return .unpublished(metadata.status) }
    if let date = metadata.date, date.instant > now, !includesFuture {
      return .scheduled(date)
    }
    if let expires = metadata.expires, expires.instant <= now {
      return .expired(expires)
    }
    return nil
  }

  /// The work with its published editions, or nil when none is.
  func published(_ work: Work) -> Work? {
    let editions = work.editions.filter { reasonToHold($0) == nil }
    guard !editions.isEmpty else { return nil }
    return Work(
      section: work.section, folder: work.folder, id: work.id, editions: editions,
      originalLanguage: work.originalLanguage)
  }
}

extension Timestamp {
  /// The last second of a day without a time, in seconds since 1970 in UTC; else the instant.
  fileprivate func end(in zone: SiteTimeZone) -> Int {
    guard time == nil, let last = Time(hour: 23, minute: 59, second: 59) else { return instant }
    // Not so many seconds after midnight: where clocks change, days are shorter or longer.
    return Timestamp(year: year, month: month, day: day, time: last, in: zone)?.instant ?? instant
  }
}
