import SiteBuild
import SiteDiagnostics
import SiteTestSupport
import Testing

/// What `source_hash` says of a translation.
struct StaleTranslationTests {
  private static let fields = """
    title: عنوان
    subtitle: فرعي
    summary: خلاصة
    date: 2024-01-01
    """
  private static let text = """
    نص **أول** يصف [الحدود](../two/)[^1] وآخره
    سطر ثانٍ.

    ## قسم

    : شرح الجدول

    | أ | ب |
    |---|---|
    | 1 | 2 |

    [^1]: هامش.
    """

  private func build(
    hash: String, fields: String = Self.fields, text: String = Self.text, translation: String = ""
  ) async throws -> Built {
    try await SiteBuildTests.build(
      article("one", "ar", fields, text: text)
        + article("one", "en", "translation: {of: ar, source_hash: \(hash)}\n" + translation)
        + article("two", "ar"))
  }

  /// The hash that a build says to write.
  private func currentHash() async throws -> String {
    let built = try await build(hash: "00000000")
    let fix = try #require(built.report.diagnostics.first?.fix?.english)
    return try #require(fix.split(separator: " ").last.map(String.init))
  }

  @Test func aHashThatIsNotFilledInIsToldAndReadersSeeNoNotice() async throws {
    let built = try await build(hash: "000000000000")
    #expect(
      built.findings == """
        content/articles/one/en.md:2:36: warning: the hash of the original, content/articles/one/ar.md, is not filled in yet [missing-source-hash]
            translation: {of: ar, source_hash: 000000000000}
            fix: write source_hash: 7ace17943262

        """)
    #expect(!(try built.text("en/articles/one/index.html").contains("stale")))
  }

  @Test func readersOfAStaleTranslationAreTold() async throws {
    let built = try await build(hash: "12345678")
    let hash = try await currentHash()
    #expect(
      built.findings == """
        content/articles/one/en.md:2:36: warning: the original, content/articles/one/ar.md, has changed since it was translated [stale-translation]
            translation: {of: ar, source_hash: 12345678}
            fix: bring the translation up to date, then write source_hash: \(hash)

        """)
    #expect(try built.text("en/articles/one/index.html").contains("stale"))
  }

  @Test(arguments: [
    ("سطر ثانٍ", "سطر ثالث"), ("قسم", "باب"), ("هامش.", "حاشية."), ("شرح الجدول", "شرح آخر"),
    ("| 2 |", "| 3 |"), ("[الحدود]", "[المعابر]"),
  ])
  func wordsThatReadersMeetCount(old: String, new: String) async throws {
    let changed = Self.text.replacing(old, with: new)
    try #require(changed != Self.text)
    let built = try await build(hash: try await currentHash(), text: changed)
    #expect(built.report.diagnostics.map(\.id) == ["stale-translation"])
  }

  @Test(arguments: ["عنوان", "فرعي", "خلاصة"])
  func fieldsThatAreTranslatedCount(word: String) async throws {
    let built = try await build(
      hash: try await currentHash(), fields: Self.fields.replacing(word, with: word + "ان"))
    #expect(built.report.diagnostics.map(\.id) == ["stale-translation"])
  }

  @Test(arguments: [
    ("../two/", "../two/ar.md"), ("^1", "^حدود"), ("**أول**", "*أول*"), ("## قسم", "### قسم"),
    ("وآخره\nسطر", "وآخره سطر"), ("وآخره\nسطر", "وآخره\r\nسطر"), ("|---|---|", "|:-:|--:|"),
  ])
  func markupAddressesAndNamesOfNotesDoNotCount(old: String, new: String) async throws {
    let changed = Self.text.replacing(old, with: new)
    try #require(changed != Self.text)
    let built = try await build(hash: try await currentHash(), text: changed)
    #expect(built.findings == "")
  }

  @Test func datesAndTopicsDoNotCount() async throws {
    let built = try await build(
      hash: try await currentHash(),
      fields: Self.fields.replacing("2024-01-01", with: "2024-01-02") + "\ntags: [حدود]")
    #expect(built.findings == "")
  }

  /// The hash would be another one when they are mended.
  @Test(arguments: [
    ("title: عنوان\ndate: 2024-13-01", StaleTranslationTests.text, "bad-date"),
    (StaleTranslationTests.fields, "نص[^1].", "undefined-footnote"),
  ])
  func ofAnOriginalWithErrorsNothingIsSaid(
    fields: String, text: String, rule: String
  ) async throws {
    let built = try await build(hash: "12345678", fields: fields, text: text)
    #expect(built.report.diagnostics.map(\.id) == [rule])
  }

  /// The description of a picture counts, and is not known while its file is damaged.
  @Test func ofAnOriginalWithADamagedPictureNothingIsSaid() async throws {
    let picture = "\nimage: {src: a.gif, alt: وصف}"
    let site = try TemporarySite(
      article("one", "ar", Self.fields + picture, text: Self.text)
        + article("one", "en", "translation: {of: ar, source_hash: 12345678}\nimage: {alt: A}")
        + article("two", "ar"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.write("<html>", to: "content/articles/one/a.gif")
    #expect(try await site.build().report.diagnostics.map(\.id) == ["unreadable-image"])
    try site.write(Array("GIF89a".utf8) + [4, 0, 2, 0], to: "content/articles/one/a.gif")
    #expect(try await site.build().report.diagnostics.map(\.id) == ["stale-translation"])
  }
}
