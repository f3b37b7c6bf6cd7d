import SiteContent
import SiteDiagnostics
import SiteModel
import SiteTestSupport
import SiteText
import Testing

@Suite struct RegistryTests {
  @Test func everyRegistryReachesTheModel() async throws {
    let loaded = try await LoadedSite([
      "content/authors.yaml": """
      lubna-qasim:
        name: {ar: لبنى قاسم, en: Lubna Qasim}
        given: {ar: لبنى, en: Lubna}
        family: {ar: قاسم, en: Qasim}
        honorific: {ar: الباحثة}
        role: {ar: باحثة, en: Researcher}
        orcid: 0000-0002-1694-233X
        affiliation: {ar: المرصد, en: Observatory}
        bio: {ar: سيرة, en: Biography}
        slug: {en: qasim}
      """,
      "content/topics.yaml": """
      security: {name: {ar: الأمن, en: Security}, description: {ar: وصف}, slug: {ar: الأمن}}
      borders: {name: {ar: الحدود, en: Borders}, parent: security}
      """,
      "content/tags.yaml": "isis: {name: {ar: داعش, en: ISIS}, aliases: [Daesh]}",
      "content/glossary.yaml": """
      ct-just: {preferred: {ar: CT JUST, en: CT JUST}, variants: [CT فقط], protected: true}
      """,
    ])
    #expect(loaded.lines == [])
    let registries = try #require(loaded.content?.registries)
    let person = try #require(registries.authors.first)
    #expect(person.name.exact(.english) == "Lubna Qasim")
    #expect(person.honorific.exact(.english) == nil)
    #expect(person.orcid == "0000-0002-1694-233X")
    #expect(person.slug.exact(.english) == "qasim")
    #expect(registries.topics.map(\.key) == ["security", "borders"])
    #expect(registries.topics[0].slug.exact(.arabic) == "الأمن")
    #expect(registries.topics[1].parent == "security")
    #expect(registries.tags[0].aliases == ["Daesh"])
    #expect(registries.glossary[0].variants == ["CT فقط"])
    #expect(registries.glossary[0].isProtected)
  }

