import SiteContent
import SiteDiagnostics
import SiteModel
import SiteTestSupport
import SiteText
import Testing

@Suite struct FrontMatterTests {
  private static let registries = [
    "content/regions.yaml": "iraq: {name: {ar: العراق, en: Iraq}}\n",
    "content/series.yaml": "return-file: {name: {ar: ملف العودة, en: The file of return}}\n",
  ]

  private func site(_ frontMatter: String) async throws -> LoadedSite {
    try await LoadedSite(
      Self.registries.merging([
        "\(folder)/ar.md": article(frontMatter), "\(folder)/report.pdf": "%PDF",
      ]) { $1 })
  }

  /// The findings about an article with a title, a date and one more line, the third of the file.
  private func findings(_ line: String) async throws -> [String] {
    try await site("title: أ\ndate: 2025-05-25\n\(line)").lines.map {
      $0.replacing("\(folder)/ar.md:", with: "")
    }
  }

  @Test func everyFieldReachesTheModel() async throws {
    let loaded = try await site(
      """
      id: 104689
      title: "عنوان: بنقطتين"
      subtitle: فرعي
      summary: خلاصة
      keywords: [أمن, حدود]
      slug: عائلات-العراق
      type: report
      status: review
      authors: [lubna-qasim]
      translators: [nadim-haddad]
      editors: [nadim-haddad]
      reviewers: [lubna-qasim]
      date: 2025-05-25
      updated: 2025-06-01T09:30
      expires: 2026-01-01
      topics: [borders, security]
      regions: [iraq]
      tags: [داعش, OSINT]
      series: return-file
      doi: 10.1000/182
      issn: 2049-3630
      isbn: 978-92-1-130291-2
      volume: "2"
      issue: 03
      pages: 12-34
      number: no
      pdf: report.pdf
      source: {name: واع, url: "https://ina.example/a?b=1"}
      dateline: بغداد
      license: CC BY 4.0
      aliases: [/2019/old/, /p/7]
      corrections:
        - {date: 2025-06-01, text: صُحّح الرقم}
      """)
    #expect(loaded.lines == [])
    let work = try #require(loaded.work("iraq-families"))
    #expect(work.id == "104689")
    #expect(work.originalLanguage == .arabic)
    let edition = try #require(work.edition(.arabic))
    #expect(edition.title == "عنوان: بنقطتين")
    #expect(edition.slug == "عائلات-العراق")
    #expect(edition.subtitle == "فرعي")
    #expect(edition.summary == "خلاصة")
    #expect(edition.keywords == ["أمن", "حدود"])
    #expect(edition.tags.map(\.name) == ["داعش", "OSINT"])
    #expect(edition.dateline == "بغداد")
    #expect(edition.aliases.map(\.path) == ["/2019/old/", "/p/7"])
    #expect(edition.corrections.map(\.text) == ["صُحّح الرقم"])
    let metadata = edition.metadata
    #expect(metadata.type == .report)
    #expect(metadata.status == .review)
    #expect(metadata.date?.description == "2025-05-25")
    #expect(metadata.date?.offset == 3 * 3600)
    #expect(metadata.updated?.description == "2025-06-01T09:30:00+03:00")
    #expect(metadata.expires?.description == "2026-01-01")
    #expect(metadata.authors == ["lubna-qasim"])
    #expect(metadata.translators == ["nadim-haddad"])
    #expect(metadata.editors == ["nadim-haddad"])
    #expect(metadata.reviewers == ["lubna-qasim"])
    #expect(metadata.topics == ["borders", "security"])
    #expect(metadata.regions == ["iraq"])
    #expect(metadata.series == "return-file")
    #expect(metadata.doi == "10.1000/182")
    #expect(metadata.issn == "2049-3630")
    #expect(metadata.isbn == "978-92-1-130291-2")
    #expect(
      [metadata.volume, metadata.issue, metadata.pages, metadata.number]
        == ["2", "03", "12-34", "no"])
    #expect(metadata.pdf?.path == "\(folder)/report.pdf")
    #expect(metadata.source == .init(name: "واع", url: "https://ina.example/a?b=1"))
    #expect(metadata.license == "CC BY 4.0")
  }

  @Test func aMinimalArticleHasDefaults() async throws {
    let loaded = try await site("title: أ\ndate: 2025-05-25")
    let edition = try #require(loaded.work("iraq-families")?.editions[0])
    #expect(edition.slug == "iraq-families")
    #expect(edition.metadata.type == .study)
    #expect(edition.metadata.status == .published)
  }

  @Test(arguments: ["Date: 2025-05-25", "dat: 2025-05-25", "\u{200F}date: 2025-05-25"])
  func aMisspeltKeyIsOneErrorAndNotAlsoAMissingOne(line: String) async throws {
    let loaded = try await site("title: أ\n\(line)")
    #expect(loaded.ids == ["\(folder)/ar.md:3:1 unknown-key"])
  }

  @Test(arguments: ["21 November 2026", "21/11/2026", "21 تشرين الثاني 2026"])
  func aDateInAnotherFormIsRewritten(date: String) async throws {
    let loaded = try await site("title: أ\ndate: \(date)")
    #expect(
      loaded.lines == [
        "\(folder)/ar.md:3:7: error: ‘\(date)’ is not a date of the form 2025-05-25 [bad-date] "
          + "write 2026-11-21"
      ])
  }

  /// What is right of a date stands in the remedy, and no other date does.
  @Test(arguments: [
    (
      "2026–09–01",
      "the date ‘2026–09–01’ is written with ‘–’ and not with the hyphen ‘-’ [bad-date] "
        + "write 2026-09-01"
    ),
    (
      "2026-09-01 9:30",
      "what follows the date in ‘2026-09-01 9:30’ is no time of day [bad-date] "
        + "write 2026-09-01T09:30"
    ),
    (
      "2026-09-01 noon",
      "what follows the date in ‘2026-09-01 noon’ is no time of day [bad-date] "
        + "write date: 2026-09-01, or with a time 2026-09-01T09:30"
    ),
    (
      "2026-13-31",
      "‘2026-13-31’ is not a date: there is no month 13 [bad-date] write a month from 01 to 12"
    ),
  ])
  func aDateIsMendedAsFarAsItIsKnown(date: String, finding: String) async throws {
    let loaded = try await site("title: أ\ndate: \(date)")
    #expect(loaded.lines == ["\(folder)/ar.md:3:7: error: \(finding)"])
  }

  /// Nothing is said of keys that are missing where no key could be read.
  @Test(arguments: [
    ("title:A\ndate:2026-09-01", ["2:6 yaml-missing-space", "3:5 yaml-missing-space"]),
    ("some words", ["2:1 expected-mapping"]), ("- أ", ["2:1 expected-mapping"]),
    (" title: A\ndate: 2026-09-01", ["2:2 yaml-indentation"]),
  ])
  func frontMatterWithoutKeysIsOneMistake(yaml: String, findings: [String]) async throws {
    let loaded = try await site(yaml)
    #expect(loaded.ids == findings.map { "\(folder)/ar.md:\($0)" })
  }

  @Test(arguments: [
    ("en", "{of: en, method: human}"), ("machine", "{of: …, method: machine}"),
    ("yes", "{of: …, method: human}"),
  ])
  func aLoneWordForATranslationIsRewritten(text: String, note: String) async throws {
    let loaded = try await LoadedSite([
      "\(folder)/ar.md": article("title: أ\ntranslation: \(text)"),
      "\(folder)/en.md": article("title: A\ndate: 2025-05-25"),
    ])
    #expect(
      loaded.lines == [
        "\(folder)/ar.md:3:14: error: ‘translation’ takes keys with values: the language of the "
          + "original and the method [expected-mapping] write translation: \(note)"
      ])
  }

  @Test(arguments: [
    "-date: 2026-11-02\n text: \"x\"", "-date: 2026-11-02", "  -date: 2026-11-02\n  text: x",
    "  -date: 2026-11-02\n    text: x",
  ])
  func aHyphenWithoutASpaceBeforeAKeyIsNamed(item: String) async throws {
    let loaded = try await site("title: أ\ndate: 2025-05-25\ncorrections:\n\(item)")
    let column = item.hasPrefix("-") ? 1 : 3
    #expect(
      loaded.lines == [
        "\(folder)/ar.md:5:\(column): error: there is no space after the hyphen, so this is no item "
          + "of a list [yaml-missing-space] write a space after the hyphen: - date: 2026-11-02"
      ])
  }

  @Test func keysThatAreNotIndentedBelowTheirsAreOneError() async throws {
    let loaded = try await site("title: أ\nimage:\nsrc: a.png\nalt: خريطة\ndate: 2025-05-25\nx: 1")
    #expect(
      loaded.ids == ["\(folder)/ar.md:4:1 unknown-key", "\(folder)/ar.md:7:1 unknown-key"])
    #expect(
      loaded.lines.first
        == "\(folder)/ar.md:4:1: error: there is no key ‘src’ on the level of ‘image’, which has no "
        + "value [unknown-key] indent it by two spaces if it belongs to ‘image’, and all that does")
  }

  @Test func ofALargeRegistryTheFirstKeysAreNamed() async throws {
    let topics = (1...11).map { "topic-\($0): {name: {ar: م\($0), en: T\($0)}}\n" }.joined()
    let loaded = try await LoadedSite([
      "\(folder)/ar.md": article("title: أ\ndate: 2025-05-25\ntopics: [أمن]\nregions: [iraq]"),
      "content/topics.yaml": topics, "content/regions.yaml": "",
    ])
    #expect(
      loaded.lines == [
        "\(folder)/ar.md:4:10: error: ‘أمن’ is not in content/topics.yaml [undefined-topic] "
          + "add it to content/topics.yaml, or write one of: topic-1, topic-2, topic-3, topic-4, "
          + "topic-5, topic-6, topic-7, topic-8 and 3 more",
        "\(folder)/ar.md:5:11: error: ‘iraq’ is not in content/regions.yaml [undefined-region] "
          + "add it to content/regions.yaml, in which nothing is defined yet",
      ])
  }

  @Test func aColonInAnItemOfAListIsNamed() async throws {
    let loaded = try await site("title: أ\ndate: 2025-05-25\ntags: [قال: نعم, ب]")
    #expect(
      loaded.lines == [
        "\(folder)/ar.md:4:11: error: the value holds a colon followed by a space, and so looks "
          + "like another key [yaml-colon-in-value] put the whole value in quotation marks: "
          + "\"قال: نعم\""
      ])
  }

  @Test func allThatIsWrongIsFoundInOneRun() async throws {
    let loaded = try await site(
      "titel: أ\ndate: 2025-02-30\ntype: studdy\nauthors: [lubna]\nid: ١٢\nslug: ../../etc")
    #expect(
      loaded.lines.map { $0.replacing("\(folder)/ar.md:", with: "") } == [
        "2:1: error: there is no key ‘titel’ [unknown-key] did you mean ‘title’?",
        "3:7: error: ‘2025-02-30’ is not a date: the month has 28 days, not 30 [bad-date] "
          + "write a day from 01 to 28",
        "4:7: error: ‘type’ cannot be ‘studdy’ [unknown-value] did you mean ‘study’?",
        "5:11: error: ‘lubna’ is not in content/authors.yaml [undefined-author] "
          + "add it to content/authors.yaml, or write one of: lubna-qasim, nadim-haddad",
        "6:5: error: ‘١٢’ is neither a whole number nor a ULID [bad-id] "
          + "write a number in the digits 0–9 that does not begin with 0, and never change it",
        "7:7: error: ‘../../etc’ cannot stand in an address: the character ‘.’ is not allowed "
          + "[bad-slug] write etc",
      ])
  }

  @Test func anArticleNeedsADateAndAPageDoesNot() async throws {
    #expect(
      try await site("title: أ").lines == [
        "\(folder)/ar.md:2:8: error: the article has no date [missing-date] "
          + "add a line ‘date: 2025-05-25’"
      ])
  }

  @Test(arguments: [
    (
      "updated: 2025-05-24",
      "4:10: error: ‘updated’ is earlier than ‘date’ [updated-before-date] "
        + "write the day of the last change, or delete the line"
    ),
    (
      "expires: 2025-05-25",
      "4:10: error: ‘expires’ is not later than ‘date’, so the work would "
        + "never be shown [expires-before-date] write the first day on which the work is no longer "
        + "shown"
    ),
    (
      "updated: 25/05/2025",
      "4:10: error: ‘25/05/2025’ is not a date of the form 2025-05-25 "
        + "[bad-date] write 2025-05-25"
    ),
    (
      "updated: ٢٠٢٥-٠٦-٠١",
      "4:10: error: the date ‘٢٠٢٥-٠٦-٠١’ is not written in the digits 0–9 "
        + "[bad-date] write 2025-06-01"
    ),
    (
      "series: return-fil",
      "4:9: error: ‘return-fil’ is not in content/series.yaml "
        + "[undefined-series] did you mean ‘return-file’?"
    ),
    (
      "regions: [العراق]",
      "4:11: error: ‘العراق’ is not in content/regions.yaml "
        + "[undefined-region] write its key: iraq"
    ),
    (
      "topics: [Security]",
      "4:10: error: ‘Security’ is not in content/topics.yaml "
        + "[undefined-topic] write its key: security"
    ),
    (
      "reviewers: [lubna-quasim]",
      "4:13: error: ‘lubna-quasim’ is not in content/authors.yaml "
        + "[undefined-author] did you mean ‘lubna-qasim’?"
    ),
    (
      "authors: lubna-qasim",
      "4:10: error: ‘authors’ takes a list [expected-list] "
        + "write authors: [lubna-qasim]"
    ),
    (
      "topics: [security, security]",
      "4:20: warning: ‘security’ stands twice in ‘topics’ "
        + "[repeated-item] delete one of the two"
    ),
    (
      "doi: https://doi.org/10.1000/182",
      "4:6: error: ‘https://doi.org/10.1000/182’ is not a DOI "
        + "[bad-doi] write 10.1000/182"
    ),
    (
      "issn: 2049-3631",
      "4:7: error: ‘2049-3631’ is not an ISSN: its form or its check digit is "
        + "wrong [bad-issn] copy it again; it looks like 2049-3630"
    ),
    (
      "isbn: 978-92-1-130291-3",
      "4:7: error: ‘978-92-1-130291-3’ is not an ISBN: its form or its "
        + "check digit is wrong [bad-isbn] copy it again; it has 10 or 13 digits, as "
        + "978-92-1-130291-2"
    ),
    (
      "source: {name: واع, url: ina.example}",
      "4:26: error: ‘ina.example’ is not an address on "
        + "the web [bad-address] write url: https://…"
    ),
    (
      "pdf: ../report.pdf",
      "4:6: error: ‘../report.pdf’ is not in the work's folder "
        + "[file-outside-folder] copy the file into the folder and write its name alone"
    ),
    (
      "pdf: /etc/passwd.pdf",
      "4:6: error: ‘/etc/passwd.pdf’ is not in the work's folder "
        + "[file-outside-folder] copy the file into the folder and write its name alone"
    ),
    (
      "pdf: reprot.pdf",
      "4:6: error: there is no file ‘reprot.pdf’ in \(folder) [missing-file] "
        + "did you mean ‘report.pdf’?"
    ),
    (
      "pdf: report.docx",
      "4:6: error: ‘report.docx’ is not a PDF file [not-a-pdf] "
        + "name a file that ends in .pdf; link others from the text"
    ),
    (
      "image: cover.jpg",
      "4:8: error: the picture has no alternative text for readers who cannot "
        + "see it [missing-alt] write image: {src: cover.jpg, alt: \"what the picture shows\"}"
    ),
    (
      "image: {src: report.pdf, alt: نص}",
      "4:14: error: ‘report.pdf’ is not a picture "
        + "[not-an-image] name a JPEG, PNG, WebP, AVIF or GIF file"
    ),
    (
      "image: {alt: نص}",
      "4:8: error: ‘image’ names no file [missing-key] "
        + "write src: and the name of a picture in the folder"
    ),
    (
      "corrections: نصّ",
      "4:14: error: ‘corrections’ takes a list whose items are keys with values [expected-list] "
        + "write corrections: [{date: …, text: …}], with each text in quotation marks"
    ),
    (
      "corrections: [نصّ]",
      "4:15: error: ‘corrections’ takes a list whose items are keys with values [expected-list] "
        + "write corrections: [{date: …, text: …}], with each text in quotation marks"
    ),
    (
      "corrections: [{date: 2025-06-01}]",
      "4:15: error: ‘text’ is missing [missing-key] "
        + "add a line ‘text: …’"
    ),
    (
      "aliases: [old]",
      "4:11: error: ‘old’ is not a path of the site [bad-alias] write the old "
        + "address from the slash behind the host: /2019/05/old-name/"
    ),
    (
      "aliases: [/a/../../etc]",
      "4:11: error: ‘/a/../../etc’ is not a path of the site "
        + "[bad-alias] write the old address from the slash behind the host: /2019/05/old-name/"
    ),
    (
      "related: [iraq-familes]",
      "4:11: error: there is no work ‘iraq-familes’ [unknown-related] "
        + "did you mean ‘iraq-families’?"
    ),
    (
      "related: [../iraq-families/]",
      "4:11: warning: the work names itself as related "
        + "[related-to-itself] delete the entry"
    ),
    (
      "keywords: [\((1...501).map { "ن\($0)" }.joined(separator: ", "))]",
      "4:11: error: ‘keywords’ has 501 items, and 500 are allowed [too-many-items] "
        + "keep those that matter"
    ),
    (
      "summary: ن\u{202E}ص",
      "4:10: error: the invisible character U+202E makes the text read in "
        + "another order than it is written [bidi-control] type the value again"
    ),
    (
      #"subtitle: "a\u202Ed""#,
      "4:11: error: the invisible character U+202E makes the text read in "
        + "another order than it is written [bidi-control] type the value again"
    ),
    (
      #"subtitle: "a\x01b""#,
      "4:11: error: the control character U+0001 cannot stand in a page [control-character] "
        + "remove it; it is invisible, so type the words around it again"
    ),
    (
      #"subtitle: "a\uFFFE""#,
      "4:11: error: the control character U+FFFE cannot stand in a page [control-character] "
        + "remove it; it is invisible, so type the words around it again"
    ),
    (
      "keywords: [ن\u{2067}ص]",
      "4:12: error: the invisible direction character U+2067 has no "
        + "counterpart [bidi-control] type the value again; direction is set without such characters"
    ),
    (
      "dateline: بغداد\u{200F}",
      "4:11: warning: the value holds the invisible direction character "
        + "U+200F [bidi-control] type the value again; direction is set without such characters"
    ),
  ])
  func aWrongFieldIsNamedWithItsPlaceAndRemedy(line: String, finding: String) async throws {
    #expect(try await findings(line) == [finding])
  }

  @Test(arguments: [
    "isbn: 0-306-40615-2", "isbn: 080442957X", "isbn: 9789211302912", "issn: 2434-561X",
    "doi: 10.1016/s0140-6736(20)30183-5", "id: 01ARZ3NDEKTSV4RRFFQ69G5FAV", "aliases: [/السابق/]",
    "updated: 2025-05-25T10:00:00+03:00", "status: retracted", "type: appearance",
    "source: {name: واع}", "keywords: [\((1...500).map { "ن\($0)" }.joined(separator: ", "))]",
  ])
  func rightValuesPass(line: String) async throws {
    #expect(try await findings(line) == [])
  }

  @Test(arguments: [
    "isbn: 0-306-40615-3", "isbn: 97892113029", "issn: 24345612", "doi: 10.12/x", "doi: 10.1000/",
    "id: 012", "id: -4", "id: 01ARZ3NDEKTSV4RRFFQ69G5FAU", "id: 1234567890123456789",
    "expires: 2024-01-01", "updated: 2025-05-32", "translation: human",
  ])
  func wrongValuesDoNot(line: String) async throws {
    #expect(try await findings(line).isEmpty == false)
  }

  @Test func balancedIsolatesOnlyWarn() async throws {
    let loaded = try await site("title: أ \u{2068}x\u{2069}\ndate: 2025-05-25")
    #expect(loaded.diagnostics.map(\.severity) == [.warning])
  }

  @Test func aLongTitleWarns() async throws {
    let title = String(repeating: "كلمة ", count: 22) + "كل"
    let loaded = try await site("title: \(title)\ndate: 2025-05-25")
    #expect(
      loaded.lines == [
        "\(folder)/ar.md:2:8: warning: the title is 112 characters long, and search engines show "
          + "about 110 [long-title] shorten it, or move a part into ‘subtitle’"
      ])
  }

  @Test func aFolderNameThatIsNoSlugIsAnError() async throws {
    let loaded = try await LoadedSite([
      "content/articles/My Family/ar.md": article("title: أ\ndate: 2025-05-25")
    ])
    #expect(
      loaded.lines == [
        "content/articles/My Family: error: the folder's name ‘My Family’ cannot stand in an "
          + "address: it has capital letters [bad-slug] rename the folder to my-family"
      ])
  }

  @Test func anArabicFolderNameIsASlugUnlessTheSiteWantsLatin() async throws {
    let file = ["content/articles/عائلات/ar.md": article("title: أ\ndate: 2025-05-25")]
    #expect(try await LoadedSite(file).lines == [])
    let latin = usualFiles["content/site.yaml"]! + "slugs: latin\n"
    let loaded = try await LoadedSite(file.merging(["content/site.yaml": latin]) { $1 })
    #expect(loaded.ids == ["content/articles/عائلات bad-slug"])
  }

  @Test func theLanguageOfAPictureIsALanguage() async throws {
    #expect(
      try await findings("image: {src: a.jpg, alt: أ, lang: not a language!}").last
        == "4:35: error: ‘not a language!’ is not the code of a language [bad-language-code] "
        + "write two or three letters, as ar, en, ckb")
    #expect(try await findings("image: {src: a.jpg, alt: أ, lang: zh-Hant}").count == 1)
  }

  @Test(arguments: [
    #""أ\nب""#, #""أ\tب""#, "|\n  أ\n  ب", #""أ\u2028ب""#, #""أ\u2029ب""#,
  ])
  func aTitleStandsOnOneLine(title: String) async throws {
    let loaded = try await site("date: 2025-05-25\ntitle: \(title)")
    #expect(
      loaded.lines == [
        "\(folder)/ar.md:3:8: error: the title holds a line break or a tab "
          + "[title-on-several-lines] write it on one line with single spaces, and a second line "
          + "under ‘subtitle’"
      ])
  }

  @Test(arguments: ["أ\n  ب", "\"أ\n  ب\"", ">\n  أ\n  ب\n", "|\n  أ ب\n"])
  func aTitleOfSeveralLinesOfTheFileMayBeOneLine(title: String) async throws {
    let loaded = try await site("date: 2025-05-25\ntitle: \(title)")
    #expect(loaded.lines == [])
    #expect(loaded.work("iraq-families")?.editions[0].title == "أ ب")
  }
}
