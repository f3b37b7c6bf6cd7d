import SiteDiagnostics
import SiteMarkdown
import Testing

/// Slips that Markdown passes over in silence.
struct BlockCheckTests {
  @Test func cellsThatATableHasNoColumnForAreReported() {
    let text = """
      | السنة | العدد |
      |---|---|
      | 2023 | 5 | 7 |
      | 2024 | 6 |
      | a \\| b | `x` | |
      2025 | 7 | 8 | 9

      > | a |
      > |---|
      > | b | c |
      """
    #expect(
      findings(text) == [
        "3:14 warning table-row-too-long the table has 2 columns, so readers do not see this row "
          + "from here on",
        "6:12 warning table-row-too-long the table has 2 columns, so readers do not see this row "
          + "from here on",
        "10:9 warning table-row-too-long the table has 1 column, so readers do not see this row "
          + "from here on",
      ])
    #expect(
      render(text).diagnostics.first?.fix?.english
        == "give the header row as many cells, or write ‘\\|’ where the bar is a part of the text")
  }

  @Test func aBarInCodeDividesCells() {
    #expect(
      findings("| a | b |\n|---|---|\n| 1 | `x | y` |").map { $0.prefix(4) } == ["3:12"])
  }

  @Test func aFenceThatNothingClosesIsReported() {
    #expect(
      findings("نص\n\n  ````python\nx = 1\n```\n\nنص\n") == [
        "3:3 error fence-not-closed no line ‘````’ closes this block, so all that follows "
          + "belongs to it"
      ])
    #expect(findings("- أ\n\n  ~~~\n  x\n\nنص").map { $0.prefix(4) } == ["3:3 "])
    #expect(findings("```").map { $0.prefix(4) } == ["1:1 "])
  }

  @Test(arguments: [
    "```\nx\n```", "```\nx\n  `````  \n\nنص", "~~~ a\n```\n~~~\n", "> ```\n> x\n> ```\n\nنص",
    "- ```\n  x\n  ```\n- ب", "    ```\n    x\n", "```\r\nx\r\n```\r\n",
    "[^1]\n\n[^1]: ```\n    x\n    ```\n",
  ])
  func aFenceThatIsClosedIsNot(text: String) {
    #expect(findings(text) == [])
  }

  @Test func indentedTextIsNoCode() {
    let message =
      "warning text-as-code four spaces or a tab at the beginning make this code, but it reads as "
      + "text"
    #expect(
      findings("أولى.\n\n    ثانية من\n    رسالة.\n\nنص\n\n\tA third one, from a letter [^أ].\n")
        == [
          "3:1 \(message)", "8:1 \(message)",
        ])
    let fix = render("    نص").diagnostics.first?.fix
    #expect(
      fix?.english
        == "remove the spaces, or put a line ‘```’ above it and one below it if it is code")
    #expect(fix?.arabic == "احذف المسافات، أو ضع فوقه سطر «```» وتحته مثله إن كان شيفرة")
  }

  @Test(arguments: [
    "    pip install the package now", "    SELECT name FROM works", "    Let x = the first number",
    "    Print the name;\n    Print the date;", "    Three words only", "نص\n    نص",
    "```\nنص\n```", "```\n    A text of some words\n```", "- أ\n\n      ب", ">     نص",
    "[^1]\n\n[^1]: نص\n\n    نص",
  ])
  func indentedCodeIsLeftAlone(text: String) {
    #expect(findings(text) == [])
  }

  @Test func pastedListsAreReported() {
    #expect(
      findings("مقدمة:\n• أولى\n•\tثانية\n\n> ١. أولى\n> ٢. ثانية\n\n– one\n– two\n") == [
        "2:1 warning list-as-text the lines that begin like this one, with ‘•’, run together into "
          + "one paragraph",
        "5:3 warning list-as-text the lines that begin like this one, with ‘١.’, run together "
          + "into one paragraph",
        "8:1 warning list-as-text the lines that begin like this one, with ‘–’, run together into "
          + "one paragraph",
      ])
    #expect(
      findings("من – إلى:\n– أ\n– ب\n\nنص\n• أ\n١. ب").map { $0.prefix(4) } == ["2:1 ", "6:1 "])
    let fixes = ["• أ\n• ب", "١- أ\n٢- ب"].map { render($0).diagnostics.first?.fix }
    #expect(
      fixes[0]?.english
        == "begin them with ‘- ’ for a list, or put an empty line between them")
    #expect(
      fixes[1]?.arabic
        == "ابدأها بالأرقام «1. » و«2. » وهكذا لتكون قائمة، أو ضع بينها أسطرًا فارغة")
  }

  @Test(arguments: [
    "• أ\n\n• ب", "• أ  \n• ب", "نص\n• أ", "نص – نص\n– نص", "١.٥ مليون\n٢.٥ مليون",
    "٢٠٢٤ - نص\n٢٠٢٥ - نص", "٢٠٢٤-٢٠٢٥\n٢٠٢٥-٢٠٢٦", "–نص\n–نص", "```\n• أ\n• ب\n```",
    "- • أ\n- • ب",
  ])
  func otherLinesAreLeftAlone(text: String) {
    #expect(findings(text) == [])
  }

  @Test func headingsNeedASpace() {
    #expect(
      findings("##عنوان\nنص [أ](../missing/)\n###«ب»\n\n> ##ج").map { $0 } == [
        "1:1 warning heading-without-space no space follows ‘##’, so this is no heading",
        "2:8 error unresolved-link there is no work ‘missing’",
        "3:1 warning heading-without-space no space follows ‘###’, so this is no heading",
        "5:3 warning heading-without-space no space follows ‘##’, so this is no heading",
      ])
    #expect(render("##عنوان").diagnostics.first?.fix?.arabic == "اكتب مسافة بعد «##»")
  }

  @Test(arguments: ["## عنوان", "#وسم", "\\##عنوان", "أ ##ب", "##", "####### سبعة", "`##أ`"])
  func whatIsNoHeadingIsLeftAlone(text: String) {
    #expect(findings(text) == [])
  }

  @Test func aLinkThatLeadsNowhereIsAnError() {
    #expect(
      findings("[أ](/x/) و[ب]() و[ج](<>)") == [
        "1:1 error empty-link the link leads nowhere",
        "1:15 error empty-link the link leads nowhere",
      ])
    #expect(html("[أ](/x/) و[ب]()") == "<p><a href=\"/x/\">أ</a> وب</p>\n")
    #expect(
      render("[ب]()").diagnostics.first?.fix?.english
        == "write between the parentheses where it leads: a work's folder, a file or an address")
  }
}
