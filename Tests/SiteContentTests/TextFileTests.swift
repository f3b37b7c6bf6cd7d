import SiteContent
import SiteDiagnostics
import SiteModel
import SiteTestSupport
import Testing

@Suite struct TextFileTests {
  private func site(_ bytes: [UInt8]) async throws -> LoadedSite {
    let site = try TemporarySite(files: usualFiles)
    try site.write(bytes, to: "\(folder)/ar.md")
    return try await LoadedSite(site)
  }

  private func site(_ text: String) async throws -> LoadedSite {
    try await site(Array(text.utf8))
  }

  @Test func windows1256IsGuessed() async throws {
    let title: [UInt8] = [0xE3, 0xDF, 0xC7, 0xDD, 0xCD, 0xC9, 0x20, 0xC7, 0xE1, 0xC5, 0xD1]
    #expect(
      try await site(Array("---\ntitle: ".utf8) + title + Array("\n---\n".utf8)).lines == [
        "\(folder)/ar.md:2:8: error: the file is not UTF-8; it looks like Windows-1256 "
          + "[not-utf8] save it again with the encoding UTF-8"
      ])
  }

  @Test func utf16IsGuessedFromItsMark() async throws {
    let text = "---\ntitle: نص\n---\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(
      try await site([0xFF, 0xFE] + text).lines == [
        "\(folder)/ar.md:1:1: error: the file is not UTF-8; it looks like UTF-16 [not-utf8] "
          + "save it again with the encoding UTF-8"
      ])
  }

  @Test func oneBadByteIsFoundWhereItStands() async throws {
    let bytes = Array("---\ntitle: أ\ndate: 2025-01-01\n---\nنص ".utf8) + [0xFF]
    #expect(
      try await site(bytes).lines == [
        "\(folder)/ar.md:5:4: error: the file is not UTF-8 [not-utf8] "
          + "save it again with the encoding UTF-8"
      ])
  }

  @Test func controlCharactersOfABadConversionAreLeftOut() async throws {
    let loaded = try await site(
      "---\ntitle: كس\u{8D} نص\ndate: 2025-01-01\n---\nو\u{8D}\u{8D}چاز\u{FFFE} \u{7F}نص\n")
    #expect(
      loaded.lines == [
        "\(folder)/ar.md:2:10: warning: an invisible control character, U+008D, is left out, the "
          + "first of 5 in this file [control-character] type the words around it again; a letter "
          + "may have been lost in a conversion"
      ])
    let edition = try #require(loaded.work("iraq-families")?.editions[0])
    #expect(edition.title == "كس نص")
    let source = try #require(loaded.content?.sources["\(folder)/ar.md"])
    let body = try source.inMemory().bytes[source.body]
    #expect(String(decoding: body, as: UTF8.self) == "وچاز نص\n")
  }

  @Test(arguments: ["\u{1}", "\u{C}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}", "\u{FFFE}"])
  func charactersThatNoPageMayHoldAreFoundInTheText(character: String) async throws {
    let text = "---\ntitle: أ\ndate: 2025-01-01\n---\nنص \u{FEF3}\tو\(character)ص «\u{A0}»\n"
    #expect(try await site(text).ids == ["\(folder)/ar.md:5:7 control-character"])
  }

  @Test func aByteOrderMarkIsToleratedWithANote() async throws {
    let loaded = try await site("\u{FEFF}---\ntitle: أ\ndate: 2025-13-01\n---\nنص\n")
    #expect(
      loaded.ids == ["\(folder)/ar.md:1:1 byte-order-mark", "\(folder)/ar.md:3:7 bad-date"])
    #expect(loaded.diagnostics[0].severity == .note)
    #expect(loaded.work("iraq-families")?.editions[0].title == "أ")
  }

  @Test func aByteOrderMarkAmidTheTextIsLeftOut() async throws {
    let loaded = try await site(
      "\u{FEFF}---\ntitle: أ\ndate: 2025-01-01\n---\n\u{FEFF}## عنوان \u{FEFC}\n")
    #expect(
      loaded.lines.last
        == "\(folder)/ar.md:5:1: note: a byte order mark stands amid the file, and is left out "
        + "[byte-order-mark] it is invisible, so type again what stands before and behind it")
    #expect(loaded.lines.count == 2)
    let source = try #require(loaded.content?.sources["\(folder)/ar.md"])
    let body = try source.inMemory().bytes[source.body]
    #expect(String(decoding: body, as: UTF8.self) == "## عنوان \u{FEFC}\n")
  }

  @Test func linesMayEndInCRLF() async throws {
    let loaded = try await site(
      "---\r\ntitle: أ\r\ndate: 2025-01-01\r\ntopics: [x]\r\n---\r\nنص\r\n")
    #expect(loaded.ids == ["\(folder)/ar.md:4:10 undefined-topic"])
    let source = loaded.content!.sources["\(folder)/ar.md"]!
    #expect(String(decoding: source.file.bytes[source.body], as: UTF8.self) == "نص\r\n")
    #expect(loaded.work("iraq-families")?.editions[0].title == "أ")
  }

  @Test func aZeroByteIsAnError() async throws {
    #expect(
      try await site("---\ntitle: أ\n---\nن\0ص\n").lines == [
        "\(folder)/ar.md:4:2: error: a NUL byte stands here, so this is no text [nul-byte] "
          + "save the text again from its source"
      ])
  }

  @Test func anArticleOf50MegabytesIsNotRead() async throws {
    let site = try TemporarySite(files: usualFiles)
    try site.write(article("title: أ\ndate: 2025-01-01"), to: "\(folder)/ar.md")
    try site.extend("\(folder)/ar.md", to: 50_000_000)
    #expect(
      try await LoadedSite(site).lines == [
        "\(folder)/ar.md: error: the text is 50 MB long, and at most 10 MB are read "
          + "[file-too-large] split the text into several works, and keep data in files beside it"
      ])
  }

  @Test(arguments: [
    (
      "نص بلا بيانات\n",
      "1:1: error: the file does not begin with front matter "
        + "[no-front-matter] begin with a line ‘---’, then ‘title: …’ and ‘date: …’, then another "
        + "line ‘---’"
    ),
    (
      "",
      "1:1: error: the file does not begin with front matter [no-front-matter] "
        + "begin with a line ‘---’, then ‘title: …’ and ‘date: …’, then another line ‘---’"
    ),
    (
      "\n\n---\ntitle: أ\n---\n",
      "3:1: error: the front matter does not begin on the first line "
        + "[no-front-matter] delete the empty lines above it"
    ),
    (
      "+++\ntitle = 'x'\n+++\n",
      "1:1: error: the front matter is TOML, and only YAML is read "
        + "[no-front-matter] write ‘---’ in place of ‘+++’, and ‘key: value’ in place of "
        + "‘key = value’"
    ),
    (
      "--- \ntitle: أ\n---\n",
      "1:1: error: the line that opens or closes the front matter is not "
        + "exactly ‘---’ [front-matter-line] write three hyphens and nothing else, no spaces before "
        + "or after"
    ),
    (
      "---\ntitle: أ\n—-\nنص\n",
      "3:1: error: the line that opens or closes the front matter is "
        + "not exactly ‘---’ [front-matter-line] write three hyphens and nothing else, no spaces "
        + "before or after"
    ),
    (
      "---\ntitle: أ\n\nنص طويل\n",
      "1:1: error: the front matter that begins here has no end "
        + "[front-matter-not-closed] write a line ‘---’ between the last key and the text"
    ),
  ])
  func frontMatterStandsBetweenItsLines(text: String, finding: String) async throws {
    #expect(try await site(text).lines == ["\(folder)/ar.md:\(finding)"])
  }

  @Test func aLineOfHyphensInTheTextIsText() async throws {
    let loaded = try await site("---\ntitle: \"a---b\"\ndate: 2025-01-01\n---\nنص\n\n---\n\nنص\n")
    #expect(loaded.lines == [])
    let source = loaded.content!.sources["\(folder)/ar.md"]!
    #expect(
      String(decoding: source.file.bytes[source.body], as: UTF8.self) == "نص\n\n---\n\nنص\n")
  }

  @Test func emptyFrontMatterLacksATitle() async throws {
    #expect(
      try await site("---\n---\n").ids == [
        "\(folder)/ar.md:1:1 missing-date", "\(folder)/ar.md:2:1 missing-title",
      ])
  }

  @Test func anAliasBombEndsAtOnce() async throws {
    let bomb = """
      title: أ
      a: &a [x, x, x, x, x, x, x, x, x]
      b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
      c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
      """
    let loaded = try await site(article(bomb))
    #expect(loaded.ids == ["\(folder)/ar.md:3:4 yaml-alias"])
    #expect(loaded.diagnostics[0].message.english.hasPrefix("anchors (&name) and aliases"))
  }

  /// Bytes are scanned in parts; characters on their borders must not be missed, nor parts of others
  /// taken for them.
  @Test(arguments: ["\u{1}", "\u{8D}", "\u{FFFE}"])
  func forbiddenCharactersAreLeftOutWhereverTheyStand(character: String) async throws {
    let head = "---\ntitle: أ\ndate: 2025-01-01\n---\n"
    for length in (1024 - 4)...(1024 + 1) {
      let before = String(repeating: "a", count: length - head.utf8.count)
      let loaded = try await site(
        head + before + character + "b" + character + character + "ح" + character)
      let source = try #require(loaded.content?.sources["\(folder)/ar.md"])
      let body = try source.inMemory().bytes[source.body]
      #expect(String(decoding: body, as: UTF8.self) == before + "bح")
      #expect(loaded.lines.first?.contains("the first of 4 in this file") == true)
    }
  }

  @Test func manyForbiddenCharactersAreLeftOut() async throws {
    let head = "---\ntitle: أ\ndate: 2025-01-01\n---\n"
    let loaded = try await site(head + String(repeating: "a\u{1}", count: 100_000))
    let source = try #require(loaded.content?.sources["\(folder)/ar.md"])
    let body = try source.inMemory().bytes[source.body]
    #expect(body.count == 100_000 && body.allSatisfy { $0 == UInt8(ascii: "a") })
  }
}
