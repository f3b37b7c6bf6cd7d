import Foundation
import SiteDiagnostics
import Testing

import struct SiteDiagnostics.SourceLocation

@Suite("Reports")
struct FormatterTests {
  static let file = SourceFile(
    path: "content/a, b/ar.md", bytes: Array("---\ntitel: \"العراق\" 100%\r\n---\n".utf8))

  static let unknownKey = Diagnostic(
    "unknown-key", at: file.location(atByte: 4),
    Wording(en: "there is no key ‘titel’", ar: "لا مفتاح باسم «titel»"),
    fix: Wording(en: "write ‘title’: 100%", ar: "اكتب «title»"),
    notes: [
      Diagnostic.Note(
        at: SourceLocation(path: "content/site.yaml", line: 3),
        Wording(en: "keys are listed here", ar: "المفاتيح مسرودة هنا"))
    ])
  static let unreadable = Diagnostic(
    "unreadable", .warning, at: SourceLocation(path: "content/x.md"),
    Wording(en: "first\nsecond, \\ and \u{1B}[31m", ar: "أول\nثان"))

  private func report(
    _ format: DiagnosticFormat, _ language: Wording.Language = .english,
    _ diagnostics: [Diagnostic] = [unknownKey, unreadable]
  ) -> String {
    format.formatter(language: language, version: "1.0").format(diagnostics)
  }

