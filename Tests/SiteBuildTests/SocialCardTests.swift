import Foundation
import SiteCache
import SiteCards
import SiteConcurrency
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteTestSupport
import Testing

@testable import SiteBuild

/// Social cards, with the default theme.
struct SocialCardTests {
  private static let theme = Fixtures.folder + "/../../templates"

  private static func site(_ extra: String = "social_cards: true\n") throws -> TemporarySite {
    let site = try TemporarySite(
      article("a", "ar", "title: إدارة الحدود\nauthors: [layla]\ntopics: [borders]")
        + article("a", "en", "title: Border management\ntranslation: {of: ar, method: human}")
          + """
          -- content/pages/about/ar.md --
          ---
          title: عنّا
          ---
          من نحن.
          -- content/topics.yaml --
          borders: {name: {ar: الحدود, en: Borders}}
          -- content/authors.yaml --
          layla: {name: {ar: ليلى حسن, en: Layla Hassan}}

          """)
    try site.write(Fixtures.siteFile + extra, to: "content/site.yaml")
    return site
  }

  private static func build(
    _ site: TemporarySite, theme: String = theme, jobs: Int = 2
  ) async throws -> Built {
    // The folder of the tests is used only for its theme otherwise.
    var options = BuildOptions(
      siteFolder: site.folder, outputFolder: site.absolute("public"), themeFolder: theme,
      jobs: .init(jobs))
    options.toolPath = ""
    return Built(site: site, report: try await BuildPipeline(options).run())
  }

  /// Where a page says that its picture is, in the output folder.
  private static func card(_ page: String, in built: Built) throws -> String? {
    let address =
      /<meta property="og:image" content="https:\/\/example.org\/(media\/cards\/[0-9a-f]{16}\.png)">/
    return try built.text(page).firstMatch(of: address).map { String($0.output.1) }
  }

  @Test func articlesGetACardWhereTheSiteAsksForIt() async throws {
    let built = try await Self.build(try Self.site())
    #expect(built.report.diagnostics.isEmpty, "\(built.findings)")
    let arabic = try #require(try Self.card("articles/a/index.html", in: built))
    let english = try #require(try Self.card("en/articles/a/index.html", in: built))
    #expect(arabic != english)
    for card in [arabic, english] {
      let bytes = try #require(try built.files()[card])
      #expect(ImageSize(header: bytes) == ImageSize(width: 1200, height: 630))
    }
    let page = try built.text("articles/a/index.html")
    for line in [
      "<meta property=\"og:image:width\" content=\"1200\">",
      "<meta property=\"og:image:height\" content=\"630\">",
      "<meta property=\"og:image:alt\" content=\"إدارة الحدود\">",
      "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ] {
      #expect(page.contains(line), "\(line)")
    }
    #expect(try Self.card("about/index.html", in: built) == nil)
    #expect(try Self.card("index.html", in: built) == nil)
    let without = try await Self.build(try Self.site(""))
    #expect(try Self.card("articles/a/index.html", in: without) == nil)
    #expect(!without.exists("media"))
  }

  @Test func cardsAreDrawnAgainOnlyWhenTheyShowSomethingElse() async throws {
    let site = try Self.site()
    let first = try await Self.build(site)
    let drawn = try Self.drawings(in: site)
    #expect(drawn.count == 2)
    try site.write(
      site.text(of: "content/articles/a/ar.md") + "\nسطر.\n", to: "content/articles/a/ar.md")
    try site.remove(".ctsite/cache")
    try site.remove("public")
    _ = try await Self.build(site)
    #expect(try Self.drawings(in: site) == drawn)
    let before = try #require(try Self.card("articles/a/index.html", in: first))
    try site.write(
      site.text(of: "content/articles/a/ar.md").replacing("إدارة", with: "أمن"),
      to: "content/articles/a/ar.md")
    let changed = try await Self.build(site)
    let after = try #require(try Self.card("articles/a/index.html", in: changed))
    #expect(after != before)
    #expect(changed.exists(after) && !changed.exists(before))
    #expect(try Self.drawings(in: site).count == 3)
  }

