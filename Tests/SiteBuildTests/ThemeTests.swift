import Glibc
import SiteBuild
import SiteConcurrency
import SiteDiagnostics
import SiteTestSupport
import Testing

/// The theme's files as they are published.
struct ThemeTests {
  @Test func anAssetIsNamedAndVouchedForByItsBytes() async throws {
    let built = try await build(
      article("a") + "-- templates/assets/css/site.css --\nbody { margin: 0; }\n")
    // printf 'body { margin: 0; }\n' | openssl dgst -sha384 -binary | base64
    #expect(
      try built.text("index.html").contains(
        #"href="/assets/css/site.38e0287287bd.css" integrity="sha384-OOAocoe9URdSEbKSuC4UfBMdbWnyUwZrR5hgjomiMM3B/YKmdhn8l9D4QtETSrtx""#
      ))
    #expect(try built.text("assets/css/site.38e0287287bd.css") == "body { margin: 0; }\n")
  }

  @Test func addressesInStyleSheetsBecomeThoseOfTheirFiles() async throws {
    let built = try await build(
      article("a") + """
        -- templates/assets/css/site.css --
        a { src: url(../fonts/deep/one.woff2); }
        b { src: url( '../fonts/my font (1).woff2' ); }
        c { src: url("./beside.png"); }
        d { src: url(data:image/png;base64,AAAA); }
        e { src: url(https://example.net/x.png); }
        f { src: url("../fonts/deep/one.woff2?v=1#iefix"); }
        g { src: url(#marker); }
        /* url(none.png) */
        -- templates/assets/fonts/deep/one.woff2 --
        one
        -- templates/assets/fonts/my font (1).woff2 --
        two
        -- templates/assets/css/beside.png --
        three

        """)
    let files = try built.files().keys.filter { $0.hasPrefix("assets/") }.sorted()
    let named = { (prefix: String) in files.first { $0.hasPrefix(prefix) } ?? "?" }
    let font = named("assets/fonts/my font (1).").split(separator: "/").last ?? "?"
    let sheet = try built.text(named("assets/css/site."))
    #expect(
      sheet == """
        a { src: url("../fonts/deep/\(named("assets/fonts/deep/one.").split(separator: "/").last ?? "?")"); }
        b { src: url("../fonts/\(font.replacing(" ", with: "%20"))"); }
        c { src: url("../css/\(named("assets/css/beside.").split(separator: "/").last ?? "?")"); }
        d { src: url(data:image/png;base64,AAAA); }
        e { src: url(https://example.net/x.png); }
        f { src: url("../fonts/deep/\(named("assets/fonts/deep/one.").split(separator: "/").last ?? "?")?v=1#iefix"); }
        g { src: url(#marker); }
        /* url(none.png) */

        """)
  }

  @Test func templatesKnowTheServicesThatAreSet() async throws {
    let page = #"{% if site.polls_url %}<a href="{{ site.polls_url }}">p</a>{% endif %}"#
    let built = try await build(
      article("a") + """
        -- content/site.yaml --
        \(Fixtures.siteFile)services: {comments: "https://c.example/isso"}
        -- templates/404.html --
        \(page)<b>{% if site.comments_url %}<a href="{{ site.comments_url }}">c</a>{% endif %}</b>

        """)
    #expect(
      try built.text("404.html") == #"<b><a href="https://c.example/isso">c</a></b>"# + "\n",
      "\(built.findings)")
  }

  @Test func whatIsMissingOfAThemeIsNamed() async throws {
    let site = try TemporarySite(article("a"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    func build() async throws -> Built {
      let options = BuildOptions(
        siteFolder: site.folder, outputFolder: site.absolute("public"), themeFolder: nil,
        jobs: Jobs(1))
      return Built(site: site, report: try await BuildPipeline(options).run())
    }
    #expect(try await build().report.diagnostics.map(\.id) == ["no-templates"])
    try site.write("<p></p>\n", to: "templates/page.html")
    let built = try await build()
    #expect(
      built.findings == """
        templates/strings.yaml: error: ‘strings.yaml’ is missing, which holds the words of the templates [no-strings]
            fix: copy templates/strings.yaml of ctsite's repository into the site

        """)
  }

  @Test func entriesThatAreNoFilesAreRefused() async throws {
    let site = try TemporarySite(article("a"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.makeFolder("templates/assets")
    #expect(mkfifo(site.absolute("templates/base.html"), 0o666) == 0)
    try site.link("templates/assets/secret", to: "/etc/hostname")
    try site.link("templates/list.html", to: "nowhere")
    try site.write("{{", to: "templates/.page.html.swp")
    let built = try await site.build()
    #expect(
      built.findings == """
        templates/assets/secret: error: the symbolic link leads to no file in the folder ‘templates’ [link-leaves-templates]
            fix: copy the file here in place of the link
        templates/base.html: error: this is neither a file nor a folder [not-a-file]
            fix: remove it from the templates
        templates/list.html: error: the symbolic link leads to no file in the folder ‘templates’ [link-leaves-templates]
            fix: copy the file here in place of the link

        """)
  }

  @Test func aLinkToAFileOfTheTemplatesIsFollowed() async throws {
    let site = try TemporarySite(article("a"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.write("<!DOCTYPE html>\n<title>linked</title>\n", to: "templates/shared/own.html")
    try site.link("templates/article.html", to: "shared/own.html")
    let built = try await site.build()
    #expect(try built.text("articles/a/index.html").contains("<title>linked</title>"))
  }

  @Test func aTemplateOfManyMegabytesIsNotRead() async throws {
    let site = try TemporarySite(article("a"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.write("", to: "templates/base.html")
    try site.extend("templates/base.html", to: 5_000_000_000)
    #expect(
      try await site.build().findings == """
        templates/base.html: error: the file is larger than 1 MB and is not read [file-too-large]
            fix: make it smaller, or remove it from the templates

        """)
  }

  @Test func aStyleSheetImportsOthersUnderTheirPublishedNames() async throws {
    let built = try await build(
      article("a") + """
        -- templates/assets/css/site.css --
        @import "zz.css";
        @import url(zz.css) print;
        -- templates/assets/css/zz.css --
        a { color: red; }

        """)
    let files = try built.files().keys.filter { $0.hasPrefix("assets/css/") }.sorted()
    #expect(files.count == 2)
    let imported = files[1].split(separator: "/").last ?? "?"
    #expect(
      try built.text(files[0]) == """
        @import "../css/\(imported)";
        @import url("../css/\(imported)") print;

        """)
  }

  @Test func aStyleSheetThatNamesAMissingFileIsAnError() async throws {
    let built = try await build(
      article("a") + """
        -- templates/assets/css/site.css --
        @import "other.css";
        b { background: url(mising.png); }
        -- templates/assets/css/other.css --
        @import "site.css";
        -- templates/assets/css/missing.png --
        x

        """)
    #expect(
      built.findings == """
        templates/assets/css/site.css:1:10: error: ‘templates/assets/css/other.css’ imports this style sheet itself [circular-import]
            @import "other.css";
            fix: take one of the two imports out
        templates/assets/css/site.css:2:21: error: there is no file ‘css/mising.png’ in ‘templates/assets’ [unknown-asset]
            b { background: url(mising.png); }
            fix: did you mean ‘css/missing.png’?

        """)
    #expect(!built.exists("index.html"))
  }

  @Test func aSiteReplacesTemplatesOneByOne() async throws {
    let built = try await build(
      article("a") + """
        -- templates/article.html --
        <!DOCTYPE html>
        <title>{{ page.title }}</title>
        <p>mine: {{ article.title }}</p>

        """)
    #expect(built.findings == "")
    let page = try built.text("articles/a/index.html")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<title>a</title>\n<p>mine: "))
    #expect(try built.text("index.html").contains("<nav class=\"menu\">"))
  }

  @Test func onlyTheSitesOwnTemplatesCanBeUnused() async throws {
    let built = try await build(
      article("a") + """
        -- templates/list.html --
        <!DOCTYPE html>
        <title>{{ page.title }}</title>
        -- templates/partials/mine.html --
        <p>

        """)
    #expect(
      built.findings == """
        templates/partials/mine.html: warning: no page uses the template ‘partials/mine.html’ [unused-template]
            fix: remove the file, or include it somewhere

        """)
  }

  @Test func mistakesInTemplatesHideNoneInTheContent() async throws {
    let built = try await build(
      article("a", "ar", text: "[x](../nope/) [y](#z) [w](/nope/)")
        + article("draft", "ar", "status: draft")
        + "-- templates/page.html --\n<!DOCTYPE html>\n<title>{{ pge.title }}</title>\n"
        + "-- templates/strings.yaml --\nhome: {ar: الرئيسية}\n")
    let rules = Set(built.report.diagnostics.map(\.id))
    #expect(
      rules.isSuperset(of: [
        "unknown-name", "missing-string", "unresolved-link", "unknown-anchor", "unknown-page",
        "not-published",
      ]), "\(rules)")
    #expect(!built.report.isPublished)
  }

  @Test func aMisspeltFieldIsFoundBeforeAnythingIsWritten() async throws {
    let built = try await build(
      article("a") + """
        -- templates/page.html --
        {% extends "base.html" %}
        {% block main %}
          <h2>{{ article.tilte }}</h2>
        {% endblock %}
        -- templates/search.html --
        {% extends "bse.html" %}
        -- templates/terms.html --
        <!DOCTYPE html>
        <title>{{ t("serach") }}</title>

        """)
    #expect(
      built.findings == """
        templates/page.html:3:18: error: the record ‘article’ has no field ‘tilte’ [unknown-field]
              <h2>{{ article.tilte }}</h2>
            fix: did you mean ‘title’?
        templates/search.html:1:12: error: there is no template ‘bse.html’ [missing-template]
            {% extends "bse.html" %}
            fix: did you mean ‘base.html’?
        templates/terms.html:2:13: error: strings.yaml has no key ‘serach’ [unknown-string]
            <title>{{ t("serach") }}</title>
            fix: did you mean ‘search’?

        """)
    #expect(!built.exists("index.html"))
  }

  @Test func textsThatCannotBeReadAreTheOnlyError() async throws {
    let built = try await build(
      article("a", "ar")
        + "-- templates/strings.yaml --\nhome: {ar: \"الرئيسية, en: Home}\n")
    let lines = built.findings.split(separator: "\n").filter { !$0.hasPrefix("    ") }
    #expect(lines.count == 1, "\(built.findings)")
    #expect(lines.first?.hasPrefix("templates/strings.yaml:1:") ?? false)
    #expect(lines.first?.contains("[yaml-unclosed-quote]") ?? false)
  }
}
