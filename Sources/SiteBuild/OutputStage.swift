import Glibc
import SiteConcurrency
import SiteDiagnostics
import SiteFiles
import SiteMarkdown
import SiteModel
import SiteSearch
import SiteText

/// Renders every page and writes the site.
struct OutputStage: Sendable {
  let site: Site
  let theme: Theme
  /// Files of the content that may be published.
  let files: [PublishedFile]
  /// The texts that feeds carry whole, by index of the site's editions.
  let feedBodies: [Int: MarkdownDocument]
  let glossary: [GlossaryEntry]
  let options: BuildOptions
  /// Called before a wait for another build of the same output folder.
  let whenWaiting: @Sendable () -> Void
  let interruption: Interruption

  /// Writes the site and puts it in the place of the earlier one; what was written goes into the
  /// report.
  func write(into report: inout BuildReport, _ clock: inout StageClock)
    async
    throws(EnvironmentFailure)
  {
    let tree = try await OutputTree(
      folder: options.outputFolder, siteFolder: options.siteFolder, jobs: options.jobs,
      interruption: interruption, whenWaiting: whenWaiting)
    do throws(EnvironmentFailure) {
      let pages = try await writePages(to: tree)
      clock.end("pages")
      let index = try await writeIndex(to: tree)
      clock.end("index")
      let feeds = try await writeFeeds(to: tree)
      let others = otherFiles(for: pages)
      try await write(others, to: tree)
      try site.texts.checkReadings()
      clock.end("feeds and files")
      let paths = pages.map(\.path) + index + feeds + others.map(\.path)
      switch try await tree.publish(paths) {
      case .obstructed(let files):
        report.diagnostics.append(.notMadeByCtsite(files, in: options))
        return
      case .incomplete(let missing):
        throw .cannot(
          .read, RawPath(options.outputFolder) / RawPath(missing.first ?? ""), ENOENT)
      case .published(let kept): report.keptFiles = kept
      }
      clock.end("publish")
      report.fileCount = paths.count
      report.languages = counts(of: pages)
      report.stages = clock.stages
    } catch {
      await tree.discard()
      throw error
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
    let results = await site.plans.concurrentMap(jobs: options.jobs) { plan in
      Result<WrittenPage, EnvironmentFailure> { () throws(EnvironmentFailure) in
        let (page, file) = renderer.render(plan)
        try tree.writeIfChanged(file)
        return WrittenPage(
          path: file.path, language: page.language, isArticle: page.kind == .article,
          sitemapEntry: SitemapEntry(page))
      }
    }
    var pages: [WrittenPage] = []
    for result in results { pages.append(try result.get()) }
    return pages
  }

  /// - Returns: the paths of the files of the search.
  private func writeIndex(to tree: OutputTree) async throws(EnvironmentFailure) -> [String] {
    let writer = SearchIndexWriter(
      documents: site.searchDocuments, languages: site.languages.map(\.code.tag),
      glossary: glossary.map(\.spellings), jobs: options.jobs)
    let (paths, _) = try await writer.write { file throws(EnvironmentFailure) in
      try tree.writeIfChanged(OutputFile(path: file.path, content: .bytes(file.bytes)))
    }
    // Two parts of the same bytes have the same content-hashed name.
    return Set(paths).sorted()
  }

  private func otherFiles(for pages: [WrittenPage]) -> [OutputFile] {
    let sitemap = Sitemap.files(
      for: pages.map(\.sitemapEntry), absoluteURL: site.absoluteURL)
    return theme.assets.files + theme.searchFiles + contentFiles + sitemap
      + ServerFiles.files(for: site)
      + Redirects(site: site).files
  }

  /// Files that are not images are published with their work; images where a page shows them.
  private var contentFiles: [OutputFile] {
    var used = Set(
      site.editions.flatMap { edition in
        edition.text.images.map(\.image.url) + edition.text.links.map(\.url)
          + [edition.image.map { site.url($0.path) }].compactMap(\.self)
      })
    used.formUnion(site.photos.values.map { site.url($0.path) })
    var seen: Set<String> = []
    return files.filter { file in
      guard file.image == nil || used.contains(site.url(file.path)) else { return false }
      return seen.insert(file.path).inserted
    }.map { OutputFile(path: String($0.path.dropFirst()), content: .copy(of: $0.asset.path)) }
  }

  /// - Returns: the paths of the feeds.
  private func writeFeeds(to tree: OutputTree) async throws(EnvironmentFailure) -> [String] {
    let budget = ByteMemo.Budget(limit: Feed.memoryLimit)
    let entries = (atom: ByteMemo(within: budget), json: ByteMemo(within: budget))
    let results = await site.feeds.concurrentMap(jobs: options.jobs) { feed in
      Result<[String], EnvironmentFailure> { () throws(EnvironmentFailure) in
        let files = [
          AtomFeed.file(feed, bodies: feedBodies, entries: entries.atom),
          JSONFeed.file(feed, bodies: feedBodies, entries: entries.json),
        ]
        for file in files { try tree.writeIfChanged(file) }
        return files.map(\.path)
      }
    }
    var paths: [String] = []
    for result in results { paths += try result.get() }
    return paths
  }

  private func write(_ files: [OutputFile], to tree: OutputTree) async throws(EnvironmentFailure) {
    let results = await files.concurrentMap(jobs: options.jobs) { file in
      Result<Void, EnvironmentFailure> { () throws(EnvironmentFailure) in
        try tree.writeIfChanged(file)
      }
    }
    for result in results { try result.get() }
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
