import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import SiteText
import Testing

@Suite struct HeadingTests {
  @Test func headingsHaveIdsAndAreListed() {
    let document = render(
      "## ما هو *CT* `x`[^1]؟\n\n### مُدُن ـ ٢\n\n## ما هو CT x\n\n> ## داخلي\n\n[^1]: أ")
    #expect(
      document.html.description == """
        <h2 id="ما-هو-ct-x">ما هو <em><bdi lang="en" dir="ltr">CT</bdi></em> \
        <code dir="ltr">x</code><sup class="fn" dir="ltr"><a href="#fn1" id="r1" \
        aria-label="الهامش 1">1</a></sup>؟</h2>
        <h3 id="مدن-٢">مُدُن ـ ٢</h3>
        <h2 id="ما-هو-ct-x-2">ما هو <bdi lang="en" dir="ltr">CT x</bdi></h2>
        <blockquote>
        <h2 id="داخلي">داخلي</h2>
        </blockquote>

        """)
    #expect(document.headings.map(\.level) == [2, 3, 2])
    #expect(document.headings.map(\.text) == ["ما هو CT x؟", "مُدُن ـ ٢", "ما هو CT x"])
    #expect(
      document.headings[0].html.description == "ما هو <bdi lang=\"en\" dir=\"ltr\">CT x</bdi>؟")
  }

  @Test func levelOneBelongsToTheTitle() {
    let text = "نص\n\n# أ\n\n## ب\n\n###### ج"
    #expect(
      html(text) == """
        <p>نص</p>
        <h2 id="أ">أ</h2>
        <h3 id="ب">ب</h3>
        <h6 id="ج">ج</h6>

        """)
    #expect(
      findings(text) == [
        "3:1 warning top-level-heading a heading with one ‘#’ is the page's title, so all headings "
          + "here are moved down a level"
      ])
  }
}

@Suite struct CalloutTests {
  @Test func calloutsAreSectionsWithAHeading() {
    #expect(
      html("> [!KEY]\n> - نقطة\n\n> [!note] عنوان CT\n> نص\n\n> [!WARNING]\n>\n> **نص**") == """
        <section class="points" aria-labelledby="c1"><h2 id="c1">أبرز النقاط</h2>
        <ul>
        <li>نقطة</li>
        </ul>
        </section>
        <aside class="note" aria-labelledby="c2"><p class="label" id="c2">عنوان \
        <bdi lang="en" dir="ltr">CT</bdi></p>
        <p>نص</p>
        </aside>
        <aside class="note warning" aria-labelledby="c3"><p class="label" id="c3">تنبيه</p>
        <p><strong>نص</strong></p>
        </aside>

        """)
  }

  @Test(arguments: ["> [!KEY]\n\nنص", "> [!key] عنوان\n\n- أ", "نص\n\n> [!NOTE]", "> [!KEY]"])
  func anEmptyOneIsReported(text: String) {
    let found = render(text).diagnostics.map { "\($0.id) \($0.severity.rawValue)" }
    #expect(found == ["empty-callout warning"])
  }

  @Test func anEmptyOneIsMended() {
    #expect(
      findings("نص\n\n> [!KEY]\n\nنص")
        == ["3:3 warning empty-callout nothing stands in the box below ‘[!KEY]’"])
    let fix = render("> [!KEY]\n\nنص").diagnostics.first?.fix
    #expect(fix?.english == "begin each line of the box with ‘>’, the empty ones among them")
    #expect(findings("> [!KEY]\nنص") == [])
    #expect(findings("> [!KEY]\n>\n> نص") == [])
    #expect(findings("> [!NOTE] عنوان\n> - أ") == [])
  }

  @Test func anUnknownOneIsAQuotation() {
    let text = "نص\n\n> [!WARNNING]\n> نص"
    #expect(html(text).contains("<blockquote>"))
    #expect(findings(text) == ["3:3 warning unknown-callout there is no callout ‘[!WARNNING]’"])
    #expect(render(text).diagnostics[0].fix?.english == "did you mean ‘WARNING’?")
    #expect(
      render("> [!حكمة]\n> نص").diagnostics[0].fix?.arabic
        == "استخدم أحد هذه: [!KEY]، [!NOTE]، [!WARNING]")
  }
}

