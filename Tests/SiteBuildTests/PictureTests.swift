import Foundation
import SiteContent
import SiteDiagnostics
import SiteTestSupport
import Testing

@testable import SiteBuild

/// The smaller copies of pictures, made by a stand-in for libvips.
struct PictureTests {
  static let place = "content/articles/a/map.png"

  /// A site with one picture in a text.
  static func site(_ picture: [UInt8] = png(1600, 900)) throws -> TemporarySite {
    let site = try TemporarySite(article("a", text: "![خريطة](map.png)"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.write(picture, to: place)
    return site
  }

  /// The header of a PNG with bytes behind it, as many as make copies worth while.
  static func png(
    _ width: Int, _ height: Int, _ content: String = "", count: Int = 12_000
  ) -> [UInt8] {
    let sizes = [width, height].flatMap { [$0 >> 24, $0 >> 16, $0 >> 8, $0] }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + sizes.map { UInt8($0 & 0xFF) } + [8, 2, 0, 0, 0, 0, 0, 0, 0] + Array(content.utf8)
      + [UInt8](repeating: 0, count: count)
  }

  static func calls(in site: TemporarySite) throws -> [String] {
    guard site.exists(".ctsite/pictures/calls") else { return [] }
    return try site.text(of: ".ctsite/pictures/calls").split(separator: "\n").map(String.init)
  }

  static func build(
    _ site: TemporarySite, with tools: String = Fixtures.tools, jobs: Int = 2
  ) async throws -> Built {
    try await site.build(jobs: jobs) { $0.toolPath = tools }
  }

  static func picture(in built: Built) throws -> String {
    let html = try built.text("articles/a/index.html")
    let match = try #require(html.firstMatch(of: /<figure>(.*)<\/figure>/))
    return String(match.output.1).replacing(/[0-9a-f]{12}/, with: "#")
  }

  @Test func aPageOffersCopiesOfSeveralWidths() async throws {
    let built = try await Self.build(try Self.site())
    #expect(
      try Self.picture(in: built) == """
        <picture><source type="image/webp" srcset="/media/map-480.#.webp 480w, \
        /media/map-720.#.webp 720w, /media/map-1080.#.webp 1080w, /media/map-1280.#.webp 1280w" \
        sizes="(min-width: 41em) 38rem, 92vw" /><img src="/media/map.#.png" alt="خريطة" \
        width="1600" height="900" decoding="async" /></picture>
        """)
    let html = try built.text("articles/a/index.html")
    for address in html.matches(of: /\/(media\/[^ "]+)/) {
      #expect(built.exists(String(address.output.1)))
    }
    #expect(try built.files().keys.count { $0.hasPrefix("media/") } == 5)
    #expect(built.report.diagnostics.isEmpty, "\(built.findings)")
    #expect(try !built.text("feed.xml").contains("webp"))
    #expect(try Self.calls(in: built.site) == ["480", "720", "1080", "1280"])
  }

  @Test(arguments: [
    (600, 400, ["480", "600"]), (500, 900, ["500"]), (480, 270, ["480"]), (300, 300, ["300"]),
    (1280, 300, ["480", "720", "1080", "1280"]), (1100, 300, ["480", "720", "1100"]),
    // What WebP cannot hold.
    (600, 40_000, []),
  ])
  func noCopyIsWiderThanThePicture(width: Int, height: Int, expected: [String]) async throws {
    let built = try await Self.build(try Self.site(Self.png(width, height)))
    #expect(try Self.calls(in: built.site) == expected)
  }

  @Test func aSecondBuildStartsNoProgram() async throws {
    let site = try Self.site()
    let first = try await Self.build(site).files()
    try site.remove(".ctsite/pictures/calls")
    try site.write(Self.png(1600, 900), to: Self.place)
    #expect(try await Self.build(site).files() == first)
    for lost in [".ctsite/cache", ".ctsite/state", "public"] {
      try site.remove(lost)
      #expect(try await Self.build(site).files() == first)
    }
    #expect(try Self.calls(in: site) == [])
  }

  @Test func aPictureThatIsSavedDuringABuildEndsIt() async throws {
    let site = try Self.site()
    let failure = await #expect(throws: EnvironmentFailure.self) {
      try await Self.build(site, with: Fixtures.folder + "/Fixtures/meddling-tools")
    }
    #expect(
      failure?.message.english == "‘\(Self.place)’ changed while the site was being built")
    let saved = try site.files(below: "content/articles/a")["map.png"]
    let built = try await Self.build(site)
    #expect(
      try built.files().filter { $0.key.hasSuffix(".png") }.map { $0.value } == [saved])
  }

