import Glibc
import SiteContent
import SiteModel
import SiteTestSupport
import Testing

@Suite struct SymbolicLinkTests {
  private func site() throws -> TemporarySite {
    let files = ["\(folder)/ar.md": article("title: أ\ndate: 2025-01-01\npdf: report.pdf")]
    return try TemporarySite(files: usualFiles.merging(files) { $1 })
  }

  @Test func aLinkOutOfTheSiteIsAnError() async throws {
    let site = try site()
    try site.write("x", to: "outside/report.pdf")
    try site.link("\(folder)/report.pdf", to: site.absolute("outside/report.pdf"))
    #expect(
      try await LoadedSite(site).lines == [
        "\(folder)/ar.md:4:6: error: there is no file ‘report.pdf’ in \(folder) [missing-file] "
          + "put the file there, or delete the line",
        "\(folder)/report.pdf: error: the symbolic link leads out of the site's content "
          + "[link-leaves-site] copy the file here in place of the link",
      ])
  }

  @Test func aLanguageFileOutsideIsNotRead() async throws {
    let site = try site()
    try site.write(article("title: secret\ntranslation: {of: ar}"), to: "outside.md")
    try site.link("\(folder)/en.md", to: "../../../../outside.md")
    try site.write("x", to: "\(folder)/report.pdf")
    let loaded = try await LoadedSite(site)
    #expect(loaded.ids == ["\(folder)/en.md link-leaves-site"])
    #expect(loaded.work("iraq-families")?.editions.count == 1)
  }

  @Test func aLinkToAFileInsideIsFollowed() async throws {
    let site = try site()
    try site.write(article("title: ب"), to: "content/pages/other/ar.md")
    try site.write("%PDF", to: "content/pages/other/report.pdf")
    try site.link("\(folder)/report.pdf", to: "../../../pages/other/report.pdf")
    let loaded = try await LoadedSite(site)
    #expect(loaded.lines == [])
    #expect(loaded.content?.attachments[folder]?.map(\.byteCount) == [4])
  }

  @Test func linksToFoldersAndToNothingAreErrors() async throws {
    let site = try site()
    try site.write("x", to: "\(folder)/report.pdf")
    try site.link("content/articles/2025/again", to: "iraq-families")
    try site.link("content/articles/2025/loop", to: "..")
    try site.link("content/articles/2025/lost", to: "nowhere")
    try site.link("content/articles/2025/etc", to: "/etc")
    #expect(
      try await LoadedSite(site).ids == [
        "content/articles/2025/again link-to-folder", "content/articles/2025/etc link-leaves-site",
        "content/articles/2025/loop link-to-folder", "content/articles/2025/lost broken-link",
      ])
  }

  @Test func aPipeIsNotWaitedFor() async throws {
    let site = try site()
    try site.write("x", to: "\(folder)/report.pdf")
    #expect(mkfifo(site.absolute("\(folder)/en.md"), 0o600) == 0)
    #expect(
      try await LoadedSite(site).lines == [
        "\(folder)/en.md: error: this is neither a file nor a folder [not-a-file] "
          + "remove it from the content"
      ])
  }

  @Test func aContentFolderElsewhereIsAnError() async throws {
    let other = try site()
    let site = try TemporarySite()
    try site.link("content", to: other.absolute("content"))
    #expect(try await LoadedSite(site).ids == ["content link-leaves-site"])
  }
}
