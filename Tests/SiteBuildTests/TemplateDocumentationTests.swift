import Foundation
import SiteConcurrency
import SiteTemplate
import SiteTestSupport
import Testing

@testable import SiteBuild

/// `Documentation/Templates.md` lists everything that templates can print.
struct TemplateDocumentationTests {
  private static let page = URL(filePath: Fixtures.folder + "/../../Documentation/Templates.md")

  @Test func theFirstTemplateBuilds() async throws {
    let text = String(decoding: try Data(contentsOf: Self.page), as: UTF8.self)
    let begin = try #require(text.firstRange(of: "## A first template\n\n```html\n"))
    let end = try #require(text[begin.upperBound...].firstRange(of: "```\n"))
    let site = try TemporarySite(article("a", text: "النص.") + article("b"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.write(String(text[begin.upperBound..<end.lowerBound]), to: "templates/article.html")
    let options = BuildOptions(
      siteFolder: site.folder, outputFolder: site.absolute("public"),
      themeFolder: Fixtures.folder + "/../../templates", jobs: Jobs(2))
    let report = try await BuildPipeline(options).run()
    #expect(report.isPublished, "\(report.diagnostics)")
    #expect(try site.text(of: "public/articles/a/index.html").contains("<p>النص.</p>"))
  }

  /// `CTSITE_RECORD=1 swift test --filter TemplateDocumentationTests` writes the part anew.
  @Test func thePageForDesignersIsComplete() throws {
    let text = String(decoding: try Data(contentsOf: Self.page), as: UTF8.self)
    let begin = try #require(text.firstRange(of: "<!-- context:begin -->\n"))
    let end = try #require(text.firstRange(of: "<!-- context:end -->"))
    let documentation = ContextSchema.schema.documentation()
    let written = text[begin.upperBound..<end.lowerBound]
    guard ProcessInfo.processInfo.environment["CTSITE_RECORD"] == "1" else {
      #expect(
        written.trimmingCharacters(in: .newlines)
          == documentation.trimmingCharacters(in: .newlines),
        "CTSITE_RECORD=1 writes the list anew")
      return
    }
    let new = text[..<begin.upperBound] + documentation + text[end.lowerBound...]
    try Data(new.utf8).write(to: Self.page)
    Issue.record("the list was written; look at it, and run the tests without CTSITE_RECORD")
  }
}
