import SiteDiagnostics
import SiteText
import Testing

@testable import SiteTemplate

@Suite("Strings")
struct StringsTests {
  private func errors(_ yaml: String, required: Set<String> = []) -> String {
    let file = SourceFile(path: "templates/strings.yaml", bytes: Array(yaml.utf8))
    return describe(
      Strings.load(file, languages: [.arabic, .english], required: required).diagnostics)
  }

  @Test(
    "the plural that the language wants",
    arguments: [
      (0, "أقل من دقيقة", "0 minutes"), (1, "دقيقة واحدة", "1 minute"), (2, "دقيقتان", "2 minutes"),
      (3, "3 دقائق", "3 minutes"), (11, "11 دقيقة", "11 minutes"),
      (100, "100 دقيقة", "100 minutes"),
    ])
  func plurals(count: Int, arabic: String, english: String) {
    let template = "{{ t(\"read_time\", count: page.minutes) }}"
    let work = SampleWork(minutes: count)
    #expect(render(template, work, in: Sample.arabic) == arabic)
    #expect(render(template, work, in: Sample.english) == english)
    let strings = load(["page.html": ""]).strings
    #expect(strings.text("read_time", in: .arabic, count: count) == arabic)
    #expect(strings.text("read_time", in: .english, count: count) == english)
  }

  @Test("texts for the generator itself")
  func code() {
    let strings = load(["page.html": ""]).strings
    #expect(strings.text("hello", in: .arabic) == "مرحبًا")
    #expect(strings.text("by", in: .english, arguments: ["name": "X"]) == "By X")
    #expect(strings.text("none", in: .english) == nil)
  }

  @Test("plurals that are missing or unknown")
  func pluralErrors() {
    #expect(
      errors("k:\n  ar: {one: a, two: b, other: c}\n  en: {one: a, othr: b}") == """
        templates/strings.yaml:2:3: ‘ar’ lacks plural forms: ‘zero’, ‘few’, ‘many’ [missing-plural]
          fix: add each form, even where it reads like another
        templates/strings.yaml:3:3: ‘en’ lacks plural forms: ‘other’ [missing-plural]
          fix: add each form, even where it reads like another
        templates/strings.yaml:3:16: ‘en’ has no plural form ‘othr’ [unknown-plural]
          fix: did you mean ‘other’?
        """)
  }

  @Test("languages that are missing or unknown")
  func languages() {
    #expect(
      errors("a: {ar: ب}\nb: text\nc: {ar: ا, en: a, fr: b}") == """
        templates/strings.yaml:1:1: the string ‘a’ is missing in ‘en’ [missing-translation]
          fix: add ‘en: …’
        templates/strings.yaml:2:4: the string ‘b’ is not given by language [strings-syntax]
          fix: write ‘b: {ar: …, en: …}’
        templates/strings.yaml:3:19: the site has no language ‘fr’ [unknown-language]
          fix: its languages: ‘ar’, ‘en’
        """)
  }

  @Test("placeholders that one language has and another has not")
  func placeholders() {
    #expect(
      errors("a: {ar: \"بقلم {name}\", en: \"By {nme}\"}") == """
        templates/strings.yaml:1:28: the placeholder ‘{name}’ of the first language's text is \
        missing \
        [missing-placeholder]
          fix: add it where it belongs in the sentence
        templates/strings.yaml:1:28: the placeholder ‘{nme}’ is not in the first language's text \
        [unknown-placeholder]
          fix: did you mean ‘name’?
        """)
    #expect(
      errors("a: {ar: \"{\", en: x}").contains("a brace in this text belongs to no placeholder"))
  }

  @Test("keys that the generator needs, and keys that nothing uses")
  func usage() {
    #expect(
      errors("a: {ar: ا, en: a}", required: ["home"]) == """
        templates/strings.yaml: the key ‘home’ is missing, which the generator itself uses \
        [missing-string]
          fix: add it
        """)
    #expect(
      errors("a: {ar: ا, en: a}\nhoem: {ar: ا, en: a}", required: ["home"]) == """
        templates/strings.yaml:2:1: the key ‘home’ is missing, which the generator itself uses \
        [missing-string]
          fix: did you mean ‘home’?
        """)
    let yaml = Sample.strings + "\nlonely: {ar: ا, en: a}"
    #expect(
      describe(load(["page.html": "x"], strings: yaml).diagnostics) == """
        templates/strings.yaml:6:1: nothing uses the string ‘lonely’ [unused-string]
          fix: remove it
        """)
    #expect(load(["page.html": "{{ t(\"lonely\") }}"], strings: yaml).diagnostics.isEmpty)
  }

  @Test("broken YAML is an error with its place, not a crash", arguments: ["- a", "a: [", "", "x"])
  func broken(yaml: String) {
    let file = SourceFile(path: "templates/strings.yaml", bytes: Array(yaml.utf8))
    let found = Strings.load(file, languages: [.arabic]).diagnostics
    #expect(found.containError == !yaml.isEmpty)
  }
}
