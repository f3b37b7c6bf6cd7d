import SiteBuild
import SiteDiagnostics
import SiteTestSupport
import Testing

/// Indexes of topics, tags, authors and years.
struct TermTests {
  @Test func spellingsThatFoldAlikeAreOneTag() async throws {
    let built = try await build(
      article("a", "ar", "tags: [الأمن, مكافحة الإرهاب]")
        + article("b", "ar", "tags: [الأمن]") + article("c", "ar", "tags: [الامن]"))
    #expect(
      built.findings == """
        content/articles/c/ar.md:2:8: warning: ‘الامن’ is another spelling of the tag ‘الأمن’ [tag-spelling]
            tags: [الامن]
            fix: write ‘الأمن’ wherever the tag is used
        content/articles/a/ar.md:2:8: note: the usual spelling
            tags: [الأمن, مكافحة الإرهاب]

        """)
    #expect(
      try built.links("terms", on: "tags/index.html") == ["/tags/الأمن/", "/tags/مكافحة-الإرهاب/"])
    #expect(try built.links("works", on: "tags/الأمن/index.html").count == 3)
  }

  /// A list this long does not become literal text of the templates.
  @Test func aLongListOfTopicsFollowsItsOrder() async throws {
    let keys = (1...80).map { "t\($0)" }
    func registry(_ keys: [String]) -> String {
      keys.map { "\($0): {name: {ar: \($0), en: \($0)}}\n" }.joined()
    }
    let text =
      article("a", "ar", "topics: [\(keys.joined(separator: ", "))]")
      + "-- content/site.yaml --\n\(Fixtures.siteFile)"
      + "-- content/pages/about/ar.md --\n---\ntitle: عنّا\n---\nنص.\n"
        + """
        -- templates/page.html --
        {% extends "base.html" %}
        {% block main %}{% for topic in site.topics %}{{ topic.name }} {% endfor %}{% endblock %}

        """
    let site = try TemporarySite(text)
    try site.write(registry(keys), to: "content/topics.yaml")
    let before = try await site.build()
    #expect(before.findings == "")
    try site.write(registry(keys.reversed()), to: "content/topics.yaml")
    let other = try TemporarySite(text)
    try other.write(registry(keys.reversed()), to: "content/topics.yaml")
    let (files, expected) = (try await site.build().files(), try await other.build().files())
    #expect(expected.keys.filter { files[$0] != expected[$0] }.sorted() == [])
  }

  @Test func aTagOfTheRegistryIsOneInEveryLanguage() async throws {
    let built = try await build(
      """
      -- content/tags.yaml --
      osint: {name: {ar: المصادر المفتوحة, en: Open sources}, aliases: [OSINT]}

      """ + article("a", "ar", "tags: [OSINT]")
        + article("a", "en", "title: A\ntranslation: {of: ar, method: human}")
        + article("b", "en", "tags: [open sources]"))
    #expect(built.report.isPublished)
    #expect(
      try built.links("languages", on: "tags/osint/index.html") == [
        "/tags/osint/", "/en/tags/osint/",
      ])
    #expect(
      try built.links("works", on: "en/tags/osint/index.html").sorted()
        == ["/en/articles/a/", "/en/articles/b/"])
    #expect(try built.text("tags/osint/index.html").contains("<h1>المصادر المفتوحة</h1>"))
  }

  @Test func anArticleShowsItsTermsInTheOrderOfItsFrontMatter() async throws {
    let built = try await build(
      """
      -- content/topics.yaml --
      alpha: {name: {ar: ألف, en: Alpha}}
      beta: {name: {ar: باء, en: Beta}}
      gamma: {name: {ar: جيم, en: Gamma}}

      """ + article("a", "ar", "topics: [gamma, alpha, beta]\ntags: [ياء, ألف, ميم]"))
    let page = try built.text("articles/a/index.html")
    let topics = page.matches(of: /<dt>topic<\/dt><dd><a href="[^"]*">([^<]*)/).map(\.output.1)
    let tags = page.matches(of: /<dt>tag<\/dt><dd><a href="[^"]*">([^<]*)/).map(\.output.1)
    #expect(topics == ["جيم", "ألف", "باء"])
    #expect(tags == ["ياء", "ألف", "ميم"])
    #expect(
      try built.links("terms", on: "topics/index.html")
        == ["/topics/alpha/", "/topics/beta/", "/topics/gamma/"])
  }

  @Test func sortingPassesOverTheArabicArticle() async throws {
    let built = try await build(
      article("a", "ar", "tags: [الموصل, بغداد, الأنبار, دهوك]")
        + article("b", "en", "tags: [Mosul, al-Hol, Baghdad]"))
    #expect(
      try built.links("terms", on: "tags/index.html")
        == ["/tags/الأنبار/", "/tags/بغداد/", "/tags/دهوك/", "/tags/الموصل/"])
    #expect(
      try built.links("terms", on: "en/tags/index.html")
        == ["/en/tags/al-hol/", "/en/tags/baghdad/", "/en/tags/mosul/"])
  }

  @Test func topicsStandBelowTheirParents() async throws {
    let built = try await build(
      """
      -- content/topics.yaml --
      security: {name: {ar: الأمن, en: Security}}
      borders: {name: {ar: الحدود, en: Borders}, parent: security, slug: {en: border-management}}
      smuggling: {name: {ar: التهريب, en: Smuggling}, parent: borders}
      empty: {name: {ar: فارغ, en: Empty}}

      """ + article("a", "ar", "topics: [smuggling]") + article("b", "en", "topics: [borders]"))
    #expect(built.report.isPublished, "\(built.findings)")
    // A parent without works of its own is shown for the sake of its children.
    #expect(
      try built.links("terms", on: "topics/index.html") == [
        "/topics/security/", "/topics/borders/",
      ])
    #expect(
      try built.links("children", on: "topics/borders/index.html") == ["/topics/smuggling/"])
    #expect(
      try built.links("breadcrumbs", on: "topics/smuggling/index.html")
        == ["/", "/topics/", "/topics/security/", "/topics/borders/"])
    #expect(!built.exists("topics/empty"))
    #expect(
      try built.links("languages", on: "topics/borders/index.html")
        == ["/topics/borders/", "/en/topics/border-management/"])
    // The switcher leads to the index where the term has no page in the language.
    #expect(
      try built.links("languages", on: "topics/smuggling/index.html")
        == ["/topics/smuggling/", "/en/topics/"])
    #expect(!built.exists("en/topics/smuggling"))
  }

  @Test func anAuthorHasAPageInALanguageWithoutWorks() async throws {
    let built = try await build(
      """
      -- content/authors.yaml --
      layla: {name: {ar: ليلى, en: Layla}}
      silent: {name: {ar: صامت, en: Silent}}

      """ + article("a", "ar", "authors: [layla]"))
    #expect(try built.links("works", on: "en/authors/layla/index.html") == [])
    #expect(try built.links("others", on: "en/authors/layla/index.html") == ["/articles/a/"])
    #expect(try built.links("others", on: "authors/layla/index.html") == [])
    #expect(!built.exists("authors/silent"))
  }

  @Test func anAuthorsPageShowsTheNewestWorksOfOtherLanguagesOnce() async throws {
    var text = """
      -- content/site.yaml --
      \(Fixtures.siteFile)page_size: 1
      -- content/authors.yaml --
      layla: {name: {ar: ليلى, en: Layla}}

      """
    for number in 10..<35 {
      text += article("w\(number)", "ar", "authors: [layla]\ndate: 2024-01-01T00:\(number)")
    }
    for number in 1...2 { text += article("e\(number)", "en", "authors: [layla]") }
    let built = try await build(text)
    let others = try built.links("others", on: "en/authors/layla/index.html")
    #expect(others == (15..<35).reversed().map { "/articles/w\($0)/" })
    #expect(
      try built.links("counterparts", on: "en/authors/layla/index.html") == ["/authors/layla/"])
    #expect(try built.text("en/authors/layla/index.html").contains(">25 العربية</a>"))
    #expect(try built.links("others", on: "en/authors/layla/page/2/index.html") == [])
  }

  @Test func aWorkShowsTheNearestOfItsSeries() async throws {
    var text = "-- content/series.yaml --\ns: {name: {ar: سلسلة, en: Series}}\n"
    for number in 10..<20 {
      text += article("w\(number)", "ar", "series: s\ndate: 2024-01-\(number)")
    }
    let built = try await build(text)
    for (shown, number, works) in [(10, 1, 10...12), (14, 5, 12...16), (19, 10, 17...19)] {
      let page = "articles/w\(shown)/index.html"
      #expect(try built.links("series", on: page) == works.map { "/articles/w\($0)/" })
      #expect(try built.text(page).contains("<p>\(number)/10</p>"))
    }
  }

  @Test func tagsWithOneAddressAreAnErrorThatNamesBoth() async throws {
    let built = try await build(
      article("a", "en", "title: A\nslug: abc\ntags: [C++, c]")
        + article("b", "ar", "tags: [\"!!!\"]")
        + article("c", "ar", "tags: [\"???\"]"))
    #expect(
      built.findings == """
        content/articles/a/en.md:4:8: error: the tags ‘c’ and ‘C++’ would share the address /en/tags/c/ [shared-tag-address]
            tags: [C++, c]
            fix: give one of them a ‘slug’ in content/tags.yaml, as cpp: {name: {ar: C++, en: C++}, slug: {ar: cpp, en: cpp}}
        content/articles/a/en.md:4:13: note: ‘c’ is named here
            tags: [C++, c]
        content/articles/c/ar.md:2:8: error: the tags ‘!!!’ and ‘???’ would share the address /tags/tag/ [shared-tag-address]
            tags: ["???"]
            fix: give one of them a ‘slug’ in content/tags.yaml, as cpp: {name: {ar: C++, en: C++}, slug: {ar: cpp, en: cpp}}
        content/articles/b/ar.md:2:8: note: ‘!!!’ is named here
            tags: ["!!!"]

        """)
  }

  @Test func aTagMayNotShareTheAddressOfOneInTheRegistry() async throws {
    let built = try await build(
      """
      -- content/tags.yaml --
      other: {name: {ar: غيره, en: Other}}
      c-lang: {name: {ar: سي, en: C}, slug: {ar: c, en: c}}

      """ + article("a", "en", "title: A\ntags: [other, C, C++]"))
    #expect(
      built.findings == """
        content/articles/a/en.md:3:18: error: the tags ‘C’ and ‘C++’ would share the address /en/tags/c/ [shared-tag-address]
            tags: [other, C, C++]
            fix: give one of them a ‘slug’ in content/tags.yaml, as cpp: {name: {ar: C++, en: C++}, slug: {ar: cpp, en: cpp}}
        content/tags.yaml:2:1: note: ‘C’ is named here
            c-lang: {name: {ar: سي, en: C}, slug: {ar: c, en: c}}

        """)
  }

  @Test func aSlugInTheRegistryKeepsTagsApart() async throws {
    let built = try await build(
      """
      -- content/tags.yaml --
      cpp: {name: {ar: C++, en: C++}}

      """ + article("a", "en", "title: A\ntags: [C++, c]"))
    #expect(built.findings == "")
    #expect(
      try built.links("terms", on: "en/tags/index.html").sorted()
        == ["/en/tags/c/", "/en/tags/cpp/"])
  }

  @Test func anIndexWithoutTermsAndTheSearchAreNotForSearchEngines() async throws {
    let built = try await build(article("a", "ar", "tags: [وسم]"))
    let sitemap = try built.text("sitemap.xml")
    for page in ["topics/", "search/", "en/tags/"] {
      #expect(
        try built.text(page + "index.html").contains(#"<meta name="robots" content="noindex">"#))
      #expect(!sitemap.contains("<loc>https://example.org/\(page)</loc>"))
    }
    #expect(!(try built.text("tags/index.html").contains("noindex")))
    #expect(sitemap.contains("<loc>https://example.org/tags/</loc>"))
  }

  @Test func yearsAreThoseThatTheDatesSay() async throws {
    // In Baghdad it is 2024 already, but the page shows the date as it is written.
    let built = try await build(
      article("a", "ar", "date: 2023-12-31T22:30Z") + article("b", "ar", "date: 2022-05-01"))
    #expect(try built.links("terms", on: "years/index.html") == ["/years/2023/", "/years/2022/"])
    #expect(try built.links("works", on: "years/2023/index.html") == ["/articles/a/"])
  }

  @Test func anIndexIsAVersionOnlyInLanguagesThatFillIt() async throws {
    let built = try await build(
      article("a", "ar", "tags: [الأمن]")
        + article("a", "en", "title: A\ntranslation: {of: ar, method: human}\ntags: []"))
    func versions(_ page: String) throws -> [String] {
      try built.text(page).matches(of: /rel="alternate" hreflang="([^"]*)"/).map {
        String($0.output.1)
      }
    }
    #expect(try versions("regions/index.html") == [])
    #expect(try versions("tags/index.html") == ["ar", "x-default"])
    #expect(try versions("years/index.html") == ["ar", "en", "x-default"])
    #expect(try versions("articles/index.html") == ["ar", "en", "x-default"])
    #expect(try built.links("languages", on: "tags/index.html") == ["/tags/", "/en/tags/"])
    #expect(!(try built.text("sitemap.xml").contains("https://example.org/en/tags/")))
  }

  @Test func aListWithoutArticlesIsNoVersion() async throws {
    let built = try await build(article("a", "ar"))
    let page = try built.text("articles/index.html")
    #expect(page.contains(#"<link rel="alternate" hreflang="ar""#))
    #expect(!page.contains(#"<link rel="alternate" hreflang="en""#))
    #expect(try built.text("en/articles/index.html").contains("noindex"))
  }

  @Test(arguments: [(0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
  func listsAreCutIntoPages(works: Int, pages: Int) async throws {
    var text = "-- content/site.yaml --\n\(Fixtures.siteFile)page_size: 2\n"
    for number in 0..<works {
      text += article("work-\(number)", "ar", "date: 2024-01-0\(number + 1)")
    }
    let built = try await build(text)
    #expect(built.report.isPublished)
    var listed: [String] = []
    for page in 1...pages {
      let path = page == 1 ? "articles/index.html" : "articles/page/\(page)/index.html"
      listed += try built.links("works", on: path)
      #expect(try built.text(path).contains(", \(page)/\(pages)</p>"))
    }
    #expect(listed == (0..<works).reversed().map { "/articles/work-\($0)/" })
    #expect(!built.exists("articles/page/\(pages + 1)"))
    #expect(!built.exists("articles/page/1"))
  }

  @Test func aLaterPageOfAListBelongsToItsLanguageOnly() async throws {
    var text = "-- content/site.yaml --\n\(Fixtures.siteFile)page_size: 1\n"
    for number in 1...3 {
      text += article("work-\(number)", "ar", "date: 2024-01-0\(number)")
      text += article("work-\(number)", "en", "title: W\ntranslation: {of: ar, method: human}")
    }
    let built = try await build(text)
    #expect(
      try built.links("languages", on: "articles/page/2/index.html")
        == ["/articles/page/2/", "/en/articles/"])
    #expect(
      try built.links("pages", on: "articles/page/2/index.html")
        == [
          "/articles/", "/articles/", "/articles/page/2/", "/articles/page/3/", "/articles/page/3/",
        ])
    let page = try built.text("articles/page/2/index.html")
    #expect(!page.contains(#"rel="alternate" hreflang="en""#))
  }

  @Test func aTagIsFoundInTheFrontMatterHoweverItIsSpelt() async throws {
    let built = try await build(
      article("a", "en", "date: 2023-01-01\ntags:\n  - C", text: "Vitamin c , tags: c\ntags: c")
        + article("b", "en", "tags: [c]") + article("d", "en", "tags: [c, C++]"))
    let shared = try #require(built.report.diagnostics.first { $0.id == "shared-tag-address" })
    #expect(
      ([shared.location] + shared.notes.map(\.location)).map(\.description).sorted() == [
        "content/articles/a/en.md:4:5", "content/articles/d/en.md:2:11",
      ], "\(built.findings)")
  }

  @Test func tagsOfTheRegistryAreToldApartByTheirKeys() async throws {
    let built = try await build(
      """
      -- content/tags.yaml --
      osint: {name: {ar: مصادر, en: Sources}}
      other: {name: {ar: غيره, en: Other}, aliases: [Open]}
      beta: {name: {ar: تجريبي, en: Trial}}

      """ + article("a", "en", "title: A\ntags: [beta, OSINT, free, osint, Beta, Open]"))
    #expect(
      try built.links("terms", on: "en/tags/index.html").sorted()
        == ["/en/tags/beta/", "/en/tags/free/", "/en/tags/osint/", "/en/tags/other/"])
    #expect(
      try built.text("en/articles/a/index.html").matches(of: /"\/en\/tags\/([a-z]+)\/"/)
        .map { String($0.output.1) } == ["beta", "osint", "free", "other"])
  }
}