  @Test func copiesThatWereLostOrDamagedAreMadeAgain() async throws {
    let site = try Self.site()
    let first = try await Self.build(site).files()
    let copies = try site.files(below: ".ctsite/pictures").keys.filter { $0.hasSuffix(".webp") }
    for (index, copy) in copies.sorted().enumerated() {
      let path = ".ctsite/pictures/\(copy)"
      if index == 0 { try site.remove(path) } else { try site.write("no picture", to: path) }
      try site.remove("public")
      #expect(try await Self.build(site).files() == first)
    }
    let records = try site.files(below: ".ctsite/pictures").keys.filter { $0.hasSuffix(".made") }
    #expect(records.count == 1)
    for bytes in ["no record", ""] {
      try site.write(bytes, to: ".ctsite/pictures/" + records[0])
      try site.remove("public")
      #expect(try await Self.build(site).files() == first)
    }
  }

  @Test func whetherTheToolIsThereIsPartOfWhatPagesDependOn() async throws {
    let site = try Self.site()
    let with = try await Self.build(site).files()
    let without = try await Self.build(site, with: "/nowhere")
    #expect(try await Self.build(try Self.site(), with: "").files() == without.files())
    #expect(
      try Self.picture(in: without) == """
        <img src="/media/map.#.png" alt="خريطة" width="1600" height="900" decoding="async" />
        """)
    #expect(try await Self.build(site).files() == with)
  }

  @Test func aMissingToolIsSaidOnce() async throws {
    let site = try TemporarySite(article("a", text: "![خريطة](map.png) ![أخرى](other.png)"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.write(Self.png(1600, 900), to: Self.place)
    try site.write(Self.png(900, 900), to: "content/articles/a/other.png")
    let built = try await Self.build(site, with: "/nowhere:relative")
    #expect(
      built.findings == """
        content: note: pictures are published in their own size alone, which is slow to load on a \
        phone, since there is no ‘vips’ to make smaller ones with [no-picture-tool]
            fix: install libvips' command line (Debian and Ubuntu: ‘apt install libvips-tools’) and \
        build again

        """)
    #expect(built.report.advice == built.report.diagnostics.first)
    let small = try await Self.build(try Self.site(SmallSite.picture), with: "/nowhere")
    #expect(small.report.diagnostics.isEmpty)
  }

  @Test func aDamagedPictureIsNamedAndPublishedAsItIs() async throws {
    let site = try Self.site(Self.png(1600, 900, "DAMAGED"))
    for _ in 0..<2 {
      let built = try await Self.build(site)
      #expect(
        built.findings == """
          content/articles/a/map.png: warning: the picture is damaged, so it is published as it is, \
          without smaller copies [damaged-picture]
              fix: copy it again from where it came, or open it in a picture editor and export it anew

          """)
      #expect(try !Self.picture(in: built).contains("source"))
      #expect(built.report.isPublished)
      try site.remove(".ctsite/state")
    }
    // Its first copy, and the picture that tells whether the tool is to blame.
    #expect(try Self.calls(in: site) == ["480", "1"])
  }

  @Test func aToolThatCopiesNothingIsToBlameItself() async throws {
    let built = try await Self.build(
      try Self.site(), with: Fixtures.folder + "/Fixtures/broken-tools")
    #expect(built.report.diagnostics.map(\.id) == ["picture-tool-fails"], "\(built.findings)")
    #expect(try !Self.picture(in: built).contains("source"))
  }

  @Test func aHugePictureIsNeverDecoded() async throws {
    for side in [60_000, 0xFFFF_FFFF] {
      let built = try await Self.build(try Self.site(Self.png(side, side)))
      #expect(built.report.diagnostics.map(\.id) == ["huge-picture"])
      #expect(try Self.calls(in: built.site) == [])
    }
  }

  @Test func whatMovesAndWhatIsSmallStaysAsItIs() async throws {
    let animated = Array(Self.png(900, 600, count: 0)[..<33]) + [0, 0, 0, 8] + Array("acTL".utf8)
    let gif = Array("GIF89a".utf8) + [0x84, 3, 0x84, 3]
    let webP = Array("RIFF....WEBPVP8X....".utf8) + [0x02, 0, 0, 0, 0x83, 3, 0, 0x83, 3, 0]
    for (name, bytes) in [("map.png", animated), ("map.gif", gif), ("map.webp", webP)] {
      let site = try TemporarySite(article("a", text: "![خريطة](\(name))"))
      try site.write(Fixtures.siteFile, to: "content/site.yaml")
      try site.write(
        bytes + [UInt8](repeating: 0, count: 12_000), to: "content/articles/a/\(name)")
      let built = try await Self.build(site)
      #expect(built.report.isPublished, "\(built.findings)")
      #expect(try Self.calls(in: site) == [], "\(name)")
    }
    let small = try await Self.build(try Self.site(Self.png(1600, 900, count: 9000)))
    #expect(try Self.calls(in: small.site) == [])
  }
}

