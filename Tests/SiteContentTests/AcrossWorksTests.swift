import SiteContent
import SiteDiagnostics
import SiteModel
import SiteTestSupport
import SiteText
import Testing

@Suite struct AcrossWorksTests {
  private func site(_ works: [String: String], tags: String = "") async throws -> LoadedSite {
    var files = ["content/tags.yaml": tags]
    for (name, lines) in works {
      files["content/articles/\(name)/ar.md"] = article("title: أ\ndate: 2025-05-25\n\(lines)")
    }
    return try await LoadedSite(files)
  }

  @Test func oneSlugInTwoFoldersIsAnErrorThatNamesBothFiles() async throws {
    let loaded = try await site(["2024/a": "", "2025/a": "", "2025/b": "slug: a"])
    #expect(
      loaded.lines == [
        "content/articles/2025/a/ar.md:2:8: error: content/articles/2024/a/ar.md has the slug ‘a’ "
          + "already, so both would have one address [duplicate-slug] rename the folder of the "
          + "newer work, or give it a ‘slug’ of its own",
        "content/articles/2025/b/ar.md:4:7: error: content/articles/2024/a/ar.md has the slug ‘a’ "
          + "already, so both would have one address [duplicate-slug] rename the folder of the "
          + "newer work, or give it a ‘slug’ of its own",
      ])
  }

  @Test func anArticleAndAPageMayShareASlug() async throws {
    #expect(try await site(["about": ""]).lines == [])
  }

  @Test func idsAndAliasesBelongToOneWork() async throws {
    let loaded = try await site([
      "a": "id: 7\naliases: [/old/]", "b": "id: 7\naliases: [/old]",
      "c": "id: 01ARZ3NDEKTSV4RRFFQ69G5FAV",
    ])
    #expect(
      loaded.lines == [
        "content/articles/b/ar.md:4:5: error: the id 7 belongs to content/articles/a/ar.md already "
          + "[duplicate-id] give the newer work another id; an id that was published never changes",
        "content/articles/b/ar.md:5:11: error: the alias ‘/old’ already leads to "
          + "content/articles/a/ar.md [duplicate-alias] keep it in the work that readers of the "
          + "old address look for",
      ])
  }

  @Test func spellingsThatFoldAlikeAreOneTagAndOneWarning() async throws {
    let loaded = try await site([
      "a": "tags: [الإرهاب]", "b": "tags: [الارهاب, OSINT]", "c": "tags: [الإرهاب]",
      "d": "tags: [الارهاب]", "e": "tags: [الإرهاب, Osint]",
    ])
    #expect(
      loaded.lines == [
        "content/articles/b/ar.md:4:8: warning: ‘الارهاب’ is another spelling of the tag ‘الإرهاب’ "
          + "[tag-spelling] write ‘الإرهاب’ wherever the tag is used",
        "content/articles/e/ar.md:4:17: warning: ‘Osint’ is another spelling of the tag ‘OSINT’ "
          + "[tag-spelling] write ‘OSINT’ wherever the tag is used",
      ])
    #expect(loaded.diagnostics[0].notes[0].location.description == "content/articles/a/ar.md:4:8")
    #expect(loaded.work("d")?.editions[0].tags.map(\.name) == ["الإرهاب"])
    #expect(loaded.work("e")?.editions[0].tags.map(\.name) == ["الإرهاب", "OSINT"])
  }

  @Test func tagsOfTheRegistryHaveTheirNames() async throws {
    let loaded = try await site(
      ["a": "tags: [ISIS, تنظيم داعش, isis]", "b": "tags: [Daesh]", "c": "tags: [daesh]"],
      tags: "isis: {name: {ar: داعش, en: ISIS}, aliases: [تنظيم داعش, Daesh]}\n")
    #expect(loaded.work("a")?.editions[0].tags.map(\.name) == ["داعش"])
    #expect(loaded.work("b")?.editions[0].tags.map(\.name) == ["داعش"])
    #expect(loaded.work("c")?.editions[0].tags.map(\.name) == ["داعش"])
    #expect(
      loaded.lines == [
        "content/articles/c/ar.md:4:8: warning: ‘daesh’ is another spelling of the tag ‘Daesh’ "
          + "[tag-spelling] write ‘Daesh’ wherever the tag is used"
      ])
  }

  @Test(arguments: [
    "iraq-families", "../iraq-families/", "../iraq-families/ar.md", "2025/iraq-families",
    "articles/2025/iraq-families/", "/content/articles/2025/iraq-families", "families",
  ])
  func relatedWorksAreFound(entry: String) async throws {
    let loaded = try await site([
      "2025/iraq-families": "slug: families", "2025/other": "related: [\(entry)]",
    ])
    #expect(loaded.lines == [])
    #expect(loaded.work("other")?.editions[0].metadata.related == [folder])
  }

  @Test func aNameOfTwoWorksIsNotGuessed() async throws {
    let loaded = try await LoadedSite([
      "content/articles/about/ar.md": article("title: أ\ndate: 2025-05-25"),
      "content/articles/b/ar.md": article("title: أ\ndate: 2025-05-25\nrelated: [about]"),
    ])
    #expect(
      loaded.lines == [
        "content/articles/b/ar.md:4:11: error: ‘about’ may mean content/articles/about or "
          + "content/pages/about [ambiguous-related] write the path of the one you mean"
      ])
  }

  @Test func theNumberOfJobsChangesNothing() async throws {
    let folder = try TemporarySite(files: usualFiles)
    for index in 0..<150 {
      try folder.write(
        article("title: أ\ndate: 2025-05-25\ntags: [وسم \(index % 7)]\ntopics: [x\(index % 3)]"),
        to: "content/articles/w\(index)/ar.md")
    }
    let one = try await LoadedSite(folder, jobs: 1)
    let many = try await LoadedSite(folder, jobs: 5)
    #expect(one.diagnostics == many.diagnostics)
    #expect(one.content?.works.map(\.folder) == many.content?.works.map(\.folder))
  }
}
