import Foundation
import Testing

@testable import SiteCards

/// Social cards, drawn with the fonts of the default theme.
///
/// `CTSITE_CARDS=/folder` writes the cards of the tests there, to be looked at.
struct CardTests {
  private static let folder = FileManager.default.temporaryDirectory.path
  private static let theme = URL(filePath: #filePath).appending(
    path: "../../../templates/assets/fonts")

  private static func font(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: theme.appending(path: name + ".woff2").standardized))
  }

  private static func fonts() throws -> CardFonts {
    let files = try ["literata", "naskh-400", "naskh-700"].map(font)
    return try CardFonts(files, unpackedIn: folder)
  }

  private static let colors = CardColors(
    background: .init(0x0E3B43), text: .init(0xF4EFE2), soft: .init(0xB9D3D2),
    accent: .init(0xEDA98B))

  private static func painter() throws -> CardPainter {
    CardPainter(fonts: try fonts(), colors: colors)
  }

  private static func arabic(_ title: String) -> Card {
    Card(
      site: "مرصد الأمن والسياسات", kicker: "تقرير · إدارة الحدود", title: title,
      byline: "حيدر الجنابي وكلارا ليندكفيست", date: "17 آذار 2026", language: "ar",
      isRightToLeft: true)
  }

  private static func english(_ title: String) -> Card {
    Card(
      site: "Security & Policy Observatory", kicker: "Report · Border management", title: title,
      byline: "Haidar al-Janabi and Clara Lindqvist", date: "17 March 2026", language: "en",
      isRightToLeft: false)
  }

  private static let vowelled = "تَجْرِبَةُ التَّأْهِيلِ وَإِعادةِ الإدماجِ في العراقِ "
  private static let cards = [
    "ar": arabic("صورة واحدة للحدود: كيف تتشارك ثماني جهات شاشةً واحدة؟"),
    "ar-one-word": arabic("العراق"),
    "ar-mixed": arabic("«CT JUST» في العراق بعد عام 2025: ما الذي يبقى؟"),
    "ar-300": arabic(String(repeating: vowelled, count: 6)),
    "en": english("One picture of the border: how eight agencies can share one screen"),
    "en-one-word": english("Iraq"),
    "en-mixed": english("What مخيم الهول is today, and what it was"),
    "en-300": english(
      String(repeating: "Rehabilitation and reintegration of returnees. ", count: 6)),
    "en-one-long-word": english("https://example.org/" + String(repeating: "camp", count: 60)),
    "en-900": english(
      String(repeating: "Rehabilitation and reintegration of returnees. ", count: 19)),
  ]

  @Test func aCardIsAPictureOfTheSizeThatNetworksAskFor() throws {
    let painter = try Self.painter()
    for (name, card) in Self.cards {
      let picture = try Picture(painter.png(of: card))
      #expect(picture.width == 1200 && picture.height == 630, "\(name)")
      // Few enough colours for a palette, and small enough for the strictest network, which takes
      // 300 KB.
      #expect(picture.colorType == 3, "\(name)")
      #expect(picture.byteCount < 60_000, "\(name)")
      guard let folder = ProcessInfo.processInfo.environment["CTSITE_CARDS"] else { continue }
      try Data(painter.png(of: card)).write(to: URL(filePath: "\(folder)/\(name).png"))
    }
  }

  /// What is drawn keeps its distance from the edges, where the pattern alone is.
  @Test func noTextLeavesItsPlace() throws {
    let painter = try Self.painter()
    for (name, card) in Self.cards {
      let picture = try Picture(painter.png(of: card))
      let bright = picture.brightPixels
      #expect(try #require(bright.map(\.x).min()) >= 76, "\(name)")
      #expect(try #require(bright.map(\.x).max()) <= 1124, "\(name)")
      // Between the title and the line above the authors, and above the site's name.
      #expect(!bright.contains { $0.y < 60 || 502..<518 ~= $0.y || $0.y > 606 }, "\(name)")
    }
  }

  @Test func arabicBeginsOnTheRightAndEnglishOnTheLeft() throws {
    let painter = try Self.painter()
    for (card, side) in [(Self.arabic("العراق"), 760...1124), (Self.english("Iraq"), 76...440)] {
      let title = try Picture(painter.png(of: card)).brightPixels.filter { 330..<480 ~= $0.y }
      #expect(!title.isEmpty && title.allSatisfy { side.contains($0.x) }, "\(card.title)")
    }
  }

  @Test func lettersJoinAndMarksAreDrawn() throws {
    let painter = try Self.painter()
    func ink(_ title: String) throws -> Int {
      try Picture(painter.png(of: Self.arabic(title))).brightPixels.count { 240..<480 ~= $0.y }
    }
    // Apart, the letters of a word are wider and have their tails.
    #expect(try ink("ب\u{200C}ب\u{200C}ب\u{200C}ب") > ink("بببب") * 5 / 4)
    #expect(try ink("مَرْحَبًا") > ink("مرحبا"))
  }

  @Test func aTitleWithoutRoomLosesWholeWordsAndSaysSo() throws {
    let painter = try Self.painter()
    let words = String(repeating: "Rehabilitation and reintegration of returnees. ", count: 100)
    // Words beyond what has room change nothing.
    #expect(painter.png(of: Self.english(words)) == painter.png(of: Self.english(words + words)))
    #expect(painter.png(of: Self.english(words)) != painter.png(of: Self.english("New " + words)))
  }

  @Test func aWordWithoutRoomLosesLetters() throws {
    let painter = try Self.painter()
    let address = "https://example.org/" + String(repeating: "camp", count: 900)
    func ink(_ card: Card, _ lines: Range<Int>) throws -> Int {
      try Picture(painter.png(of: card)).brightPixels.count { lines.contains($0.y) }
    }
    var card = Self.english(address)
    let whole = try ink(
      Self.english("https://example.org/" + String(repeating: "camp", count: 60)), 200..<496)
    #expect(try ink(card, 200..<496) > whole)
    card.site = address
    card.byline = address
    #expect(try ink(card, 60..<140) > ink(Self.english(address), 60..<140) * 2)
    #expect(try ink(card, 520..<600) > ink(Self.english(address), 520..<600))
  }

  @Test func everyThreadDrawsTheSameBytes() async throws {
    let painter = try Self.painter()
    let cards = Self.cards.sorted { $0.key < $1.key }.map(\.value)
    let expected = cards.map { painter.png(of: $0) }
    let other = try Self.painter()
    let drawn = await withTaskGroup(of: [[UInt8]].self) { group in
      for worker in 0..<6 {
        group.addTask {
          let painter = worker % 2 == 0 ? painter : other
          // In another order each, so that what was drawn before plays no part.
          let order = cards.indices.map { ($0 + worker) % cards.count }
          var pictures = [[UInt8]](repeating: [], count: cards.count)
          for index in order { pictures[index] = painter.png(of: cards[index]) }
          return pictures
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for pictures in drawn { #expect(pictures == expected) }
  }

  @Test func lettersThatNoFontHasAreNamed() throws {
    let fonts = try Self.fonts()
    #expect(fonts.missingLetters(in: ["Iraq — العراق، «٢٠٢٥»\u{200F}\n\u{2067}x"]) == [])
    #expect(fonts.missingLetters(in: ["Ω and 漢字", "漢"]) == ["Ω", "漢", "字"])
    let latin = try CardFonts([try Self.font("literata")], unpackedIn: Self.folder)
    #expect(latin.missingLetters(in: ["a ب"]) == ["ب"])
  }

  @Test func theFirstFontThatHasALetterDrawsIt() throws {
    for names in [["literata", "naskh-400"], ["naskh-400", "literata"]] {
      let fonts = try CardFonts(try names.map(Self.font), unpackedIn: Self.folder)
      #expect(fonts.families.hasPrefix("Literata") == (names[0] == "literata"), "\(fonts.families)")
    }
  }

  @Test func whatIsNoFontIsRefused() throws {
    let font = try Self.font("literata")
    for file in [[], Array("no font".utf8), Array(font.prefix(5000))] {
      #expect(throws: CardFonts.Problem.noFont(1)) {
        try CardFonts([font, file], unpackedIn: Self.folder)
      }
    }
    let problem = #expect(throws: CardFonts.Problem.self) {
      try CardFonts([font], unpackedIn: "/nowhere")
    }
    guard case .notWritten(let path, ENOENT)? = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(path.hasPrefix("/nowhere/"))
  }

  @Test func colorsAreReadAsStyleSheetsWriteThem() {
    #expect(CardColors.Color(hexadecimal: "#0e3b43")?.value == 0x0E3B43)
    #expect(CardColors.Color(hexadecimal: "#FA0")?.value == 0xFFAA00)
    for text in ["0e3b43", "#0e3b4", "#0e3b4344", "#ggg", "", "#", "#+12345"] {
      #expect(CardColors.Color(hexadecimal: text) == nil, "\(text)")
    }
  }

  @Test func picturesOfManyColorsHaveNoPalette() throws {
    for count in [256, 257] {
      let pixels = (0..<600).map { UInt32($0 % count) << 8 }
      let picture = try Picture(PNGWriter.png(pixels, width: 30))
      #expect(picture.colorType == (count == 256 ? 3 : 2))
      #expect((picture.width, picture.height) == (30, 20))
      #expect(picture.pixels == pixels)
    }
  }
}
