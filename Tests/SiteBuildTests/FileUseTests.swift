import SiteBuild
import SiteDiagnostics
import SiteTestSupport
import Testing

/// Which of the files beside a text are published.
struct FileUseTests {
  private static let files = """
    -- content/articles/a/draft.docx --
    draft
    -- content/articles/a/data/table.csv --
    a,b
    -- content/articles/a/report.pdf --
    %PDF-1.4

    """

  @Test func aFileThatNothingNamesStaysWhereItIs() async throws {
    let built = try await build(
      article("a", "ar", "pdf: report.pdf", text: "[الجدول](data/table.csv?v=1#row)") + Self.files)
    #expect(
      built.findings == """
        content/articles/a/draft.docx: warning: no published text names this file, so it is not published either [unused-file]
            fix: link to it from a text, move it out of the folder, or begin its name with ‘_’

        """)
    #expect(
      built.report.diagnostics[0].message.arabic
        == "لا يذكر هذا الملفَّ نصٌّ منشور، فلن يُنشر هو أيضًا")
    #expect(!built.exists("articles/a/draft.docx"))
    #expect(built.exists("articles/a/data/table.csv"))
    #expect(built.exists("articles/a/report.pdf"))
  }

  @Test func aPictureThatNothingShowsIsNamedToo() async throws {
    let site = try TemporarySite(
      article("a", "ar", "image: {src: cover.gif, alt: غلاف}", text: "![ص](map.gif)")
        + article(
          "a", "en", "status: draft\ntranslation: {of: ar, method: human}", text: "later.gif")
        + "-- content/authors.yaml --\nlina:\n  name: {ar: لينا, en: Lina}\n"
        + "  photo: authors/lina.gif\n")
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    let picture: [UInt8] = Array("GIF89a".utf8) + [8, 0, 8, 0, 0, 0, 0, 0x3B]
    for name in [
      "articles/a/cover", "articles/a/map", "articles/a/later", "articles/a/spare", "authors/lina",
    ] {
      try site.write(picture, to: "content/\(name).gif")
    }
    let built = try await site.build()
    #expect(
      built.report.diagnostics.filter { $0.id == "unused-file" }.map(\.location.path)
        == ["content/articles/a/spare.gif"], "\(built.findings)")
    #expect(!built.exists("articles/a/spare.gif"))
  }

  @Test func aFileIsPublishedWhoeverNamesItAndHowever() async throws {
    let built = try await build(
      article("a") + Self.files
        + article(
          "b",
          text: """
            [أ](../a/draft.docx) [ب](/articles/a/data/table.csv)
            [ج](https://example.org/articles/a/report.pdf)
            """))
    #expect(built.report.diagnostics.map(\.id) == ["own-address"], "\(built.findings)")
    for file in ["draft.docx", "data/table.csv", "report.pdf"] {
      #expect(built.exists("articles/a/\(file)"))
    }
  }

  @Test func theFilesOfADraftWaitWithIt() async throws {
    let site = try TemporarySite(
      article("a")
        + article(
          "a", "en", "pdf: report.pdf\nstatus: draft\ntranslation: {of: ar, method: human}",
          text: "[table](data/table.csv) and [more](draft.docx)")
        + Self.files)
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    let built = try await site.build()
    #expect(built.report.diagnostics.map(\.id) == ["not-published"], "\(built.findings)")
    #expect(!built.exists("articles/a/draft.docx"))
    #expect(!built.exists("articles/a/report.pdf"))
    let drafts = try await site.build { $0.includesDrafts = true }
    #expect(drafts.exists("articles/a/draft.docx"))
    #expect(drafts.exists("articles/a/report.pdf"))
  }

  @Test func markupThatIsAllowedNamesFilesToo() async throws {
    let built = try await build(
      article("a", text: #"<video src="film.mp4"></video>"#) + """
        -- content/site.yaml --
        \(Fixtures.siteFile)raw_html: allow
        -- content/articles/a/film.mp4 --
        film
        -- content/articles/a/other.mp4 --
        film

        """)
    #expect(
      built.report.diagnostics.map(\.location.path) == ["content/articles/a/other.mp4"],
      "\(built.findings)")
    #expect(built.exists("articles/a/film.mp4"))
    #expect(!built.exists("articles/a/other.mp4"))
  }

  /// Of what a text that cannot be read names nothing is known.
  @Test func besideAnErrorNothingIsSaidOfFiles() async throws {
    let built = try await build(
      article("a") + "-- content/articles/a/en.md --\n---\ntitle: [\n---\n" + Self.files)
    #expect(
      built.report.diagnostics.map(\.location.path) == ["content/articles/a/en.md"],
      "\(built.findings)")
  }
}
