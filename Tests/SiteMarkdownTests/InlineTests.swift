import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import Testing

@Suite struct InlineTests {
  @Test func runsOfTheOtherDirectionAreIsolated() {
    #expect(
      html("عزَّزت **CT JUST** في 2025-05-25 و(HUMINT)، نسبة -5% بين 2024-2026.\n") == """
        <p>عزَّزت <strong><bdi lang="en" dir="ltr">CT JUST</bdi></strong> في \
        <bdi dir="ltr">2025-05-25</bdi> و(<bdi lang="en" dir="ltr">HUMINT</bdi>)، نسبة \
        <bdi dir="ltr">-5%</bdi> بين <bdi dir="rtl">&#x61C;2024-2026</bdi>.</p>

        """)
    #expect(
      html("the Ministry, وزارة الداخلية, has", .english) == """
        <p>the Ministry, <bdi lang="ar" dir="rtl">وزارة الداخلية</bdi>, has</p>

        """)
  }

  @Test func aRunGoesOnAfterTheEndOfItsLine() {
    #expect(
      html("مشروع CT\nJUST في") == """
        <p>مشروع <bdi lang="en" dir="ltr">CT
        JUST</bdi> في</p>

        """)
    #expect(render("مشروع CT\nJUST في").firstParagraph == "مشروع CT JUST في")
  }

  @Test func aSignBesideMarkupIsNotTakenForAMinus() {
    #expect(html("*كوفيد*-19") == "<p><em>كوفيد</em>-19</p>\n")
    #expect(
      html("`a`-19 و *نسبة* -5") == """
        <p><code dir="ltr">a</code>-19 و <em>نسبة</em> <bdi dir="ltr">-5</bdi></p>

        """)
  }

  @Test func blocksWhollyInTheOtherLanguageSayItThemselves() {
    #expect(
      html("Smith, J. *Policy.*\n\n> Quoted\n\n## Title\n\n- عربي\n- Latin\n\n1. One\n2. Two")
        == """
        <p lang="en" dir="ltr">Smith, J. <em>Policy.</em></p>
        <blockquote lang="en" dir="ltr">
        <p>Quoted</p>
        </blockquote>
        <h2 id="title" lang="en" dir="ltr">Title</h2>
        <ul>
        <li>عربي</li>
        <li>
        <p lang="en" dir="ltr">Latin</p></li>
        </ul>
        <ol lang="en" dir="ltr">
        <li>One</li>
        <li>Two</li>
        </ol>

        """)
    #expect(html("مصر", .english) == "<p lang=\"ar\" dir=\"rtl\">مصر</p>\n")
    #expect(html("https://example.org/").hasPrefix("<p><a"))
  }

  @Test func codeRunsLeftToRightInArabic() {
    #expect(html("`x < 1`") == "<p><code dir=\"ltr\">x &lt; 1</code></p>\n")
    #expect(
      html("```swift\nlet a = \"<\"\n```") == """
        <pre dir="ltr"><code class="language-swift">let a = &quot;&lt;&quot;
        </code></pre>

        """)
    #expect(html("`x`", .english) == "<p><code>x</code></p>\n")
  }

  @Test func tasksSayTheirStateInWords() {
    #expect(
      html("- [x] تمت ~~ملغى~~\n- [ ] مهمة") == """
        <ul>
        <li class="task"><input type="checkbox" disabled="" checked="" aria-label="تمّ" /> تمت \
        <del>ملغى</del></li>
        <li class="task"><input type="checkbox" disabled="" aria-label="لم يتمّ" /> مهمة</li>
        </ul>

        """)
  }
}

