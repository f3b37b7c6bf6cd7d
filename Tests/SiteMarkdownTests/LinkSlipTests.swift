import SiteDiagnostics
import SiteMarkdown
import Testing

/// Links that stay in the text as they are written.
struct LinkSlipTests {
  @Test func addressesWithSpacesAreReported() {
    #expect(
      findings("![شريط](my boats.png \"ثلاثة\") ثم [بيانات](my flow.csv)\n\n[أ](../a b/)") == [
        "1:9 warning link-as-text there is a space in the address, so this is no picture",
        "1:43 warning link-as-text there is a space in the address, so this is no link",
        "3:5 warning link-as-text there is a space in the address, so this is no link",
      ])
    let found = render("[بيانات](my flow.csv)").diagnostics.first
    #expect(found?.fix?.english == "enclose the address in ‘<’ and ‘>’: (<my flow.csv>)")
    #expect(found?.message.arabic == "في العنوان مسافة، فليس هذا رابطًا")
    #expect(findings("[بيانات](<my flow.csv>)") == [])
  }

  @Test(arguments: [
    "my data.tsv", "my refs.bib", "my map.geojson", "my talk.mp3", "my sheet.ods", "MY REPORT.TXT",
    "my page.html", "خريطة سنجار.webp", "../a/my notes.md",
  ])
  func everyFileMayHaveASpaceInItsName(name: String) {
    #expect(findings("[أ](\(name))").map { $0.prefix(24) } == ["1:5 warning link-as-text"])
    #expect(findings("[أ](<\(name)>)") == [])
  }

  @Test func anAddressStandsOnOneLine() {
    for text in [
      "[أ](https://example.org/very\nlong)", "[أ](<https://example.org/very\nlong>)",
      "[أ](../my\nfile.csv)",
    ] {
      let found = render(text).diagnostics
      #expect(found.map(\.fix?.english) == ["write it on one line"])
      #expect(
        found.first?.message.english == "the address goes on in the next line, so this is no link")
    }
  }

  @Test func wordsBehindAnAddressAreNoPartOfIt() {
    let message = "warning link-as-text words follow the address, so this is no link"
    #expect(
      findings("[3](http://a.org, p. 5)\n[أ](https://x.org/a عنوان) و[ب](www.x.org my.pdf)") == [
        "1:19 \(message)", "2:21 \(message)", "2:43 \(message)",
      ])
    #expect(
      render("[3](http://a.org, p. 5)").diagnostics.first?.fix?.english
        == "put them behind ‘)’, or enclose them in ‘\"’ if they are a caption; a space of the "
        + "address is written ‘%20’")
    let title =
      "warning link-as-text what follows the address does not stand in one pair of straight "
      + "quotation marks, so this is no link"
    #expect(
      findings("[أ](data.csv عنوان) و[ب](../a/ عنوان) و[ج](#t1 عنوان)") == [
        "1:14 \(title)", "1:32 \(title)", "1:48 \(title)",
      ])
  }

  @Test func aSpaceStandsBeforeATitle() {
    let found = render("![أ](<أ ب.png>\"ب\") و[ج](<أ ب.csv>«د») و[هـ](<أ ب.csv> \"و\")").diagnostics
    #expect(found.map(\.id) == ["link-as-text", "link-as-text"])
    #expect(found.map(\.location.column) == [15, 34])
    #expect(
      found.first?.message.english
        == "no space stands between the address and its caption, so this is no picture")
    #expect(found.first?.fix?.english == "write a space behind ‘>’")
  }

  @Test func quotationMarksOfWordProcessorsEncloseNoCaption() {
    let message =
      "warning link-as-text what follows the address does not stand in one pair of straight "
      + "quotation marks, so this is no"
    #expect(
      findings(
        """
        ![شريط](camp.jpg “ثلاثة”)

        [أ](../a/ «ب») و![ج](camp.jpg "يوم "الملح" هنا")
        """) == ["1:18 \(message) picture", "3:11 \(message) link", "3:31 \(message) picture"])
    #expect(
      render("![أ](camp.jpg “ب”)").diagnostics.first?.fix?.english
        == "enclose it in ‘\"’, with other marks, such as « », within it")
  }

  @Test func aSpaceBeforeTheParenthesisIsReported() {
    let message = "a space stands between the brackets and the parentheses, so this is no"
    #expect(
      findings(
        """
        [إدارة] (../border/) ثم
        ![شريط]  (camp.jpg "ثلاثة") و[تقرير *هنا*] (https://a.org/x)
        > [ملف] (table.csv) و [عنوان] (#t1)
        """) == [
          "1:8 warning link-as-text \(message) link",
          "2:8 warning link-as-text \(message) picture",
          "2:43 warning link-as-text \(message) link",
          "3:8 warning link-as-text \(message) link",
          "3:30 warning link-as-text \(message) link",
        ])
    #expect(
      render("[إدارة] (../border/)").diagnostics.first?.fix?.english
        == "remove it, or write ‘\\[’ if it is text")
  }

  @Test func aParenthesisThatIsNotClosedIsReported() {
    #expect(
      findings("[أ](../a/ ثم\n\n| ا | ب |\n|---|---|\n| ![ج](camp.jpg | د |") == [
        "1:4 warning link-as-text no parenthesis closes the address, so this is no link",
        "5:7 warning link-as-text no parenthesis closes the address, so this is no picture",
      ])
  }

  @Test(arguments: [
    "قال [كذا] (انظر الملحق) ثم [2] (ص. 5) و[UN] (and/or) و[أ] (#12)", "[كذا](انظر الملحق أدناه)",
    "\\[أ] (../a/) و\\[ب](my flow.csv) و[ج\\](my flow.csv)", "`[أ] (../a/)` و`![ب](a b.png)`",
    "[أ](<a b.csv> \"ب\") و![ج](camp.jpg 'د' )", "ب](../a b/)", "[أ][ب] (../a/)\n\n[ب]: /x/",
    "    [a] (../a/)", "> [!NOTE]\n> نص", "- [x] (انظر) تمّ", "f[i] (x)", "\\[^أ]",
    "[hrw] (hrw.org)", "[hrw](see hrw.org)", "[2] (v2.10)", "[2](v2.10 beta)", "[2](see p.12)",
    "[2](beta v2.1rc)", "[2] (moj.gov.iq)", "[2](after Mr.Smith)", "[2](the U.N.)",
    "[2](and/ or)", "[2](<ب> «ب»)",
    "[أ [ب](/c/) د](/e/)",
  ])
  func bracketsThatAreTextAreLeftAlone(text: String) {
    #expect(findings(text) == [])
  }

  @Test func everySlipInABlockHasItsPlace() {
    #expect(
      findings("`](a b.png)` **نص،**بعد [أ](a b.png) [^س] و[ب](a b.png)\n\n[^ص]: x").map {
        $0.prefix { $0 != "w" && $0 != "e" }
      } == ["1:14 ", "1:29 ", "1:38 ", "1:48 ", "3:1 "])
  }

  @Test func bracketsThatAreTextLeaveThePlacesOfOthersAsTheyAre() {
    #expect(
      findings("قال [كذا] (انظر الملحق) و[broken](my data.csv) ثم [كذا] (انظر الملحق) تم.") == [
        "1:35 warning link-as-text there is a space in the address, so this is no link"
      ])
    #expect(
      findings("He said [sic] (see note), read the [report](../missing/), [sic] (see note).") == [
        "1:45 error unresolved-link there is no work ‘missing’"
      ])
    let many = String(repeating: "[كذا] (انظر) *ثم* ", count: 60)
    #expect(
      findings(many + "[أ](a b.csv) و[^س]").map { $0.split(separator: " ")[2] } == [
        "link-as-text", "undefined-footnote",
      ])
  }
}