/// The same with libvips itself, where it is installed.
@Suite(
  .enabled(if: PictureTool(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "") != nil))
struct RealPictureTests {
  /// A photograph of the demo, 1600 × 900.
  private static func photograph() throws -> [UInt8] {
    let folder = URL(filePath: Fixtures.folder).appending(path: "../../content/articles/2025")
    return [UInt8](try Data(contentsOf: folder.appending(path: "al-hol-families/cover.jpg")))
  }

  /// The photograph with an EXIF segment that says that the camera was turned, and where it was.
  private static func turned() throws -> [UInt8] {
    let directory: [UInt8] = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
    let exif =
      Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8] + directory + Array("SECRET PLACE".utf8)
    let photograph = try photograph()
    return photograph[..<2] + [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + photograph[2...]
  }

  private static func build(
    _ picture: [UInt8], as name: String = "map.jpg", jobs: Int = 2
  ) async throws -> Built {
    let site = try TemporarySite(article("a", text: "![خريطة](\(name))"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    try site.write(picture, to: "content/articles/a/\(name)")
    return try await site.build(jobs: jobs)
  }

  @Test func copiesAreTurnedAndTellNothingOfTheCamera() async throws {
    let built = try await Self.build(try Self.turned())
    #expect(built.report.diagnostics.isEmpty, "\(built.findings)")
    let files = try built.files().filter { $0.key.hasSuffix(".webp") }
    #expect(files.count == 3)
    for (path, bytes) in files {
      #expect(!bytes.contains(sequence: "SECRET PLACE"), "\(path)")
      let width = try #require(path.firstMatch(of: /-(\d+)\./).flatMap { Int($0.output.1) })
      let size = try #require(ImageSize(header: bytes))
      #expect(size.width == width)
      #expect(abs(size.height - width * 16 / 9) <= 1)
    }
    let page = try built.text("articles/a/index.html")
    #expect(page.contains("width=\"900\" height=\"1600\""))
  }

  /// As browsers show the pictures themselves, which turn PNG and leave WebP as it is.
  @Test(arguments: [
    ("png", "width=\"900\" height=\"1600\""), ("webp", "width=\"1600\" height=\"900\""),
  ])
  func otherFormatsAreTurnedAsBrowsersDo(format: String, shown: String) async throws {
    let folder = try TemporarySite()
    try folder.write(try Self.turned(), to: "map.jpg")
    let convert = BoundedProcess(
      [
        "/usr/bin/env", "vips", "copy", folder.absolute("map.jpg"),
        folder.absolute("map." + format),
      ],
      limits: PictureTool.usualLimits)
    guard case .output = convert.run() else {
      Issue.record("no picture to copy")
      return
    }
    let picture = try #require(try folder.files(below: "")["map." + format])
    let built = try await Self.build(picture, as: "map." + format)
    #expect(built.report.diagnostics.isEmpty, "\(built.findings)")
    #expect(try built.text("articles/a/index.html").contains(shown))
    let copies = try built.files().filter { $0.key.contains(/-\d+\..*webp$/) }
    #expect(copies.count == (format == "png" ? 3 : 4))
    for (path, bytes) in copies {
      let size = try #require(ImageSize(header: bytes))
      #expect((size.width < size.height) == (format == "png"), "\(path)")
    }
  }

  @Test func theBytesAreTheSameOnEveryRun() async throws {
    let first = try await Self.build(try Self.photograph(), jobs: 1).files()
    #expect(try await Self.build(try Self.photograph(), jobs: 4).files() == first)
    #expect(first.keys.count { $0.hasSuffix(".webp") } == 4)
  }

  @Test func aPictureThatBreaksOffIsDamaged() async throws {
    let built = try await Self.build(Array(try Self.photograph().prefix(60_000)))
    #expect(built.report.diagnostics.map(\.id) == ["damaged-picture"], "\(built.findings)")
    #expect(try built.files().keys.count { $0.hasSuffix(".webp") } == 0)
  }
}

extension [UInt8] {
  fileprivate func contains(sequence: String) -> Bool {
    firstRange(of: Array(sequence.utf8)) != nil
  }
}