@Suite struct LinkTests {
  @Test func linksAreResolvedAndNoted() {
    let text =
      "[أ](../same/) [ب](../english/#x \"عنوان\") [ج](//example.net/x) "
      + "[د](https://example.org/?a=1&b='2')"
    let document = render(text)
    #expect(
      document.html.description == """
        <p><a href="/same/">أ</a> <a href="../english/#x" title="عنوان">ب</a> \
        <a href="//example.net/x" rel="external">ج</a> \
        <a href="https://example.org/?a=1&amp;b=&#x27;2&#x27;" rel="external">د</a></p>

        """)
    #expect(document.links.map(\.destination).first == "../same/")
    #expect(document.links.map(\.url).first == "/same/")
    #expect(document.links.map(\.fragment) == [nil, "x", nil, nil])
    #expect(document.links.map(\.leadsIntoSite) == [true, true, false, false])
    let bytes = Array(text.utf8)
    for link in document.links {
      #expect(bytes[link.offset...].starts(with: link.destination.utf8))
    }
  }

  @Test func aTargetInTheOtherLanguageIsMarked() {
    #expect(
      html("[أ](../english/)") == "<p><a href=\"/en/english/\" hreflang=\"en\">أ</a></p>\n")
  }

  @Test func urlsAreShownLeftToRightWithoutArabicPunctuation() {
    #expect(
      html("زر https://example.org/a، ثم www.example.org؟ و<https://example.org/b>") == """
        <p>زر <a href="https://example.org/a" class="url" rel="external">\
        <bdi dir="ltr">https://example.org/a</bdi></a>، ثم \
        <a href="http://www.example.org" class="url" rel="external">\
        <bdi dir="ltr">www.example.org</bdi></a>؟ و\
        <a href="https://example.org/b" class="url" rel="external">\
        <bdi dir="ltr">https://example.org/b</bdi></a></p>

        """)
    #expect(
      html("info@example.org") == """
        <p><a href="mailto:info@example.org" class="url"><bdi dir="ltr">info@example.org</bdi></a></p>

        """)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "java&#10;script:alert(1)", "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "&#1;javascript:x", "ftp://example.org/",
  ])
  func otherSchemesAreRefused(_ destination: String) {
    let document = render("نص [رابط](<\(destination)>)")
    #expect(document.html.description == "<p>نص رابط</p>\n")
    #expect(document.diagnostics.map(\.id) == ["unsafe-link"])
    #expect(document.links.isEmpty)
  }

  @Test(arguments: [
    "mailto:a@b.org", "tel:+9641", "a:b/../c".replacing(":", with: "%3A"), "?q=a:b", "#a:b",
    "//example.org/",
  ])
  func theseAreNot(_ destination: String) {
    #expect(render("[رابط](\(destination))").diagnostics.isEmpty)
  }
}

@Suite struct ImageTests {
  @Test func anImageAloneIsAFigureWithItsTitleAsCaption() {
    let document = render("![مخيم عند الفجر](camp.jpg \"مخيم CT\")\n\n![ثانية](many.jpg)")
    #expect(
      document.html.description == """
        <figure><img src="/i/camp.1234.jpg" alt="مخيم عند الفجر" width="1200" height="800" \
        decoding="async" /><figcaption>مخيم <bdi lang="en" dir="ltr">CT</bdi></figcaption></figure>
        <figure><picture><source type="image/webp" \
        srcset="/i/a&amp;b-320.webp 320w, /i/a&amp;b-640.webp 640w" sizes="100vw" /><img \
        src="/i/many.jpg" alt="ثانية" width="640" height="480" loading="lazy" \
        decoding="async" /></picture></figure>

        """)
    #expect(document.images.map(\.destination) == ["camp.jpg", "many.jpg"])
    #expect(String(decoding: document.text, as: UTF8.self) == "مخيم عند الفجر\nمخيم CT\nثانية\n")
  }

  @Test func inTextItKeepsItsTitle() {
    #expect(
      html("نص ![A \"plan\"](b.png \"عنوان\")") == """
        <p>نص <img src="b.png" alt="A &quot;plan&quot;" title="عنوان" decoding="async" \
        lang="en" dir="ltr" /></p>

        """)
  }
}
