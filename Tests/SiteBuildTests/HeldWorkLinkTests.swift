import SiteBuild
import SiteDiagnostics
import SiteTestSupport
import SiteText
import Testing

/// Links to works that are not published now.
struct HeldWorkLinkTests {
  /// A build of the next day must not fail for a work whose time is over.
  @Test func linksToWorksThatTheClockHoldsBackAreTextUntilTheirTime() async throws {
    let site = try TemporarySite(
      article(
        "one", "ar",
        text: "[نداء](../call/ \"ع\") و **[*خبر*](../news/)**.\n\n## [قسم](../call/ar.md#x)")
        + article("call", "ar", "expires: 2024-03-01", text: "## x")
        + article("call", "en", "status: draft\ntranslation: {of: ar, method: human}")
        + article("news", "ar", "date: 2024-05-01"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    func build(on day: String) async throws -> Built {
      try await site.build { $0.clock = try? .init(day, in: .utc) }
    }
    let between = try await build(on: "2024-04-01")
    #expect(between.report.isPublished)
    let lines = between.findings.split(separator: "\n").filter { !$0.contains("[not-published]") }
    #expect(
      lines.joined(separator: "\n") == """
        content/articles/one/ar.md:5:8: warning: ‘../call/’ expired on 2024-03-01, so this is no longer a link [unavailable-link]
            [نداء](../call/ "ع") و **[*خبر*](../news/)**.
            fix: take the link out, or give that work a later ‘expires’
        content/articles/one/ar.md:5:34: warning: ‘../news/’ is not published until 2024-05-01, so this is not a link yet [unavailable-link]
            [نداء](../call/ "ع") و **[*خبر*](../news/)**.
            fix: leave it: the link appears with that work
        content/articles/one/ar.md:7:10: warning: ‘../call/ar.md’ expired on 2024-03-01, so this is no longer a link [unavailable-link]
            ## [قسم](../call/ar.md#x)
            fix: take the link out, or give that work a later ‘expires’
        """)
    let text = try between.text("articles/one/index.html")
    #expect(text.contains("<p>نداء و <strong><em>خبر</em></strong>.</p>"))
    let before = try await build(on: "2024-02-01")
    #expect(
      try before.text("articles/one/index.html").contains(
        #"<a href="/articles/call/" title="ع">نداء</a> و <strong><em>خبر</em></strong>."#))
    let after = try await build(on: "2024-06-01")
    #expect(
      try after.text("articles/one/index.html").contains(
        #"<p>نداء و <strong><a href="/articles/news/"><em>خبر</em></a></strong>.</p>"#))
    let again = try await build(on: "2024-04-01")
    #expect(again.findings == between.findings)
    #expect(try again.text("articles/one/index.html") == text)
  }

  /// An address, also one with the site's own name, is no other than the folder that it is made from.
  @Test func addressesOfWorksThatAreHeldBackAreTreatedAsTheirFolders() async throws {
    let site = try TemporarySite(
      article(
        "one", "ar",
        text: """
          [أ](/articles/call/#x) [ب](/en/articles/news/?a=1) [ج](https://Example.org/articles/call/#x)

          <https://example.org/articles/call/> [د](https://example.com/articles/call/)
          """)
        + article("call", "ar", "expires: 2024-03-01", text: "## x")
        + article("news", "en", "date: 2024-05-01"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    func build(on day: String) async throws -> Built {
      try await site.build { $0.clock = try? .init(day, in: .utc) }
    }
    let between = try await build(on: "2024-04-01")
    #expect(between.report.isPublished)
    #expect(
      between.findings.split(separator: "\n").filter { $0.contains(": warning: ") } == [
        "content/articles/one/ar.md:5:5: warning: ‘/articles/call/’ expired on 2024-03-01, so this is no longer a link [unavailable-link]",
        "content/articles/one/ar.md:5:28: warning: ‘/en/articles/news/’ is not published until 2024-05-01, so this is not a link yet [unavailable-link]",
        "content/articles/one/ar.md:5:56: warning: ‘https://Example.org/articles/call/’ expired on 2024-03-01, so this is no longer a link [unavailable-link]",
        "content/articles/one/ar.md:7:2: warning: ‘https://example.org/articles/call/’ expired on 2024-03-01, so this is no longer a link [unavailable-link]",
      ])
    let text = try between.text("articles/one/index.html")
    #expect(text.contains("<p>أ ب ج</p>"))
    #expect(text.contains(#"<a href="https://example.com/articles/call/" rel="external">د</a>"#))
    let before = try await build(on: "2024-02-01").text("articles/one/index.html")
    #expect(before.contains(#"<a href="/articles/call/#x">أ</a> ب <a href="https://Example"#))
    let after = try await build(on: "2024-06-01").text("articles/one/index.html")
    #expect(after.contains(#"أ <a href="/en/articles/news/?a=1">ب</a> ج"#))
    #expect(try await build(on: "2024-04-01").text("articles/one/index.html") == text)
  }

  @Test(arguments: ["/articles/draft/", "https://example.org/articles/draft/"])
  func anAddressOfADraftIsAnErrorThatSaysSo(address: String) async throws {
    let built = try await build(
      article("one", "ar", text: "[أ](\(address))") + article("draft", "ar", "status: draft"))
    #expect(
      built.findings.hasSuffix(
        """
        content/articles/one/ar.md:5:5: error: ‘\(address)’ is not published: its status is ‘draft’ [unresolved-link]
            [أ](\(address))
            fix: publish that work first, or take the link out

        """), "\(built.findings)")
  }

  /// The day on which a work expires is a part of what is said of links to it.
  @Test func anotherDayOfExpiryIsNoticed() async throws {
    let site = try TemporarySite(
      article("one", "ar", text: "[نداء](../call/)")
        + article("call", "ar", "expires: 2024-03-01"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    func message() async throws -> String? {
      try await site.build { $0.clock = try? .init("2024-06-01", in: .utc) }
        .report.diagnostics.first { $0.id == "unavailable-link" }?.message.arabic
    }
    #expect(try await message() == "انتهت مدة «../call/» في 2024-03-01، فلم يعد هذا رابطًا")
    try site.write(
      "---\ntitle: call\ndate: 2024-01-01\nexpires: 2024-04-01\n---\nنص.\n",
      to: "content/articles/call/ar.md")
    #expect(try await message() == "انتهت مدة «../call/» في 2024-04-01، فلم يعد هذا رابطًا")
  }
}
