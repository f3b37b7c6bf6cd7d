import Glibc
import SiteCache
import SiteConcurrency
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteMarkdown
import SiteModel
import SiteText

/// Renders every page and writes the site.
struct OutputStage: Sendable {
  let site: Site
  let theme: Theme
  /// Files of the content that are published.
  let files: [PublishedFile]
  /// The texts that feeds carry whole, by index of the site's editions.
  let feedBodies: [Int: MarkdownDocument]
  let search: SearchStage
  let options: BuildOptions
  let dependencies: PageDependencies
  let records: OutputRecords
  let lock: OutputLock
  /// Set where the report is to tell of a file why it was made anew.
  let explainer: Explainer?
  /// Called before a wait for another build of the same output folder.
  let whenWaiting: @Sendable () -> Void
  let interruption: Interruption

  /// Writes the site and puts it in the place of the earlier one; what was written goes into the
  /// report.
  ///
  /// - Returns: what is to be kept for the next build.
  func write(into report: inout BuildReport, _ clock: inout StageClock)
    async
    throws(EnvironmentFailure) -> [CacheLog.Change]
  {
    let tree = try await OutputTree(
      folder: options.outputFolder, siteFolder: options.siteFolder, records: records,
      lock: lock, jobs: options.jobs, interruption: interruption, whenWaiting: whenWaiting)
    do throws(EnvironmentFailure) {
      clock.begin(.pages)
      let pages = try await writePages(to: tree)
      clock.count(pages.count)
      clock.begin(.index)
      let index = try await search.write(to: tree)
      clock.count(index.paths.count)
      clock.begin(.feeds)
      let feeds = try await writeFeeds(to: tree)
      let others = await otherFiles(for: pages)
      try await write(others, to: tree)
      try site.whole.store.checkReadings()
      clock.count(feeds.count + others.count)
      let paths = pages.map(\.path) + index.paths + feeds + others.map(\.path)
      report.explanation = explainer?.explanation(paths: paths)
      clock.begin(.publish)
      clock.count(tree.writtenCount)
      report.writtenCount = tree.writtenCount
      let (updates, outcome) = await options.jobs.both(
        { dependencies.updates + index.updates + records.updates(for: paths) },
        { await published(paths, by: tree) })
      switch try outcome.get() {
      case .obstructed(let files):
        report.diagnostics.append(.notMadeByCtsite(files, in: options))
        return []
      case .incomplete(let missing):
        throw .cannot(
          .read, RawPath(options.outputFolder) / RawPath(missing.first ?? ""), ENOENT)
      case .published(let kept): report.keptFiles = kept
      }
      report.fileCount = paths.count
      report.languages = counts(of: pages)
      return updates
    } catch {
      await tree.discard()
      throw error
    }
  }

  private func published(
    _ paths: [String], by tree: OutputTree
  ) async -> Result<OutputTree.Outcome, EnvironmentFailure> {
    do throws(EnvironmentFailure) {
      return .success(try await tree.publish(paths))
    } catch {
      return .failure(error)
    }
  }

  /// A page that was written.
  private struct WrittenPage: Sendable {
    let path: String
    let language: Int
    let isArticle: Bool
    let sitemapEntry: SitemapEntry
  }

  private func writePages(to tree: OutputTree) async throws(EnvironmentFailure) -> [WrittenPage] {
    let renderer = PageRenderer(site: site, library: theme.library)
    return try await site.plans.concurrentMap(jobs: options.jobs) {
      plan throws(EnvironmentFailure) in
      let path = OutputPaths.file(at: site.path(of: plan))
      return WrittenPage(
        path: path, language: site.language(of: plan), isArticle: site.kind(of: plan) == .article,
        sitemapEntry: try write(plan, to: path, of: tree, by: renderer))
    }
  }

