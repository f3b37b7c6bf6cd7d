import SiteContent
import SiteDiagnostics
import SiteModel
import SiteTestSupport
import SiteText
import Testing

@Suite struct TranslationTests {
  private static let original = """
    title: عنوان
    date: 2025-05-25
    updated: 2025-06-01
    authors: [lubna-qasim]
    topics: [security]
    status: review
    tags: [داعش, الموصل]
    keywords: [أمن]
    subtitle: فرعي
    """

  private func site(_ translation: String, original: String = Self.original) async throws
    -> LoadedSite
  {
    try await LoadedSite([
      "\(folder)/ar.md": article(original), "\(folder)/en.md": article(translation),
      "content/tags.yaml": "isis: {name: {ar: داعش, en: ISIS}}\n",
    ])
  }

  @Test func sharedFieldsComeFromTheOriginal() async throws {
    let loaded = try await site("title: Title\ntranslation: {of: ar}\ntranslators: [nadim-haddad]")
    #expect(loaded.lines == [])
    let work = try #require(loaded.work("iraq-families"))
    #expect(work.originalLanguage == .arabic)
    let english = try #require(work.edition(.english))
    #expect(english.title == "Title")
    #expect(english.subtitle == nil)
    #expect(english.keywords == [])
    #expect(english.tags.map(\.name) == ["ISIS"])
    #expect(english.translation == Translation(of: .arabic, method: .human, isStale: false))
    #expect(english.metadata.date == work.edition(.arabic)?.metadata.date)
    #expect(english.metadata.updated == work.edition(.arabic)?.metadata.updated)
    #expect(english.metadata.status == .review)
    #expect(english.metadata.authors == ["lubna-qasim"])
    #expect(english.metadata.translators == ["nadim-haddad"])
    #expect(english.metadata.topics == ["security"])
  }

  @Test func whatTheTranslationStatesOfItsOwnStands() async throws {
    let loaded = try await site(
      """
      title: Title
      translation: {of: ar, method: machine-reviewed}
      updated: 2025-06-02
      status: draft
      slug: families
      tags: [Mosul]
      date: 2025-05-25
      """)
    #expect(loaded.lines == [])
    let english = try #require(loaded.work("iraq-families")?.edition(.english))
    #expect(english.translation?.method == .machineReviewed)
    #expect(english.metadata.status == .draft)
    #expect(english.metadata.updated?.description == "2025-06-02")
    #expect(english.slug == "families")
    #expect(english.tags.map(\.name) == ["Mosul"])
  }

