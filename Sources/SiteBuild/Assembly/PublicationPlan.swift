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

  init(_ options: BuildOptions, content: LoadedContent) {
    let publication = Publication(
      includesDrafts: options.includesDrafts, includesFuture: options.includesFuture,
      clock: options.clock, works: content.works)
    self.publication = publication
    works = content.works.compactMap(publication.published)
    diagnostics = content.works.flatMap(\.editions).compactMap { edition in
      publication.reasonToHold(edition).map { .held(edition, $0) }
    }
  }
}
