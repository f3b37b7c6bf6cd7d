import Foundation
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import SiteTestSupport
import Testing

@testable import SiteBuild

/// Which copies of pictures are made and kept, with a stand-in for libvips.
struct PictureStoreTests {
  private static let widths = [480, 720, 1080, 1280]

  private static func store(
    in site: TemporarySite, tools: String = Fixtures.tools, seconds: Int = 60
  ) throws -> PictureStore {
    var limits = PictureTool.usualLimits
    limits.seconds = seconds
    let tool = try #require(PictureTool(searchPath: tools, limits: limits))
    return try PictureStore(ofSite: RawPath(site.folder), tool: tool)
  }

  private static func outcome(
    _ content: String, of store: PictureStore
  ) throws -> PictureStore.Outcome? {
    let picture = PictureTests.png(1600, 900, content)
    return try store.copies(of: picture, Digest(of: picture), widths: widths)
  }

  /// A picture has about 12,000 bytes, and a copy no more than a few unless the picture asks for it.
  @Test(arguments: [
    ("", widths),
    // One that is larger than the picture is left out, but for the widest where it is little.
    ("<480:13000>", [720, 1080, 1280]), ("<1280:12500>", widths),
    ("<1280:14000>", [480, 720, 1080]), ("<1080:12500>", [480, 720, 1280]),
    // Where the wide ones are, all are.
    ("<1080:13000><1280:14000>", []), ("<720:13000><1080:13000><1280:14000>", []),
    // A copy that is turned another way than browsers turn the picture is of no use.
    ("TURNED", []),
  ])
  func copiesAreKeptThatAreMuchSmaller(content: String, expected: [Int]) throws {
    let site = try TemporarySite()
    guard case .copies(let copies) = try Self.outcome(content, of: Self.store(in: site)) else {
      Issue.record("no copies")
      return
    }
    #expect(copies.map(\.width) == expected)
    for copy in copies {
      let file = try #require(try site.files(below: ".ctsite/pictures")[copy.file.name])
      #expect(ImageSize(header: file)?.width == copy.width)
      #expect(file.count == copy.file.byteCount)
    }
  }

  @Test func whatWasMadeIsKnownBeforeABuildEnds() throws {
    let site = try TemporarySite()
    let store = try Self.store(in: site)
    _ = try Self.outcome("", of: store)
    _ = try Self.outcome("DAMAGED", of: store)
    let calls = try PictureTests.calls(in: site)
    // Of another build, while the first one goes on.
    let other = try Self.store(in: site)
    guard case .copies(let copies) = try Self.outcome("", of: other),
      case .damaged = try Self.outcome("DAMAGED", of: other)
    else {
      Issue.record("other outcomes")
      return
    }
    #expect(copies.map(\.width) == Self.widths)
    #expect(try PictureTests.calls(in: site) == calls)
  }

  @Test func aPictureThatTakesTooLongIsNotTriedAgain() throws {
    let site = try TemporarySite()
    for _ in 0..<2 {
      guard case .stopped = try Self.outcome("SLOW", of: Self.store(in: site, seconds: 1)) else {
        Issue.record("not stopped")
        return
      }
    }
    // The second is the picture that tells whether the tool is to blame.
    #expect(try PictureTests.calls(in: site) == ["480", "1"])
    // Under other limits it is.
    _ = try Self.outcome("SLOW", of: Self.store(in: site, seconds: 2))
    #expect(try PictureTests.calls(in: site).count == 4)
  }