  @Test func aSharedFieldThatDiffersIsAnErrorWithBothPlaces() async throws {
    let loaded = try await site(
      "title: Title\ntranslation: {of: ar}\ndate: 2025-05-26\ntype: report\ntopics: [borders]")
    #expect(
      loaded.lines == [
        "\(folder)/en.md:4:7: error: ‘date’ is one for all languages of a work, and the original "
          + "states another [differs-from-original] state it in \(folder)/ar.md and delete it here",
        "\(folder)/en.md:5:7: error: ‘type’ is one for all languages of a work, and the original "
          + "states none [differs-from-original] state it in \(folder)/ar.md and delete it here",
        "\(folder)/en.md:6:9: error: ‘topics’ is one for all languages of a work, and the original "
          + "states another [differs-from-original] state it in \(folder)/ar.md and delete it here",
      ])
    #expect(
      loaded.diagnostics.map { $0.notes.map(\.location.description) } == [
        ["\(folder)/ar.md:3:7"], [], ["\(folder)/ar.md:6:9"],
      ])
  }

  @Test func twoOriginalsAreAnError() async throws {
    let loaded = try await site("title: Title\ndate: 2025-05-25")
    #expect(
      loaded.lines == [
        "\(folder)/en.md:2:8: error: neither this file nor ‘\(folder)/ar.md’ is a translation, so the "
          + "work has two originals [two-originals] write ‘translation: {of: ar, method: human}’ "
          + "here if this is the translation; if the other file is, write ‘translation: {of: en, "
          + "method: human}’ there"
      ])
  }

  /// Which of the two is the original is not settled, so that neither is held against the other.
  @Test func twoOriginalsWithDatesAreOneError() async throws {
    let loaded = try await site(
      "title: Title\ndate: 2025-06-01\nauthors: [nadim-haddad]\ntype: report")
    #expect(loaded.ids == ["\(folder)/en.md:2:8 two-originals"])
  }

  /// The one without a date is most likely the translation, and is read as one: it takes its
  /// picture from the other.
  @Test func ofTwoOriginalsTheOneWithADateIsTaken() async throws {
    let image = "image: {src: cover.gif, alt: A camp}"
    func lines(_ translation: String) async throws -> [String] {
      let site = try TemporarySite(files: usualFiles)
      try site.write(article("title: T\ndate: 2025-05-25\n\(image)"), to: "\(folder)/en.md")
      try site.write(
        article("title: أ\nimage: {alt: مخيم}\n\(translation)"), to: "\(folder)/ar.md")
      try site.write(Array("GIF89a".utf8) + [4, 0, 2, 0], to: "\(folder)/cover.gif")
      return try await LoadedSite(site).lines
    }
    #expect(
      try await lines("") == [
        "\(folder)/ar.md:2:8: error: neither this file nor ‘\(folder)/en.md’ is a translation, so the "
          + "work has two originals [two-originals] write ‘translation: {of: en, method: human}’ "
          + "here if this is the translation; if the other file is, write ‘translation: {of: ar, "
          + "method: human}’ there"
      ])
    #expect(try await lines("translation: {of: en, method: human}") == [])
  }

  @Test(arguments: ["translation: {of: ar}", "translation: {}", "translation: {method: human}"])
  func aTranslationAloneLacksItsOriginal(line: String) async throws {
    let loaded = try await LoadedSite(["\(folder)/en.md": article("title: Title\n\(line)")])
    #expect(loaded.diagnostics.map(\.id) == ["translation-without-original"])
    #expect(
      loaded.diagnostics[0].fix?.english
        == "add the original, or delete ‘translation’ and give the file a date and authors")
  }

  @Test func aTranslationOfItselfIsAnError() async throws {
    let loaded = try await site("title: Title\ntranslation: {of: en}")
    #expect(loaded.ids == ["\(folder)/en.md:3:19 translation-of-itself"])
  }

  @Test func aBrokenOriginalIsNotAlsoMissed() async throws {
    let loaded = try await site("title: Title\ntranslation: {of: ar}", original: "title: أ: ب")
    #expect(loaded.ids == ["\(folder)/ar.md:2:9 yaml-colon-in-value"])
  }

  @Test func aTranslationOlderThanItsOriginalIsStale() async throws {
    let loaded = try await site("title: Title\ntranslation: {of: ar}\nupdated: 2025-05-30")
    #expect(
      loaded.lines == [
        "\(folder)/en.md:4:10: warning: the original, \(folder)/ar.md, has changed since it was "
          + "translated [stale-translation] bring the translation up to date, then write its day "
          + "under ‘updated’"
      ])
    #expect(loaded.work("iraq-families")?.edition(.english)?.translation?.isStale == true)
  }

  @Test func theHashOfTheOriginalIsReadWithItsPlace() async throws {
    let loaded = try await site(
      "title: Title\nupdated: 2025-05-30\ntranslation: {of: ar, source_hash: 12AB56780}")
    #expect(loaded.lines == [])
    let translation = loaded.work("iraq-families")?.edition(.english)?.translation
    #expect(translation?.source?.hash == "12ab56780")
    #expect(translation?.source?.location.description == "\(folder)/en.md:4:36")
    #expect(translation?.isStale == false)
  }

  @Test(arguments: [
    ("{of: ar, source_hash: 000000000000}", "3:36"), ("{of: ar, source_hash: 0}", "3:36"),
    ("{of: ar, source_hash: \"\"}", "3:23"), ("{of: ar, source_hash: }", "3:23"),
  ])
  func aHashThatIsYetToBeWrittenIsNone(translation: String, place: String) async throws {
    let loaded = try await site("title: Title\ntranslation: \(translation)")
    #expect(loaded.lines == [])
    let note = loaded.work("iraq-families")?.edition(.english)?.translation?.source
    #expect(note?.hash == nil)
    #expect(note?.location.description == "\(folder)/en.md:\(place)")
  }

  @Test(arguments: ["1234567", "TODO", "xxxxxxxxxxxx"])
  func aHashIsAtLeastEightHexadecimalDigits(hash: String) async throws {
    let loaded = try await site("title: Title\ntranslation: {of: ar, source_hash: \(hash)}")
    #expect(loaded.ids == ["\(folder)/en.md:3:36 bad-source-hash"])
  }

  @Test func aPictureIsDescribedInEachLanguage() async throws {
    let image = "image: {src: cover.gif, alt: وصف, caption: تعليق, credit: المرصد}"
    let original = Self.original + "\n" + image
    let gif: [UInt8] = Array("GIF89a".utf8) + [4, 0, 2, 0]
    func load(_ translation: String, _ findings: [String] = []) async throws
      -> WorkMetadata.Image?
    {
      let site = try TemporarySite(files: usualFiles)
      try site.write(article(original), to: "\(folder)/ar.md")
      try site.write(
        article("title: T\ntranslation: {of: ar}\n\(translation)"), to: "\(folder)/en.md")
      try site.write(gif, to: "\(folder)/cover.gif")
      let loaded = try await LoadedSite(site)
      #expect(loaded.lines == findings)
      return loaded.work("iraq-families")?.edition(.english)?.metadata.image
    }
    #expect(
      try await load(
        "image: {caption: C}",
        [
          "\(folder)/en.md:4:8: error: the picture has no alternative text for readers who cannot "
            + "see it [missing-alt] write image: {alt: \"what the picture shows\"}"
        ]) == nil)
    let asset = Asset(path: "\(folder)/cover.gif")
    let inherited =
      "\(folder)/en.md:3:14: warning: the description of the picture is taken over from "
      + "\(folder)/ar.md, in another language [inherited-alt] describe it here as well, under image: {alt: …}; the file "
      + "stays that of the original"
    #expect(
      try await load("", [inherited])
        == .init(asset: asset, alt: "وصف", caption: "تعليق", credit: "المرصد", language: .arabic))
    #expect(
      try await load("image: {alt: Description}")
        == .init(
          asset: asset, alt: "Description", caption: nil, credit: "المرصد", language: .english))
    #expect(
      try await load("image: {src: cover.gif, alt: D, caption: C, credit: O, lang: fr}")
        == .init(
          asset: asset, alt: "D", caption: "C", credit: "O", language: LanguageCode("fr")))
  }

  @Test func aPictureMayBeDescribedInTheLanguageOfTheTranslation() async throws {
    let site = try TemporarySite(files: usualFiles)
    let image = "image: {src: cover.gif, alt: A camp, lang: en}"
    try site.write(article(Self.original + "\n" + image), to: "\(folder)/ar.md")
    try site.write(article("title: T\ntranslation: {of: ar}"), to: "\(folder)/en.md")
    try site.write(Array("GIF89a".utf8) + [4, 0, 2, 0], to: "\(folder)/cover.gif")
    #expect(try await LoadedSite(site).lines == [])
  }

  @Test func aTranslationWithoutATextIsAWarning() async throws {
    let files = [
      "\(folder)/ar.md": "---\ntitle: أ\ndate: 2025-01-01\n---\nنص.\n",
      "\(folder)/en.md": "---\ntitle: A\ntranslation: {of: ar, method: human}\n---\n \r\n\n",
    ]
    #expect(
      try await LoadedSite(files).lines == [
        "\(folder)/en.md: warning: nothing follows the front matter: readers see a page without a "
          + "text [empty-text] translate the text of \(folder)/ar.md here, or write status: draft "
          + "until then"
      ])
    // Where the original has none either, as for a work that is a PDF, nothing is missing.
    let withoutText = ["\(folder)/ar.md": "---\ntitle: أ\ndate: 2025-01-01\n---\n"]
    #expect(
      try await LoadedSite(files.merging(withoutText) { _, new in new }).lines == [])
  }
}
