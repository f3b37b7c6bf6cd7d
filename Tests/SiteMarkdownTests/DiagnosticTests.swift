import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import SiteText
import Testing

@Suite struct DiagnosticTests {
  @Test func everyFaultHasItsPlace() {
    let text = """
      نص [أ](javascript:x) و
      [ب](../missing/) ثم

      ![](camp.jpg) ![ص](missing.jpg) ![ص](data:x)

      <div>
      نص <b class="x">خام</b>

      **نص،**بعد و*(عربي)*ة
      """
    #expect(
      findings(text) == [
        "1:8 error unsafe-link a link may not use ‘javascript:’",
        "2:5 error unresolved-link there is no work ‘missing’",
        "4:5 error missing-alt the image has no alternative text",
        "4:20 error unresolved-image there is no file ‘missing.jpg’",
        "4:38 error unsafe-link a link may not use ‘data:’",
        "6:1 error raw-html HTML is not allowed in the text: ‘<div>’",
        "9:1 warning emphasis-not-closed the asterisks stay in the text: Markdown sees no "
          + "emphasis here",
      ])
  }

  @Test func placesCountFromTheStartOfTheFile() {
    let front = "---\ntitle: عنوان\n---\n"
    let file = SourceFile(path: "a/ar.md", bytes: Array("\(front)نص <b>خام</b>\r\nو<i>".utf8))
    let document = Markdown.render(
      file: file, body: front.utf8.count..<file.bytes.count, options: .arabic,
      resolver: PathResolver())
    #expect(
      document.diagnostics.map(\.location.description) == [
        "a/ar.md:4:4", "a/ar.md:4:10", "a/ar.md:5:2",
      ])
    #expect(document.html.description == "<p>نص خام\nو</p>\n")
  }

  @Test func messagesAreInBothLanguages() throws {
    let raw = try #require(render("<b>نص</b>").diagnostics.first)
    #expect(raw.message.arabic == "لا يُسمح بـHTML داخل النص: «<b>»")
    #expect(
      raw.fix?.english
        == "write it in Markdown, put a backslash before ‘<’ if it is text, or set "
        + "‘raw_html: allow’ in site.yaml")
    let alt = try #require(render("![](camp.jpg)").diagnostics.first)
    #expect(alt.message.arabic == "لا نصّ بديلًا لهذه الصورة")
  }

  @Test func markupThatIsAllowedIsFiltered() {
    let options = MarkdownOptions(
      isolation: BidiIsolation(.arabic), labels: .arabic, allowsRawHTML: true)
    #expect(
      html("<div>\n<script>x</script></div>\n\nنص <b>خام</b> <TITLE>", options) == """
        <div>
        &lt;script>x&lt;/script></div>
        <p>نص <b>خام</b> &lt;TITLE></p>

        """)
    #expect(findings("<b>نص</b>", options).isEmpty)
    #expect(
      findings("<div>\n<script>x</script></div>\n\nنص <b>خام</b> <TITLE>", options) == [
        "2:1 warning raw-html ‘<script>’ is not allowed even where HTML is, so readers see it as it "
          + "is written",
        "4:15 warning raw-html ‘<TITLE>’ is not allowed even where HTML is, so readers see it as it "
          + "is written",
      ])
  }

  @Test func commentsAreLeftOutInSilence() {
    #expect(html("<!-- للمحرر -->\n\nنص<!-- هنا -->") == "<p>نص</p>\n")
    #expect(findings("<!-- للمحرر -->\n\nنص<!-- هنا -->").isEmpty)
  }

  @Test func emphasisThatIsMeantAsTextIsNotReported() {
    #expect(findings("2 * 3 * 4 و\\*\\*نص\\*\\* و** وحدها").isEmpty)
    #expect(findings("**نص**، و*نص*.").isEmpty)
    #expect(findings("أ *(عربي)*ة").map { $0.prefix(3) } == ["1:3"])
  }

  @Test func invisibleControlsAreFound() {
    let text = "a\u{2066}b\u{2069}\nنص \u{202B}ج\n```\nif \u{202E}x\u{202C}\n```\n"
    #expect(
      findings(text) == [
        "1:2 warning bidi-control the text holds the invisible direction character U+2066",
        "1:4 warning bidi-control the text holds the invisible direction character U+2069",
        "2:4 error unbalanced-bidi-control the invisible direction character U+202B has no "
          + "counterpart on its line",
        "4:4 error bidi-override the invisible character U+202E shows letters in an order they are "
          + "not written in",
        "4:6 warning bidi-control the text holds the invisible direction character U+202C",
      ])
    #expect(!html(text).contains("\u{202B}"))
  }

  @Test func ofALineOfMarkupTheStartIsShown() throws {
    let text = String(repeating: "> ", count: 200) + "x"
    let found = try #require(render(text).diagnostics.first)
    #expect(found.location.excerpt == String(repeating: "> ", count: 40) + "…")
  }

  @Test func thatNotAllFindingsAreReportedIsSaid() {
    let warnings = { (count: Int) in String(repeating: "##نص\n\n", count: count) }
    #expect(findings(warnings(200)).count == 200)
    let found = findings(warnings(300) + "[أ](javascript:x) [ب](javascript:x)")
    #expect(found.count == 202)
    #expect(
      found.first
        == "0:0 warning more-findings this text has more than 200 findings, and only the first are "
        + "reported")
    #expect(found.last == "601:5 error unsafe-link a link may not use ‘javascript:’")
  }

  @Test func aLinkOnTheWebMayBeUnavailable() {
    let text = "[**أ**](https://example.org/later/) <https://example.org/later/>"
    #expect(
      findings(text) == [
        "1:9 warning unavailable-link not yet", "1:38 warning unavailable-link not yet",
      ])
    #expect(!html(text).contains("<a"))
  }

  @Test func charactersThatReferencesStandForAreChecked() {
    let text = """
      &#x202E;evil&#x202C; &#8238; `&#x202E;`

      > ![ن&#1;ص](camp.jpg) &#x2067;ا&#x2069; [ر](https://x.org "&#xFFFF;")

          &#x202E;
      """
    let override =
      "error bidi-override the invisible character U+202E shows letters in an order they are "
      + "not written in"
    let control = "warning bidi-control the text holds the invisible direction character"
    #expect(
      findings(text).filter { !$0.contains("missing") } == [
        "1:1 \(override)", "1:13 \(control) U+202C", "1:22 \(override)",
        "3:6 error control-character the control character U+0001 cannot stand in a page",
        "3:23 \(control) U+2067", "3:32 \(control) U+2069",
        "3:60 error control-character the control character U+FFFF cannot stand in a page",
      ])
  }

  @Test func referenceLinksAreBlamedWhereTheyAreDefined() {
    #expect(
      findings("[أ][x] و[ب][x]\n\n[x]: javascript:alert\n") == [
        "3:6 error unsafe-link a link may not use ‘javascript:’",
        "3:6 error unsafe-link a link may not use ‘javascript:’",
      ])
  }

  @Test func fencedBlocksCanBeMoreThanCode() {
    struct Chart: FencedBlockRenderer {
      func render(info: String, content: [UInt8], file: SourceFile, offset: Int) -> FencedBlock? {
        guard info == "chart bars" else { return nil }
        let html = HTML(trusted: Array("<figure>".utf8) + content + Array("</figure>".utf8))
        let place = Diagnostic(
          "chart", .warning, at: file.location(atByte: offset), Wording(en: "x", ar: "س"))
        return FencedBlock(html: html, text: "مخطط", diagnostics: [place])
      }
    }
    var options = MarkdownOptions.arabic
    options.fencedBlocks = Chart()
    let document = render("نص\n\n```chart bars\n1,2\n```\n\n```other\nx\n```", options)
    #expect(
      document.html.description == """
        <p>نص</p>
        <figure>1,2
        </figure>
        <pre dir="ltr"><code class="language-other">x
        </code></pre>

        """)
    #expect(document.diagnostics.map(\.location.line) == [4])
    #expect(String(decoding: document.text, as: UTF8.self) == "نص\nمخطط\nx\n")
  }

  @Test func definitionsOfNotesInCodeAreNotNotes() {
    let text = """
      نص[^أ]

      ```
      [^ب]: x
      ```

      [^أ]: حاشية

      نص

          [^c]: x

      [^د]: متروكة

      ~~~
      [^أ]: x
      ~~~

      [^هـ]: متروكة
      """
    #expect(
      findings(text).map { $0.prefix { $0 != " " } } == ["13:1", "19:1"],
      "\(findings(text))")
  }
}
