import SiteContent
import SiteDiagnostics
import SiteModel
import SiteTestSupport
import Testing

@Suite struct ContentFolderTests {
  @Test func aFolderWithoutContentSaysWhereToRun() async throws {
    let site = try await LoadedSite(TemporarySite())
    #expect(site.content == nil)
    #expect(
      site.lines == [
        "content: error: there is no folder ‘content’ here [missing-content] "
          + "run ctsite in the folder of the site, or name it with --site"
      ])
  }

  @Test func anEmptyContentFolderSaysWhatToBeginWith() async throws {
    let folder = try TemporarySite()
    try folder.makeFolder("content")
    let site = try await LoadedSite(folder)
    #expect(
      site.lines == [
        "content: error: the folder ‘content’ is empty [empty-content] "
          + "begin with content/site.yaml, which names the site, its address and its languages"
      ])
  }

  @Test func aMissingSiteFileIsAnError() async throws {
    let site = try await LoadedSite(TemporarySite(files: ["content/topics.yaml": ""]))
    #expect(
      site.lines == [
        "content/site.yaml: error: there is no file ‘site.yaml’ [missing-site-file] "
          + "write content/site.yaml with title, description, url, timezone and languages"
      ])
  }

  @Test func aSiteWithoutWorksIsAWarning() async throws {
    let files = ["content/site.yaml": usualFiles["content/site.yaml"]!]
    let site = try await LoadedSite(TemporarySite(files: files))
    #expect(site.content?.works.isEmpty == true)
    #expect(
      site.lines == [
        "content: warning: the site has no articles and no pages [no-works] "
          + "write the first one, such as content/articles/first-study/ar.md"
      ])
  }

  @Test func unknownEntriesGetTheNearestName() async throws {
    let site = try await LoadedSite([
      "content/topic.yaml": "", "content/artikles/a/ar.md": "", "content/notes.txt": "",
      "content/.DS_Store": "", "content/_drafts.yaml": "",
    ])
    #expect(
      site.lines == [
        "content/artikles: warning: ‘artikles’ means nothing in ‘content’ and is not read "
          + "[unknown-content] did you mean ‘articles’?",
        "content/notes.txt: warning: ‘notes.txt’ means nothing in ‘content’ and is not read "
          + "[unknown-content] known are site.yaml, authors.yaml, topics.yaml, regions.yaml, "
          + "series.yaml, tags.yaml, glossary.yaml",
        "content/topic.yaml: warning: ‘topic.yaml’ means nothing in ‘content’ and is not read "
          + "[unknown-content] did you mean ‘topics.yaml’?",
      ])
  }

  @Test func aFileOutsideAWorkIsToldWhereItBelongs() async throws {
    let site = try await LoadedSite(["content/articles/My Draft.md": "---\ntitle: x\n---\n"])
    #expect(
      site.lines == [
        "content/articles/My Draft.md: error: a file cannot lie here, since every work is a "
          + "folder [file-outside-work] move it to content/articles/my-draft/ar.md or "
          + "content/articles/my-draft/en.md, by its language"
      ])
  }

  @Test func aFolderWithoutALanguageFileIsAnError() async throws {
    let site = try await LoadedSite(["\(folder)/report.pdf": "x", "\(folder)/.hidden": ""])
    #expect(
      site.lines == [
        "\(folder): error: there are files in this folder, but no text in any language "
          + "[no-language-file] add ar.md or en.md"
      ])
  }

  @Test func anEmptyFolderIsNothing() async throws {
    let folder = try TemporarySite(files: usualFiles)
    try folder.makeFolder("content/articles/2025/empty")
    #expect(try await LoadedSite(folder).lines == [])
  }

  @Test func aTextBesideWorksIsTheOnlyError() async throws {
    let site = try await LoadedSite([
      "\(folder)/ar.md": article("title: أ\ndate: 2025-01-01"),
      "content/articles/2025/loose.md": "نص",
    ])
    #expect(
      site.lines == [
        "content/articles/2025/loose.md: error: a file cannot lie here, since every work is a "
          + "folder [file-outside-work] move it to content/articles/2025/loose/ar.md or "
          + "content/articles/2025/loose/en.md, by its language"
      ])
  }

  /// The works in the folder are not blamed for a text above them.
  @Test func aTextInTheFolderOfAYearIsTheOnlyError() async throws {
    let text = article("title: أ\ndate: 2025-01-01")
    let site = try await LoadedSite([
      "content/articles/2025/en.md": text, "\(folder)/ar.md": text,
    ])
    #expect(
      site.lines == [
        "content/articles/2025/en.md: error: a file cannot lie here, since every work is a folder "
          + "[file-outside-work] move it to content/articles/2025/NAME/en.md"
      ])
    #expect(site.work("iraq-families") != nil)
  }

  @Test func aTextBesideSeveralWorksIsTheOnlyError() async throws {
    let text = article("title: أ\ndate: 2025-01-01")
    let site = try await LoadedSite([
      "content/articles/studies/ar.md": text, "content/articles/studies/a/ar.md": text,
      "content/articles/studies/b/ar.md": text, "content/articles/ar.md": text,
    ])
    #expect(
      site.lines == [
        "content/articles/ar.md: error: a file cannot lie here, since every work is a folder "
          + "[file-outside-work] move it to content/articles/NAME/ar.md",
        "content/articles/studies/ar.md: error: a file cannot lie here, since every work is a "
          + "folder [file-outside-work] move it to content/articles/studies/NAME/ar.md",
      ])
  }

  @Test func filesBesideWorksWarn() async throws {
    let site = try await LoadedSite([
      "\(folder)/ar.md": article("title: أ\ndate: 2025-01-01"),
      "content/articles/2025/cover.jpg": "", "content/articles/2025/map.png": "",
    ])
    #expect(
      site.lines == [
        "content/articles/2025/cover.jpg: warning: belongs to no work and is not published, "
          + "like 1 more beside it [stray-file] move it into the folder of the work that uses it"
      ])
  }

  @Test(arguments: [
    (
      "arabic.md",
      "error: ‘arabic.md’ is not read, since the file of this language is ‘ar.md’ "
        + "[misnamed-language-file] rename it to ar.md"
    ),
    (
      "AR.md",
      "error: ‘AR.md’ is not read, since the file of this language is ‘ar.md’ "
        + "[misnamed-language-file] rename it to ar.md"
    ),
    (
      "ar.markdown",
      "error: ‘ar.markdown’ is not read, since the file of this language is ‘ar.md’ "
        + "[misnamed-language-file] rename it to ar.md"
    ),
    (
      "ar.md.txt",
      "error: ‘ar.md.txt’ is not read, since the file of this language is ‘ar.md’ "
        + "[misnamed-language-file] rename it to ar.md"
    ),
    (
      "ar-IQ.md",
      "error: ‘ar-IQ.md’ is not read, since the file of this language is ‘ar.md’ "
        + "[misnamed-language-file] rename it to ar.md"
    ),
    (
      "عربية.md",
      "error: ‘عربية.md’ is not read, since the file of this language is ‘ar.md’ "
        + "[misnamed-language-file] rename it to ar.md"
    ),
    (
      "index.md",
      "error: ‘index.md’ is not named after a language of the site "
        + "[unknown-language-file] name it ar.md or en.md, or begin its name with ‘_’ to have it "
        + "ignored"
    ),
    (
      "fr.md",
      "error: ‘fr.md’ is not named after a language of the site "
        + "[unknown-language-file] name it ar.md or en.md, or begin its name with ‘_’ to have it "
        + "ignored"
    ),
  ])
  func aMisnamedLanguageFileIsToldItsName(name: String, finding: String) async throws {
    let site = try await LoadedSite([
      "\(folder)/\(name)": article("title: أ\ndate: 2025-01-01")
    ])
    #expect(site.lines == ["\(folder)/\(name): \(finding)"])
  }

  @Test(arguments: ["ar.markdown", "AR.md", "ar.MD", "ar.md.txt"])
  func twoFilesForOneLanguageAreAnError(name: String) async throws {
    let text = article("title: أ\ndate: 2025-01-01")
    let site = try await LoadedSite(["\(folder)/ar.md": text, "\(folder)/\(name)": text])
    #expect(
      site.lines == [
        "\(folder)/\(name): error: ‘\(name)’ and ‘ar.md’ are two files for one language "
          + "[two-files-for-one-language] keep what belongs into ar.md, and delete the other file"
      ])
    #expect(site.work("iraq-families") != nil)
  }

  @Test func aWorkInsideAWorkIsAnError() async throws {
    let text = article("title: أ\ndate: 2025-01-01")
    let site = try await LoadedSite([
      "\(folder)/ar.md": text, "\(folder)/part/en.md": text, "\(folder)/data/table.csv": "a,b",
    ])
    #expect(
      site.lines == [
        "\(folder)/part/en.md: error: a text lies inside the folder of another work, ‘\(folder)’ "
          + "[nested-work] move its folder out, beside the other work"
      ])
    #expect(site.content?.attachments[folder]?.map(\.name) == ["data/table.csv"])
  }

  @Test func whatMayCarryScriptIsNotPublished() async throws {
    let site = try await LoadedSite([
      "\(folder)/ar.md": article("title: أ\ndate: 2025-01-01"), "\(folder)/map.SVG": "<svg/>",
      "\(folder)/page.html": "", "\(folder)/noextension": "", "\(folder)/draft.docx~": "",
      "\(folder)/_notes.html": "", "\(folder)/.ar.md.swp": "",
    ])
    #expect(
      site.ids == [
        "\(folder)/map.SVG svg-refused", "\(folder)/noextension asset-type-refused",
        "\(folder)/page.html asset-type-refused",
      ])
    #expect(
      site.lines[0].hasSuffix(
        "error: SVG files are not published, since they can carry script [svg-refused] "
          + "export the picture as PNG or WebP"))
  }

  @Test func theOrderInWhichFilesWereMadePlaysNoPart() async throws {
    let text = article("title: أ\ndate: 2025-01-01")
    let names = ["b", "a", "z", "a-b", "c/d", "a/x"]
    let folder = try TemporarySite(files: usualFiles)
    for name in names.reversed() { try folder.write(text, to: "content/articles/\(name)/w/ar.md") }
    let works = try await LoadedSite(folder).content!.works.map(\.folder)
    #expect(works == works.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(works.count == names.count + 1)
  }
}
