import SiteConcurrency
import SiteDiagnostics
import SiteModel
import SiteText

/// Reads the content of a site: configuration, registries and works.
public enum ContentLoader {
  /// Reads and checks everything, and collects what is wrong in all files in one run.
  ///
  /// - Parameter siteFolder: the folder that holds `content/`.
  /// - Returns: the content, nil when `site.yaml` does not say which languages the site has; and
  ///   what is wrong, in no particular order. With an error among the diagnostics, the content is
  ///   not complete.
  /// - Throws: when a file cannot be read for reasons that are not in the content.
  public static func load(siteFolder: String, jobs: Jobs)
    async throws(EnvironmentFailure) -> (content: LoadedContent?, diagnostics: [Diagnostic])
  {
    let folder = SiteFolder(root: siteFolder)
    var inventory = try ContentInventory(of: folder)
    guard let site = try inventory.siteConfiguration() else {
      return (nil, inventory.diagnostics)
    }
    var discovery = ContentDiscovery(folder: folder, languages: site.languages)
    for section in Work.Section.allCases { try discovery.find(in: section) }
    var diagnostics: [Diagnostic] = []
    var portraits: [Attachment] = []
    for name in try discovery.attachments(in: ContentInventory.portraits) {
      if !AssetType.isImage(name) {
        diagnostics.append(.notAPicture(ContentInventory.portraits + "/" + name))
        continue
      }
      portraits.append(
        try AttachmentReader.read(
          name, in: ContentInventory.portraits, of: folder, diagnostics: &diagnostics))
    }
    let registries = try inventory.registries(of: site, portraits: portraits)
    let loader = WorkLoader(
      folder: folder, configuration: site, vocabularies: Vocabularies(registries))
    let loaded = await discovery.works.concurrentMap(jobs: jobs) { loader.load($0) }
    if let failure = loaded.lazy.compactMap(\.failure).first { throw failure }
    if discovery.works.isEmpty, !discovery.diagnostics.containError {
      diagnostics.append(.noWorks())
    }
    diagnostics += inventory.diagnostics + discovery.diagnostics + loaded.flatMap(\.diagnostics)
    var assembly = ContentAssembly(found: discovery.works, loaded: loaded, registries: registries)
    let content = assembly.content(configuration: site, portraits: portraits)
    return (content, diagnostics + assembly.diagnostics)
  }
}
