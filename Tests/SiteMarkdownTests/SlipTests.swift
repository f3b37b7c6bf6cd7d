import SiteDiagnostics
import SiteMarkdown
import Testing

/// Links, tables and items that stay in the text as they are written.
struct SlipTests {
  // MARK: - Links

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

  // MARK: - Tables

  @Test func aTableWithoutItsLineOfHyphensIsReported() {
    let message = "warning table-as-text no line of hyphens follows this row, so this is no table"
    #expect(
      findings("| السنة | العدد |\n| 2023 | 5 |\n\nنص\n|a|b\\|c|\n|1|2|\n\n- | أ |\n  | 1 |") == [
        "1:1 \(message)", "5:1 \(message)", "8:3 \(message)",
      ])
    let found = render("|a|b\\|c|\n|1|2|").diagnostics.first
    #expect(found?.fix?.english == "write a line ‘|---|---|’ below it")
    #expect(found?.message.arabic == "لا سطر شرطات بعد هذا الصف، فليس هذا جدولًا")
  }

  @Test func aLineOfHyphensHasAsManyCellsAsTheRowAboveIt() {
    #expect(
      findings("| أ | ب | ج |\n|---|:-:|\n| 1 | 2 | 3 |\n\n> a\n> --|--\n> 1 | 2") == [
        "2:1 warning table-as-text the line of hyphens has 2 cells and the row above it 3, so this "
          + "is no table",
        "6:3 warning table-as-text the line of hyphens has 2 cells and the row above it 1, so this "
          + "is no table",
      ])
    let found = render("| أ | ب | ج |\n|---|---|\n| 1 | 2 | 3 |").diagnostics.first
    #expect(found?.fix?.english == "write ‘|---|---|---|’")
    #expect(
      found?.message.arabic
        == "خلايا سطر الشرطات 2 وخلايا الصف الذي فوقه 3، فليس هذا جدولًا")
  }

  @Test func aLineOfHyphensNeedsARowAboveIt() {
    #expect(
      findings("| أ | ب |\n\n|---|---|\n| 1 | 2 |") == [
        "3:1 warning table-as-text no row of headings stands above this line of hyphens, so this "
          + "is no table"
      ])
  }

  @Test(arguments: [
    "| أ | ب |\n|---|---|\n| 1 | 2 |", "a | b\n-|-\n1 | 2", "| وحده |", "|x| < 1\n|y| > 2",
    "\\| أ |\n\\| ب |", "بغداد | 21\nأربيل | 22", ":-|\nنص", "```\n| a |\n| b |\n```",
    "| أ |\n|---|", "`| a |`\n`| b |`", "-- | نص",
  ])
  func linesWithBarsThatAreNoTableAreLeftAlone(text: String) {
    #expect(findings(text) == [])
  }

  // MARK: - Items

  @Test func itemsNeedASpace() {
    #expect(
      findings("-أول\n-ثانٍ\n\n1.Less\n2.More\n\n- one\n-two\n\nنص\n\n-**أ**\n\n-[ب](/x/)") == [
        "1:1 warning item-without-space no space follows ‘-’, so this is no item of a list",
        "4:1 warning item-without-space no space follows ‘1.’, so this is no item of a list",
        "8:1 warning item-without-space no space follows ‘-’, so this is no item of a list",
        "12:1 warning item-without-space no space follows ‘-’, so this is no item of a list",
        "14:1 warning item-without-space no space follows ‘-’, so this is no item of a list",
      ])
    #expect(findings("1. أ\n2)ب\n\n> 3) أ\n>\n> 4)ب").map { $0.prefix(4) } == ["2:1 ", "6:3 "])
    #expect(render("-أ\n-ب").diagnostics.first?.fix?.english == "write a space behind ‘-’")
  }

  @Test(arguments: [
    "- أ\n- ب", "مكافحة\n-الإرهاب", "-التوقيع", "نص\n\n-التوقيع\n\nنص", "-5 درجات\n-7 درجات",
    "-٥ درجات\n-٧ درجات", "-۵ درجات\n-۷ درجات", "- أ\n  -٥ درجات",
    "--أ\n--ب", "->أ\n->ب", "\\-أ\n\\-ب", "1.5 مليون\n2.5 مليون", "\\1.أ\n\\2.ب", "3.Mai",
    "2014.\n2015.", "1. أ\n\nنص", "- أ\n\n1.ب", "-\n-",
  ])
  func linesThatAreNoItemsAreLeftAlone(text: String) {
    #expect(findings(text) == [])
  }

  @Test func linesHaveTheirPlaceWhereTheParagraphHasTheSameBefore() {
    #expect(
      findings("سياسة مكافحة-الفقر تقوم على:\n-الفقر\n-البطالة").map { $0.prefix(5) } == ["2:1 w"])
    #expect(
      findings("> أ\\-ب و`ج\n> د`\n> -ب\n> -هـ\n>\n> و##ز\n> ##ز\n> ##ز").map { $0.prefix(4) }
        == ["3:3 ", "7:3 ", "8:3 "])
    #expect(
      findings("- ##أ\n-ب\n\n- x\n\n1. ##أ").map { $0.prefix(5) } == ["1:3 w", "2:1 w", "6:4 w"])
  }
}
