import SiteContent
import SiteDiagnostics
import SiteModel
import SiteTestSupport
import SiteText
import Testing

@Suite struct SiteFileTests {
  private func site(_ text: String) async throws -> LoadedSite {
    try await LoadedSite(["content/site.yaml": text])
  }

  private func findings(_ text: String) async throws -> [String] {
    try await site(text).lines.map { $0.replacing("content/site.yaml:", with: "") }
  }

  private static let languages = """
    languages:
      - {code: ar, name: العربية, locale: ar-IQ, path: /, months: dual, digits: arab, hijri: true}
      - {code: en, name: English, locale: en-GB, path: /en/}

    """

  @Test func everyKeyReachesTheModel() async throws {
    let loaded = try await site(
      Self.languages + """
        title: {ar: مرصد, en: Observatory}
        description: {ar: وصف, en: Description}
        url: https://observatory.example/portal
        timezone: Asia/Baghdad
        page_size: 6
        license: CC BY 4.0
        raw_html: allow
        slugs: unicode
        menus:
          main:
            - {url: /about/, label: {ar: عنّا, en: About}}
            - {url: "https://t.me/x", label: {ar: تلغرام, en: Telegram}}
        services: {newsletter: "https://forms.example/f", comments: "https://isso.example/"}
        """)
    #expect(loaded.lines == [])
    let site = try #require(loaded.content?.configuration)
    #expect(site.title.exact(.english) == "Observatory")
    #expect(site.url == "https://observatory.example/portal/")
    #expect(site.basePath == "/portal/")
    #expect(site.timeZone.identifier == "Asia/Baghdad")
    #expect(site.pageSize == 6)
    #expect(site.license == "CC BY 4.0")
    #expect(site.allowsRawHTML)
    #expect(site.languages.map(\.code) == [.arabic, .english])
    #expect(site.languages[0].months == .dual)
    #expect(site.languages[0].digits == .arabic)
    #expect(site.languages[0].showsHijriDate)
    #expect(site.languages[1].path == "/en/")
    #expect(site.menus["main"]?.map(\.url) == ["/about/", "https://t.me/x"])
    #expect(site.services.newsletter == "https://forms.example/f")
    #expect(site.services.polls == nil)
  }

