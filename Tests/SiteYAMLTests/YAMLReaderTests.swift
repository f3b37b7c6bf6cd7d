import SiteDiagnostics
import SiteYAML
import Testing

@Suite struct YAMLReaderTests {
  private func file(_ text: String) -> SourceFile { SourceFile(path: "f", bytes: Array(text.utf8)) }

  private func text(_ node: YAMLNode, in file: SourceFile) -> String {
    String(decoding: file.bytes[node.bytes], as: UTF8.self)
  }

  @Test func placesAreBytesOfTheWholeFile() throws {
    let file = file("---\nعنوان: نصّ 🇮🇶 طويل\r\nقائمة: [أ, \"ب\"]\r\n---\n")
    let (root, diagnostics) = YAMLReader.read(file, bytes: 4..<file.bytes.count - 4)
    #expect(diagnostics == [])
    guard case .mapping(let entries) = try #require(root).content else {
      Issue.record("not a mapping")
      return
    }
    #expect(entries.map { text($0.value, in: file) } == ["نصّ 🇮🇶 طويل", "[أ, \"ب\"]"])
    #expect(String(decoding: file.bytes[entries[1].keyBytes], as: UTF8.self) == "قائمة")
    guard case .sequence(let items) = entries[1].value.content else {
      Issue.record("not a list")
      return
    }
    #expect(items.map(\.content) == [.scalar("أ", isPlain: true), .scalar("ب", isPlain: false)])
    #expect(items.map { text($0, in: file) } == ["أ", "\"ب\""])
  }

  @Test func scalarsStayTheTextTheyWereWrittenAs() throws {
    let (root, _) = YAMLReader.read(
      file("- no\n- 012\n- 1:30\n- 2025-05-25\n- 0x1F\n- \"null\"\n- null\n- ~\n-\n"))
    guard case .sequence(let items) = try #require(root).content else {
      Issue.record("not a list")
      return
    }
    #expect(
      items.map(\.content) == [
        .scalar("no", isPlain: true), .scalar("012", isPlain: true),
        .scalar("1:30", isPlain: true), .scalar("2025-05-25", isPlain: true),
        .scalar("0x1F", isPlain: true), .scalar("null", isPlain: false), .null, .null, .null,
      ])
  }

  @Test func anEmptyFileHasNoRoot() {
    #expect(YAMLReader.read(file("# ملاحظة\n")).root == nil)
    #expect(YAMLReader.read(file("")).diagnostics == [])
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    let (root, diagnostics) = YAMLReader.read(file("\u{FEFF}a: ب\n"))
    #expect(diagnostics == [])
    #expect(try #require(root).bytes.lowerBound == 3)
  }

  @Test func aKeyTwiceIsAnErrorThatNamesBothPlaces() {
    let (root, diagnostics) = YAMLReader.read(file("title: أ\nid: 1\ntitle: ب\n"))
    #expect(root != nil)
    #expect(
      diagnostics.map { "\($0.location): \($0.message.english) [\($0.id)]" } == [
        "f:3:1: ‘title’ is set twice [duplicate-key]"
      ])
    #expect(diagnostics[0].notes.map(\.location.description) == ["f:1:1"])
  }

  @Test func keysAreComparedInLongMappingsToo() {
    let yaml = (0..<40).map { "k\($0): 1\n" }.joined() + "k3: 1\nk39: 1\n"
    #expect(
      YAMLReader.read(file(yaml)).diagnostics.map(\.location.description) == ["f:41:1", "f:42:1"])
  }

  @Test func anAliasBombEndsAtItsFirstAnchor() {
    let bomb = """
      a: &a [x, x, x, x, x, x, x, x, x]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
      """
    let (root, diagnostics) = YAMLReader.read(file(bomb))
    #expect(root == nil)
    #expect(diagnostics.map { "\($0.location) \($0.id)" } == ["f:1:4 yaml-alias"])
  }

  @Test func mergeKeysAreRefused() {
    let (_, diagnostics) = YAMLReader.read(file("a: {<<: {b: c}}\n"))
    #expect(diagnostics.map { "\($0.location) \($0.id)" } == ["f:1:5 yaml-merge-key"])
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000),
  ])
  func depthIsLimited(yaml: String) {
    let (root, diagnostics) = YAMLReader.read(file(yaml))
    #expect(root == nil)
    #expect(diagnostics.map(\.id) == ["yaml-too-deep"])
    #expect(
      diagnostics[0].message.english == "values stand in one another more than 64 levels deep")
  }

  @Test func sizeIsLimited() {
    let (root, diagnostics) = YAMLReader.read(
      file("a: " + String(repeating: "x", count: YAMLReader.maximumBytes)))
    #expect(root == nil)
    #expect(diagnostics.map(\.message.english) == ["more than 8 MB of YAML"])
  }

  @Test func bytesThatAreNoTextAreAnError() {
    let (root, diagnostics) = YAMLReader.read(
      SourceFile(path: "f", bytes: [0x61, 0x3A, 0x20, 0xE3]))
    #expect(root == nil)
    #expect(diagnostics.map(\.id) == ["yaml-syntax"])
  }

  @Test(arguments: [
    ("title: “نص”", "1:8", "‘نص’", "title"), ("title: ‘a’s’", "", "", ""),
    ("title: ‘a’", "1:8", "‘a’", ""), ("title: „a“", "1:8", "‘a’", ""),
    ("title: «نص»", "", "", ""), ("title: \"“نص”\"", "", "", ""), ("title: “أ” و“ب”", "", "", ""),
    ("title: “أ” ثم", "", "", ""), ("tags: [“a”, b]", "1:8", "‘a’", ""),
  ])
  func curlyQuotesAroundAWholeValueAreWarnedOf(
    yaml: String, place: String, value: String, key: String
  ) {
    let (root, diagnostics) = YAMLReader.read(file(yaml + "\n"))
    #expect(root != nil)
    #expect(
      diagnostics.map { "\($0.severity) \($0.id) \($0.location): \($0.message.english)" }
        == (place.isEmpty
          ? []
          : [
            "warning yaml-curly-quotes f:\(place): the marks around \(value) will be shown as a "
              + "part of it, since only straight ones enclose a value"
          ]))
    if let fix = diagnostics.first?.fix?.english {
      let inner = value.dropFirst().dropLast()
      #expect(fix == "write straight quotation marks: \"\(inner)\"")
    }
  }

  @Test func anArabicCommaInAFlowListWarns() {
    let (_, diagnostics) = YAMLReader.read(
      file("tags: [أمن، إرهاب]\nname: {ar: أمن، دفاع}\nlist:\n  - أمن، دفاع\nok: [\"أ، ب\"]\n"))
    #expect(
      diagnostics.map { "\($0.location) \($0.severity) \($0.message.english)" } == [
        "f:1:8 warning ‘أمن، إرهاب’ is one item of the list, since ‘،’ does not part items"
      ])
  }

  @Test func everyPrefixOfAFileEndsWithoutATrap() {
    let bytes = Array(
      "title: \"قال: نعم\"\r\nimage: {src: a.jpg, alt: 'x'}\ntags: [أ, &b *c]\na: |\n  x\n".utf8)
    for count in 0...bytes.count {
      let file = SourceFile(path: "f", bytes: Array(bytes.prefix(count)))
      let (root, diagnostics) = YAMLReader.read(file)
      #expect(root != nil || !diagnostics.isEmpty || count == 0)
    }
  }
}
