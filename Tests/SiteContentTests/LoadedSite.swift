import SiteCache
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteModel
import SiteTestSupport

/// What a test looks at after a small site was read.
struct LoadedSite {
  let content: LoadedContent?
  let diagnostics: [Diagnostic]
  /// The files, of which texts are read when they are asked for.
  private let site: TemporarySite

  init(_ site: TemporarySite, jobs: Int = 2) async throws {
    let result = try await ContentLoader.load(
      siteFolder: site.folder, log: CacheLog([], writer: Fingerprint(of: [])), jobs: Jobs(jobs))
    self.site = site
    content = result.content
    diagnostics = result.diagnostics.sorted()
  }

  /// A site with the usual `site.yaml` and registries, and these files in or over them.
  init(_ files: [String: String]) async throws {
    try await self.init(TemporarySite(files: usualFiles.merging(files) { $1 }))
  }

  /// Every finding on a line of its own: place, severity, message, id, remedy.
  var lines: [String] {
    diagnostics.map {
      "\($0.location): \($0.severity): \($0.message.english) [\($0.id)] \($0.fix?.english ?? "")"
    }
  }

  /// The ids of the findings with their places.
  var ids: [String] { diagnostics.map { "\($0.location) \($0.id)" } }

  func work(_ name: String) -> Work? {
    content?.works.first { $0.folder.hasSuffix("/" + name) }
  }
}

let usualFiles = [
  "content/site.yaml": """
  title: {ar: مرصد, en: Observatory}
  description: {ar: وصف, en: Description}
  url: https://observatory.example
  timezone: Asia/Baghdad
  languages:
    - {code: ar, name: العربية, locale: ar-IQ, path: /, months: dual}
    - {code: en, name: English, locale: en-GB, path: /en/}

  """,
  "content/authors.yaml": """
  lubna-qasim:
    name: {ar: لبنى قاسم, en: Lubna Qasim}
  nadim-haddad:
    name: {ar: نديم حدّاد, en: Nadim Haddad}

  """,
  "content/topics.yaml": """
  security: {name: {ar: الأمن, en: Security}}
  borders: {name: {ar: الحدود, en: Borders}, parent: security}

  """,
  "content/pages/about/ar.md": "---\ntitle: عن المرصد\n---\nنصّ\n",
]

/// An article with these lines of front matter in the place of the usual ones.
func article(_ frontMatter: String, body: String = "نصّ\n") -> String {
  "---\n\(frontMatter)\n---\n\(body)"
}

/// The folder of the article that most tests write.
let folder = "content/articles/2025/iraq-families"
