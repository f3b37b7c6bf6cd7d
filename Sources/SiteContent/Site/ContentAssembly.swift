import SiteConcurrency
import SiteDiagnostics
import SiteDigest
import SiteModel
import SiteText
import SiteYAML

/// Holds the works against one another and puts the content together.
struct ContentAssembly {
  private let found: [WorkFolder]
  private let loaded: [LoadedWork]
  private let registries: Registries
  private let unreadRegistries: Set<String>
  private(set) var diagnostics: [Diagnostic] = []

  init(
    found: [WorkFolder], loaded: [LoadedWork], registries: Registries,
    unreadRegistries: Set<String>
  ) {
    self.found = found
    self.loaded = loaded
    self.registries = registries
    self.unreadRegistries = unreadRegistries
  }

  mutating func content(
    configuration: SiteConfiguration, siteFile: Fingerprint, portraits: [Attachment],
    folder: SiteFolder, jobs: Jobs
  ) async -> LoadedContent {
    let drafts = loaded.compactMap(\.draft)
    let spellings = TagSpellings(of: drafts, registry: registries.tags)
    let collisions = Collisions(of: drafts)
    var related = RelatedWorks(
      works: found, drafts: drafts, sharedSlugs: collisions.sharedSlugs)
    let resolved = drafts.map { (draft: $0, related: related.resolve($0)) }
    let works = await resolved.concurrentMap(jobs: jobs) {
      Self.work($0.draft, spellings, $0.related)
    }
    diagnostics += spellings.diagnostics + related.diagnostics + collisions.diagnostics
    var sources: [String: EditionSource] = [:]
    sources.reserveCapacity(2 * drafts.count)
    for draft in drafts {
      for edition in draft.editions { sources[edition.edition.path] = edition.source }
    }
    let files = found.flatMap { work in work.languages.map(work.file) }
    var attachments: [String: [Attachment]] = [:]
    for (folder, work) in zip(found, loaded) where !work.attachments.isEmpty {
      attachments[folder.path] = work.attachments
    }
    return LoadedContent(
      configuration: configuration, siteFile: siteFile, registries: registries, works: works,
      filesLeftOut: Set(files.lazy.filter { sources[$0] == nil }),
      unreadRegistries: unreadRegistries, sources: sources,
      attachments: attachments, portraits: portraits, folder: folder)
  }

  private static func work(
    _ draft: DraftWork, _ spellings: TagSpellings, _ related: [String]
  ) -> Work {
    let original = draft.original
    let editions = draft.editions.map {
      $0.edition.with(tags: spellings.tags(of: $0, original: original), related: related)
    }
    return Work(
      section: draft.folder.section, folder: draft.folder.path, id: original.id?.value,
      editions: editions, originalLanguage: original.edition.language)
  }
}