  @Test func aToolThatHangsIsUsedNoMore() throws {
    let site = try TemporarySite()
    let store = try Self.store(
      in: site, tools: Fixtures.folder + "/Fixtures/hanging-tools", seconds: 1)
    for content in ["a", "b", "c"] { #expect(try Self.outcome(content, of: store) == nil) }
    #expect(try PictureTests.calls(in: site) == ["480", "1"])
    #expect(try site.files(below: ".ctsite/pictures").keys.allSatisfy { !$0.hasSuffix(".made") })
  }

  @Test func anotherToolMakesOtherCopies() throws {
    let site = try TemporarySite()
    _ = try Self.outcome("", of: Self.store(in: site))
    try site.write(
      String(contentsOfFile: Fixtures.tools + "/vips", encoding: .utf8) + "# Newer.\n",
      to: "tools/vips")
    chmod(site.absolute("tools/vips"), 0o755)
    _ = try Self.outcome("", of: Self.store(in: site, tools: site.absolute("tools")))
    #expect(try PictureTests.calls(in: site).count == 2 * Self.widths.count)
  }

  @Test func picturesInTextsAreAsWideAsTheColumnOfTheDefaultTheme() throws {
    let theme = URL(filePath: Fixtures.folder).appending(path: "../../templates").standardized
    let cover = try String(
      contentsOf: theme.appending(path: "partials/cover.html"), encoding: .utf8)
    #expect(cover.contains("sizes: \"\(PictureWidths.sizesInText)\""))
  }
}

/// Which pictures get copies at all.
struct PictureMentionTests {
  private static func build(_ text: String, pictures: [String]) async throws -> Built {
    let site = try TemporarySite(text)
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    for (number, path) in pictures.enumerated() {
      try site.write(
        PictureTests.png(480, 300 + number), to: "content/articles/" + path)
    }
    return try await PictureTests.build(site)
  }

  private static func copies(in built: Built) throws -> [String] {
    try built.files().keys.filter { $0.hasSuffix(".webp") }
      .map { $0.replacing(/-480\.[0-9a-f]{12}\.webp/, with: "") }.sorted()
  }

  @Test func picturesThatNoPageShowsAreNotCopied() async throws {
    let built = try await Self.build(
      article(
        "a", "ar", "image: {src: cover.png, alt: غلاف}", text: "![x](map.png) [y](linked.png)")
        + article("b", text: "![x](../a/b.png) ![x](بغداد.png)"),
      pictures: [
        "a/cover.png", "a/map.png", "a/linked.png", "a/b.png", "a/IMG_1.png", "b/بغداد.png",
        "b/raw.png",
      ])
    #expect(
      built.report.diagnostics.map { "\($0.id) \($0.location)" } == [
        "unused-file content/articles/a/IMG_1.png", "unused-file content/articles/b/raw.png",
      ])
    #expect(
      try Self.copies(in: built) == ["media/b", "media/cover", "media/map", "media/بغداد"])
    // Those of ‘a’ that its own texts do not name are copied since another work names its folder.
    #expect(try PictureTests.calls(in: built.site).count == 6)
  }

  @Test func namesWithBackslashesAreNames() async throws {
    let built = try await Self.build(
      article("a", text: #"![x](my\_map.png)"#), pictures: ["a/my_map.png"])
    #expect(try Self.copies(in: built) == ["media/my_map"])
  }

  /// Whoever took a draft's picture away because no published text shows it would break the draft.
  @Test func aPictureThatADraftShowsIsNotUnused() async throws {
    let built = try await Self.build(
      article("a")
        + article(
          "b", "ar", "status: draft",
          text: "![x](../a/map.png) ![y](<../a/old map.png>) ![z](../a/my%20map.png)"),
      pictures: ["a/map.png", "a/my map.png", "a/raw.png"])
    #expect(
      built.report.diagnostics.map { "\($0.id) \($0.location)" } == [
        "unused-file content/articles/a/raw.png", "not-published content/articles/b/ar.md",
      ])
  }

  @Test func aDamagedPictureThatNobodyNamesIsNobodysMatter() async throws {
    let site = try TemporarySite(article("a", text: "![x](map.png)"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.write(PictureTests.png(480, 300), to: "content/articles/a/map.png")
    try site.write(PictureTests.png(480, 301, "DAMAGED"), to: "content/articles/a/raw.png")
    let built = try await PictureTests.build(site)
    #expect(
      built.report.diagnostics.map { "\($0.id) \($0.location)" } == [
        "unused-file content/articles/a/raw.png"
      ])
    #expect(try PictureTests.calls(in: site) == ["480"])
  }
}
