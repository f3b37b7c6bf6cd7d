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
    var clock = StageClock()
    switch try await SitePreparation(options: options, content: nil, log: log).run(&clock) {
    case .refused(let diagnostics): throw Unusable(diagnostics: diagnostics)
    case .prepared(let prepared):
      guard let theme = prepared.source.theme.theme else {
        throw Unusable(diagnostics: prepared.diagnostics)
      }
      library = theme.library
      site = prepared.site
      texts = try Self.texts(of: prepared)
    }
  }

  private static func texts(of prepared: PreparedSite) throws(EnvironmentFailure) -> [Text] {
    let (source, configuration) = (prepared.source, prepared.source.configuration)
    let settings = MarkdownSettings(
      configuration, languages: prepared.texts.languages, strings: source.theme.strings,
      site: source.settings)
    var texts: [Text] = []
    for work in source.plan.works {
      for edition in work.editions {
        guard let text = source.content.sources[edition.path],
          let options = settings.options[edition.language]
        else { continue }
        let resolver = ContentLinkResolver(
          addresses: prepared.texts.addresses, configuration: configuration,
          ownAddress: OwnAddress(configuration.url),
          root: String(configuration.basePath.dropLast()), folder: work.folder,
          language: edition.language, fragmentsInNamedLanguage: [])
        texts.append(
          Text(file: try text.inMemory(), body: text.body, options: options, resolver: resolver))
      }
    }
    return texts
  }

  /// The pages of works, as they are planned.
  var articles: [PagePlan] { site.whole.editions.indices.map { .edition($0) } }
}
