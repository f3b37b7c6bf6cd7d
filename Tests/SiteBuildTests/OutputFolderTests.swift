import Foundation
import SiteBuild
import SiteDiagnostics
import SiteTestSupport
import Testing

/// The output folder holds one whole site, and what is not ctsite's stays.
struct OutputFolderTests {
  private static func site(_ text: String = article("one") + article("two")) throws
    -> TemporarySite
  {
    let site = try TemporarySite(text)
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    return site
  }

  @Test func filesThatCtsiteDidNotMakeStay() async throws {
    let site = try Self.site()
    try site.write("*\n", to: "public/.gitignore")
    try site.write("example.org\n", to: "public/CNAME")
    try site.write("deep", to: "public/a/b/c.txt")
    try site.makeFolder("public/.git/refs/tags")
    try site.link("public/link", to: "CNAME")
    let first = try await site.build()
    #expect(first.report.keptCount == 4)
    let second = try await site.build()
    #expect(second.report.keptCount == 0)
    #expect(try second.text(".gitignore") == "*\n")
    #expect(try second.text("a/b/c.txt") == "deep")
    #expect(try second.text("link") == "example.org\n")
    #expect(second.exists(".git/refs/tags"))
    #expect(second.exists("index.html"))
  }

  @Test func pagesOfAnEarlierBuildGo() async throws {
    let site = try Self.site()
    let first = try await site.build()
    #expect(first.exists("articles/two/index.html"))
    try site.remove("content/articles/two")
    let second = try await site.build()
    #expect(second.exists("articles/one/index.html"))
    #expect(!second.exists("articles/two"))
  }

  @Test func anErrorLeavesTheEarlierSiteUntouched() async throws {
    let site = try Self.site()
    try site.write("kept", to: "public/mine.txt")
    let before = try await site.build().files()
    try site.write("no front matter", to: "content/articles/one/ar.md")
    let failed = try await site.build()
    #expect(!failed.report.isPublished)
    #expect(try failed.files() == before)
    #expect(try Self.siblings(of: site) == [".ctsite", "content", "public"])
  }

  @Test func whatAnInterruptedBuildLeftIsCleanedUp() async throws {
    let site = try Self.site()
    try site.write("half", to: ".public.ctsite-new/articles/index.html")
    try site.write("stale", to: ".public.ctsite-new/stale.html")
    let built = try await site.build()
    #expect(built.report.isPublished)
    #expect(!built.exists("stale.html"))
    #expect(try Self.siblings(of: site) == [".ctsite", "content", "public"])
  }

  @Test func aLinkInPlaceOfTheStagingFolderIsNotFollowed() async throws {
    let site = try Self.site()
    let elsewhere = try TemporarySite(files: ["precious.txt": "keep me"])
    try site.link(".public.ctsite-new", to: elsewhere.folder)
    _ = try await site.build()
    #expect(try elsewhere.text(of: "precious.txt") == "keep me")
  }

  @Test func aWithdrawnPageGoesEvenWhenTheWorkingFolderWasDeleted() async throws {
    let site = try Self.site()
    _ = try await site.build()
    try site.remove(".ctsite")
    try site.remove("content/articles/two")
    let second = try await site.build()
    #expect(second.report.keptCount == 0)
    #expect(!second.exists("articles/two"))
  }

  @Test func theListOfFilesThatCannotBeReadIsAFailureOfTheMachine() async throws {
    let site = try Self.site()
    _ = try await site.build()
    try site.write("keep me", to: "precious.txt")
    try site.remove("public/.ctsite-files")
    try site.link("public/.ctsite-files", to: site.absolute("precious.txt"))
    let failure = await #expect(throws: EnvironmentFailure.self) { try await site.build() }
    #expect(
      failure?.message.english
        == "cannot read ‘\(site.absolute("public/.ctsite-files"))’: Too many levels of symbolic links"
    )
    #expect(failure?.fix.english == "put an ordinary file in its place, or remove it")
    #expect(try site.text(of: "precious.txt") == "keep me")
  }

  @Test(arguments: [
    ("public/robots.txt", "robots.txt"), ("public/articles", "articles"),
    ("public/robots.txt/notes.txt", "robots.txt/notes.txt"),
  ])
  func aFileThatCtsiteDidNotMakeIsNotReplaced(path: String, name: String) async throws {
    let site = try Self.site()
    try site.write("mine", to: path)
    let built = try await site.build()
    #expect(
      built.findings == """
        public/\(name): error: ctsite did not make this, and would have to replace it [not-made-by-ctsite]
            fix: move it away if you need it and delete it here, or choose another folder with --output

        """)
    #expect(!built.report.isPublished)
    #expect(try site.text(of: path) == "mine")
    #expect(!built.exists("index.html"))
    #expect(try Self.siblings(of: site) == [".ctsite", "content", "public"])
  }

  @Test func namesThatAreNotUTF8AreCarriedOver() async throws {
    let site = try Self.site()
    try site.makeFolder("public")
    let name =
      Array(site.absolute("public/caf").utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
    close(open(name, O_WRONLY | O_CREAT, 0o666))
    #expect(try await site.build().report.keptCount == 1)
    #expect(access(name, F_OK) == 0)
    try site.write(article("three"), to: "content/articles/three/ar.md")
    #expect(try await site.build().report.keptCount == 1)
    #expect(access(name, F_OK) == 0)
  }

  @Test func aPipeIsCarriedOverAndNotRead() async throws {
    let site = try Self.site()
    try site.makeFolder("public")
    #expect(mkfifo(site.absolute("public/pipe"), 0o666) == 0)
    #expect(try await site.build().report.keptCount == 1)
    #expect(site.exists("public/pipe"))
  }

  @Test func aLinkedOutputFolderIsWrittenWhereItLeads() async throws {
    let site = try Self.site()
    try site.write("mine", to: "elsewhere/www/mine.txt")
    try site.link("public", to: "elsewhere/www")
    for _ in 1...2 {
      let built = try await site.build()
      #expect(built.exists("index.html"))
      #expect(try site.text(of: "elsewhere/www/mine.txt") == "mine")
      #expect(site.exists("elsewhere/www/index.html"))
    }
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: site.absolute("public"))
        == "elsewhere/www")
  }

  @Test func anOutputFolderInFoldersThatDoNotExistIsMade() async throws {
    let site = try Self.site()
    _ = try await site.build(output: site.absolute("build/www/site"))
    #expect(site.exists("build/www/site/index.html"))
  }

  @Test(arguments: [
    ("public", "cannot write ‘%’: Not a directory"),
    ("public/below", "cannot make the folder ‘%’: Not a directory"),
  ])
  func aFileInPlaceOfTheOutputFolderIsAFailureOfTheMachine(path: String, message: String)
    async throws
  {
    let site = try Self.site()
    try site.write("a file", to: "public")
    let failure = await #expect(throws: EnvironmentFailure.self) {
      try await site.build(output: site.absolute(path))
    }
    #expect(
      failure?.message.english == message.replacing("%", with: site.absolute("public")))
    #expect(try site.text(of: "public") == "a file")
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func aFolderWithoutTheRightToWriteIsAFailureOfTheMachine() async throws {
    let site = try Self.site()
    try site.makeFolder("public")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: site.absolute("public"))
    let failure = await #expect(throws: EnvironmentFailure.self) { try await site.build() }
    #expect(
      failure?.message.english == "cannot write ‘\(site.absolute("public"))’: Permission denied")
  }

  private static func siblings(of site: TemporarySite) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: site.folder).sorted()
  }
}
