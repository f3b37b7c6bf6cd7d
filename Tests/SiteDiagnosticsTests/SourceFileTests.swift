import SiteDiagnostics
import Testing

@Suite("Places in files")
struct SourceFileTests {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "content/a/ar.md", bytes: Array(text.utf8))
  }

  /// The place of `‸`, a mark that is taken out of the text.
  private func place(in marked: String) throws -> String {
    let mark = try #require(marked.firstRange(of: "‸"))
    let offset = marked[..<mark.lowerBound].utf8.count
    let location = file(marked.replacing("‸", with: "")).location(atByte: offset)
    return "\(location) \(location.excerpt ?? "-")"
  }

  @Test(arguments: [
    ("‸---\ntitle: x\n", "content/a/ar.md:1:1 ---"),
    ("---\ntitle: ‸العراق\n", "content/a/ar.md:2:8 title: العراق"),
    ("---\ntitle: العر‸اق\n---\n", "content/a/ar.md:2:12 title: العراق"),
    ("مَ‸دّ", "content/a/ar.md:1:3 مَدّ"), ("😀‸x", "content/a/ar.md:1:2 😀x"),
    ("a\r\nb‸c\r\n", "content/a/ar.md:2:2 bc"), ("a\r\n\r\n‸", "content/a/ar.md:3:1 "),
    ("a‸\nb", "content/a/ar.md:1:2 a"), ("a\n‸b", "content/a/ar.md:2:1 b"),
    ("a\n‸", "content/a/ar.md:2:1 "), ("‸", "content/a/ar.md:1:1 "),
    ("\tx‸  \t\n", "content/a/ar.md:1:3 \tx"), ("\u{FEFF}ab‸c\n", "content/a/ar.md:1:3 abc"),
  ])
  func places(marked: String, place expected: String) throws {
    #expect(try place(in: marked) == expected)
  }

  @Test func offsetsOutsideTheFileAndInsideCharacters() {
    let file = file("أب\nج")
    #expect(file.location(atByte: -5).description == "content/a/ar.md:1:1")
    #expect(file.location(atByte: 900).description == "content/a/ar.md:2:2")
    #expect(file.location(atByte: 1).description == "content/a/ar.md:1:1")
    #expect(file.location(atByte: 3).description == "content/a/ar.md:1:2")
    #expect(file.location.description == "content/a/ar.md")
  }

  @Test func bytesThatAreNotUTF8() {
    let file = SourceFile(path: "x", bytes: [0x61, 0xFF, 0x80, 0x80, 0x0A, 0xC3])
    #expect(file.location(atByte: 4).line == 1)
    #expect(file.location(atByte: 6).line == 2)
    #expect(SourceFile(path: "x", bytes: [0x80, 0x80]).location(atByte: 1).column == 1)
  }

  @Test(arguments: [
    (1, 1, "1:1"), (1, 3, "1:2"), (2, 0, "2:1"), (2, 99, "2:3"), (9, 1, "3:1"), (0, -4, "1:1"),
  ])
  func linesAndByteColumns(line: Int, byteColumn: Int, expected: String) {
    let location = file("أب\ncd\n").location(line: line, byteColumn: byteColumn)
    #expect(location.description == "content/a/ar.md:" + expected)
  }

  @Test func aLongLineIsShownAroundThePlace() {
    let line =
      String(repeating: "كلمة ", count: 100) + "الخطأ" + String(repeating: " كلمة", count: 100)
    let offset = line.utf8.count / 2
    let excerpt = file("x\n" + line + "\ny").location(atByte: 2 + offset).excerpt!
    #expect(excerpt.contains("الخطأ"))
    #expect(excerpt.hasPrefix("…"))
    #expect(excerpt.hasSuffix("…"))
    #expect(!excerpt.contains("\u{FFFD}"))
    #expect(excerpt.utf8.count <= 406)
    let start = file(line).location(atByte: 0).excerpt!
    #expect(start.hasPrefix("كلمة كلمة"))
  }

  @Test(arguments: ["", "a", "\n", "أ\nبت\r\n\nc", "\u{FEFF}ab\nc", "ab\n\n\n"])
  func aTableOfLinesNamesTheSamePlaces(text: String) {
    let file = file(text)
    let lines = LineTable(of: file)
    for offset in -1...text.utf8.count + 2 {
      #expect(lines.location(atByte: offset) == file.location(atByte: offset))
    }
  }
}