  /// A person's name is the same in languages of one script, and a tag may be of one language.
  @Test func aNameThatALanguageLacksIsAWarning() async throws {
    let loaded = try await LoadedSite([
      "content/site.yaml": usualFiles["content/site.yaml"]! + """
          - {code: fr, name: Français, locale: fr-FR, path: /fr/}

        """,
      "content/authors.yaml": """
      lubna: {name: {ar: لبنى, en: Lubna}}
      nadim: {name: {en: Nadim}}
      """,
      "content/topics.yaml": "security: {name: {ar: الأمن, en: Security}}",
      "content/series.yaml": "returns: {name: العودة}",
      "content/tags.yaml": "osint: {name: {en: OSINT}}",
    ])
    func warning(_ language: String) -> String {
      "warning: ‘name’ is missing in the language ‘\(language)’, whose pages show another's words "
        + "[missing-in-language] write name: {ar: …, en: …, fr: …}"
    }
    #expect(
      loaded.lines.filter { !$0.hasPrefix("content/site.yaml") } == [
        "content/authors.yaml:2:20: \(warning("ar"))", "content/series.yaml:1:17: \(warning("en"))",
        "content/series.yaml:1:17: \(warning("fr"))", "content/topics.yaml:1:23: \(warning("fr"))",
      ])
  }

  /// One mistake is one error, without a key of the name of what stands behind the comma.
  @Test func aCommaInANameIsFound() async throws {
    func lines(_ name: String) async throws -> [String] {
      try await LoadedSite(["content/authors.yaml": "maysoon: {name: {\(name)}}"]).lines
    }
    let message =
      "error: the value holds a comma, which ends it in braces unless it stands in quotes "
      + "[yaml-comma-in-value] put the whole value in quotation marks"
    #expect(
      try await lines("ar: ميسون, en: Maysoon al-Sarraj, PhD, MA") == [
        "content/authors.yaml:1:33: \(message): en: \"Maysoon al-Sarraj, PhD, MA\""
      ])
    #expect(
      try await lines("en: Maysoon al-Sarraj, PhD, ar: ميسون") == [
        "content/authors.yaml:1:22: \(message): en: \"Maysoon al-Sarraj, PhD\""
      ])
    #expect(
      try await lines("ar: ميسون, en: Maysoon al-Sarraj,\n  PhD") == [
        "content/authors.yaml:1:33: \(message): en: \"Maysoon al-Sarraj, PhD\""
      ])
    #expect(try await lines("ar: ميسون, en: \"Maysoon al-Sarraj, PhD, MA\"") == [])
  }

  /// Nothing follows from what was not finished: neither a file or a language of the wrong name nor
  /// what is missing.
  @Test func aWordInBracesWithoutAColonIsFound() async throws {
    func lines(_ yaml: String) async throws -> [String] {
      let site = try TemporarySite(files: usualFiles)
      try site.write(article("title: أ\ndate: 2025-05-25"), to: "\(folder)/ar.md")
      try site.write(article("title: A\ntranslation: {of: ar}\n\(yaml)"), to: "\(folder)/en.md")
      try site.write(Array("GIF89a".utf8) + [4, 0, 2, 0], to: "\(folder)/map.gif")
      return try await LoadedSite(site).lines
    }
    func finding(_ place: String, _ word: String, _ quoted: String) -> String {
      "\(folder)/en.md:\(place): error: ‘\(word)’ stands in braces without a colon, so that either "
        + "its key or its value is missing [yaml-missing-colon] write ‘\(word): …’ or "
        + "‘…: \(word)’; if it belongs to the value before it, put the whole value in quotation "
        + "marks: \(quoted)"
    }
    #expect(
      try await lines("image: {src: map.gif, alt}")
        == [finding("4:23", "alt", "src: \"map.gif, alt\"")])
    #expect(
      try await lines("image: {alt: A map, src}")
        == [finding("4:21", "src", "alt: \"A map, src\"")])
    #expect(
      try await lines("source: {url: https://example.org, name}")
        == [finding("4:36", "name", "url: \"https://example.org, name\"")])
    let note = try await LoadedSite([
      "\(folder)/ar.md": article("title: أ\ndate: 2025-05-25"),
      "\(folder)/en.md": article("title: A\ntranslation: {of: ar, human}"),
    ])
    #expect(note.lines == [finding("3:23", "human", "of: \"ar, human\"")])
  }

  @Test func whatIsWrongInAuthorsIsFound() async throws {
    let loaded = try await LoadedSite([
      "content/authors.yaml": """
      lubna:
        nmae: {ar: لبنى}
        orcid: 0000-0002-1825-0098
        photo: authors/lubna.jpg
      Nadim H:
        name: {ar: نديم, fr: Nadim}
      """
    ])
    #expect(
      loaded.lines.map { $0.replacing("content/authors.yaml:", with: "") } == [
        "1:1: error: ‘lubna’ has no name [missing-name] write name: {ar: …, en: …}",
        "2:3: error: there is no key ‘nmae’ [unknown-key] did you mean ‘name’?",
        "3:10: error: ‘0000-0002-1825-0098’ is not an ORCID iD: its form or its check digit is "
          + "wrong [bad-orcid] copy the sixteen digits again, as 0000-0002-1825-0097, without an "
          + "address",
        "4:10: error: there is no picture ‘content/authors/lubna.jpg’ [missing-file] put it into "
          + "content/authors and write photo: authors/name.jpg",
        "5:1: error: ‘Nadim H’ cannot stand in an address: it has capital letters [bad-slug] "
          + "write nadim-h",
        "6:20: error: the site has no language ‘fr’ [unknown-language] write one of: ar, en",
      ])
  }

  @Test func portraitsLieBesideTheRegistry() async throws {
    let site = try TemporarySite(files: usualFiles)
    try site.write(
      "lubna: {name: {ar: لبنى, en: Lubna}, photo: authors/lubna.gif}",
      to: "content/authors.yaml")
    try site.write(Array("GIF89a".utf8) + [4, 0, 2, 0], to: "content/authors/lubna.gif")
    let loaded = try await LoadedSite(site)
    #expect(loaded.lines == [])
    #expect(
      loaded.content?.registries.authors[0].photo == Asset(path: "content/authors/lubna.gif"))
    let portrait = try #require(loaded.content?.portraits.first)
    #expect(portrait.imageSize == ImageSize(width: 4, height: 2))
  }

  @Test func parentsExistAndDoNotGoRound() async throws {
    let loaded = try await LoadedSite([
      "content/topics.yaml": """
      a: {name: {ar: أ, en: X}, parent: b}
      b: {name: {ar: ب, en: X}, parent: c}
      c: {name: {ar: ج, en: X}, parent: a}
      d: {name: {ar: د, en: X}, parent: a}
      e: {name: {ar: ه, en: X}, parent: securty}
      security: {name: {ar: و, en: X}}
      """
    ])
    #expect(
      loaded.lines.map { $0.replacing("content/topics.yaml:", with: "") } == [
        "1:35: error: ‘a’ stands above itself by way of its parents [parent-cycle] "
          + "delete ‘parent’ from the topmost of them",
        "2:35: error: ‘b’ stands above itself by way of its parents [parent-cycle] "
          + "delete ‘parent’ from the topmost of them",
        "3:35: error: ‘c’ stands above itself by way of its parents [parent-cycle] "
          + "delete ‘parent’ from the topmost of them",
        "5:35: error: the parent ‘securty’ is not in this file [unknown-parent] "
          + "did you mean ‘security’?",
      ])
    #expect(loaded.content?.registries.topics.map(\.parent) == [nil, nil, nil, "a", nil, nil])
  }

  @Test func slugsOfOneRegistryDiffer() async throws {
    let loaded = try await LoadedSite([
      "content/topics.yaml": """
      security: {name: {ar: الأمن, en: Security}}
      safety: {name: {ar: السلامة, en: Safety}, slug: {en: security}}
      other: {name: {ar: غيرها, en: Other}, slug: {en: Not Good}}
      """
    ])
    #expect(
      loaded.lines.map { $0.replacing("content/topics.yaml:", with: "") } == [
        "2:54: error: ‘security’ has the slug ‘security’ already [duplicate-slug] "
          + "give one of them another slug",
        "3:50: error: ‘Not Good’ cannot stand in an address: it has capital letters [bad-slug] "
          + "write not-good",
      ])
  }

  @Test func aRegistryThatIsNoMappingIsAnError() async throws {
    let loaded = try await LoadedSite(["content/topics.yaml": "- security\n- borders\n"])
    #expect(
      loaded.lines == [
        "content/topics.yaml:1:1: error: keys with values are expected here [expected-mapping] "
          + "write ‘key: value’ with a space after the colon"
      ])
  }

  /// One mistake in a registry is one error, not one more for each work that refers to it.
  @Test func referencesIntoARegistryThatCannotBeReadAreNotReported() async throws {
    let work = article(
      "title: أ\ndate: 2025-01-01\nauthors: [lubna]\ntopics: [security]\nseries: returns\n"
        + "regions: [iraq]")
    let loaded = try await LoadedSite([
      "\(folder)/ar.md": work,
      "content/authors.yaml": "lubna:\n\tname: {ar: لبنى, en: Lubna}\n",
      "content/topics.yaml": "security:\n  name: {ar: الأمن، en: Security}\n",
      "content/series.yaml": "- returns\n", "content/regions.yaml": "",
    ])
    #expect(
      loaded.ids == [
        "\(folder)/ar.md:7:11 undefined-region", "content/authors.yaml:2:1 yaml-tab",
        "content/series.yaml:1:1 expected-mapping", "content/topics.yaml:2:19 yaml-arabic-comma",
      ])
    #expect(
      loaded.content?.unreadRegistries == ["authors.yaml", "series.yaml", "topics.yaml"])
  }

  @Test func aSpellingMeansOneTag() async throws {
    let loaded = try await LoadedSite([
      "content/tags.yaml": """
      osint: {name: {ar: مصادر, en: OSINT}}
      other: {name: {ar: غيره, en: Other}, aliases: [OSInt, beta, other]}
      beta: {name: {ar: مَصادر, en: Beta}}
      """
    ])
    let remedy =
      "[shared-tag-spelling] keep it in one of the two; spellings that differ only in hamza, "
      + "harakat or case are the same"
    #expect(
      loaded.lines.map { $0.replacing("content/tags.yaml:", with: "") } == [
        "2:48: error: ‘OSInt’ would mean two tags, ‘osint’ and ‘other’ \(remedy)",
        "3:1: error: ‘beta’ would mean two tags, ‘other’ and ‘beta’ \(remedy)",
        "3:19: error: ‘مَصادر’ would mean two tags, ‘osint’ and ‘beta’ \(remedy)",
      ])
    #expect(
      loaded.diagnostics.map { $0.notes.map(\.location.description) } == [
        ["content/tags.yaml:1:1"], ["content/tags.yaml:2:55"], ["content/tags.yaml:1:20"],
      ])
  }
}