  @Test func plain() {
    #expect(
      report(.text) == """
        content/a, b/ar.md:2:1: error: there is no key ‘titel’ [unknown-key]
            titel: "العراق" 100%
            fix: write ‘title’: 100%
        content/site.yaml:3: note: keys are listed here
        content/x.md: warning: first<U+000A>second, \\ and <U+001B>[31m [unreadable]

        """)
    #expect(
      report(.text, .arabic) == """
        content/a, b/ar.md:2:1: خطأ: لا مفتاح باسم «titel» [unknown-key]
            titel: "العراق" 100%
            الإصلاح: اكتب «title»
        content/site.yaml:3: ملاحظة: المفاتيح مسرودة هنا
        content/x.md: تحذير: أول<U+000A>ثان [unreadable]

        """)
    #expect(report(.text, .english, []) == "")
  }

  @Test func arabicForATerminalIsIsolated() {
    let formatter = DiagnosticFormat.text.formatter(language: .arabic, isForTerminal: true)
    #expect(
      formatter.format([Self.unknownKey, Self.unreadable]) == """
        content/a, b/ar.md:2:1: \u{2067}خطأ: لا مفتاح باسم \u{2068}«titel»\u{2069}\u{2069} [unknown-key]
            titel: "العراق" 100%
            \u{2067}الإصلاح: اكتب \u{2068}«title»\u{2069}\u{2069}
        content/site.yaml:3: \u{2067}ملاحظة: المفاتيح مسرودة هنا\u{2069}
        content/x.md: \u{2067}تحذير: أول<U+000A>ثان\u{2069} [unreadable]

        """)
    let english = DiagnosticFormat.text.formatter(language: .english, isForTerminal: true)
    #expect(english.format([Self.unknownKey]) == report(.text, .english, [Self.unknownKey]))
  }

  @Test(arguments: [
    ("أ «b» ج", "\u{2067}أ \u{2068}«b»\u{2069} ج\u{2069}"),
    ("أ» ب", "\u{2067}أ» ب\u{2069}"),
    ("أ «ب", "\u{2067}أ \u{2068}«ب\u{2069}\u{2069}"),
  ])
  func isolatesAreBalanced(sentence: String, isolated: String) {
    #expect(sentence.isolatedArabic == isolated)
  }

  @Test func plainInColour() {
    let formatter = DiagnosticFormat.text.formatter(language: .english, usesColour: true)
    let escape = "\u{1B}"
    #expect(
      formatter.format([Self.unknownKey]) == """
        \(escape)[1mcontent/a, b/ar.md:2:1:\(escape)[0m \(escape)[1;31merror:\(escape)[0m \
        there is no key ‘titel’ [unknown-key]
            titel: "العراق" 100%
            \(escape)[32mfix:\(escape)[0m write ‘title’: 100%
        \(escape)[1mcontent/site.yaml:3:\(escape)[0m \(escape)[36mnote:\(escape)[0m \
        keys are listed here

        """)
  }

  @Test func aFileCannotSteerTheTerminal() {
    let hostile = SourceFile(path: "a\u{1B}.md", bytes: Array("\u{202E}\u{7}x\tعربي\u{9B}".utf8))
    let diagnostic = Diagnostic("x", at: hostile.location(atByte: 0), Wording(en: "m", ar: "م"))
    #expect(
      report(.text, .english, [diagnostic]) == """
        a<U+001B>.md:1:1: error: m [x]
            <U+202E><U+0007>x\tعربي<U+009B>

        """)
  }

  @Test func json() throws {
    #expect(
      report(.json) == #"""
        [{"path":"content/a, b/ar.md","line":2,"column":1,"severity":"error","id":"unknown-key",\#
        "message":"there is no key ‘titel’","fix":"write ‘title’: 100%","notes":[{"path":\#
        "content/site.yaml","line":3,"column":null,"message":"keys are listed here"}]},{"path":\#
        "content/x.md","line":null,"column":null,"severity":"warning","id":"unreadable","message":\#
        "first\nsecond, \\ and \u001b[31m","fix":null,"notes":[]}]

        """#)
    #expect(report(.json, .english, []) == "[]\n")
    let objects = try JSONSerialization.jsonObject(with: Data(report(.json, .arabic).utf8))
    let first = (objects as? [[String: Any]])?.first
    #expect(first?["message"] as? String == "لا مفتاح باسم «titel»")
  }

  @Test func everyCharacterSurvivesJSON() throws {
    let text = String(
      String.UnicodeScalarView((0...0xFFFF).compactMap { Unicode.Scalar(UInt32($0)) }))
    let diagnostic = Diagnostic("x", at: SourceLocation(path: "p"), Wording(en: text, ar: ""))
    let json = try JSONSerialization.jsonObject(
      with: Data(report(.json, .english, [diagnostic]).utf8))
    let message = (json as? [[String: Any]])?.first?["message"] as? String
    #expect(message?.utf8.elementsEqual(text.utf8) == true)
  }

  @Test func github() {
    #expect(
      report(.github) == """
        ::error file=content/a%2C b/ar.md,line=2,col=1,title=unknown-key::there is no key ‘titel’\
        %0Afix: write ‘title’: 100%25%0Acontent/site.yaml:3: note: keys are listed here
        ::warning file=content/x.md,title=unreadable::first%0Asecond, \\ and \u{1B}[31m

        """)
    let place = SourceLocation(path: "a:b\r\n.md", line: 1, column: 2)
    let note = Diagnostic("n", .note, at: place, Wording(en: "a::b, c", ar: "أ"))
    #expect(
      report(.github, .english, [note])
        == "::notice file=a%3Ab%0D%0A.md,line=1,col=2,title=n::a::b, c\n")
  }

  @Test func sarif() throws {
    #expect(
      report(.sarif) == #"""
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[\#
        {"tool":{"driver":{"name":"ctsite","version":"1.0","rules":[{"id":"unknown-key"},{"id":\#
        "unreadable"}]}},"language":"en","columnKind":"unicodeCodePoints","results":[{"ruleId":\#
        "unknown-key","ruleIndex":0,"level":"error","message":{"text":"there is no key ‘titel’\nfix\#
        : write ‘title’: 100%"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":\#
        "content/a%2C%20b/ar.md","uriBaseId":"%SRCROOT%"},"region":{"startLine":2,"startColumn":1,\#
        "snippet":{"text":"titel: \"العراق\" 100%"}}}}],"relatedLocations":[{"physicalLocation":{\#
        "artifactLocation":{"uri":"content/site.yaml","uriBaseId":"%SRCROOT%"},"region":{\#
        "startLine":3}},"message":{"text":"keys are listed here"}}]},{"ruleId":"unreadable",\#
        "ruleIndex":1,"level":"warning","message":{"text":"first\nsecond, \\ and \u001b[31m"},\#
        "locations":[{"physicalLocation":{"artifactLocation":{"uri":"content/x.md","uriBaseId":\#
        "%SRCROOT%"}}}]}]}]}

        """#)
    let empty = try JSONSerialization.jsonObject(with: Data(report(.sarif, .english, []).utf8))
    let runs = (empty as? [String: Any])?["runs"] as? [[String: Any]]
    #expect((runs?.first?["results"] as? [Any])?.isEmpty == true)
  }

  @Test func everyFormatHasItsName() {
    #expect(DiagnosticFormat.allCases.map(\.rawValue) == ["text", "json", "github", "sarif"])
  }
}