  /// The files of drawn cards, with the times at which they were written.
  private static func drawings(in site: TemporarySite) throws -> [String: Date] {
    let folder = site.absolute(".ctsite/cards")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0.hasSuffix(".png") }.map {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)")
        return ($0, try #require(attributes[.modificationDate] as? Date))
      })
  }

  @Test func buildingOnGivesWhatBuildingAnewGives() async throws {
    let site = try Self.site()
    _ = try await Self.build(site)
    let changes: [(String, String, String)] = [
      ("content/authors.yaml", "ليلى", "سلمى"), ("content/topics.yaml", "الحدود", "المنافذ"),
      ("content/site.yaml", "مرصد", "مركز"),
      ("content/articles/a/en.md", "management", "control"),
      ("content/articles/a/ar.md", "date: 2024-01-01", "date: 2024-02-02"),
      ("content/site.yaml", "social_cards: true", "social_cards: false"),
      ("content/site.yaml", "social_cards: false", "social_cards: true"),
    ]
    for (path, old, new) in changes {
      try site.write(try site.text(of: path).replacing(old, with: new), to: path)
      let continued = try await Self.build(site)
      let copy = try TemporarySite()
      for (path, bytes) in try site.files(below: "content") {
        try copy.write(bytes, to: "content/" + path)
      }
      let anew = try await Self.build(copy, jobs: 1)
      #expect(continued.findings == anew.findings)
      #expect(try continued.files() == anew.files(), "\(path): \(new)")
    }
  }

  @Test func aWorkWhoseLettersNoFontHasGetsNoCard() async throws {
    let site = try Self.site()
    try site.write(
      site.text(of: "content/articles/a/en.md").replacing("management", with: "管理 Ω"),
      to: "content/articles/a/en.md")
    for _ in 0..<2 {
      let built = try await Self.build(site)
      #expect(
        built.findings == """
          content/articles/a/en.md: warning: there is no social card for this work, since the theme's \
          fonts lack letters of its title, its authors or its topic: 管 (U+7BA1), 理 (U+7406), \
          Ω (U+03A9) [letters-missing-on-card]
              fix: write it with other letters, or add a font that has them to \
          ‘templates/assets/fonts’

          """)
      #expect(try Self.card("en/articles/a/index.html", in: built) == nil)
      #expect(try Self.card("articles/a/index.html", in: built) != nil)
      try site.remove(".ctsite/state")
    }
  }

  @Test func aThemeWithoutFontsHasNoCards() async throws {
    let folder = try TemporarySite()
    try FileManager.default.copyItem(atPath: Fixtures.theme, toPath: folder.absolute("theme"))
    try folder.remove("theme/assets/fonts")
    try folder.write("", to: "theme/assets/css/site.css")
    let built = try await Self.build(try Self.site(), theme: folder.absolute("theme"))
    #expect(built.report.diagnostics.map(\.id) == ["no-card-fonts"], "\(built.findings)")
    #expect(built.report.isPublished)
  }

  @Test func aFileThatIsNoFontIsNamed() async throws {
    let site = try Self.site()
    try site.write("no font", to: "templates/assets/fonts/zz.ttf")
    let built = try await Self.build(site)
    #expect(
      built.findings == """
        templates/assets/fonts/zz.ttf: warning: there are no social cards, since this file is no \
        font [card-font-unreadable]
            fix: put a WOFF2, TrueType or OpenType font in its place, or remove it

        """)
    #expect(try Self.card("articles/a/index.html", in: built) == nil)
  }

  /// The default theme's files are there too, and first in the alphabet.
  @Test func fontsOfTheSiteComeFirst() async throws {
    let site = try Self.site()
    try site.write("own", to: "templates/assets/fonts/zz.woff2")
    let fonts = try await PreparedCards(site).theme?.fonts
    #expect(fonts?.first?.path == "fonts/zz.woff2")
    #expect(fonts?.count == 5)
  }

  @Test func onlyLettersThatACardShowsMustBeInItsFonts() async throws {
    let site = try TemporarySite(article("a", "ar", "title: ٣ حدود\ndate: 2024-01-01"))
    try site.write(
      """
      title: مرصد
      description: وصف
      url: https://example.org/
      timezone: Asia/Baghdad
      social_cards: true
      languages:
        - {code: ar, name: العربية, locale: ar-IQ, path: /, numerals: arab}
      """, to: "content/site.yaml")
    // Without Latin letters and digits.
    let arabic = try Data(
      contentsOf: URL(filePath: Self.theme + "/assets/fonts/naskh-400.woff2").standardized)
    try site.write([UInt8](arabic), to: "templates/assets/fonts/naskh.woff2")
    let content = try await PreparedCards(site)
    let fonts = try CardFonts([[UInt8](arabic)], unpackedIn: site.folder)
    #expect(fonts.missingLetters(in: ["ar"]) == ["a", "r"])
    #expect(content.cards.map { fonts.missingLetters(in: $0.texts) } == [[]])
  }

  @Test func textsOfBothDirectionsAreIsolatedAsOnPages() async throws {
    let site = try Self.site()
    try site.write(
      site.text(of: "content/articles/a/ar.md")
        .replacing("إدارة الحدود", with: "C++ و .NET في 2025-11-21")
        .replacing("[layla]", with: "[layla, jane]"),
      to: "content/articles/a/ar.md")
    try site.write(
      site.text(of: "content/authors.yaml") + "jane: {name: {en: Jane Roe (ed.)}}\n",
      to: "content/authors.yaml")
    let cards = try await PreparedCards(site).cards
    let arabic = try #require(cards.first { $0.isRightToLeft })
    #expect(
      arabic.title
        == "\u{2066}C++\u{2069} و \u{2066}.NET\u{2069} في \u{2066}2025-11-21\u{2069}")
    #expect(arabic.byline == "ليلى حسن و\u{2066}Jane Roe (ed.)\u{2069}")
  }

  @Test func anAddressTellsTheContent() async throws {
    let built = try await Self.build(try Self.site())
    let card = try #require(try Self.card("articles/a/index.html", in: built))
    let bytes = try #require(try built.files()[card])
    #expect(card == "media/cards/\(Digest(of: bytes).hexadecimal.prefix(16)).png")
  }

  @Test func colorsAndFontsAreTheThemes() throws {
    let sheet = """
      :root{--band:#123;--on: #FEDCBA;--on-soft:var(--x);--clay:#111111}
      @media (prefers-color-scheme:dark){:root{--band:#000;--clay:#abcdef}}
      """
    let files = [
      ("fonts/b.woff2", "b"), ("fonts/OFL.txt", "x"), ("fonts/a.otf", "a"), ("css/site.css", sheet),
    ].map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }
    let theme = CardTheme(files) { $0 == "fonts/b.woff2" }
    #expect(theme.fonts.map(\.path) == ["fonts/b.woff2", "fonts/a.otf"])
    #expect(theme.colors.background.value == 0x112233)
    #expect(theme.colors.text.value == 0xFEDCBA)
    #expect(theme.colors.soft == CardTheme([]) { _ in true }.colors.soft)
    #expect(theme.colors.accent.value == 0xABCDEF)
  }

  @Test func noPageMayStandWhereCardsAre() async throws {
    let site = try Self.site()
    try site.write(
      site.text(of: "content/articles/a/ar.md")
        .replacing("date:", with: "aliases: [/media/cards/x.png]\ndate:"),
      to: "content/articles/a/ar.md")
    let built = try await Self.build(site)
    #expect(built.report.diagnostics.containError, "\(built.findings)")
  }
}

/// What the cards of a site say.
private struct PreparedCards {
  let cards: [Card]
  let theme: CardTheme?

  init(_ site: TemporarySite) async throws {
    var clock = StageClock()
    var options = BuildOptions(
      siteFolder: site.folder, outputFolder: site.absolute("public"),
      themeFolder: Fixtures.folder + "/../../templates", jobs: .init(2))
    options.toolPath = ""
    let log = CacheLog([], writer: Fingerprint(of: []))
    guard
      case .prepared(let prepared) = try await SitePreparation(
        options: options, content: nil, log: log
      )
      .run(&clock)
    else {
      cards = []
      theme = nil
      return
    }
    theme = prepared.source.theme.theme?.cards
    let whole = prepared.site.whole
    cards = whole.articles.flatMap(\.self).map { whole.card(of: $0) }
  }
}