  /// Writes a page unless it stands there and would be the same.
  private func write(
    _ plan: PagePlan, to path: String, of tree: OutputTree, by renderer: PageRenderer
  ) throws(EnvironmentFailure) -> SitemapEntry {
    let template = renderer.template(of: plan)
    let known = tree.known(path)
    explainer?.note(path, known, recipe: template, dependencies, site.whole)
    if let origin = known?.origin, let entry = known?.sitemapEntry,
      dependencies.areUnchanged(for: origin, recipe: template)
    {
      return entry
    }
    let rendered = renderer.render(plan)
    let entry = SitemapEntry(rendered.page)
    try tree.writeIfChanged(
      OutputFile(path: path, content: .bytes(rendered.bytes)),
      madeFrom: template.map { FileOrigin(recipe: $0, reads: rendered.reads) },
      sitemapEntry: entry)
    return entry
  }

  private func otherFiles(for pages: [WrittenPage]) async -> [OutputFile] {
    let site = site
    let (sitemap, redirects) = await options.jobs.both(
      { Sitemap.files(for: pages.map(\.sitemapEntry), absoluteURL: site.absoluteURL) },
      { Redirects(site: site).files })
    return theme.assets.files + theme.searchFiles + contentFiles + sitemap
      + ServerFiles.files(for: site) + redirects
  }

  private var contentFiles: [OutputFile] {
    files.map {
      OutputFile(path: String($0.path.dropFirst()), content: .copy(of: $0.asset.path, $0.version))
    }
  }

  /// - Returns: the paths of the feeds.
  private func writeFeeds(to tree: OutputTree) async throws(EnvironmentFailure) -> [String] {
    let budget = ByteMemo.Budget(limit: Feed.memoryLimit)
    let entries = (atom: ByteMemo(within: budget), json: ByteMemo(within: budget))
    let paths = try await site.feeds.concurrentMap(jobs: options.jobs) {
      plan throws(EnvironmentFailure) in
      let folder = String(site.path(of: plan).dropFirst())
      try writeFeed(plan, to: folder + "feed.xml", of: tree) { feed, reads in
        AtomFeed.bytes(feed, bodies: feedBodies, entries: entries.atom, reads: reads)
      }
      try writeFeed(plan, to: folder + "feed.json", of: tree) { feed, reads in
        JSONFeed.bytes(feed, bodies: feedBodies, entries: entries.json, reads: reads)
      }
      return [folder + "feed.xml", folder + "feed.json"]
    }
    return paths.flatMap(\.self)
  }

  /// Writes a feed unless it stands there and would be the same.
  private func writeFeed(
    _ plan: FeedPlan, to path: String, of tree: OutputTree, make: (Feed, ReadLog) -> [UInt8]
  ) throws(EnvironmentFailure) {
    let known = tree.known(path)
    explainer?.note(path, known, recipe: Self.feedRecipe, dependencies, site.whole)
    if let origin = known?.origin,
      dependencies.areUnchanged(for: origin, recipe: Self.feedRecipe)
    {
      return
    }
    let reads = ReadLog()
    let bytes = make(site.noting(in: reads).feed(plan), reads)
    try tree.writeIfChanged(
      OutputFile(path: path, content: .bytes(bytes)),
      madeFrom: FileOrigin(recipe: Self.feedRecipe, reads: reads.keys()))
  }

  /// Feeds are made by the program alone, and what one version of it keeps no other reads.
  private static let feedRecipe = Fingerprint(of: [])

  private func write(_ files: [OutputFile], to tree: OutputTree) async throws(EnvironmentFailure) {
    _ = try await files.concurrentMap(jobs: options.jobs) { file throws(EnvironmentFailure) in
      try tree.writeIfChanged(file)
    }
  }

  private func counts(of pages: [WrittenPage]) -> [BuildReport.LanguageCount] {
    site.languages.indices.map { language in
      let own = pages.filter { $0.language == language }
      return BuildReport.LanguageCount(
        language: site.languages[language].code.tag,
        articles: own.count(where: \.isArticle), pages: own.count)
    }
  }
}