  @Test func whatIsWrongIsFoundInOneRun() async throws {
    let found = try await findings(
      """
      title: {ar: مرصد, en: Observatory}
      description: {ar: وصف, en: Description}
      url: observatory.example
      timezone: Asia/Bagdad
      languages:
        - {code: ar, name: العربية, locale: ar-IQ, path: /, months: both}
        - {code: en, name: English, path: /}
        - {code: english, name: English}
      page_size: ٢٠
      raw_html: yes
      slugs: arabic
      menus:
        main: [{url: about, label: {ar: عنّا, en: Us}}, {label: {ar: عنّا, en: Us}}]
      services: {newsleter: x, comments: isso}
      """)
    #expect(
      found == [
        "3:6: error: ‘observatory.example’ cannot be the address of a site [bad-address] "
          + "write url: https://www.example.org/",
        "4:11: error: there is no time zone ‘Asia/Bagdad’ [unknown-timezone] "
          + "did you mean ‘Asia/Baghdad’ or ‘Asia/Magadan’?",
        "6:63: error: ‘months’ cannot be ‘both’ [unknown-value] "
          + "write one of: locale, levant, gulf, dual",
        "7:37: error: the language ‘ar’ has the path ‘/’ already [duplicate-language-path] "
          + "give each language a path of its own",
        "8:12: error: ‘english’ is not the code of a language [bad-language-code] "
          + "write two or three letters, as ar, en, ckb",
        "9:12: error: ‘page_size’ is a whole number (1–200), not ‘٢٠’ [expected-integer] "
          + "write it in Latin digits: 20",
        "10:11: error: ‘raw_html’ cannot be ‘yes’ [unknown-value] write one of: allow, forbid",
        "11:8: error: ‘slugs’ cannot be ‘arabic’ [unknown-value] write one of: unicode, latin",
        "13:16: error: ‘about’ leads nowhere from a menu [bad-address] "
          + "write a path such as /about/, or an address that begins with https://",
        "13:51: error: ‘url’ is missing [missing-key] add a line ‘url: …’",
        "14:12: error: there is no key ‘newsleter’ [unknown-key] did you mean ‘newsletter’?",
        "14:36: error: ‘isso’ is not an address on the web [bad-address] "
          + "write comments: https://…",
      ])
  }

  /// Readers of that language would see the words of another.
  @Test func aMenuThatIsNotIndentedIsOneError() async throws {
    #expect(
      try await findings(
        Self.languages + """
          title: {ar: أ, en: A}
          url: https://a.example/
          menus:
          main:
            - {url: /articles/, label: {ar: أ, en: A}}
          footer:
            - {url: /articles/, label: {ar: أ, en: A}}
          """) == [
          "7:1: error: there is no key ‘main’ on the level of ‘menus’, which has no value "
            + "[unknown-key] indent it by two spaces if it belongs to ‘menus’, and all that does"
        ])
  }

  @Test func wordsThatALanguageLacksAreAWarning() async throws {
    func warning(_ key: String, _ language: String = "en") -> String {
      "warning: ‘\(key)’ is missing in the language ‘\(language)’, whose pages show another's words "
        + "[missing-in-language] write \(key): {ar: …, en: …}"
    }
    #expect(
      try await findings(
        Self.languages + """
          title: مرصد
          description: {en: Description}
          url: https://observatory.example/
          menus: {main: [{url: /articles/, label: {ar: المنشورات}}]}
          """) == [
          "4:8: \(warning("title"))", "5:19: \(warning("description", "ar"))",
          "7:46: \(warning("label"))",
        ])
    let one = try await LoadedSite(
      TemporarySite(files: [
        "content/site.yaml": """
        title: مرصد
        url: https://observatory.example/
        languages: [{code: ar, name: العربية}]
        menus: {main: [{url: /articles/, label: المنشورات}]}
        """,
        "content/topics.yaml": "security: {name: الأمن}",
        "content/pages/about/ar.md": usualFiles["content/pages/about/ar.md"]!,
      ]))
    #expect(one.lines == [])
  }

  @Test(arguments: [
    ("menus: {main: /articles/}", "6:15: error: ‘main’", "main: [{url: …, label: …}]"),
    ("menus: {main: {url: /a/}}", "6:15: error: ‘main’", "main: [{url: …, label: …}]"),
    ("menus: {main: [/articles/]}", "6:16: error: ‘main’", "main: [{url: …, label: …}]"),
  ])
  func aListOfGroupsOfKeysIsShownAsOne(line: String, place: String, form: String) async throws {
    #expect(
      try await findings(
        Self.languages + "title: {ar: أ, en: A}\nurl: https://a.example/\n" + line) == [
          "\(place) takes a list whose items are keys with values [expected-list] write \(form), "
            + "with each text in quotation marks"
        ])
  }

  @Test func aSizeOutOfBoundsIsToldItsBounds() async throws {
    #expect(
      try await findings(
        Self.languages + "title: {ar: أ, en: A}\nurl: https://a.example/\npage_size: 0") == [
          "6:12: error: ‘page_size’ is a whole number (1–200), not ‘0’ [expected-integer] write a "
            + "number from 1 to 200"
        ])
  }

  @Test func aSiteWithoutLanguagesCannotBeRead() async throws {
    let loaded = try await site("title: أ\nurl: https://a.example/\n")
    #expect(loaded.content == nil)
    #expect(
      loaded.lines == [
        "content/site.yaml:1:1: error: the site names no languages [missing-languages] "
          + "write languages: [{code: ar, name: العربية, locale: ar-IQ, path: /}]"
      ])
  }

  @Test func titleAndAddressAreNeeded() async throws {
    #expect(
      try await findings(Self.languages) == [
        "1:1: error: ‘title’ is missing [missing-key] add a line ‘title: …’",
        "1:1: error: ‘url’ is missing [missing-key] add a line ‘url: …’",
      ])
  }

  @Test func aSiteFileThatIsNotYAMLEndsTheRun() async throws {
    let loaded = try await site("title: مرصد: الأمن\n")
    #expect(loaded.content == nil)
    #expect(loaded.ids == ["content/site.yaml:1:12 yaml-colon-in-value"])
  }

  @Test func localesAreThoseOfCLDR() async throws {
    func locale(_ name: String) async throws -> [String] {
      try await findings(
        """
        title: {ar: مرصد, en: Observatory}
        url: https://a.example/
        languages:
          - {code: ar, name: العربية, locale: \(name)}
          - {code: en, name: English}
        """)
    }
    let message = "nothing is known of how dates and numbers are written in"
    #expect(
      try await locale("xx-nonsense") == [
        "4:39: error: \(message) ‘xx-nonsense’ [unknown-locale] "
          + "write a language and a country, such as ar-IQ or en-GB"
      ])
    let near = try await locale("ar-IK")
    #expect(near.count == 1)
    #expect(near.first?.hasPrefix("4:39: error: \(message) ‘ar-IK’ [unknown-locale] did") == true)
    #expect(near.first?.contains("‘ar-IQ’") == true)
    for known in ["ar", "ar-IQ", "ar_IQ", "zh-Hans-CN", "ckb"] {
      #expect(try await locale(known) == [])
    }
  }
}