@Suite struct TableTests {
  @Test func tablesScrollAndNumbersAreMarked() {
    #expect(
      html(
        "| المنطقة | العدد | النسبة |\n|---|---|---|\n| أوروبا | 5,718 | 19% |\n| الشرق | ٧٬٠٥٤ | |"
      ) == """
        <div class="tbl" role="region" aria-label="جدول 1" tabindex="0"><table>
        <thead>
        <tr>
        <th scope="col">المنطقة</th>
        <th scope="col" class="num">العدد</th>
        <th scope="col" class="num">النسبة</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">أوروبا</th>
        <td class="num">5,718</td>
        <td class="num">19%</td>
        </tr>
        <tr>
        <th scope="row">الشرق</th>
        <td class="num">٧٬٠٥٤</td>
        <td class="num"></td>
        </tr>
        </tbody></table></div>

        """)
  }

  @Test(arguments: [
    "٢٠٢٤ ١٬٩٢٤ ٣٫٥٪", "١،٩٢٤ ٥", "5 — 7", "٥ – ٧", "1 … 2", "8 &nbsp; 9", "\u{200F}٥ ٦",
    "1'000 2’000",
  ])
  func aColumnOfNumbersMayLackSome(cells: String) {
    let rows = cells.split(separator: " ").map { "| أ | \($0) |\n" }.joined()
    let found = html("| س | ع |\n|---|---|\n\(rows)| ب | |\n")
    #expect(found.contains("<th scope=\"col\" class=\"num\">ع</th>"))
    #expect(found.contains("<th scope=\"row\">ب</th>\n<td class=\"num\"></td>"))
  }

  @Test(arguments: ["— –", "5 خمسة", "5 n/a", "5 *6*"])
  func aColumnOfOtherThanNumbersIsText(cells: String) {
    let rows = cells.split(separator: " ").map { "| أ | \($0) |\n" }.joined()
    #expect(!html("| س | ع |\n|---|---|\n\(rows)").contains("class=\"num\""))
  }

  @Test func aParagraphWithAColonIsTheCaption() {
    let table = "| أ |\n|:-:|\n| ب |"
    let before = html(": عنوان **مهم**\n\n\(table)")
    let after = html("\(table)\n\n: عنوان **مهم**")
    #expect(before == after)
    #expect(
      before.hasPrefix(
        """
        <div class="tbl" role="region" aria-labelledby="t1" tabindex="0"><table>\
        <caption id="t1">عنوان <strong>مهم</strong></caption>
        <thead>
        <tr>
        <th scope="col" class="mid">أ</th>
        """))
    #expect(!before.contains("<p>"))
    #expect(html(": ليس عنوانا") == "<p>: ليس عنوانا</p>\n")
    let two = html("\(table)\n\n: الأول\n\n\(table)\n\n: الثاني")
    #expect(two.contains("<caption id=\"t1\">الأول</caption>"))
    #expect(two.contains("<caption id=\"t2\">الثاني</caption>"))
  }

  @Test(arguments: [
    (":عنوان\n\n| أ |\n|---|\n| ب |", "1:1 warning caption-without-space"),
    ("| أ |\n|---|\n| ب |\n\n:عنوان", "5:1 warning caption-without-space"),
    ("> | أ |\n> |---|\n> | ب |\n>\n> :عنوان", "5:3 warning caption-without-space"),
    (": عنوان\n\n| أ |\n|---|\n| ب |\n\n:عنوان", ""), (":عنوان", ""),
    ("| أ | ج |\n|---|---|\n| ب | د |\n: عنوان", "4:1 warning caption-in-table"),
    ("| أ | ج |\n|---|---|\n| : ب | د |", ""),
  ])
  func aCaptionThatIsNoneIsWarnedOf(text: String, finding: String) {
    #expect(
      findings(text).map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
        == (finding.isEmpty ? [] : [finding]))
  }

  @Test func aTableOrACellInTheOtherLanguageSaysIt() {
    #expect(html("| A |\n|---|\n| B |").contains("<table lang=\"en\" dir=\"ltr\">"))
    #expect(html("| أ |\n|---|\n| B |").contains("<td lang=\"en\" dir=\"ltr\">B</td>"))
  }

  @Test func theTextHasALineForEachRow() {
    let document = render(": عنوان\n\n| أ | ب |\n|---|---|\n| 1 | 2 |")
    #expect(String(decoding: document.text, as: UTF8.self) == "عنوان\nأ ب\n1 2\n")
  }
}

