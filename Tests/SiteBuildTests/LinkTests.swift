import SiteBuild
import SiteDiagnostics
import SiteTestSupport
import SiteText
import Testing

/// Links between works, as editors write them.
struct LinkTests {
  @Test func aLinkToAFolderFollowsTheLanguageOfThePage() async throws {
    let built = try await build(
      article("one", "ar", text: "[ثانٍ](../two/)")
        + article("one", "en", "translation: {of: ar, method: human}", text: "[two](../two)")
        + article("two", "ar")
        + article("two", "en", "slug: second\ntranslation: {of: ar, method: human}"))
    #expect(built.findings == "")
    #expect(
      try built.text("articles/one/index.html").contains(#"<a href="/articles/two/">ثانٍ</a>"#))
    #expect(
      try built.text("en/articles/one/index.html")
        .contains(#"<a href="/en/articles/second/">two</a>"#))
  }

  @Test func whereTheLanguageIsMissingTheOtherIsNamed() async throws {
    let built = try await build(
      article("one", "en", text: "[note](../note/) and [section](../note/ar.md#قسم)")
        + article("note", "ar", text: "## قسم"))
    #expect(built.findings == "")
    let page = try built.text("en/articles/one/index.html")
    #expect(page.contains(#"<a href="/articles/note/" hreflang="ar">note</a>"#))
    #expect(
      page.contains(#"<a href="/articles/note/#%D9%82%D8%B3%D9%85" hreflang="ar">section</a>"#))
  }

  @Test func anAnchorLeadsToTheReadersLanguageWhereThatHasItElseToTheNamedFile() async throws {
    let built = try await build(
      article("one", "en", text: "[both](../two/ar.md#iraq), [one](../two/ar.md#iran)")
        + article("two", "ar", text: "## Iraq\n\n## Iran")
        + article(
          "two", "en", "title: Two\ntranslation: {of: ar, method: human}", text: "## Iraq"))
    #expect(built.findings == "")
    let page = try built.text("en/articles/one/index.html")
    #expect(page.contains(#"<a href="/en/articles/two/#iraq">both</a>"#))
    #expect(page.contains(#"<a href="/articles/two/#iran" hreflang="ar">one</a>"#))
  }

  @Test func worksAndPagesLinkToOneAnotherAndToFiles() async throws {
    let built = try await build(
      article("deep/folder/one", "ar", text: "[عنّا](../../../../pages/about/#الفريق)")
        + article(
          "deep/folder/one/data.csv".replacing("/data.csv", with: ""), "en",
          "translation: {of: ar, method: human}", text: "[data](data.csv)")
          + """
          -- content/articles/deep/folder/one/data.csv --
          a,b
          -- content/pages/about/ar.md --
          ---
          title: عنّا
          ---
          ## الفريق

          [المقال](../../articles/deep/folder/one/ar.md) و[الخلاصة](/feed.xml) و[الموضوعات](/topics/).

          """)
    #expect(built.findings == "")
    #expect(
      try built.text("articles/one/index.html")
        .contains(#"<a href="/about/#%D8%A7%D9%84%D9%81%D8%B1%D9%8A%D9%82">عنّا</a>"#))
    #expect(
      try built.text("en/articles/one/index.html")
        .contains(#"<a href="/articles/one/data.csv">data</a>"#))
    #expect(built.exists("articles/one/data.csv"))
    let page = try built.text("about/index.html")
    #expect(page.contains(#"<a href="/articles/one/">المقال</a>"#))
    #expect(page.contains(#"<a href="/feed.xml">الخلاصة</a>"#))
  }

  @Test func brokenLinksSayWhatIsWrongAndWhatIsNear() async throws {
    let built = try await build(
      article(
        "2024/one", "ar",
        text: """
          [أ](../../2023/iraq-familys/)
          [ب](../draft/)
          [ج](../../2023/iraq-families/#النتيجة)
          [د](/topic/)
          [هـ](../../../../../etc/passwd)
          [و](#هنا)
          [ز](../future/ar.md)
          """)
        + article("2023/iraq-families", "ar", text: "## النتائج")
        + article("2024/draft", "ar", "status: review")
        + article("2024/future", "ar", "date: 2030-01-01")
    ) { $0.clock = try? .init("2025-01-01", in: .utc) }
    #expect(
      built.findings == """
        content/articles/2024/draft/ar.md: note: not published: its status is ‘review’ [not-published]
        content/articles/2024/future/ar.md: note: not published until 2030-01-01 [not-published]
        content/articles/2024/one/ar.md:5:5: error: no work and no file is at ‘../../2023/iraq-familys/’ [unresolved-link]
            [أ](../../2023/iraq-familys/)
            fix: did you mean ‘../../2023/iraq-families/’?
        content/articles/2024/one/ar.md:6:5: error: ‘../draft/’ is not published: its status is ‘review’ [unresolved-link]
            [ب](../draft/)
            fix: publish that work first, or take the link out
        content/articles/2024/one/ar.md:7:5: error: no heading has the anchor ‘#النتيجة’ [unknown-anchor]
            [ج](../../2023/iraq-families/#النتيجة)
            fix: its headings are: #النتائج
        content/articles/2024/one/ar.md:8:5: error: the site has no page ‘/topic/’ [unknown-page]
            [د](/topic/)
            fix: did you mean ‘/topics/’?
        content/articles/2024/one/ar.md:9:6: error: the link ‘../../../../../etc/passwd’ leads out of the content folder [unresolved-link]
            [هـ](../../../../../etc/passwd)
            fix: link to a folder or a file below ‘content/’
        content/articles/2024/one/ar.md:10:5: error: no heading has the anchor ‘#هنا’ [unknown-anchor]
            [و](#هنا)
            fix: that text has no headings: link to it without ‘#’
        content/articles/2024/one/ar.md:11:5: warning: ‘../future/ar.md’ is not published until 2030-01-01, so this is not a link yet [unavailable-link]
            [ز](../future/ar.md)
            fix: leave it: the link appears with that work

        """)
  }

  @Test func theHeadingsOfTheFileThatALinkNamesAreListed() async throws {
    let headings = (1...10).map { "## قسم \($0)" }.joined(separator: "\n\n")
    let built = try await build(
      article("one", "en", text: "[a](../two/ar.md#x) [b](../two/#x)")
        + article("two", "ar", text: headings)
        + article("two", "en", "translation: {of: ar, method: human}", text: "## Iraq"))
    #expect(
      built.findings == """
        content/articles/one/en.md:5:5: error: no heading has the anchor ‘#x’ [unknown-anchor]
            [a](../two/ar.md#x) [b](../two/#x)
            fix: the headings of ../two/ar.md are: #قسم-1, #قسم-2, #قسم-3, #قسم-4, #قسم-5, #قسم-6, #قسم-7, #قسم-8 and 2 more
        content/articles/one/en.md:5:25: error: no heading has the anchor ‘#x’ [unknown-anchor]
            [a](../two/ar.md#x) [b](../two/#x)
            fix: its headings are: #iraq

        """)
    #expect(
      built.report.diagnostics[0].fix?.arabic
        == "عناوين ../two/ar.md هي: #قسم-1، #قسم-2، #قسم-3، #قسم-4، #قسم-5، #قسم-6، #قسم-7، #قسم-8 "
        + "وغيرها (2)")
  }

  @Test func aPathLeadsToOneLanguageWhateverTheReaders() async throws {
    let built = try await build(
      article("2024/one", "en", text: "[a](/articles/two/) [b](/topics/) [c](/en/articles/two/)")
        + article("2023/two", "ar", text: "[د](/topics/) [هـ](/articles/one/)")
        + article("2023/two", "en", "translation: {of: ar, method: human}"))
    #expect(
      built.findings == """
        content/articles/2023/two/ar.md:5:20: error: the site has no page ‘/articles/one/’ [unknown-page]
            [د](/topics/) [هـ](/articles/one/)
            fix: did you mean ‘/articles/two/’ or ‘/en/articles/one/’ or ‘/articles/’?
        content/articles/2024/one/en.md:5:5: warning: ‘/articles/two/’ is a page in another language than this text: ‘ar’ [other-language]
            [a](/articles/two/) [b](/topics/) [c](/en/articles/two/)
            fix: write ../../2023/two/, which leads to the reader's language
        content/articles/2024/one/en.md:5:25: warning: ‘/topics/’ is a page in another language than this text: ‘ar’ [other-language]
            [a](/articles/two/) [b](/topics/) [c](/en/articles/two/)
            fix: write /en/topics/, which leads to the reader's language

        """)
  }

  @Test func aLinkThatLeadsNowhereSaysWhatWasProbablyMeant() async throws {
    let built = try await build(
      article(
        "one", "en",
        text: """
          [a](WWW.undp.org/iraq) [b](flows.csv) [c](x.pdf) [d](../two/x.pdf)
          [e](info@x.org) [f](map@2x.pdf)
          """)
        + article("two", "en") + "-- content/articles/one/flow.csv --\na,b\n")
    #expect(
      built.report.diagnostics.map { "\($0.id) \($0.fix?.english ?? "")" } == [
        "unresolved-link write https://WWW.undp.org/iraq",
        "unresolved-link did you mean ‘flow.csv’?",
        "unresolved-link the work has these files: flow.csv",
        "unresolved-link put the file into the work's folder",
        "unresolved-link write mailto:info@x.org",
        "unresolved-link the work has these files: flow.csv",
      ])
  }

