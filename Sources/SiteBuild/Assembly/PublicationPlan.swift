import SiteContent
import SiteDiagnostics
import SiteModel

/// Which works and editions the site will hold.
struct PublicationPlan: Sendable {
  let publication: Publication
  /// Published works with their published editions.
  let works: [Work]
  /// Works of which nothing is published, and a text would be on another day.
  let worksHeldByClock: [Work]
  /// A note for each edition that is held back, and a warning where the day that counts as now is
  /// doubtful.
  let diagnostics: [Diagnostic]
  /// How many works those notes are about; nil where there are none.
  let held: BuildReport.Held?

  init(_ options: BuildOptions, content: LoadedContent) {
    let publication = Publication(
      includesDrafts: options.includesDrafts, includesFuture: options.includesFuture,
      clock: options.clock, in: content.configuration.timeZone, works: content.works)
    self.publication = publication
    works = content.works.compactMap(publication.published)
    worksHeldByClock = content.works.filter { work in
      let reasons = work.editions.map(publication.reasonToHold)
      return !reasons.contains { $0 == nil } && reasons.contains { $0?.isOfClock == true }
    }
    lazy var clockPlace = publication.newest.map { content.place(of: $0.key, inFile: $0.path) }
    let notes: [Diagnostic] = content.works.flatMap(\.editions).compactMap { edition in
      guard let reason = publication.reasonToHold(edition) else { return nil }
      guard case .expired = reason, let clockPlace else { return .held(edition, reason) }
      return .held(edition, reason, clock: publication.clock, from: clockPlace)
    }
    held = notes.isEmpty ? nil : Self.held(content.works, by: publication)
    guard let newest = publication.newest, newest.isFarAhead, let clockPlace else {
      diagnostics = notes
      return
    }
    diagnostics = notes + [.farDate(newest.date, at: clockPlace)]
  }

  private static func held(_ works: [Work], by publication: Publication) -> BuildReport.Held {
    var held = BuildReport.Held(clock: publication.clock)
    for work in works {
      let reasons = work.editions.compactMap(publication.reasonToHold)
      if reasons.contains(where: { if case .unpublished = $0 { true } else { false } }) {
        held.drafts += 1
      }
      if reasons.contains(where: { if case .scheduled = $0 { true } else { false } }) {
        held.scheduled += 1
      }
      if reasons.contains(where: { if case .expired = $0 { true } else { false } }) {
        held.expired += 1
      }
    }
    return held
  }
}
