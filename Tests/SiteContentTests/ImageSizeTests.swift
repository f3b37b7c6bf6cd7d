import SiteContent
import SiteTestSupport
import Testing

@Suite struct ImageSizeTests {
  private static func big32(_ value: Int) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
  }

  private static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    big32(content.count + 8) + Array(type.utf8) + content
  }

  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big32(13) + Array("IHDR".utf8)
    + big32(1200) + big32(630)

  /// A PNG with EXIF data before or behind its picture.
  private static func png(orientation: UInt8, isFirst: Bool) -> [UInt8] {
    let content: [UInt8] =
      Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1]
      + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0] + [0, 0, 0, 0]
    let exif = big32(content.count) + Array("eXIf".utf8) + content + [0, 0, 0, 0]
    let picture = big32(0) + Array("IDAT".utf8) + [0, 0, 0, 0]
    return png + [8, 2, 0, 0, 0, 0, 0, 0, 0] + (isFirst ? exif + picture : picture + exif)
  }

  private static func jpeg(orientation: UInt8?) -> [UInt8] {
    let exif: [UInt8] =
      orientation.map { orientation in
        let content: [UInt8] =
          Array("Exif".utf8) + [0, 0] + Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1]
          + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0] + [0, 0, 0, 0]
        return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
      } ?? []
    return [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1] + exif
      + [0xFF, 0xC4, 0, 3, 0, 0xFF, 0xC2, 0, 17, 8, 0x01, 0x2C, 0x02, 0x58, 3]
  }

  private static func avif(turns: UInt8) -> [UInt8] {
    let tile = box("ispe", [0, 0, 0, 0] + big32(512) + big32(512))
    let grid = box("ispe", [0, 0, 0, 0] + big32(800) + big32(600))
    let container = box("ipco", tile + grid + box("irot", [turns]))
    return box("ftyp", Array("avif".utf8) + [0, 0, 0, 0])
      + box("meta", [0, 0, 0, 0] + box("hdlr", [0]) + box("iprp", container))
  }

  private static func webP(_ chunk: String, _ content: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8) + Array(chunk.utf8) + [0, 0, 0, 0]
      + content
  }

  @Test(
    arguments: [
      (png, 1200, 630),
      (png(orientation: 6, isFirst: true), 630, 1200),
      (png(orientation: 3, isFirst: true), 1200, 630),
      (png(orientation: 6, isFirst: false), 1200, 630),
      (jpeg(orientation: nil), 600, 300),
      (jpeg(orientation: 1), 600, 300),
      (jpeg(orientation: 6), 300, 600),
      (Array("GIF87a".utf8) + [0x10, 0x01, 0x20, 0x00], 272, 32),
      (webP("VP8X", [0, 0, 0, 0, 0xAF, 0x04, 0, 0x75, 0x02, 0]), 1200, 630),
      (webP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0xB0, 0x04, 0x76, 0x02]), 1200, 630),
      (webP("VP8L", [0x2F, 0xAF, 0x44, 0x9D, 0x00]), 1200, 630),
      (avif(turns: 0), 800, 600),
      (avif(turns: 1), 600, 800),
    ] as [([UInt8], Int, Int)])
  func sizesAreReadFromTheHeader(bytes: [UInt8], width: Int, height: Int) {
    #expect(ImageSize(header: bytes) == ImageSize(width: width, height: height))
  }

  @Test(arguments: [
    png, jpeg(orientation: 6), avif(turns: 1), webP("VP8X", [0, 0, 0, 0, 1, 0, 0]),
  ])
  func aTruncatedHeaderHasNoSize(bytes: [UInt8]) {
    for count in 0..<bytes.count - 1 {
      _ = ImageSize(header: Array(bytes.prefix(count)))
    }
    #expect(ImageSize(header: Array(bytes.prefix(bytes.count / 2))) == nil)
  }

  @Test func anUnreadablePictureIsAnError() async throws {
    let loaded = try await LoadedSite([
      "\(folder)/ar.md": article("title: أ\ndate: 2025-05-25\nimage: {src: a.jpg, alt: نص}"),
      "\(folder)/a.jpg": "<html>",
    ])
    #expect(
      loaded.lines == [
        "\(folder)/a.jpg: error: the picture's size cannot be read, so the file is damaged or of "
          + "another type [unreadable-image] export it again as JPEG, PNG, WebP or AVIF"
      ])
  }

  @Test func theSizeBehindALongProfileIsFound() async throws {
    let profile: [UInt8] = [0xFF, 0xE2, 0xFF, 0xFF] + [UInt8](repeating: 1, count: 0xFFFD)
    var bytes: [UInt8] = [0xFF, 0xD8]
    for _ in 0..<4 { bytes += profile }
    bytes += Self.jpeg(orientation: nil).dropFirst(2)
    let site = try TemporarySite(files: usualFiles)
    try site.write(article("title: أ\ndate: 2025-05-25"), to: "\(folder)/ar.md")
    try site.write(bytes, to: "\(folder)/a.jpg")
    let loaded = try await LoadedSite(site)
    #expect(loaded.lines == [])
    #expect(
      loaded.content?.attachments[folder]?[0].imageSize == ImageSize(width: 600, height: 300))
  }
}
