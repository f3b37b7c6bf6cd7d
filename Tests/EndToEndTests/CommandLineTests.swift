import Foundation
import SiteTestSupport
import Testing

/// The program's options, exit codes and streams.
struct CommandLineTests {
  private static func site(_ article: String = "نص.") throws -> TemporarySite {
    try TemporarySite(
      """
      -- content/site.yaml --
      title: {ar: مرصد, en: Observatory}
      description: {ar: وصف, en: Description}
      url: https://example.org/
      languages:
        - {code: ar, name: العربية, locale: ar-IQ, path: /}
        - {code: en, name: English, locale: en-GB, path: /en/}
      -- content/articles/a/ar.md --
      ---
      title: عنوان
      date: 2024-05-25
      ---
      \(article)

      """)
  }

  @Test func aBuildSaysWhatItWrote() throws {
    let site = try Self.site()
    let run = try site.build()
    #expect(run.status == 0)
    #expect(run.error == "")
    let count = try site.files(below: "public").count { $0.key != ".ctsite-files" }
    #expect(
      run.output == """
          ar  14 pages, 1 article
          en  11 pages, 0 articles
        \(count) files written to \(site.absolute("public"))

        """)
  }

  @Test func aBuildSaysWhatItHoldsBackAndHowToSeeIt() throws {
    let site = try Self.site()
    func article(_ name: String, _ fields: String) throws {
      try site.write(
        "---\ntitle: Title\n\(fields)\n---\nText.\n", to: "content/articles/\(name)/en.md")
    }
    try article("draft", "date: 2024-01-01\nstatus: draft")
    try article("review", "date: 2024-01-01\nstatus: review")
    try article("later", "date: 2024-06-01")
    try article("past", "date: 2023-01-01\nexpires: 2024-01-01")
    func held(_ arguments: String...) throws -> [Substring] {
      let run = try Ctsite.run(["build", "--clock", "2024-05-30"] + arguments, in: site.folder)
      #expect(run.status == 0)
      #expect(arguments.contains("--verbose") || run.error == "")
      return run.output.split(separator: "\n").drop { !$0.contains(site.absolute("public")) }
        .dropFirst().map { $0 }
    }
    let reasons: [Substring] = [
      "  2 works still in draft or under review (published with ‘--drafts’)",
      "  1 work dated after 2024-05-30, which counts as now (published with ‘--future’, or by "
        + "another day with ‘--clock’)",
      "  1 work expired by 2024-05-30, which counts as now (another day with ‘--clock’)",
    ]
    #expect(try held() == ["not published (‘--verbose’ names them):"] + reasons)
    #expect(try held("--verbose") == ["not published:"] + reasons)
    #expect(try held("--drafts", "--future", "--clock", "2023-06-01") == [])
    #expect(
      try held("--messages", "ar") == [
        "لم يُنشر (للأسماء: --verbose):", "  مسودات أو قيد المراجعة (لنشرها: --drafts): 2",
        "  مؤرخة بعد 2024-05-30، وهو الوقت المعتمد (لنشرها: --future، ولتغيير الوقت: --clock): 1",
        "  انتهت مدتها قبل 2024-05-30، وهو الوقت المعتمد (لتغييره: --clock): 1",
      ])
  }

  @Test func aBuildNamesTheFilesThatItLeavesAlone() throws {
    func summary(_ files: [String], _ language: String) throws -> String {
      let site = try Self.site()
      for file in files { try site.write("x", to: "public/" + file) }
      return try site.build("--messages", language).output
    }
    #expect(try summary(["CNAME"], "en").hasSuffix("/public; 1 other file left alone: CNAME\n"))
    let many = ["d", "b\u{1B}", "CNAME", "c"]
    #expect(
      try summary(many, "en").hasSuffix("; 4 other files left alone: CNAME, b<U+001B>, c, …\n"))
    #expect(
      try summary(many, "ar").hasSuffix(
        "؛ وملفات أخرى تُركت كما هي (4): CNAME، b<U+001B>، c، …\n"))
  }

  @Test func aBuildThatChangesLittleDoesNotLookForOtherFiles() throws {
    let site = try Self.site()
    try site.build()
    try site.write("x", to: "public/CNAME")
    try site.write("Another text.\n", to: "templates/assets/other.txt")
    let output = try site.build().output
    #expect(output.contains("\n1 of "))
    #expect(output.hasSuffix(" written to \(site.absolute("public")), the rest unchanged\n"))
    #expect(try site.text(of: "public/CNAME") == "x")
  }

  @Test func theTermsOfWordsCanBeLookedAt() throws {
    let run = try Ctsite.run(["search", "--terms", "والعراق، بـOSINT 😀 Σοφός’"])
    #expect(run.output == "والعراق\tعراق\nبـOSINT\tب osint\nΣοφός’\tσοφοσ\n")
    #expect(run.error == "")
    #expect(run.status == 0)
  }

  @Test func aSearchWithoutResultsSaysSo() throws {
    let site = try Self.site()
    try site.build()
    func search(_ arguments: String...) throws -> Ctsite {
      try Ctsite.run(["search", "--site", site.folder, "--messages", "en"] + arguments)
    }
    let none = try search("zzzz")
    #expect((none.status, none.output, none.error) == (0, "", "nothing was found\n"))
    let unknown = try search("zzzz", "--lang", "an")
    #expect(unknown.status == 0)
    #expect(unknown.error == "--lang an: no work has it; known here: ar\nnothing was found\n")
  }

  @Test func aSecondBuildWaitsForTheFirst() throws {
    let site = try Self.site()
    try site.build()
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: site.absolute(".ctsite"))
        .first { $0.hasPrefix("output-") })
    let lock = open(site.absolute(".ctsite/" + name), O_RDWR | O_CLOEXEC)
    #expect(flock(lock, LOCK_EX) == 0)
    let process = Process()
    process.executableURL = Ctsite.program
    process.arguments = ["build", "--site", site.folder, "--messages", "en", "--quiet"]
    let error = Pipe()
    process.standardError = error
    try process.run()
    let message = String(decoding: error.fileHandleForReading.availableData, as: UTF8.self)
    #expect(message == "ctsite: waiting for another build of the same output folder to end\n")
    close(lock)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func aKilledBuildLeavesOneWholeSiteAndItsList() throws {
    let site = try Self.site()
    try site.build()
    for delay in stride(from: 0.01, to: 0.3, by: 0.03) {
      let process = Process()
      process.executableURL = Ctsite.program
      process.arguments = ["build", "--site", site.folder, "--quiet"]
      try process.run()
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let files = try site.files(below: "public").keys.filter { $0 != ".ctsite-files" }
      let list = try site.text(of: "public/.ctsite-files").split(separator: "\0").map(String.init)
      #expect(Set(files) == Set(list))
    }
    #expect(try site.build().status == 0)
    #expect(!site.exists(".public.ctsite-new"))
  }

  @Test func buildsAtOnceAllSucceed() async throws {
    let site = try Self.site()
    try await withThrowingTaskGroup(of: Ctsite.self) { group in
      for _ in 1...4 { group.addTask { try site.build() } }
      for try await run in group { #expect(run.status == 0, "\(run.error)") }
    }
    #expect(site.exists("public/articles/a/index.html"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.folder).sorted()
        == [".ctsite", "content", "public"])
  }

  @Test func quietPrintsNothingWhenAllIsWell() throws {
    let run = try Self.site().build("--quiet")
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.error == "")
  }

  @Test func aSecondBuildSaysThatNothingChanged() throws {
    let site = try Self.site()
    let first = try site.build()
    Thread.sleep(forTimeInterval: 0.1)
    #expect(try site.build("--jobs", "1").error == "")
    let lines = try site.build().output.split(separator: "\n")
    let count = try site.files(below: "public").count { $0.key != ".ctsite-files" }
    #expect(lines.dropLast() == first.output.split(separator: "\n").dropLast())
    #expect(
      lines.last
        == "nothing changed since the last build: \(count) files in \(site.absolute("public"))")
    let arabic = try site.build("--messages", "ar").output.split(separator: "\n").last
    #expect(
      arabic
        == "لم يتغير شيء منذ البناء السابق. عدد الملفات: \(count)، في \(site.absolute("public"))")
  }

  @Test func explainNamesWhatChanged() throws {
    let site = try Self.site()
    func verdict(_ path: String) throws -> [Substring] {
      let run = try site.build("--explain", path)
      #expect(run.status == 0)
      return run.output.split(separator: "\n").drop { !$0.contains(site.absolute("public")) }
        .dropFirst().map { $0 }
    }
    #expect(
      try verdict("/articles/a/") == [
        "‘articles/a/index.html’ was made anew, since these changed:",
        "  it is new, or is not as the last build left it, which may have been one into another "
          + "folder",
      ])
    #expect(
      try verdict("/articles/a/") == [
        "‘articles/a/index.html’ stays as it was: nothing that it shows changed"
      ])
    try site.write(
      String(contentsOfFile: site.absolute("content/articles/a/ar.md"), encoding: .utf8)
        + "\nجملة أخرى.\n", to: "content/articles/a/ar.md")
    #expect(
      try verdict("public/articles/a/index.html") == [
        "‘articles/a/index.html’ was made anew, since these changed:",
        "  the text of content/articles/a/ar.md",
      ])
    #expect(
      try verdict("/robots.txt") == [
        "‘robots.txt’ is made in every build, and written where it differs"
      ])
    for name in ["https://Example.org/articles/a/", "content/articles/a/ar.md"] {
      #expect(
        try verdict(name) == [
          "‘articles/a/index.html’ stays as it was: nothing that it shows changed"
        ])
    }
    #expect(
      try verdict("/none/") == [
        "‘none/index.html’ is not a file of the site: name the address of a page, its file in the "
          + "output folder or a published text, such as content/articles/iraq-families/en.md"
      ])
  }

  @Test func timingsAreATableOfTheStages() throws {
    let output = try Self.site().build("--timings").output
    let table = output.split(separator: "\n").drop { !$0.hasPrefix("  stage") }
    #expect(table.first?.split(separator: " ") == ["stage", "wall", "s", "CPU", "s", "items"])
    #expect(
      table.dropFirst().map { $0.split(separator: " ")[0] } == [
        "changes", "load", "templates", "assets", "markdown", "assemble", "check", "pages", "index",
        "feeds", "publish", "cache", "total",
      ])
  }

  @Test func verbosePrintsNotes() throws {
    let site = try Self.site()
    try site.write(
      "---\ntitle: Draft\ndate: 2024-05-25\nstatus: draft\n---\nText.\n",
      to: "content/articles/b/en.md")
    #expect(try site.build().error == "")
    let run = try site.build("--verbose")
    #expect(
      run.error
        == "content/articles/b/en.md: note: not published: its status is ‘draft’ [not-published]\n")
  }

  @Test func withoutArgumentsTheHelpIsShown() throws {
    let run = try Ctsite.run([])
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: ctsite <subcommand>"))
    #expect(run.output.contains("build"))
    #expect(run.error == "")
  }

  @Test(arguments: [["--help"], ["build", "--help"], ["help", "build"], ["--version"]])
  func helpIsNoError(arguments: [String]) throws {
    let run = try Ctsite.run(arguments)
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    #expect(run.error == "")
  }

  @Test func theHelpOfBuildNamesEveryOptionAndTheExitCodes() throws {
    let help = try Ctsite.run(["build", "--help"]).output
    for option in [
      "--site", "--output", "--drafts", "--future", "--base-url", "--clock", "--jobs", "--format",
      "--messages", "--quiet", "--verbose", "--timings", "--explain",
    ] { #expect(help.contains(option)) }
    #expect(help.contains("Exit codes: 0 the site was built; 1 errors in content or templates;"))
  }

  @Test(arguments: [
    (["--jobs", "0"], "‘--jobs 0’: give a number from 1 to 256."),
    (["--jobs", "many"], "The value 'many' is invalid for '--jobs <n>'"),
    (["--clock", "2024-13-01"], "‘--clock 2024-13-01’: give a date such as 2025-05-25"),
    (["--clock", ""], "‘--clock ’: give a date such as 2025-05-25"),
    (["--base-url", "example.org"], "‘--base-url example.org’: give an address such as https://"),
    (["--base-url", "https://example.org/?q"], "‘--base-url https://example.org/?q’: give an"),
    (["--base-url", "http://"], "‘--base-url http://’: give an address such as https://"),
    (["--base-url", "https:///x"], "‘--base-url https:///x’: give an address"),
    (["--base-url", "https://a b.org/"], "‘--base-url https://a b.org/’: give an address"),
    (["--base-url", "https://u:p@x.org/"], "‘--base-url https://u:p@x.org/’: give an address"),
    (["--base-url", "https://x.org/\n/*"], "‘--base-url https://x.org/"),
    (["--site", "/nowhere"], "‘--site /nowhere’: there is no such folder."),
    (["--quiet", "--verbose"], "‘--quiet’ and ‘--verbose’ exclude each other."),
    (["--draft"], "Unknown option '--draft'. Did you mean '--drafts'?"),
    (["--format", "xml"], "The value 'xml' is invalid for '--format <format>'"),
    (["--output"], "Missing value for '--output <folder>'"),
    (["extra"], "Unexpected argument 'extra'"),
  ])
  func wrongUsageIsExplained(arguments: [String], message: String) throws {
    let site = try Self.site()
    let run = try Ctsite.run(["build"] + arguments, in: site.folder)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.error.contains("Error: \(message)"), "\(run.error)")
    #expect(run.error.contains("ctsite build"), "\(run.error)")
    #expect(!site.exists("public"))
  }

  @Test(arguments: [
    ("biuld", "‘biuld’ is no command: did you mean ‘build’?"),
    ("publish", "‘publish’ is no command: the commands are ‘build’, ‘search’, ‘clean’"),
  ])
  func anUnknownCommandIsWrongUsage(command: String, message: String) throws {
    let run = try Ctsite.run([command, "--site", "."])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(
      run.error == """
        Error: \(message)
        Usage: ctsite <subcommand>
          See 'ctsite --help' for more information.

        """)
  }

  @Test func findingsInJSON() throws {
    let run = try Self.site("[a](#x)").build("--format", "json")
    #expect(run.status == 1)
    #expect(run.output == "")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.error.utf8)) as? [[String: Any]])
    #expect(report.map { $0["id"] as? String } == ["unknown-anchor"])
  }

  @Test func findingsInSARIF() throws {
    let run = try Self.site("[a](#x)").build("--format", "sarif")
    #expect(run.status == 1)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.error.utf8)) as? [String: Any])
    #expect(report["version"] as? String == "2.1.0")
    let results = (report["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]]
    #expect(results?.map { $0["ruleId"] as? String } == ["unknown-anchor"])
  }

  @Test func findingsForGitHub() throws {
    let run = try Self.site("[a](#x)").build("--format", "github")
    #expect(run.status == 1)
    #expect(
      run.error.hasPrefix("::error file=content/articles/a/ar.md,line=5,col=5,"), "\(run.error)")
  }

  @Test(arguments: [
    (["--messages", "ar"], [:]), ([], ["LANG": "ar_IQ.UTF-8"]),
    ([], ["LC_ALL": "ar_EG.UTF-8", "LANG": "en_GB.UTF-8"]),
  ])
  func messagesInArabic(arguments: [String], environment: [String: String]) throws {
    let site = try Self.site("[a](#x)")
    let run = try Ctsite.run(["build"] + arguments, in: site.folder, environment: environment)
    #expect(run.status == 1)
    #expect(
      run.error == """
        content/articles/a/ar.md:5:5: خطأ: لا يوجد عنوان بالمرساة «#x» [unknown-anchor]
            [a](#x)
            الإصلاح: لا عناوين في ذلك النص: اربط به دون #

        """)
    #expect(run.output == "لم يُنشر شيء. عدد الأخطاء: 1\n")
  }

  @Test func theOptionWinsOverTheEnvironment() throws {
    let run = try Self.site("[a](#x)").build(
      "--messages", "en", environment: ["LANG": "ar_IQ.UTF-8"])
    #expect(run.error.contains(": error: no heading"))
  }

  @Test func aFailureOfTheMachineSpeaksArabicToo() throws {
    let site = try Self.site()
    try site.write("", to: "public")
    let run = try site.build("--messages", "ar")
    #expect(run.status == 3)
    #expect(run.error.hasPrefix("ctsite: خطأ: تعذّر كتابة الملف «\(site.absolute("public"))»"))
  }

  @Test(arguments: [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color"]])
  func aPipeGetsNoColours(environment: [String: String]) throws {
    let site = try Self.site("[a](#x)")
    let run = try Ctsite.run(["build"], in: site.folder, environment: environment)
    #expect(run.status == 1)
    #expect(!run.error.contains("\u{1B}"))
  }

  @Test func optionsReachTheBuild() throws {
    let site = try Self.site()
    let other = try TemporarySite()
    try site.write(
      "---\ntitle: Draft\ndate: 2030-05-25\nstatus: draft\n---\nText.\n",
      to: "content/articles/b/en.md")
    let run = try Ctsite.run(
      [
        "build", "--site", site.folder, "--output", "out", "--drafts", "--future", "--jobs", "3",
        "--clock", "2024-06-01", "--base-url", "https://example.com/portal",
      ], in: other.folder)
    #expect(run.status == 0)
    #expect(other.exists("out/en/articles/b/index.html"))
    #expect(try other.text(of: "out/sitemap.xml").contains("<loc>https://example.com/portal/"))
    #expect(!site.exists("public"))
  }

  @Test func theDemoSiteOfTheRepositoryBuildsWithoutFindings() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let output = try TemporarySite()
    let run = try Ctsite.run(["build", "--site", root, "--output", output.absolute("public")])
    #expect(run.status == 0, "\(run.error)")
    #expect(!run.error.contains(": error: "), "\(run.error)")
    #expect(output.exists("public/en/index.html"))
  }
}
