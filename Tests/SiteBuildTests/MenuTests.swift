import SiteBuild
import SiteDiagnostics
import SiteTestSupport
import SiteText
import Testing

/// Where the entries of menus lead.
struct MenuTests {
  /// A site of one page, with the lines of `site.yaml` that state menus.
  private static func site(_ menus: String) -> String {
    """
    -- content/site.yaml --
    \(Fixtures.siteFile)\(menus)
    -- content/pages/about/ar.md --
    ---
    title: عنّا
    ---
    نص.

    """
  }

  @Test func aMenuThatLeadsNowhereIsFound() async throws {
    let menus = "menus: {main: [{url: /abuot/, label: {ar: عنّا, en: About}}]}\n"
    let built = try await build(Self.site(menus))
    #expect(
      built.findings == """
        content/site.yaml:8:22: error: a menu leads to ‘/abuot/’, and the site has no such page [unknown-page]
            menus: {main: [{url: /abuot/, label: {ar: عنّا, en: About}}]}
            fix: did you mean ‘/about/’?

        """)
  }

  @Test func aMenuMayLeadToAPartOfAPageWhoseSlugsDiffer() async throws {
    let menus = "menus: {main: [{url: \"/about/?a=1#team\", label: {ar: عنّا, en: About}}]}\n"
    let built = try await build(
      Self.site(menus) + """
        -- content/pages/about/en.md --
        ---
        title: About
        slug: about-us
        translation: {of: ar, method: human}
        ---
        Text.

        """ + article("one", "ar"))
    #expect(built.findings == "")
    #expect(try built.text("articles/one/index.html").contains(#"href="/about/?a=1#team""#))
    #expect(try built.text("en/index.html").contains(#"href="/en/about-us/?a=1#team""#))
  }

  /// What is held back is left out of menus until its time, in each language.
  @Test func aMenuLeavesOutWhatTheClockHoldsBack() async throws {
    let menus = """
      menus:
        footer:
          - {url: /articles/call/, label: {ar: نداء, en: Call}}
          - {url: /articles/news/, label: {ar: خبر, en: News}}

      """
    let site = try TemporarySite(
      article("one") + article("call", "ar", "expires: 2024-03-01")
        + article("news", "ar", "date: 2024-05-01")
        + article(
          "news", "en", "title: News\nslug: news-en\ntranslation: {of: ar, method: human}"))
    try site.write(Fixtures.siteFile + menus, to: "content/site.yaml")
    func build(on day: String) async throws -> Built {
      try await site.build { $0.clock = try? .init(day, in: .utc) }
    }
    func entries(of built: Built) throws -> [[String]] {
      try ["articles/one/index.html", "en/index.html"].map { page in
        try built.text(page).matches(of: /<a href="([^"]+)">(?:نداء|خبر|Call|News)</)
          .map { String($0.output.1) }
      }
    }
    let between = try await build(on: "2024-04-01")
    #expect(
      between.findings.split(separator: "\n").filter { !$0.contains("[not-published]") } == [
        "content/site.yaml:10:13: warning: ‘/articles/call/’ expired on 2024-03-01, so the menu leaves it out [unavailable-link]",
        "        - {url: /articles/call/, label: {ar: نداء, en: Call}}",
        "    fix: take the link out, or give that work a later ‘expires’",
        "content/site.yaml:11:13: warning: ‘/articles/news/’ is not published until 2024-05-01, so the menu leaves it out [unavailable-link]",
        "        - {url: /articles/news/, label: {ar: خبر, en: News}}",
        "    fix: leave it: the link appears with that work",
      ])
    #expect(try entries(of: between) == [[], []])
    let before = try await build(on: "2024-02-01")
    #expect(try entries(of: before) == [["/articles/call/"], ["/articles/call/"]])
    let after = try await build(on: "2024-06-01")
    #expect(try entries(of: after) == [["/articles/news/"], ["/en/articles/news-en/"]])
    #expect(try await entries(of: build(on: "2024-04-01")) == [[], []])
  }

  /// A menu this long does not become literal text of the templates.
  @Test func aLongMenuFollowsWhatIsHeldBack() async throws {
    let others = (1...80).map { "    - {url: /about/?\($0), label: {ar: عنّا, en: About}}\n" }
    let menus = """
      menus:
        main:
          - {url: /articles/call/, label: {ar: نداء, en: Call}}
          - {url: /articles/news/, label: {ar: خبر, en: News}}

      """
    let about = "-- content/pages/about/ar.md --\n---\ntitle: عنّا\n---\nنص.\n"
    let siteFile = "-- content/site.yaml --\n\(Fixtures.siteFile)\(menus)\(others.joined())"
    func longSite(holding held: String) throws -> TemporarySite {
      try TemporarySite(
        siteFile + about
          + ["call", "news"].map {
            article($0, "ar", $0 == held ? "expires: 2024-03-01" : "expires: 2025-03-01")
          }.joined())
    }
    func build(_ site: TemporarySite) async throws -> Built {
      try await site.build { $0.clock = try? .init("2024-06-01", in: .utc) }
    }
    let site = try longSite(holding: "call")
    let before = try await build(site)
    #expect(try before.text("about/index.html").contains(">خبر</a>"))
    let other = try longSite(holding: "news")
    let anew = try await build(other)
    #expect(try anew.text("about/index.html").contains(">نداء</a>"))
    for name in ["call", "news"] {
      let path = "content/articles/\(name)/ar.md"
      try site.write(try other.text(of: path), to: path)
    }
    let (files, expected) = (try await build(site).files(), try anew.files())
    #expect(expected.keys.filter { files[$0] != expected[$0] }.sorted() == [])
  }

  @Test func aMenuThatLeadsToADraftIsAnErrorThatSaysSo() async throws {
    let menus = "menus: {main: [{url: /articles/two/, label: {ar: م, en: M}}]}\n"
    let built = try await build(Self.site(menus) + article("two", "ar", "status: draft"))
    #expect(
      built.findings.hasSuffix(
        """
        content/site.yaml:8:22: error: ‘/articles/two/’ is not published: its status is ‘draft’ [unresolved-link]
            menus: {main: [{url: /articles/two/, label: {ar: م, en: M}}]}
            fix: publish that work first, or take the link out

        """), "\(built.findings)")
  }
}
