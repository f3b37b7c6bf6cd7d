import SiteCache
import SiteConcurrency
import SiteDiagnostics
import SiteModel
import SiteText

/// Reads the content of a site: configuration, registries and works.
public enum ContentLoader {
  /// Reads and checks everything, and collects what is wrong in all files in one run.
  ///
  /// - Parameters:
  ///   - siteFolder: the folder that holds `content/`.
  ///   - listing: what was seen in `content/`, which is not looked at again.
  ///   - log: what earlier builds kept; works that have not changed are taken from it.
  /// - Returns: the content, nil when `site.yaml` does not say which languages the site has; what
  ///   is wrong, in no particular order; and what is to be kept. With an error among the
  ///   diagnostics, the content is not complete.
  /// - Throws: when a file cannot be read for reasons that are not in the content.
  public static func load(
    siteFolder: String, listing: FolderListing? = nil, log: CacheLog, jobs: Jobs
  ) async throws(EnvironmentFailure) -> (
    content: LoadedContent?, diagnostics: [Diagnostic], updates: [CacheLog.Change]
  ) {
    let folder = try SiteFolder(root: siteFolder, content: listing)
    var inventory = try ContentInventory(of: folder)
    guard let site = try inventory.siteConfiguration() else {
      return (nil, inventory.diagnostics, [])
    }
    let siteFile = inventory.fingerprint(with: [])
    var discovery = ContentDiscovery(folder: folder, languages: site.languages)
    for section in Work.Section.allCases {
      try await discovery.find(in: section, jobs: jobs)
    }
    var diagnostics: [Diagnostic] = []
    let portraits = try portraits(&discovery, in: folder, &diagnostics)
    let registries = try inventory.registries(of: site, portraits: portraits)
    let cache = ContentCache(
      log: log, folder: folder, context: inventory.fingerprint(with: portraits))
    let loader = WorkLoader(
      folder: folder, configuration: site,
      vocabularies: Vocabularies(registries, unread: inventory.unreadRegistries), cache: cache)
    let results = await discovery.works.concurrentMap(jobs: jobs) { loader.load($0) }
    let loaded = results.map(\.work)
    if let failure = loaded.lazy.compactMap(\.failure).first { throw failure }
    if discovery.works.isEmpty, !discovery.diagnostics.containError {
      diagnostics.append(.noWorks())
    }
    diagnostics += inventory.diagnostics + discovery.diagnostics + loaded.flatMap(\.diagnostics)
    var assembly = ContentAssembly(
      found: discovery.works, loaded: loaded, registries: registries,
      unreadRegistries: inventory.unreadRegistries)
    let content = await assembly.content(
      configuration: site, siteFile: siteFile, portraits: portraits, folder: folder, jobs: jobs)
    let updates = results.compactMap(\.update) + cache.removals(except: discovery.works)
    return (content, diagnostics + assembly.diagnostics, updates)
  }

  /// The pictures beside the registry of authors.
  private static func portraits(
    _ discovery: inout ContentDiscovery, in folder: SiteFolder, _ diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) -> [Attachment] {
    let path = ContentInventory.portraits
    var portraits: [Attachment] = []
    for name in try discovery.attachments(in: path) {
      guard AssetType.isImage(name) else {
        diagnostics.append(.notAPicture(path + "/" + name))
        continue
      }
      portraits.append(
        try AttachmentReader.read(name, in: path, of: folder, diagnostics: &diagnostics))
    }
    return portraits
  }
}
