import SiteDiagnostics
import SiteYAML
import Testing

@Suite struct MappingReaderTests {
  private enum Status: String, CaseIterable {
    case draft
    case published
  }

  private static let known: Set = ["title", "tags", "status", "size", "open", "name", "image"]

  private func reader(_ yaml: String) throws -> MappingReader {
    let file = SourceFile(path: "f", bytes: Array(yaml.utf8))
    let (root, diagnostics) = YAMLReader.read(file)
    #expect(diagnostics == [])
    return MappingReader(try #require(root), in: file, known: Self.known)
  }

  private func lines(_ reader: MappingReader) -> [String] {
    reader.diagnostics.map {
      "\($0.location): \($0.message.english) [\($0.id)] \($0.fix?.english ?? "")"
    }
  }

  @Test func valuesAreReadAsTheSchemaHasThem() throws {
    var reader = try reader(
      """
      title: no
      tags: [012, "أمن", ~]
      status: draft
      size: 7
      open: true
      name: {en: Name, ar: اسم}
      image: {src: a.jpg}
      """)
    #expect(reader.text("title")?.value == "no")
    #expect(reader.texts("tags").map(\.value) == ["012", "أمن"])
    #expect(reader.choice("status", of: Status.self)?.value == .draft)
    #expect(reader.integer("size", in: 1...9)?.value == 7)
    #expect(reader.boolean("open") == true)
    let name = reader.localized("name", languages: ["ar", "en"])
    #expect(name.map(\.language) == ["ar", "en"])
    #expect(name.map(\.text.value) == ["اسم", "Name"])
    #expect(reader.nested("image", known: ["src"]) { $0.text("src")?.value } == "a.jpg")
    #expect(reader.diagnostics == [])
  }

  @Test func aLoneTextIsInTheFirstLanguage() throws {
    var reader = try reader("name: اسم\n")
    #expect(reader.localized("name", languages: ["ar", "en"]).map(\.language) == ["ar"])
  }

  @Test func unknownKeysGetTheNearestName() throws {
    #expect(
      lines(try reader("titel: أ\n\u{200F}tags: []\nzzz: 1\n")) == [
        "f:1:1: there is no key ‘titel’ [unknown-key] did you mean ‘title’?",
        "f:2:1: an invisible character is hidden in the key ‘tags’ [unknown-key] "
          + "delete the key and type it again",
        "f:3:1: there is no key ‘zzz’ [unknown-key] "
          + "write one of: image, name, open, size, status, tags, title",
      ])
  }

  @Test func wrongValuesAreCollectedWithTheirPlaces() throws {
    var reader = try reader(
      """
      title: [عاجل]
      tags: أمن، دفاع
      status: pubished
      size: ١٢
      open: نعم
      name: {ar: اسم, fr: nom}
      image: a.jpg
      """)
    #expect(reader.text("title") == nil)
    #expect(reader.texts("tags").isEmpty)
    #expect(reader.choice("status", of: Status.self) == nil)
    #expect(reader.integer("size", in: 1...200) == nil)
    #expect(reader.boolean("open") == nil)
    #expect(reader.localized("name", languages: ["ar", "en"]).count == 1)
    #expect(reader.nested("image", known: ["src"]) { $0.text("src")?.value } == nil)
    #expect(
      lines(reader) == [
        "f:1:8: ‘title’ takes a text, not a list or a group of keys [expected-text] "
          + "write one text; put it in quotation marks if it begins with a bracket",
        "f:2:7: ‘tags’ takes a list [expected-list] write tags: [أمن, دفاع]",
        "f:3:9: ‘status’ cannot be ‘pubished’ [unknown-value] did you mean ‘published’?",
        "f:4:7: ‘size’ is a whole number (1–200), not ‘١٢’ [expected-integer] "
          + "write it in Latin digits: 12",
        "f:5:7: ‘open’ is either true or false, not ‘نعم’ [expected-boolean] "
          + "write true or false",
        "f:6:17: the site has no language ‘fr’ [unknown-language] write one of: ar, en",
        "f:7:8: keys with values are expected here [expected-mapping] "
          + "write ‘key: value’ with a space after the colon",
      ])
  }

  @Test(arguments: [
    ("tags:\n  -أمن\n  -دفاع\n", "f:2:3", "- أمن"),
    ("tags: -أمن", "", ""),
  ])
  func anItemNeedsASpaceAfterItsHyphen(yaml: String, place: String, item: String) throws {
    var reader = try reader(yaml)
    _ = reader.texts("tags")
    guard !place.isEmpty else {
      #expect(reader.diagnostics.allSatisfy { $0.id != "yaml-missing-space" })
      return
    }
    #expect(
      lines(reader) == [
        "\(place): there is no space after the hyphen, so this is no item of a list "
          + "[yaml-missing-space] write a space after the hyphen: \(item)"
      ])
  }

  @Test func aRequiredTextIsMissedOnce() throws {
    var absent = try reader("size: 1\n")
    #expect(absent.requiredText("title", rule: "missing-title") == nil)
    #expect(
      lines(absent) == ["f:1:1: ‘title’ is missing [missing-title] add a line ‘title: …’"])
    var empty = try reader("size: 1\ntitle: \"  \"\n")
    #expect(empty.requiredText("title") == nil)
    #expect(lines(empty).map { $0.prefix(6) } == ["f:2:1:"])
    var wrong = try reader("title: []\n")
    #expect(wrong.requiredText("title") == nil)
    #expect(wrong.diagnostics.map(\.id) == ["expected-text"])
  }
}
