import SiteBuild
import SiteDiagnostics
import SiteTestSupport
import SiteText
import Testing

/// Which works readers get.
struct PublicationTests {
  private static let works =
    article("published") + article("draft", "ar", "status: draft")
    + article("review", "ar", "status: review") + article("approved", "ar", "status: approved")
    + article("retracted", "ar", "status: retracted")
    + article("scheduled", "ar", "date: 2025-06-01T09:00")
    + article("expired", "ar", "expires: 2025-01-01")

  private static func published(
    at clock: String? = "2025-01-01", _ configure: (inout BuildOptions) -> Void = { _ in }
  ) async throws -> [String] {
    let built = try await build(works) { options in
      options.clock = clock.flatMap { try? Timestamp($0, in: .utc) }
      configure(&options)
    }
    #expect(built.report.isPublished, "\(built.findings)")
    return try built.links("works", on: "articles/index.html")
      .map { String($0.dropFirst("/articles/".count).dropLast()) }.sorted()
  }

  @Test func readersGetWhatIsPublishedAndWhatWasWithdrawn() async throws {
    #expect(try await Self.published() == ["published", "retracted"])
  }

  @Test func aWorkIsPublishedFromItsMomentAndUntilItExpires() async throws {
    // 09:00 in Baghdad is 06:00 in UTC.
    #expect(try await !Self.published(at: "2025-06-01T05:59").contains("scheduled"))
    #expect(try await Self.published(at: "2025-06-01T06:00").contains("scheduled"))
    #expect(try await Self.published(at: "2024-12-31T20:59").contains("expired"))
    #expect(try await !Self.published(at: "2024-12-31T21:00").contains("expired"))
  }

