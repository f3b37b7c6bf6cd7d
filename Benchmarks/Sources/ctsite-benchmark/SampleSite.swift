import SiteCache
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteMarkdown
import SiteModel
import SiteTemplate

@testable import SiteBuild

/// A site as the stages of a build leave it that come before its pages (`BuildPipeline`).
struct SampleSite {
  /// A text with what it is rendered by.
  struct Text {
    let file: SourceFile
    let body: Range<Int>
    let options: MarkdownOptions
    let resolver: any LinkResolver

    var document: MarkdownDocument {
      Markdown.render(file: file, body: body, options: options, resolver: resolver)
    }
  }

  /// The site's own.
  let folder: String
  /// In the order of their works.
  let texts: [Text]
  let site: Site
  let library: TemplateLibrary

  /// Nothing is done by several threads at once.
  static let jobs = Jobs(1)

  /// A folder that does not hold a site without errors.
  struct Unusable: Error {
    let diagnostics: [Diagnostic]
  }

  init(_ path: String) async throws {
    folder = RawPath(path).resolved.text
    let options = BuildOptions(
      siteFolder: folder, outputFolder: folder + "/public", themeFolder: nil, jobs: Self.jobs)
    let log = CacheLog([], writer: Fingerprint(of: []))
    let content = try await ContentLoader.load(siteFolder: folder, log: log, jobs: Self.jobs)
    guard let loaded = content.content else { throw Unusable(diagnostics: content.diagnostics) }
    let configuration = loaded.configuration
    let loadedTheme = try Theme.load(options, for: configuration)
    guard let theme = loadedTheme.theme else {
      throw Unusable(diagnostics: loadedTheme.diagnostics)
    }
    library = theme.library
    let plan = PublicationPlan(options, content: loaded)
    let files = try await AssetStage.publish(plan.works, loaded, options: options)
    let languages = configuration.languages.map {
      SiteLanguage($0, among: configuration.languages)
    }
    let addresses = AddressBook(
      loaded, publication: plan.publication, languages: configuration.languages, files: files)
    let settings = MarkdownSettings(
      configuration, languages: languages, strings: theme.strings, siteFile: loaded.siteFile)
    texts = try Self.texts(of: plan.works, loaded, settings, addresses)
    let stage = MarkdownStage(
      content: loaded, configuration: configuration, works: plan.works, settings: settings,
      addresses: addresses,
      cache: TextCache(log, settings: settings.fingerprints, addresses: addresses.fingerprint),
      store: try TextStore(in: RawPath(folder) / BuildCache.folder, or: RawPath("/tmp")),
      jobs: Self.jobs)
    let rendered = try await stage.render(faulty: [])
    let assembler = SiteAssembler(
      configuration: configuration, registries: loaded.registries, strings: theme.strings,
      languages: languages, clock: plan.publication.clock, addresses: addresses, jobs: Self.jobs)
    site = Site(
      await assembler.assemble(
        rendered.editions, works: plan.works, store: stage.texts(of: rendered.editions)))
  }

  private static func texts(
    of works: [Work], _ content: LoadedContent, _ settings: MarkdownSettings,
    _ addresses: AddressBook
  ) throws(EnvironmentFailure) -> [Text] {
    var texts: [Text] = []
    for work in works {
      for edition in work.editions {
        guard let source = content.sources[edition.path],
          let options = settings.options[edition.language]
        else { continue }
        let resolver = ContentLinkResolver(
          addresses: addresses, configuration: content.configuration,
          root: String(content.configuration.basePath.dropLast()), folder: work.folder,
          language: edition.language, fragmentsInNamedLanguage: [])
        texts.append(
          Text(
            file: try source.inMemory(), body: source.body, options: options, resolver: resolver))
      }
    }
    return texts
  }

  /// The pages of works, as they are planned.
  var articles: [PagePlan] { site.whole.editions.indices.map { .edition($0) } }
}
