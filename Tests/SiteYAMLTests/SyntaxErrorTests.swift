import SiteDiagnostics
import SiteYAML
import Testing

@Suite struct SyntaxErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let yaml: String
    let place: String
    let id: String
    let message: String
    let fix: String

    var testDescription: String { yaml.debugDescription }
  }

  @Test(arguments: mistakes) func everyMistakeIsNamedWithItsPlaceAndRemedy(_ mistake: Case) throws {
    let file = SourceFile(path: "f", bytes: Array(mistake.yaml.utf8))
    let (root, diagnostics) = YAMLReader.read(file)
    #expect(root == nil)
    let found = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(found.location.description == "f:\(mistake.place)")
    #expect(found.id == mistake.id)
    #expect(found.message.english == mistake.message)
    #expect(found.fix?.english == mistake.fix)
    #expect(found.message.arabic.unicodeScalars.contains { (0x621...0x64A).contains($0.value) })
    #expect(
      found.fix?.arabic.unicodeScalars.contains { (0x621...0x64A).contains($0.value) } == true)
  }

  static let mistakes: [Case] =
    colons + indentation + quotes + reserved + structure

  static let colons = [
    Case(
      yaml: "main:\n  -{url: /, label: {ar: أ}}\n", place: "2:3", id: "yaml-missing-space",
      message: "there is no space after the hyphen, so this is no item of a list",
      fix: "write a space after the hyphen: - {url: /, label: {ar: أ}}"),
    Case(
      yaml: "authors:\n  - lina\n  -\(String(repeating: "أ", count: 130))\nid: 4\n", place: "3:3",
      id: "yaml-missing-space",
      message: "there is no space after the hyphen, so this is no item of a list",
      fix: "write a space after the hyphen"),
    Case(
      yaml: "authors:\n-yusuf-barwari\n", place: "2:1", id: "yaml-missing-space",
      message: "there is no space after the hyphen, so this is no item of a list",
      fix: "write a space after the hyphen: - yusuf-barwari"),
    Case(
      yaml: "authors:\n  - lina\n  -yusuf\nid: 4\n", place: "3:3", id: "yaml-missing-space",
      message: "there is no space after the hyphen, so this is no item of a list",
      fix: "write a space after the hyphen: - yusuf"),
    Case(
      yaml: "date: 2025-01-01\ntitle: قال: نعم\n", place: "2:11", id: "yaml-colon-in-value",
      message: "the value holds a colon followed by a space, and so looks like another key",
      fix: "put the whole value in quotation marks: title: \"قال: نعم\""),
    Case(
      yaml: "title: قال «نعم»: \"لا\"\n", place: "1:17", id: "yaml-colon-in-value",
      message: "the value holds a colon followed by a space, and so looks like another key",
      fix: "put the whole value in quotation marks: title: 'قال «نعم»: \"لا\"'"),
    Case(
      yaml: "title: “قال: نعم”\n", place: "1:12", id: "yaml-colon-in-value",
      message: "the value holds a colon followed by a space, and so looks like another key",
      fix: "put the whole value in quotation marks: title: \"قال: نعم\""),
    Case(
      yaml: "name: {ar: قال: نعم, en: x}\n", place: "1:15", id: "yaml-colon-in-value",
      message: "the value holds a colon followed by a space, and so looks like another key",
      fix: "put the whole value in quotation marks: ar: \"قال: نعم\""),
    Case(
      yaml: "name: {en: x, ar: قال: نعم}\n", place: "1:22", id: "yaml-colon-in-value",
      message: "the value holds a colon followed by a space, and so looks like another key",
      fix: "put the whole value in quotation marks: ar: \"قال: نعم\""),
    Case(
      yaml: "on: {ar: \"نشر\", en: On: {date} here, fr: x}\n", place: "1:23",
      id: "yaml-colon-in-value",
      message: "the value holds a colon followed by a space, and so looks like another key",
      fix: "put the whole value in quotation marks: en: \"On: {date} here\""),
    Case(
      yaml: "name: {ar: {x}: نعم, en: \"x\"}\n", place: "1:15", id: "yaml-colon-in-value",
      message: "the value holds a colon followed by a space, and so looks like another key",
      fix: "put the whole value in quotation marks: ar: \"{x}: نعم\""),
    Case(
      yaml: "name: {ar: نعم, en: yes:}\n", place: "1:24", id: "yaml-colon-in-value",
      message: "the value holds a colon followed by a space, and so looks like another key",
      fix: "put the whole value in quotation marks: en: \"yes:\""),
    Case(
      yaml: "name: {\n  ar: نُشر في {date},\n  en: x}\n", place: "2:15",
      id: "yaml-reserved-character",
      message: "the value holds ‘{’, which begins a group of keys unless it stands in quotes",
      fix: "put the whole value in quotation marks: ar: \"نُشر في {date}\""),
    Case(
      yaml: "name: {ar: \"ن\", en: {count} of them}\n", place: "1:21",
      id: "yaml-reserved-character",
      message: "the value holds ‘{’, which begins a group of keys unless it stands in quotes",
      fix: "put the whole value in quotation marks: en: \"{count} of them\""),
    Case(
      yaml: "name: {ar: {one: أ} en: {one: b}}\n", place: "1:7", id: "yaml-unclosed-bracket",
      message: "what opens with ‘{’ here is not closed, or a comma is missing in it",
      fix: "part the items with ‘,’ and close them with ‘}’"),
    Case(
      yaml: "name: {ar: نعم، en: yes}\n", place: "1:15", id: "yaml-arabic-comma",
      message: "‘،’ does not part entries in braces, so that two of them read as one",
      fix: "part the entries with the Latin comma ‘,’, or put the value in quotes if it is one"),
    Case(
      yaml: "date: 2025-01-01\ntitle:نص\nid: 4\n", place: "2:6", id: "yaml-missing-space",
      message: "there is no space after the colon, so this is not a key with a value",
      fix: "write a colon and a space after the key: title: نص"),
    Case(
      yaml: "title:نص\nid: 4\n", place: "1:6", id: "yaml-missing-space",
      message: "there is no space after the colon, so this is not a key with a value",
      fix: "write a colon and a space after the key: title: نص"),
    Case(
      yaml: "title： نص\nid: 4\n", place: "1:6", id: "yaml-missing-space",
      message: "‘：’ only looks like a colon",
      fix: "write a colon and a space after the key: title: نص"),
    Case(
      yaml: "id: 4\nنص بلا مفتاح\ndate: 1\n", place: "2:1", id: "yaml-missing-colon",
      message: "this line has no key",
      fix: "write ‘key: value’, or indent the line if it continues the value above"),
  ]

  static let indentation = [
    Case(
      yaml: "# note\n title: A\ndate: 2026-09-01\n", place: "2:2", id: "yaml-indentation",
      message: "this line is not indented like the lines it belongs to",
      fix: "begin every key of one level in the same column, and indent what belongs to a key by "
        + "two spaces"),
    Case(
      yaml: "title: نص\n  date: 2025-01-01\n", place: "2:3", id: "yaml-indentation",
      message: "this line is not indented like the lines it belongs to",
      fix: "begin every key of one level in the same column, and indent what belongs to a key by "
        + "two spaces"),
    Case(
      yaml: "image:\n   src: a\n  alt: b\n", place: "3:3", id: "yaml-indentation",
      message: "this line is not indented like the lines it belongs to",
      fix: "begin every key of one level in the same column, and indent what belongs to a key by "
        + "two spaces"),
    Case(
      yaml: "image:\n\tsrc: a\n", place: "2:1", id: "yaml-tab",
      message: "the line is indented with a tab",
      fix: "indent with spaces: two for each level"),
    Case(
      yaml: "summary: نص\n\tتتمة\n", place: "2:1", id: "yaml-tab",
      message: "the line is indented with a tab",
      fix: "indent with spaces: two for each level"),
  ]

  static let quotes = [
    Case(
      yaml: "title: \"نص\ndate: 1\n", place: "1:8", id: "yaml-unclosed-quote",
      message: "the quotation mark that opens here is never closed on this line",
      fix: "close the value with the same mark with which it opens"),
    Case(
      yaml: "title: \"نص\nsummary: \"x\"\n", place: "1:8", id: "yaml-unclosed-quote",
      message: "the quotation mark that opens here is never closed on this line",
      fix: "close the value with the same mark with which it opens"),
    Case(
      yaml: "title: \"قال\" نعم\n", place: "1:14", id: "yaml-text-after-quote",
      message: "the value has ended with its closing quotation mark, and more text follows",
      fix: "put the whole value in quotation marks: title: '\"قال\" نعم'"),
    Case(
      yaml: "title: \"What the \"salt tide\" of 2018 teaches\"\n", place: "1:19",
      id: "yaml-text-after-quote",
      message: "the value has ended with its closing quotation mark, and more text follows",
      fix: "put the whole value in quotation marks: title: 'What the \"salt tide\" of 2018 teaches'"
    ),
    Case(
      yaml: "title: \"Iraq's \"salt\" law\"\n", place: "1:17", id: "yaml-text-after-quote",
      message: "the value has ended with its closing quotation mark, and more text follows",
      fix: "put the whole value in quotation marks: title: 'Iraq''s \"salt\" law'"),
    Case(
      yaml: "title: 'What's new'\n", place: "1:14", id: "yaml-text-after-quote",
      message: "the value has ended with its closing quotation mark, and more text follows",
      fix: "put the whole value in quotation marks: title: \"What's new\""),
    Case(
      yaml: "title: \"نعم\" و\"لا\"\n", place: "1:14", id: "yaml-text-after-quote",
      message: "the value has ended with its closing quotation mark, and more text follows",
      fix: "put the whole value in quotation marks: title: '\"نعم\" و\"لا\"'"),
    Case(
      yaml: "title: \"C:\\قرص\"\n", place: "1:11", id: "yaml-escape",
      message:
        "the backslash in a value in double quotation marks does not begin a known sequence",
      fix: "put the value in single quotation marks, in which a backslash is just a backslash"),
  ]

  static let reserved = [
    Case(
      yaml: "title: @نص\n", place: "1:8", id: "yaml-reserved-character",
      message: "a value cannot begin with ‘@’, which has a meaning of its own in YAML",
      fix: "put the whole value in quotation marks: title: \"@نص\""),
    Case(
      yaml: "title: `نص`\n", place: "1:8", id: "yaml-reserved-character",
      message: "a value cannot begin with ‘`’, which has a meaning of its own in YAML",
      fix: "put the whole value in quotation marks: title: \"`نص`\""),
    Case(
      yaml: "title: - نص\n", place: "1:8", id: "yaml-reserved-character",
      message: "a value cannot begin with ‘-’, which has a meaning of its own in YAML",
      fix: "put the whole value in quotation marks: title: \"- نص\""),
    Case(
      yaml: "title: ,نص\n", place: "1:8", id: "yaml-reserved-character",
      message: "a value cannot begin with ‘,’, which has a meaning of its own in YAML",
      fix: "put the whole value in quotation marks: title: \",نص\""),
    Case(
      yaml: "%نص\n", place: "1:1", id: "yaml-reserved-character",
      message: "a value cannot begin with ‘%’, which has a meaning of its own in YAML",
      fix: "put the whole value in quotation marks"),
    Case(
      yaml: "title: !عاجل نص\n", place: "1:8", id: "yaml-tag",
      message: "a value that begins with ‘!’ is a YAML tag, which is not read here",
      fix: "put the whole value in quotation marks: title: \"!عاجل نص\""),
    Case(
      yaml: "title: !!str نص\n", place: "1:8", id: "yaml-tag",
      message: "a value that begins with ‘!’ is a YAML tag, which is not read here",
      fix: "put the whole value in quotation marks: title: \"!!str نص\""),
    Case(
      yaml: "title: *مهم*\n", place: "1:8", id: "yaml-alias",
      message: "anchors (&name) and aliases (*name) are not read, since a few of them can stand "
        + "for millions of values",
      fix: "write the value out; if it is text, put the whole value in quotation marks: "
        + "title: \"*مهم*\""),
    Case(
      yaml: "summary: > نص\n", place: "1:10", id: "yaml-block-text",
      message: "‘>’ and ‘|’ begin a text that stands on the lines below, indented with spaces",
      fix: "put the whole value in quotation marks: summary: \"> نص\""),
    Case(
      yaml: "id: 4\ntitle: ن\u{7}ص\n", place: "2:9", id: "yaml-control-character",
      message: "the invisible control character U+0007 stands here",
      fix: "delete the line and type it again; a letter may have been lost when it was converted"),
    Case(
      yaml: "id: 4\ntitle: كس\u{8D} نص\n", place: "2:10", id: "yaml-control-character",
      message: "the invisible control character U+008D stands here",
      fix: "delete the line and type it again; a letter may have been lost when it was converted"),
  ]

  /// A comment that was meant as text is a warning; where it swallows a bracket, the only error.
  @Test(arguments: [
    (
      "title: Report #5 on water\nid: 4\n", "1:15", "#5 on water",
      ": title: \"Report #5 on water\""
    ),
    ("title: See law # 5 now\n", "1:16", "# 5 now", ": title: \"See law # 5 now\""),
    ("title: تقرير # ٥\n", "1:14", "# ٥", ": title: \"تقرير # ٥\""),
    (
      "a:\n  summary: In two words # is it\n", "2:25", "# is it",
      ": summary: \"In two words # is it\""
    ),
    ("a:\n  - قانون #٧\n", "2:11", "#٧", ": - \"قانون #٧\""),
    ("summary: #وسم\n", "1:10", "#وسم", ": summary: \"#وسم\""),
    ("title: \"Report\" #5\n", "1:17", "#5", ": title: '\"Report\" #5'"),
    ("summary: one\n  two #3\n", "2:7", "#3", ""),
    ("tags: [a, b #c\n  ]\n", "1:13", "#c", ": \"b #c\""),
    ("tags: [a #b, c]\ntitle: x\n", "1:10", "#b, c]", ": \"a #b\""),
    ("tags: [a #b]\n", "1:10", "#b]", ": \"a #b\""),
    ("name: {ar: قانون #7, en: x}\nid: 4\n", "1:18", "#7, en: x}", ": \"قانون #7\""),
  ])
  func textThatBecomesACommentIsFound(yaml: String, place: String, text: String, shown: String) {
    let (root, diagnostics) = YAMLReader.read(SourceFile(path: "f", bytes: Array(yaml.utf8)))
    let isError = root == nil
    #expect(isError == (text.contains("]") || text.contains("}")))
    #expect(
      diagnostics.map { "\($0.location) \($0.severity) [\($0.id)] \($0.message.english)" } == [
        "f:\(place) \(isError ? "error" : "warning") [yaml-comment] ‘\(text)’ is left out, since ‘#’ "
          + "behind a space begins a comment"
      ])
    #expect(
      diagnostics.first?.fix?.english
        == "put the whole value in quotation marks\(shown); if it is a comment, write it on a line "
        + "of its own")
  }

  @Test(arguments: [
    "status: draft  # until Sara has read it\n", "authors: # nobody yet\n", "id: 4 #\n",
    "title: \"Two words\" # shown to all\n", "a: |\n  text\n#comment\n", "a: C#5\n",
    "a: b\n#c\n", "tags: [a, b] #c\n", "date: 2026-09-01 09:30 # in Baghdad\n",
    "tags: [a, # first\n  b]\n",
  ])
  func commentsThatAreMeantAreLeftAlone(yaml: String) {
    let file = SourceFile(path: "f", bytes: Array(yaml.utf8))
    #expect(YAMLReader.read(file).diagnostics.isEmpty)
  }

  static let structure = [
    Case(
      yaml: "title: [عاجل] خبر\n", place: "1:15", id: "yaml-text-after-bracket",
      message: "a value that begins with a bracket is a list and ends with its closing bracket, "
        + "and more text follows",
      fix: "put the whole value in quotation marks: title: \"[عاجل] خبر\""),
    Case(
      yaml: "tags: [أمن, دفاع\ndate: 1\n", place: "1:7", id: "yaml-unclosed-bracket",
      message: "what opens with ‘[’ here is not closed, or a comma is missing in it",
      fix: "part the items with ‘,’ and close them with ‘]’"),
    Case(
      yaml: "name: {ar: أمن\ntitle: نص\n", place: "1:7", id: "yaml-unclosed-bracket",
      message: "what opens with ‘{’ here is not closed, or a comma is missing in it",
      fix: "part the items with ‘,’ and close them with ‘}’"),
    Case(
      yaml: "? [أ]\n: ب\n", place: "1:3", id: "yaml-key-not-text",
      message: "a list or a group of keys stands where a key must be",
      fix: "write a word as the key; text in double braces needs quotes"),
    Case(
      yaml: ": ب\n", place: "1:1", id: "yaml-missing-colon",
      message: "there is no key before the colon", fix: "write ‘key: value’"),
    Case(
      yaml: "title: نص\n---\ntitle: آخر\n", place: "2:1", id: "yaml-several-documents",
      message: "a second YAML document begins here, and only one is read",
      fix: "delete the line ‘---’"),
  ]
}
