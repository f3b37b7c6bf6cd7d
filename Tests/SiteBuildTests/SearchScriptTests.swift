import Testing

@testable import SiteBuild

@Suite("The published search script")
struct SearchScriptTests {
  private func compact(_ source: String) -> String {
    String(decoding: SearchScript.compact(Array(source.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    (
      "/* About\n   this. */\n\nconst a = 1 // one\n  // two\nconst b = 2\n",
      "let a=1\nlet b=2"
    ),
    ("if (a) {\n  b()\n  c()\n} else d()\n", "if(a){b()\nc()}else d()"),
    ("const f = (a,\n  b) =>\n  a + +b - -b++ + c\n", "let f=(a,b)=>a+ +b- -b++ +c"),
    ("a\n  .b()\n  ?.c\n", "a.b()?.c"),
    ("return [a, b] // c", "return[a,b]"), ("constant(x.const)", "constant(x.const)"),
  ])
  func spaceAndCommentsGo(source: String, expected: String) {
    #expect(compact(source) == expected)
  }

  @Test(arguments: [
    "a='it\\'s // no  comment',b=\"/* nor  this */\"", "a=`a  ${b ? `{  ${c}` : '}'}  //`",
    "a=/[/ ]  \\/ \"/g,b=c/d/e", "return/a  b/.test(c)", "كلمة='نص  عربي'",
  ])
  func textsStay(source: String) {
    #expect(compact(source) == source)
  }

  @Test func whatIsCutShortEnds() {
    for source in ["'", "`${", "/[", "/*", "//", "a '\\"] { #expect(compact(source).count < 5) }
  }
}