@Suite struct NoteTests {
  @Test func notesAreASectionOfTheirOwn() {
    let document = render(
      "نص 2025.[^ب] ثم[^أ] و[^ب]\n\n[^أ]: Smith, J. (2024) *Policy.*\n[^ب]: أول\n\n    ثان\n")
    #expect(
      document.html.description == """
        <p>نص 2025.<sup class="fn" dir="ltr"><a href="#fn1" id="r1" \
        aria-label="الهامش 1">1</a></sup> \
        ثم<sup class="fn" dir="ltr"><a href="#fn2" id="r2" aria-label="الهامش 2">2</a></sup> \
        و<sup class="fn" dir="ltr"><a href="#fn1" id="r1-2" aria-label="الهامش 1">1</a></sup></p>

        """)
    #expect(
      document.notes.description == """
        <section class="notes" id="notes" aria-labelledby="notes-title">\
        <h2 id="notes-title">الهوامش</h2>
        <ol>
        <li id="fn1">
        <p>أول</p>
        <p>ثان <a href="#r1" aria-label="عودة إلى النص 1">↪\u{FE0E}</a> \
        <a href="#r1-2" aria-label="عودة إلى النص 1-2">↪\u{FE0E}<sup>2</sup></a></p>
        </li>
        <li id="fn2">
        <p lang="en" dir="ltr">Smith, J. (2024) <em>Policy.</em> \
        <a href="#r2" lang="ar" aria-label="عودة إلى النص 2">↩\u{FE0E}</a></p></li>
        </ol>
        </section>

        """)
    #expect(document.hasFootnotes)
    #expect(document.wordCount == 4)
    #expect(
      String(decoding: document.text, as: UTF8.self)
        == "نص 2025. ثم و\nأول\nثان\nSmith, J. (2024) Policy.\n")
    #expect(document.diagnostics.isEmpty)
  }

  @Test func numbersAreInTheDigitsOfTheLanguage() {
    let language = Language(
      code: .arabic, name: "", locale: "ar-IQ", path: "/", digits: .arabic)
    let options = MarkdownOptions(
      isolation: BidiIsolation(.arabic), labels: .arabic,
      formatter: LanguageFormatter(for: language))
    let document = render("نص[^1] و[^1]\n\n| أ |\n|---|\n\n[^1]: هامش", options)
    #expect(
      document.html.description == """
        <p>نص<sup class="fn" dir="ltr"><a href="#fn1" id="r1" aria-label="الهامش ١">١</a></sup> \
        و<sup class="fn" dir="ltr"><a href="#fn1" id="r1-2" aria-label="الهامش ١">١</a></sup></p>
        <div class="tbl" role="region" aria-label="جدول ١" tabindex="0"><table>
        <thead>
        <tr>
        <th scope="col">أ</th>
        </tr>
        </thead>
        </table></div>

        """)
    #expect(
      document.notes.description.contains(
        """
        <a href="#r1-2" aria-label="عودة إلى النص ١-٢">↪\u{FE0E}<sup>٢</sup></a>
        """))
  }

  @Test func aShortNoteHasNoParagraph() {
    #expect(
      render("a[^1]\n\n[^1]: note", .english).notes.description.contains(
        "<li id=\"fn1\">note <a href=\"#r1\" aria-label=\"Back to text 1\">↩\u{FE0E}</a></li>"))
    #expect(
      render("أ[^1]\n\n[^1]:\n    - ب").notes.description.contains(
        "</ul>\n<p> <a href=\"#r1\" aria-label=\"عودة إلى النص 1\">↪\u{FE0E}</a></p></li>"))
  }

  @Test func whatCMarkPassesOverIsReported() {
    let text = """
      نص[^1] و[^ملاحطة] و\\[^4]

      [^1]: أول
      [^1]: ثان
      [^ملاحظة]: لا يُحال إليها

      ```
      [^5]: شيفرة
      ```
      """
    #expect(
      findings(text) == [
        "1:9 error undefined-footnote there is no note ‘ملاحطة’, so readers would see its mark as "
          + "it is written",
        "4:1 warning duplicate-footnote the note ‘1’ is defined a second time, and this text "
          + "of it is left out",
        "5:1 warning unused-footnote nothing refers to the note ‘ملاحظة’, so it is left out",
      ])
    #expect(render(text).diagnostics[0].fix?.arabic == "هل تقصد «ملاحظة»؟")
    #expect(!render(text).notes.description.contains("ثان"))
    #expect(!html(text).contains("ثان"))
  }
}