  @Test func linksByTheSitesOwnAddressAreChecked() async throws {
    let built = try await build(
      article(
        "one", "en",
        text: """
          [a](https://example.org/articles/two/#x)
          [b](HTTP://Example.org/en/topics/?q)
          [c](https://example.org/gone/)
          [d](https://example.org.evil.net/gone/) [e](https://other.org/)
          [f](https://example.org)
          """)
        + article("two", "ar", text: "## س"))
    #expect(
      built.findings == """
        content/articles/one/en.md:5:5: error: no heading has the anchor ‘#x’ [unknown-anchor]
            [a](https://example.org/articles/two/#x)
            fix: its headings are: #س
        content/articles/one/en.md:6:5: note: the link leads to this site by its address on the web, which may change [own-address]
            [b](HTTP://Example.org/en/topics/?q)
            fix: write /en/topics/
        content/articles/one/en.md:7:5: warning: the site has no page ‘/gone/’ [unknown-page]
            [c](https://example.org/gone/)
            fix: link to works by their folder, such as ‘../iraq-families/’, so that the link is checked and follows the reader's language
        content/articles/one/en.md:9:5: note: the link leads to this site by its address on the web, which may change [own-address]
            [f](https://example.org)
            fix: write /en/

        """)
  }

  /// A picture that cannot be read has its error, whether or not its work is published.
  @Test func aPictureThatCannotBeReadIsNotMissingToo() async throws {
    let site = try TemporarySite(
      article("one", "ar", text: "![خريطة](map.png)\n\n![خريطة](../two/map.png)")
        + article("two", "ar", "status: draft"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    for folder in ["one", "two"] { try site.write("no", to: "content/articles/\(folder)/map.png") }
    let broken = try await site.build()
    #expect(
      broken.report.diagnostics.filter { $0.severity == .error }.map { "\($0.location) \($0.id)" }
        == ["one", "two"].map { "content/articles/\($0)/map.png unreadable-image" },
      "\(broken.findings)")
    // One after the other: a text that shows a draft's picture learns of its mending too.
    for (folder, errors) in [
      (
        "two",
        [
          "content/articles/one/ar.md:7:10 unresolved-image",
          "content/articles/one/map.png unreadable-image",
        ]
      ),
      ("one", ["content/articles/one/ar.md:7:10 unresolved-image"]),
    ] {
      try site.write(SmallSite.picture, to: "content/articles/\(folder)/map.png")
      let mended = try await site.build()
      #expect(
        mended.report.diagnostics.filter { $0.severity == .error }
          .map { "\($0.location) \($0.id)" } == errors, "\(mended.findings)")
    }
    let mended = try await site.build()
    #expect(
      mended.findings.contains(
        """
        content/articles/one/ar.md:7:10: error: ‘../two/map.png’ is not published: its status is ‘draft’ [unresolved-image]
            ![خريطة](../two/map.png)
            fix: publish that work first, or copy the picture into the folder of this one
        """), "\(mended.findings)")
    try site.write(
      "---\ntitle: one\ndate: 2024-01-01\n---\n![خريطة](map.png)\n",
      to: "content/articles/one/ar.md")
    #expect(try await site.build().text("articles/one/index.html").contains("src=\"/media/map."))
  }

  @Test func aTextMayShowThePictureOfAnotherWork() async throws {
    let site = try TemporarySite(
      article("one", "ar", text: "![خريطة](../two/map.png)\n\n![خريطة](../two/mep.png)")
        + article("two", "ar"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.write(SmallSite.picture, to: "content/articles/two/map.png")
    let built = try await site.build()
    #expect(
      built.findings == """
        content/articles/one/ar.md:7:10: error: no image is at ‘content/articles/two/mep.png’ [unresolved-image]
            ![خريطة](../two/mep.png)
            fix: did you mean ‘map.png’?

        """)
    try site.write(
      "---\ntitle: أ\ndate: 2024-01-01\n---\n![خريطة](../two/map.png)\n",
      to: "content/articles/one/ar.md")
    let mended = try await site.build()
    #expect(mended.findings == "")
    #expect(try mended.text("articles/one/index.html").contains("src=\"/media/map."))
  }

  @Test func aFileThatIsNoPictureCannotBeShown() async throws {
    let site = try TemporarySite(
      article("one", "ar", text: "![خريطة](map.svg) ![تقرير](report.pdf)"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.write("<svg/>", to: "content/articles/one/map.svg")
    try site.write("%PDF-1.7", to: "content/articles/one/report.pdf")
    let built = try await site.build()
    #expect(
      built.findings == """
        content/articles/one/ar.md:5:10: error: ‘map.svg’ is no picture that pages can show [unresolved-image]
            ![خريطة](map.svg) ![تقرير](report.pdf)
            fix: export it as PNG, JPEG or WebP and give the new name
        content/articles/one/ar.md:5:28: error: ‘report.pdf’ is no picture that pages can show [unresolved-image]
            ![خريطة](map.svg) ![تقرير](report.pdf)
            fix: to link to the file, remove the ‘!’; to show it, export it as PNG, JPEG or WebP
        content/articles/one/map.svg: error: SVG files are not published, since they can carry script [svg-refused]
            fix: export the picture as PNG or WebP

        """)
  }

  @Test func aFileThatALinkNamesMustExist() async throws {
    let built = try await build(
      article("one", "ar", text: "[أ](../two/fr.md) [ب](en.md) [ج](../two/ar.md) [د](ar.md)")
        + article("two", "ar") + article("two", "en", "translation: {of: ar, method: human}"))
    #expect(
      built.findings == """
        content/articles/one/ar.md:5:5: error: no work and no file is at ‘../two/fr.md’ [unresolved-link]
            [أ](../two/fr.md) [ب](en.md) [ج](../two/ar.md) [د](ar.md)
            fix: that folder has these texts: ar.md, en.md
        content/articles/one/ar.md:5:23: error: no work and no file is at ‘en.md’ [unresolved-link]
            [أ](../two/fr.md) [ب](en.md) [ج](../two/ar.md) [د](ar.md)
            fix: that folder has these texts: ar.md

        """)
  }

  /// One mistake is one error: what leads to a text that cannot be read is not wrong for it.
  @Test(arguments: [
    ("---\ntitle: [\n---\n", "yaml-syntax"), ("---\ntitle: b\n", "front-matter-not-closed"),
    ("---\ntitle: ب\ndate: 2024-01-01\n---\n" + String(repeating: "> ", count: 200), "too-deep"),
  ])
  func linksToATextThatCannotBeReadAreNotWrongToo(text: String, rule: String) async throws {
    let built = try await build(
      article(
        "alpha", "ar",
        text: "[أ](../beta/) [ب](../beta/ar.md#x) [ج](../beta) [د](/articles/beta/#y)")
        + article("bet", "ar") + "-- content/articles/beta/ar.md --\n\(text)\n")
    #expect(
      built.report.diagnostics.map(\.location.path) == ["content/articles/beta/ar.md"],
      "\(built.findings)")
    #expect(!built.report.isPublished)
  }

  @Test func linksToTheReadablePartOfAWorkAreChecked() async throws {
    let built = try await build(
      article("alpha", "ar", text: "[أ](../beta/en.md#x) [ب](../beta/fr.md)")
        + article("beta", "ar") + "-- content/articles/beta/en.md --\n---\ntitle: [\n---\n")
    #expect(
      built.report.diagnostics.map(\.location.description) == [
        "content/articles/alpha/ar.md:5:26", "content/articles/beta/en.md:3:1",
      ], "\(built.findings)")
  }

  /// The pages of a registry that cannot be read are not missing too, and are looked for again when
  /// it can.
  @Test func linksToTermsOfARegistryThatCannotBeReadAreNotWrongToo() async throws {
    let menus = "menus: {main: [{url: /topics/security/, label: {ar: الأمن, en: Security}}]}\n"
    let site = try TemporarySite(
      article("one", "ar", "topics: [security]", text: "[أ](/topics/security/) [ب](/en/)"))
    try site.write(Fixtures.siteFile + menus, to: "content/site.yaml")
    try site.write(
      [0xC7, 0xE1] + Array("security: {name: {ar: أ, en: A}}\n".utf8), to: "content/topics.yaml")
    let built = try await site.build()
    #expect(built.report.diagnostics.map(\.id) == ["not-utf8"], "\(built.findings)")
    try site.remove("content/topics.yaml")
    #expect(
      try await Set(site.build().report.diagnostics.map(\.id)) == [
        "undefined-topic", "unknown-page",
      ])
    try site.write("security: {name: {ar: أ, en: A}}\n", to: "content/topics.yaml")
    #expect(try await site.build().findings == "")
  }

  /// A site that lies below a path of its host: everything that leads somewhere has the path.
  @Test func aBaseAddressWithAPathIsBeforeEveryAddress() async throws {
    let built = try await SmallSite.make().build { $0.baseURL = "https://example.com/portal/" }
    try #require(built.report.isPublished, "\(built.findings)")
    for (path, bytes) in try built.files() {
      guard let text = String(validating: bytes, as: UTF8.self) else { continue }
      #expect(!text.contains("https://example.org"), "\(path)")
      for match in text.matches(of: /(?:href|src|action|srcset|content)=(?:"|&quot;)(\/[^"&]*)/) {
        #expect(match.output.1.hasPrefix("/portal/"), "\(path): \(match.output.1)")
      }
      for match in text.matches(of: /https:\/\/example\.com([^"<&) ]*)/) {
        #expect(match.output.1.hasPrefix("/portal/"), "\(path): \(match.output.1)")
      }
    }
    let lines = (try built.text("_redirects") + built.text("redirects.map")).split(separator: "\n")
    for line in lines {
      #expect(
        line.matches(of: /(?:^|[ "])\//).count == line.matches(of: /(?:^|[ "])\/portal\//).count)
    }
    #expect(try built.text("_headers").hasPrefix("/portal/*\n"))
    #expect(try built.text("_headers").contains("\n/portal/assets/*\n"))
    #expect(try built.text("robots.txt").contains("Disallow: /portal/search/?\n"))
    #expect(
      try built.text("articles/border-study/index.html").contains(#"href="/portal/about/""#))
  }

  @Test func linksOutOfTheSiteAndToThePartsOfAPageAreRight() async throws {
    let text = """
      [a](//example.com/path) [b](mailto:a@example.org) [c](#top) [d](#Top) [e](#main)
      [f](#notes) [g](#fn1) [h](#r1) [i](#r1-2) [j](#t1) [k](#c1) [l](../one/#fn1)[^1] [^1]

      | a |
      |---|
      | b |

      : A table

      > [!NOTE]
      > Words

      [^1]: Note
      """
    let built = try await build(article("one", "en", text: text))
    #expect(built.findings == "")
    #expect(
      try built.text("en/articles/one/index.html")
        .contains(#"<a href="//example.com/path" rel="external">a</a>"#))
  }

  @Test(arguments: [
    "fn1", "fn2", "fn01", "r2", "t2", "t3", "c2", "notes", "t", "Main", "fn-1", "r1-1", "r1-2",
    "r1-77", "r1-x", "r1-",
  ])
  func partsThatAPageDoesNotHaveAreNoAnchors(anchor: String) async throws {
    let notes = anchor == "fn1" || anchor == "notes" ? "" : "[^1]\n\n[^1]: Note"
    let table = "|a|\n|---|\n|b|"
    let built = try await build(
      article(
        "one", "en",
        text: "[x](#\(anchor))\(notes)\n\n\(table)\n\n: A\n\n\(table)\n\n> [!NOTE]\n> b"))
    #expect(built.report.diagnostics.map(\.id) == ["unknown-anchor"], "\(built.findings)")
  }

  @Test(arguments: ["%D9%85%D8%B1%D8%B5%D8%AF", "مرصد"], ["%D9%85%D8%B1%D8%B5%D8%AF", "مرصد"])
  func linksAreCheckedBelowAPathHoweverItIsWritten(path: String, named: String) async throws {
    let site = try TemporarySite(
      article("one", "en", text: "[a](/gone/) [b](../two/#x) [c](https://Example.org/\(named)/no/)")
        + article("two", "en", text: "[d](https://example.org/Other/\(named)/)"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    let built = try await site.build { $0.baseURL = "https://example.org/\(path)/" }
    #expect(
      built.report.diagnostics.map { "\($0.location) \($0.id)" } == [
        "content/articles/one/en.md:5:5 unknown-page",
        "content/articles/one/en.md:5:17 unknown-anchor",
        "content/articles/one/en.md:5:32 unknown-page",
      ], "\(built.findings)")
  }

  @Test func linksByTheOwnAddressWithoutItsSchemeAreChecked() async throws {
    let built = try await build(
      article("one", "en", text: "[a](//Example.org/gone/) [b](//example.orgs/gone/)"))
    #expect(
      built.report.diagnostics.map { "\($0.location) \($0.id)" }
        == ["content/articles/one/en.md:5:5 unknown-page"])
  }

  @Test func ofManyBrokenLinksTheFirstAreToldAndAnErrorInAnyCase() async throws {
    let notes = (1...300).map { "[n\($0)](https://example.org/en/topics/)" }
    let built = try await build(
      article("many", "ar", text: (1...300).map { "[أ](#س\($0))" }.joined(separator: "\n"))
        + article(
          "notes", "en", text: (notes + ["[x](#x)", "[y](#y)"]).joined(separator: "\n")))
    let all = built.report.diagnostics
    #expect(
      all.filter { $0.id == "more-findings" }.map(\.location.description)
        == ["content/articles/many/ar.md", "content/articles/notes/en.md"])
    let found = all.filter { $0.id != "more-findings" }
    let many = found.filter { $0.location.path.contains("/many/") }
    #expect(many.map(\.location.line) == (5...204).map { $0 })
    #expect(many.last?.location.excerpt == "[أ](#س200)")
    let others = found.filter { $0.location.path.contains("/notes/") }
    #expect(others.map(\.severity) == Array(repeating: .note, count: 200) + [.error])
    #expect(others.last?.location.description == "content/articles/notes/en.md:305:5")
  }
}
