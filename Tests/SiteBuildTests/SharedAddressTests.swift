import SiteBuild
import SiteTestSupport
import Testing

/// Two works of one address are one mistake: what follows from it is not told.
struct SharedAddressTests {
  private static let others =
    article("2025/camp", "ar", "related: [hol]", text: "[نص](../hol/ar.md#what)")
    + article("2025/road", "ar", text: "[نص](/articles/hol/#what)")

  private static func work(_ folder: String, _ fields: String = "", text: String = "نص.") -> String
  {
    article(folder, "ar", fields, text: text)
      + article(
        folder, "en", "title: T\n\(fields)\ntranslation: {of: ar, method: human}", text: text)
  }

  @Test func aSlugThatIsTakenIsOneErrorForTheFileThatStatesIt() async throws {
    func findings(_ slug: String) async throws -> String {
      try await build(
        Self.work("2025/hol", text: "## What") + Self.others
          + article("2026/water", "ar", "slug: \(slug)", text: "نص.")
      ).findings
    }
    #expect(
      try await findings("hol") == """
        content/articles/2026/water/ar.md:2:7: error: content/articles/2025/hol/ar.md has the slug ‘hol’ already, so both would have one address [duplicate-slug]
            slug: hol
            fix: rename the folder of the newer work, or give it a ‘slug’ of its own

        """)
    #expect(try await findings("salt") == "")
  }

  @Test func aFolderThatWasCopiedIsOneError() async throws {
    func findings(_ folder: String) async throws -> String {
      try await build(
        Self.work("2025/hol", text: "## What\n\n[data](flow.csv)")
          + "-- content/articles/2025/hol/flow.csv --\na,1\n" + Self.others
          + Self.work(folder, text: "[data](flow.csv)")
          + "-- content/articles/\(folder)/flow.csv --\na,2\n"
      ).findings
    }
    #expect(
      try await findings("2026/hol") == """
        content/articles/2026/hol/ar.md:2:8: error: content/articles/2025/hol/ar.md has the slug ‘hol’ already, so both would have one address [duplicate-slug]
            title: 2026/hol
            fix: rename the folder of the newer work, or give it a ‘slug’ of its own

        """)
    #expect(try await findings("2026/water") == "")
  }

  @Test func anAliasOfTwoWorksIsOneError() async throws {
    func findings(_ alias: String) async throws -> String {
      try await build(
        article("a", "ar", "aliases: [/old/]") + article("b", "ar", "aliases: [\(alias)]")
      ).findings
    }
    #expect(
      try await findings("/old") == """
        content/articles/b/ar.md:2:11: error: the alias ‘/old’ already leads to content/articles/a/ar.md [duplicate-alias]
            aliases: [/old]
            fix: keep it in the work that readers of the old address look for

        """)
    #expect(try await findings("/other/") == "")
  }
}
