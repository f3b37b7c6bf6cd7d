import SiteModel
import SiteText

/// The newest date of what is published, which counts as now where no other day is set.
struct NewestDate: Sendable {
  let date: Timestamp
  /// The file that states it, and the key.
  let path: String
  let key: String
  /// The newest date of another work.
  let next: Timestamp?

  private static let year = 366 * 86_400

  /// Nil where nothing has a date.
  init?(of works: [Work]) {
    let newest = works.compactMap { work in
      Self.dates(of: work).max { $0.date < $1.date }
    }
    guard let first = newest.indices.max(by: { newest[$0].date < newest[$1].date }) else {
      return nil
    }
    (date, path, key) = newest[first]
    next = newest.indices.lazy.filter { $0 != first }.map { newest[$0].date }.max()
  }

  /// Whether it is so long after all other works that its year may be mistyped.
  var isFarAhead: Bool { next.map { date.instant - $0.instant > Self.year } ?? false }

  /// Those of a work's original come first, since translations repeat them.
  private static func dates(of work: Work) -> [(date: Timestamp, path: String, key: String)] {
    let editions = work.editions.filter { !$0.metadata.status.isUnpublished }
    let original = editions.filter { $0.language == work.originalLanguage }
    return (original + editions).flatMap { edition in
      [(edition.metadata.date, "date"), (edition.metadata.updated, "updated")].compactMap {
        date, key in date.map { ($0, edition.path, key) }
      }
    }
  }
}
