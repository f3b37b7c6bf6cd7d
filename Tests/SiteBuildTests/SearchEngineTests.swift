import SiteTestSupport
import Testing

@testable import SiteBuild

/// What search engines, indexes and servers read.
struct SearchEngineTests {
  @Test(arguments: [
    (Sitemap.Limits(addresses: 2, bytes: 100_000), 2),
    (Sitemap.Limits(addresses: 100, bytes: 300), 2),
    (Sitemap.Limits(), 1),
  ])
  func aSitemapKeepsWithinTheLimits(limits: Sitemap.Limits, least: Int) throws {
    let pages = (1...5).map { SitemapEntry(url: "https://example.org/\($0)/") }
    let files = Sitemap.files(for: pages, limits: limits) { "https://example.org" + $0 }
    let texts = files.map { file -> String in
      guard case .bytes(let bytes) = file.content else { return "" }
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(files.first?.path == "sitemap.xml")
    let parts = files.count > 1 ? texts.dropFirst() : texts[...]
    #expect(parts.count >= least)
    for part in parts {
      #expect(part.utf8.count <= limits.bytes)
      #expect(part.matches(of: /<url>/).count <= limits.addresses)
    }
    #expect(
      parts.joined().matches(of: /<loc>([^<]*)/).map { String($0.output.1) } == pages.map(\.url))
    if files.count > 1 {
      #expect(
        texts[0].matches(of: /<loc>([^<]*)/).map { String($0.output.1) }
          == files.dropFirst().map { "https://example.org/" + $0.path })
    }
  }

  @Test func structuredDataSaysWhatAPageIs() async throws {
    let built = try await build(
      """
      -- content/site.yaml --
      \(Fixtures.siteFile.replacing("example.org/", with: "example.org/بوابة/"))
      license: House rules
      -- content/authors.yaml --
      layla: {name: {ar: ليلى, en: Layla}}

      """ + article("a", "ar", "authors: [layla]"))
    for (page, type) in [
      ("search/index.html", "SearchResultsPage"), ("authors/layla/index.html", "ProfilePage"),
      ("404.html", "WebPage"), ("articles/index.html", "CollectionPage"),
    ] {
      #expect(try built.text(page).contains(#""@type":"\#(type)""#), "\(page)")
    }
    let article = try built.text("articles/a/index.html")
    let root = "https://example.org/%D8%A8%D9%88%D8%A7%D8%A8%D8%A9/"
    #expect(article.contains(#""url":"\#(root)""#))
    #expect(article.contains(#""license":{"@type":"CreativeWork","name":"House rules"}"#))
    #expect(try built.text("_headers").hasPrefix("/%D8%A8%D9%88%D8%A7%D8%A8%D8%A9/*\n"))
  }

  @Test func aPDFBelongsToTheEditionThatNamesIt() async throws {
    let built = try await build(
      article("a", "ar", "type: study\npdf: study.pdf")
        + article("a", "en", "title: A\ntranslation: {of: ar, method: human}")
        + article("b", "ar", "type: study")
        + article("b", "en", "title: B\npdf: b.pdf\ntranslation: {of: ar, method: human}")
        + "-- content/articles/a/study.pdf --\n%PDF\n-- content/articles/b/b.pdf --\n%PDF\n")
    #expect(built.report.isPublished, "\(built.findings)")
    #expect(
      try built.text("articles/a/index.html").contains(
        #"name="citation_pdf_url" content="https://example.org/articles/a/study.pdf""#))
    #expect(!(try built.text("en/articles/a/index.html").contains("study.pdf")))
    // The file lies beside the page of the original, which Google Scholar does not take.
    #expect(!(try built.text("en/articles/b/index.html").contains("citation_pdf_url")))
  }

  @Test func aDateWithoutATimeIsWrittenAsOne() async throws {
    let built = try await build(
      article("a", "ar", "date: 2025-05-25") + article("b", "ar", "date: 2025-05-25T09:30"))
    let published = { (page: String) in
      try built.text("articles/\(page)/index.html")
        .firstMatch(of: /article:published_time" content="([^"]*)"/).map { String($0.output.1) }
    }
    #expect(try published("a") == "2025-05-25")
    #expect(try published("b") == "2025-05-25T09:30:00+03:00")
  }

  @Test func aWorkWithoutWordsIsAWarning() async throws {
    let built = try await build(
      article("a", "ar", "title: \"🇮🇶 — ٪\"", text: "😀 … ❤️")
        + article("b", "ar", "title: \"😀\"", text: "كلمة")
        + article("c", "ar", "title: \"😀😀\"\ntags: [وسم]", text: "")
        + article("d", "ar", "title: عنوان", text: ""))
    #expect(
      built.findings == """
        content/articles/a/ar.md:2:8: warning: this text has no words: readers cannot find it by searching [nothing-to-search]
            title: "🇮🇶 — ٪"
            fix: give it a title in words

        """)
    #expect(built.exists("articles/a/index.html"))
  }

  @Test func textsStayOnOneLineForLanguageModels() async throws {
    let built = try await build(
      """
      -- content/site.yaml --
      \(Fixtures.siteFile.replacing("وصف", with: #""سطر\n[أول]""#))

      """
        + article("a", "ar", "title: \"[أ]\"\nsummary: \"كلام\\n# [رابط](x)\""))
    let text = try built.text("llms.txt")
    #expect(text.contains("> سطر \\[أول\\]\n"))
    #expect(text.contains("- [\\[أ\\]](https://example.org/articles/a/): كلام # \\[رابط\\](x)\n"))
  }
}
