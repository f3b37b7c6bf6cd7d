import SiteModel
import SiteText

/// Decides which editions readers get.
struct Publication: Sendable {
  /// Why an edition is held back.
  enum Reason: Sendable {
    case unpublished(WorkStatus)
    case scheduled(Timestamp)
    case expired(Timestamp)
  }

  let includesDrafts: Bool
  let includesFuture: Bool
  let clock: Timestamp
  /// Where the clock is from; nil where it was set.
  let newest: NewestDate?

  /// - Parameter clock: nil means the newest date of a published edition, so that the same content
  ///   gives the same site on any day.
  init(includesDrafts: Bool, includesFuture: Bool, clock: Timestamp?, works: [Work]) {
    self.includesDrafts = includesDrafts
    self.includesFuture = includesFuture
    newest = clock == nil ? NewestDate(of: works) : nil
    self.clock = clock ?? newest?.date ?? Timestamp(instant: 0)
  }

  /// Why an edition is held back, or nil when it is published.
  func reasonToHold(_ edition: Edition) -> Reason? {
    let metadata = edition.metadata
    if metadata.status.isUnpublished, !includesDrafts { return .unpublished(metadata.status) }
    if let date = metadata.date, date.instant > clock.instant, !includesFuture {
      return .scheduled(date)
    }
    if let expires = metadata.expires, expires.instant <= clock.instant {
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
