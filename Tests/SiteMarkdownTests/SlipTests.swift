import SiteDiagnostics
import SiteMarkdown
import Testing

/// Notes, tables and items that stay in the text as they are written.
struct SlipTests {
  // MARK: - Notes

  @Test(arguments: ["[^1] : note", "[^1] note", "[^1]note", "  [^1]  :note", "[^1]\t: note"])
  func aNoteHasAColonRightBehindItsName(line: String) {
    let found = render("One [^1], two [^1].\n\n\(line)").diagnostics
    #expect(found.map(\.id) == ["footnote-without-colon"])
    #expect(found.first?.location.line == 3)
    #expect(
      found.first?.message.english == "no colon stands right behind ‘[^1]’, so this is no note")
    #expect(found.first?.fix?.english == "write ‘[^1]: note’")
  }

  @Test func everyNoteWithoutAColonIsReported() {
    #expect(
      findings("نص [^أ] و[^ب].\n\n[^أ] أول\n[^ب] : ثان\n[^ج] : ثالث\n").map { $0.prefix(34) } == [
        "3:1 error footnote-without-colon n", "4:1 error footnote-without-colon n",
        "5:1 error footnote-without-colon n",
      ])
    #expect(render("نص\n\n[^أ] :").diagnostics.first?.fix?.english == "write ‘[^أ]: ’")
    let found = render("نص [^أ].\n\n[^أ] يُنظر في ذلك تقرير المنظمة الدولية").diagnostics.first
    #expect(found?.message.arabic == "لا نقطتين بعد «[^أ]» مباشرة، فليس هذا هامشًا")
    #expect(found?.fix?.arabic == "اكتب «[^أ]: يُنظر في ذلك تقرير المنظم…»")
  }

  @Test(arguments: [
    "One.[^1]\n[^1] two", "[^1] one", "[^1]", "One[^1]\n\ntwo [^1] : three", "[^1]\n\n[^1]\n",
  ])
  func marksThatAreNoNoteAreUndefined(text: String) {
    #expect(Set(render(text).diagnostics.map(\.id)) == ["undefined-footnote"])
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
