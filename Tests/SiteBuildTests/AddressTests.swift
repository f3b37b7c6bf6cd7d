import SiteBuild
import SiteDiagnostics
import SiteTestSupport
import SiteText
import Testing

/// Old, short and contested addresses.
struct AddressTests {
  @Test func anAliasLeadsToThePage() async throws {
    let built = try await build(
      article(
        "a", "ar",
        "aliases: [/2019/05/old/, /old.html, /bare, \"/%D9%82%D8%AF%D9%8A%D9%85/\", \"/b;c*/:d/\"]")
    )
    #expect(built.findings == "")
    for file in ["2019/05/old/index.html", "old.html", "bare/index.html", "قديم/index.html"] {
      let page = try built.text(file)
      #expect(page.contains(#"<link rel="canonical" href="https://example.org/articles/a/">"#))
      #expect(
        page.contains(
          #"<meta http-equiv="refresh" content="0; url=https://example.org/articles/a/">"#))
      #expect(page.contains(#"<a href="/articles/a/"><bdi dir="ltr">/articles/a/</bdi></a>"#))
    }
    #expect(
      try built.text("_redirects") == """
        /2019/05/old/ /articles/a/ 301
        /old.html /articles/a/ 301
        /bare /articles/a/ 301
        /%D9%82%D8%AF%D9%8A%D9%85/ /articles/a/ 301
        /b;c%2A/%3Ad/ /articles/a/ 301

        """)
    #expect(
      try built.text("redirects.map") == """
        "/2019/05/old/" /articles/a/;
        "/old.html" /articles/a/;
        "/bare" /articles/a/;
        "/%D9%82%D8%AF%D9%8A%D9%85/" /articles/a/;
        "/b;c*/:d/" /articles/a/;

        """)
  }

  @Test(arguments: [
    "/%2e%2e/%2e%2e/etc/", "/a/%2E%2E%2Fb/", "/a%3Fb/", "/a%23b/", "/%00/", "/%25/",
  ])
  func anEscapeThatHidesADelimiterStaysOne(alias: String) async throws {
    let built = try await build(article("a", "ar", "aliases: [\"\(alias)\"]"))
    #expect(built.findings == "")
    #expect(built.exists(alias.dropFirst() + "index.html"))
    #expect(try built.text("_redirects") == "\(alias) /articles/a/ 301\n")
  }

  @Test func aShortLinkLeadsToTheLanguageOfItsAddressElseToTheOriginal() async throws {
    let built = try await build(
      article("both", "ar", "id: 5")
        + article("both", "en", "title: B\ntranslation: {of: ar, method: human}")
        + article("english", "en", "id: 6"))
    #expect(
      try built.text("_redirects") == """
        / p=5 /p/5/ 301
        / p=6 /p/6/ 301
        /p/5/ /articles/both/ 301
        /en/p/5/ /en/articles/both/ 301
        /en/p/6/ /en/articles/english/ 301
        /p/6/ /en/articles/english/ 301

        """)
    #expect(
      try built.text("p/6/index.html").hasPrefix("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"))
    #expect(
      try built.text("en/articles/both/index.html")
        .contains(#"<link rel="shortlink" href="https://example.org/en/p/5/">"#))
  }

  /// Only the text that was first published elsewhere belongs there; its translation is ours.
  @Test func aTranslationOfASyndicatedTextIsItsOwnPage() async throws {
    let source = "source: {name: INA, url: https://ina.iq/1}"
    let built = try await build(
      article("one", "ar", source)
        + article("one", "en", "title: One\n\(source)\ntranslation: {of: ar, method: human}"))
    let original = try built.text("articles/one/index.html")
    #expect(original.contains(#"<link rel="canonical" href="https://ina.iq/1">"#))
    #expect(!original.contains(#"<link rel="alternate" hreflang"#))
    #expect(original.contains(#"href="/en/articles/one/" hreflang="en""#))
    let translation = try built.text("en/articles/one/index.html")
    let address = "https://example.org/en/articles/one/"
    let alternate = #"<link rel="alternate" hreflang="#
    #expect(translation.contains(#"<link rel="canonical" href="\#(address)">"#))
    #expect(translation.contains(#"<link rel="alternate" hreflang="en" href="\#(address)">"#))
    #expect(
      translation.contains(alternate + #""x-default" href="\#(address)">"#))
    #expect(!translation.contains(#"<link rel="alternate" hreflang="ar""#))
    let map = try built.text("sitemap.xml")
    #expect(map.contains("<loc>\(address)</loc>"))
    #expect(!map.contains("https://example.org/articles/one/"))
  }

  @Test func whatWouldReplaceAnotherPageIsFound() async throws {
    let built = try await build(
      article(
        "one", "ar", "id: 5\naliases: [/articles/two/, /index.html, /feed.xml, /topics, /p/5/]")
        + article("two", "ar", "aliases: [/%61rticles/one/, /articles/two/data.csv, /robots.txt]")
        + "-- content/articles/two/data.csv --\na\n"
        + ["search", "en", "about"].map {
          "-- content/pages/\($0)/ar.md --\n---\ntitle: صفحة\n---\nنص.\n"
        }.joined())
    let lines = built.findings.split(separator: "\n").filter { !$0.hasPrefix("    ") }
    #expect(
      lines == [
        "content/articles/one/ar.md:3:11: error: this page would be written to ‘/articles/two/’, where another page is [path-collision]",
        "content/articles/two/ar.md:3:8: note: the other page comes from here",
        "content/articles/one/ar.md:3:27: error: ctsite itself writes something to ‘/index.html’ [path-collision]",
        "content/articles/one/ar.md:3:40: error: ctsite itself writes something to ‘/feed.xml’ [path-collision]",
        "content/articles/one/ar.md:3:51: error: ctsite itself writes something to ‘/topics’ [path-collision]",
        "content/articles/one/ar.md:3:60: error: ctsite itself writes something to ‘/p/5/’ [path-collision]",
        "content/articles/two/ar.md:2:11: error: this page would be written to ‘/%61rticles/one/’, where another page is [path-collision]",
        "content/articles/one/ar.md:4:8: note: the other page comes from here",
        "content/articles/two/ar.md:2:29: error: this page would be written to ‘/articles/two/data.csv’, where another page is [path-collision]",
        "content/articles/two/data.csv: note: the other page comes from here",
        "content/articles/two/ar.md:2:53: error: ctsite itself writes something to ‘/robots.txt’ [path-collision]",
        "content/pages/en/ar.md:2:8: error: ctsite itself writes something to ‘/en/’ [path-collision]",
        "content/pages/search/ar.md:2:8: error: ctsite itself writes something to ‘/search/’ [path-collision]",
      ])
  }

  /// A draft that has the address of an index could not be published, and does not hide the index
  /// from menus and links.
  @Test(
    arguments: [
      "en", "articles", "search", "topics", "regions", "series", "tags", "authors", "types",
      "years",
    ], ["status: draft", "date: 2024-05-01", "expires: 2024-01-01", "status: published"])
  func whateverWouldReplaceAPageOfCtsiteItselfIsFound(slug: String, state: String) async throws {
    let menu = "menus: {main: [{url: /\(slug)/, label: {ar: م, en: M}}]}\n"
    let built = try await build(
      article("one", "ar", text: "[أ](/\(slug)/)") + "-- content/site.yaml --\n"
        + Fixtures.siteFile + (slug == "en" ? "" : menu)
        + "-- content/pages/\(slug)/ar.md --\n---\n\(state)\ntitle: صفحة\n---\nنص.\n"
    ) { $0.clock = try? .init("2024-03-01", in: .utc) }
    #expect(
      built.findings.split(separator: "\n").filter { $0.contains(": error: ") } == [
        "content/pages/\(slug)/ar.md:3:8: error: ctsite itself writes something to ‘/\(slug)/’ [path-collision]"
      ], "\(built.findings)")
    #expect(!built.findings.contains("unavailable-link"))
  }

  @Test func twoPagesOfCtsiteItselfAtOneAddressAreFound() async throws {
    let built = try await build(
      article("a") + "-- content/site.yaml --\n"
        + Fixtures.siteFile.replacing("path: /en/", with: "path: /articles/"))
    #expect(
      built.findings.hasPrefix(
        "content/site.yaml: error: ctsite itself would write two pages to ‘/articles/’ "
          + "[path-collision]\n"), "\(built.findings)")
    #expect(!built.report.isPublished)
  }

  @Test func whatLiesBesidePortraitsIsNotPublished() async throws {
    let built = try await build(
      article("a") + "-- content/authors/feed.json --\nmine\n-- content/authors/cv.pdf --\n%PDF\n")
    let lines = built.findings.split(separator: "\n").filter { !$0.hasPrefix("    ") }
    #expect(
      lines
        == ["cv.pdf", "feed.json"].map {
          "content/authors/\($0): warning: only pictures of authors are published from here, "
            + "so this file is not [not-a-picture]"
        })
    #expect(try built.text("feed.json") != "mine\n")
    #expect(!built.exists("cv.pdf"))
  }

  @Test(arguments: [
    ("[/robots.txt/]", "/robots.txt/", "/robots.txt"),
    ("[/old.html, /old.html/x/]", "/old.html/x/", "/old.html"),
    ("[/feed.xml/x.html]", "/feed.xml/x.html", "/feed.xml"),
  ])
  func aFileWhereAnotherNeedsAFolderIsFound(
    aliases: String, path: String, other: String
  ) async throws {
    let built = try await build(article("a", "ar", "aliases: \(aliases)"))
    let lines = built.findings.split(separator: "\n")
    #expect(
      lines.first?.hasSuffix(
        "error: ‘\(path)’ and ‘\(other)’ exclude each other: one is a file where the other needs a "
          + "folder [path-collision]") == true, "\(built.findings)")
    #expect(built.report.diagnostics.count == 1)
  }

  @Test(arguments: [
    "/" + String(repeating: "ق", count: 200) + "/", String(repeating: "/part", count: 500) + "/",
  ])
  func anAliasTooLongForTheFileSystemIsFound(alias: String) async throws {
    let built = try await build(article("a", "ar", "aliases: [\(alias)]"))
    #expect(
      built.findings.hasPrefix(
        "content/articles/a/ar.md:2:11: error: the address has a part of over 255 bytes, or over "
          + "2,048 in all, and no file can be named so [path-too-long]\n"), "\(built.findings)")
  }

  @Test func anAliasThatNoFileCanHaveIsFound() async throws {
    let long = String(repeating: "ا", count: 128)
    let built = try await build(
      article("a", "ar", "aliases: [/\(long)/, /x/y.html/z, /x/y.html, /feed.xml/x/, /x]"))
    let lines = built.findings.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(
      lines == [
        "content/articles/a/ar.md:2:11: error: the address has a part of over 255 bytes, or over 2,048 in all, and no file can be named so [path-too-long]",
        "content/articles/a/ar.md:2:156: error: ‘/x/y.html’ and ‘/x/y.html/z’ exclude each other: one is a file where the other needs a folder [path-collision]",
        "content/articles/a/ar.md:2:167: error: ‘/feed.xml/x/’ and ‘/feed.xml’ exclude each other: one is a file where the other needs a folder [path-collision]",
      ])
  }

  @Test func anAddressIsBlamedWhereItIsStated() async throws {
    let built = try await build(
      article(
        "one", "ar",
        "subtitle: /articles/two/ أو slug\ntitle: أول\nslug: ثلاثة\naliases: [/articles/two/]")
        + article("two")
        + "-- content/pages/one/ar.md --\n---\ntitle: topics\nslug: topics\n---\nنص.\n")
    #expect(
      built.report.diagnostics.map(\.location.description) == [
        "content/articles/one/ar.md:5:11", "content/pages/one/ar.md:3:7",
      ], "\(built.findings)")
  }

  @Test func namesTooLongForTheFileSystemAreShortened() async throws {
    let long = String(repeating: "طويل ", count: 60)
    let name = String(repeating: "ص", count: 125)
    let site = try TemporarySite(
      article("a", "ar", "tags: [\"\(long)\"]", text: "![صورة](\(name).png)"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.write(SmallSite.picture, to: "content/articles/a/\(name).png")
    let built = try await site.build()
    #expect(built.report.isPublished, "\(built.findings)")
    let files = try built.files().keys
    #expect(files.contains { $0.hasPrefix("media/صصصصصص") })
    #expect(files.contains { $0.hasPrefix("tags/طويل-طويل") })
  }
}
