import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import Testing

/// A text with a name that a test's report can bear.
struct HostileText: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  init(_ name: String, _ text: String) {
    testDescription = name
    self.text = text
  }
}

/// Text that is made to take long, to exhaust the stack, or to be read wrongly.
@Suite struct HostileTextTests {
  private static func many(_ piece: String, _ count: Int = 10_000) -> String {
    String(repeating: piece, count: count)
  }

  private static let tooDeep = [
    HostileText("quotations", many("> ") + "أ"),
    HostileText("lists", many("- ") + "أ"),
    HostileText("ordered lists", many("1. ") + "أ"),
    HostileText("notes", many("[^1]: ") + "أ"),
    HostileText("emphasis", many("**أ *ب ", 200) + "ج" + many("*أ**", 200)),
  ]

  private static let tooComplex = [
    HostileText("brackets", many("[")),
    HostileText("images", many("![[]()")),
    HostileText("emphasis", many("a**b") + many("c* ")),
    HostileText("parentheses", "http://a.b" + many(")")),
    HostileText("at signs", many("a") + many("@a")),
    HostileText("columns", many("|a", 5_000) + "\n" + many("|-", 5_000)),
    HostileText("cells", many("|a", 150) + "\n" + many("|-", 150) + many("\na")),
    HostileText("references", "[a]: /" + many("u") + "\n\n" + many("[a]")),
  ]

  @Test(arguments: tooDeep)
  func deepNestingIsRefused(_ hostile: HostileText) {
    let document = render("نص\n\n\(hostile.text)")
    #expect(document.diagnostics.map(\.id) == ["too-deeply-nested"])
    #expect(document.diagnostics.map(\.severity) == [.error])
    #expect(document.diagnostics.map(\.location.line) == [3])
  }

  @Test(arguments: tooComplex)
  func whatTakesTooLongIsRefused(_ hostile: HostileText) {
    let document = render("نص\n\n\(hostile.text)")
    #expect(document.diagnostics.map(\.id) == ["too-complex"])
    #expect(document.diagnostics.map(\.severity) == [.error])
    #expect((document.diagnostics.first?.location.line ?? 0) >= 3)
  }

  @Test(arguments: [
    "[a](", "[a](b", "![a](b", "[]", "<a ", "<!A ", "<!--", "&amp;", "\\", "`a", "~~a ", "_a ",
    "*a_ ",
    "http://", "www.", "www.a.b ", "a@b.c ", "[^1]", "[^1]: a\n\n", "[^a] ", "# أ\n",
    "> [!KEY]\n\n",
    ": أ\n\n", "|a|\n|-|\n\n", "- a\n", "\u{202E}", "\u{2067}\n", "<b>", "[أ](javascript:x) ", "\r",
    "\t",
    "\0", "![](b) ", "[أ](b\\_c) ",
  ])
  func staysInProportion(_ piece: String) {
    let document = render(String(repeating: piece, count: 2_000))
    #expect(document.diagnostics.count <= 201)
  }

  @Test func anErrorIsNeverHiddenByWarnings() {
    let document = render(String(repeating: "[^x] ", count: 900) + "<b>")
    #expect(document.diagnostics.containError)
  }

  @Test(arguments: [
    "", "\n", " ", "\u{FEFF}أ", "أ", "أ\r\nب\r\n", "أ\rب", "\0", "> [!", ":",
    ": ",
  ])
  func edgesAreRendered(_ text: String) {
    #expect(render(text).diagnostics.isEmpty)
  }

  @Test func zeroBytesAndBytesThatAreNotTextDoNoHarm() {
    #expect(html("أ\0ب") == "<p>أ\u{FFFD}ب</p>\n")
    var generator = SystemRandomNumberGenerator()
    let alphabet =
      Array("ab \n*_[]()!<>`|:-#&\\~^@/.".utf8) + [0, 0x80, 0xD8, 0xA7, 0xE2, 0x80, 0xAE, 0xFF]
    for _ in 0..<2_000 {
      let bytes = (0..<120).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let file = SourceFile(path: "x.md", bytes: bytes)
      let document = Markdown.render(
        file: file, body: 0..<bytes.count, options: .arabic, resolver: PathResolver())
      #expect(document.notesTextStart <= document.text.count)
    }
  }

  @Test func aBodyBeyondItsFileIsTheFile() {
    let file = SourceFile(path: "x.md", bytes: Array("أ".utf8))
    let document = Markdown.render(
      file: file, body: 0..<100, options: .arabic, resolver: PathResolver())
    #expect(document.html.description == "<p>أ</p>\n")
  }
}