  @Test(arguments: ["Asia/Baghdad", "America/New_York", "Pacific/Auckland"])
  func aDayThatCountsAsNowLastsToItsEndWhereTheSiteIs(zone: String) async throws {
    let site = try TemporarySite(
      article("day", "ar", "date: 2025-06-01") + article("morning", "ar", "date: 2025-06-01T09:30")
        + article("night", "ar", "date: 2025-06-01T23:59:59")
        + article("next", "ar", "date: 2025-06-02") + article("gone", "ar", "expires: 2025-06-01")
        + article("still", "ar", "expires: 2025-06-02"))
    try site.write(
      Fixtures.siteFile.replacing("Asia/Baghdad", with: zone), to: "content/site.yaml")
    let built = try await site.build { $0.clock = try? Timestamp("2025-06-01", in: .utc) }
    #expect(
      try Set(built.links("works", on: "articles/index.html")).sorted() == [
        "/articles/day/", "/articles/morning/", "/articles/night/", "/articles/still/",
      ])
  }

  @Test(arguments: [("2025-11-02", "2025-11-03"), ("2025-03-09", "2025-03-10")])
  func aDayOnWhichClocksChangeEndsWithIt(day: String, next: String) async throws {
    let site = try TemporarySite(
      article("night", "ar", "date: \(day)T23:30") + article("next", "ar", "date: \(next)T00:15"))
    try site.write(
      Fixtures.siteFile.replacing("Asia/Baghdad", with: "America/New_York"),
      to: "content/site.yaml")
    let built = try await site.build { $0.clock = try? Timestamp(day, in: .utc) }
    #expect(try built.links("works", on: "articles/index.html") == ["/articles/night/"])
  }

  @Test func withoutAClockTheNewestDateOfWhatIsPublishedIsNow() async throws {
    #expect(try await Self.published(at: nil).contains("scheduled"))
    #expect(try await !Self.published(at: nil).contains("expired"))
  }

  @Test func draftsAndFutureWorksCanBeAskedFor() async throws {
    #expect(
      try await Self.published { $0.includesDrafts = true }
        == ["approved", "draft", "published", "retracted", "review"])
    #expect(
      try await Self.published { $0.includesFuture = true }
        == ["published", "retracted", "scheduled"])
  }

  @Test func theReportCountsWorksThatAreHeldBack() async throws {
    let built = try await build(
      Self.works
        + article(
          "published", "en", "title: One\nstatus: draft\ntranslation: {of: ar, method: human}")
        + article("scheduled", "en", "title: Two\ntranslation: {of: ar, method: human}")
    ) { options in options.clock = try? Timestamp("2025-01-01", in: .utc) }
    let held = try #require(built.report.held)
    #expect((held.drafts, held.scheduled, held.expired) == (4, 1, 1))
    #expect(held.clock.isoDate == "2025-01-01")
    #expect(try await build(article("a")).report.held == nil)
  }

  @Test func aDraftThatIsShownIsMarkedAndNotIndexed() async throws {
    let built = try await build(Self.works) { $0.includesDrafts = true }
    let page = try built.text("articles/draft/index.html")
    #expect(page.contains("<dd>draft</dd>"))
    #expect(page.contains(#"<meta name="robots" content="noindex">"#))
    #expect(!(try built.text("sitemap.xml").contains("articles/draft/")))
    #expect(try built.text("articles/retracted/index.html").contains("<dd>retracted</dd>"))
    #expect(
      try built.text("articles/retracted/index.html")
        .contains(#""creativeWorkStatus":"Retracted""#))
  }

  /// A daily build must not fail on a day on which nobody touched the site.
  @Test func aSiteIsPublishedOnTheDayAWorkExpires() async throws {
    let site = try TemporarySite(
      """
      -- content/topics.yaml --
      security: {name: {ar: الأمن, en: Security}}
      -- content/authors.yaml --
      lina: {name: {ar: لينا, en: Lina}}

      """
        + article(
          "a",
          text: """
            [1](../b/) [2](../b/report.pdf) [3](/articles/b/index.html) [4](/articles/b/report.pdf)
            [5](/topics/security/index.html) [6](/authors/lina/) [7](/tags/water/) [8](/years/2020/)

            ![خريطة](../b/map.png)

            ![خريطة](../%D8%AA%D9%82%D8%B1%D9%8A%D8%B1/plan.png)
            """)
        + article("تقرير", "ar", "slug: report\nexpires: 2025-06-01")
          + """
          -- content/pages/team/ar.md --
          ---
          title: الفريق
          authors: [lina]
          expires: 2025-06-01
          ---
          نص.

          """
        + article(
          "b", "ar",
          """
          date: 2020-01-01
          expires: 2025-06-01
          topics: [security]
          tags: [water]
          """))
    try site.write(
      Fixtures.siteFile + """
        menus:
          main:
            - {url: /topics/security/, label: {ar: الأمن, en: Security}}
            - {url: /articles/b/, label: {ar: ب, en: B}}

        """, to: "content/site.yaml")
    try site.write("%PDF", to: "content/articles/b/report.pdf")
    try site.write(SmallSite.picture, to: "content/articles/b/map.png")
    try site.write(SmallSite.picture, to: "content/articles/تقرير/plan.png")
    func build(on day: String) async throws -> Built {
      try await site.build { $0.clock = try? Timestamp(day, in: .utc) }
    }
    for day in ["2025-05-31", "2025-06-01", "2025-05-31", "2025-06-01"] {
      let built = try await build(on: day)
      #expect(built.report.isPublished, "\(built.findings)")
      let isOver = day.hasSuffix("01")
      let page = try built.text("articles/a/index.html")
      #expect(page.contains("src=\"/media/map.") && page.contains("src=\"/media/plan."))
      #expect(page.contains("report.pdf") != isOver)
      #expect(try built.text("index.html").contains("href=\"/topics/security/\"") != isOver)
      #expect(built.exists("articles/b/report.pdf") != isOver)
      #expect(
        built.report.diagnostics.filter { $0.id == "unavailable-link" }.map { "\($0.location)" }
          == (isOver
            ? ["5:5", "5:16", "5:37", "5:65", "6:5", "6:38", "6:58", "6:76"]
              .map { "content/articles/a/ar.md:\($0)" }
              + ["content/site.yaml:10:13", "content/site.yaml:11:13"] : []),
        "\(built.findings)")
    }
  }

  @Test func aTranslationAloneMayBeADraft() async throws {
    let works =
      article("one", "ar", text: "نص")
      + article(
        "one", "en", "title: One\nstatus: draft\ntranslation: {of: ar, method: human}")
    let built = try await build(works)
    #expect(
      built.findings
        == "content/articles/one/en.md: note: not published: its status is ‘draft’ [not-published]\n"
    )
    #expect(!built.exists("en/articles/one"))
    #expect(
      try built.links("languages", on: "articles/one/index.html")
        == ["/articles/one/", "/en/articles/"])
    let withDrafts = try await build(works) { $0.includesDrafts = true }
    #expect(
      try withDrafts.links("languages", on: "articles/one/index.html")
        == ["/articles/one/", "/en/articles/one/"])
  }

  @Test func filesOfADraftAreNotPublished() async throws {
    let built = try await build(
      article("draft", "ar", "status: draft") + "-- content/articles/draft/secret.csv --\na\n"
        + article("one"))
    #expect(built.report.isPublished)
    #expect(try built.files().keys.filter { $0.contains("secret") } == [])
  }

  @Test func aDateFarAheadOfAllOthersIsDoubted() async throws {
    let works =
      article("a", "ar", "expires: 2030-01-01")
      + article("b", "ar", "date: 2052-03-04")
      + article("b", "en", "title: B\nupdated: 2052-03-04\ntranslation: {of: ar, method: human}")
    let built = try await build(works)
    #expect(
      built.findings == """
        content/articles/a/ar.md: note: no longer published: it expired on 2030-01-01 [not-published]
        content/articles/b/ar.md:2:7: note: the newest date of the content, 2052-03-04, counts as now
            date: 2052-03-04
        content/articles/b/ar.md:2:7: warning: this date, 2052-03-04, is more than a year after those of all other works, and as the newest it counts as now [far-date]
            date: 2052-03-04
            fix: correct the year if it is mistyped; otherwise build with --clock and today's date

        """)
    let set = try await build(works) { $0.clock = try? Timestamp("2025-01-01", in: .utc) }
    #expect(!set.findings.contains("far-date"))
  }

  @Test func aDateWithinAYearOfAnotherIsNotDoubted() async throws {
    let built = try await build(
      article("a", "ar") + article("b", "ar", "date: 2024-12-31")
        + article("c", "ar", "date: 2052-01-01\nstatus: draft"))
    #expect(!built.findings.contains("far-date"), "\(built.findings)")
    #expect(try await build(article("a", "ar", "date: 2052-01-01")).findings == "")
  }
}
