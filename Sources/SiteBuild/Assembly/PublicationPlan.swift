import SiteContent
import SiteDiagnostics
import SiteModel

/// Which works and editions the site will hold.
struct PublicationPlan: Sendable {
  let publication: Publication
  /// Published works with their published editions.
  let works: [Work]
  /// A note for each edition that is held back.
  let diagnostics: [Diagnostic]
  /// How many works those notes are about; nil where there are none.
  let held: BuildReport.Held?

  init(_ options: BuildOptions, content: LoadedContent) {
    let publication = Publication(
      includesDrafts: options.includesDrafts, includesFuture: options.includesFuture,
      clock: options.clock, works: content.works)
    self.publication = publication
    works = content.works.compactMap(publication.published)
    diagnostics = content.works.flatMap(\.editions).compactMap { edition in
      publication.reasonToHold(edition).map { .held(edition, $0) }
    }
    held = diagnostics.isEmpty ? nil : Self.held(content.works, by: publication)
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
