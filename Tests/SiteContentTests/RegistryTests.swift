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
      borders: {name: الحدود, parent: security}
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
    #expect(registries.topics[1].name.texts == [LocalizedText("الحدود", in: .arabic)])
    #expect(registries.tags[0].aliases == ["Daesh"])
    #expect(registries.glossary[0].variants == ["CT فقط"])
    #expect(registries.glossary[0].isProtected)
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
      a: {name: {ar: أ}, parent: b}
      b: {name: {ar: ب}, parent: c}
      c: {name: {ar: ج}, parent: a}
      d: {name: {ar: د}, parent: a}
      e: {name: {ar: ه}, parent: securty}
      security: {name: {ar: و}}
      """
    ])
    #expect(
      loaded.lines.map { $0.replacing("content/topics.yaml:", with: "") } == [
        "1:28: error: ‘a’ stands above itself by way of its parents [parent-cycle] "
          + "delete ‘parent’ from the topmost of them",
        "2:28: error: ‘b’ stands above itself by way of its parents [parent-cycle] "
          + "delete ‘parent’ from the topmost of them",
        "3:28: error: ‘c’ stands above itself by way of its parents [parent-cycle] "
          + "delete ‘parent’ from the topmost of them",
        "5:28: error: the parent ‘securty’ is not in this file [unknown-parent] "
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
