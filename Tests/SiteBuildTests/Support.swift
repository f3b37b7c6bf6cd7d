import Foundation
import SiteBuild
import SiteConcurrency
import SiteDiagnostics
import SiteTestSupport

/// A site with what a build of it reported.
struct Built {
  let site: TemporarySite
  let report: BuildReport

  /// The text of a file of the output.
  func text(_ path: String) throws -> String { try site.text(of: "public/" + path) }

  /// The bytes of a file of the output.
  func bytes(_ path: String) throws -> [UInt8] { Array(try text(path).utf8) }

  func exists(_ path: String) -> Bool { site.exists("public/" + path) }

  /// Every file of the output but the list of them.
  func files() throws -> [String: [UInt8]] {
    try site.files(below: "public").filter { $0.key != ".ctsite-files" }
  }

  /// The findings in their printed form.
  var findings: String {
    PlainFormatter(language: .english, usesColour: false).format(report.diagnostics)
  }
}

extension TemporarySite {
  /// Builds the site into its folder `public` with the theme of the tests.
  func build(
    jobs: Int = 2, output: String? = nil, _ configure: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> Built {
    var options = BuildOptions(
      siteFolder: folder, outputFolder: output ?? absolute("public"),
      themeFolder: Fixtures.theme, jobs: Jobs(jobs))
    configure(&options)
    return Built(site: self, report: try await BuildPipeline(options).run())
  }
}

/// Writes a site and builds it. Where the text has no `content/site.yaml`, it gets one in Arabic
/// and English.
func build(
  _ text: String, _ configure: (inout BuildOptions) -> Void = { _ in }
) async throws -> Built {
  let site = try TemporarySite(text)
  if !site.exists("content/site.yaml") {
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
  }
  return try await site.build(configure)
}

/// Files beside the tests.
enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().path

  /// Plain templates that print what matters.
  static let theme = folder + "/Fixtures/theme"

  /// A folder with a stand-in for libvips.
  static let tools = folder + "/Fixtures/tools"

  static let siteFile = """
    title: {ar: مرصد, en: Observatory}
    description: {ar: وصف, en: Description}
    url: https://example.org/
    timezone: Asia/Baghdad
    languages:
      - {code: ar, name: العربية, locale: ar-IQ, path: /}
      - {code: en, name: English, locale: en-GB, path: /en/}

    """
}

/// One file of a work below `articles/`, in the txtar format.
///
/// - Parameters:
///   - fields: lines of front matter; a title and a date are added where they are not among them.
func article(
  _ folder: String, _ language: String = "ar", _ fields: String = "", text: String = "نص."
) -> String {
  var lines = fields.isEmpty ? [] : [fields]
  if !fields.contains("title:") { lines.append("title: \(folder)") }
  if !fields.contains("date:"), !fields.contains("translation:") {
    lines.append("date: 2024-01-01")
  }
  return """
    -- content/articles/\(folder)/\(language).md --
    ---
    \(lines.joined(separator: "\n"))
    ---
    \(text)

    """
}

extension Built {
  /// Where the links of a list lead that a template of the tests marks with a class, decoded.
  func links(_ name: String, on page: String) throws -> [String] {
    let html = try text(page)
    guard let start = html.firstRange(of: "class=\"\(name)\">") else { return [] }
    let rest = html[start.upperBound...]
    let ends = ["</ul>", "</ol>", "</nav>"].compactMap { rest.firstRange(of: $0)?.lowerBound }
    return rest[..<(ends.min() ?? rest.endIndex)].matches(of: /href="([^"]*)"/).map {
      let address = String($0.output.1)
      return address.removingPercentEncoding ?? address
    }
  }
}
