/// The size at which a picture is shown, in pixels: EXIF's and AVIF's rotation is applied.
public struct ImageSize: Sendable, Hashable {
  /// In pixels, at least 1 where it was read from a file.
  public let width: Int
  /// In pixels, at least 1 where it was read from a file.
  public let height: Int

  /// Makes a size in pixels.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Reads the size from the first bytes of a PNG, JPEG, GIF, WebP or AVIF file; nil when they are
  /// none of these, or too few.
  public init?(header bytes: [UInt8]) {
    let bytes = ByteReader(bytes)
    let found =
      Self.png(bytes) ?? Self.gif(bytes) ?? Self.webP(bytes) ?? JPEGHeader.size(bytes)
      ?? AVIFHeader.size(bytes)
    guard let found, found.width > 0, found.height > 0 else { return nil }
    self = found
  }

  /// With width and height exchanged, as a quarter turn does.
  var turned: ImageSize { ImageSize(width: height, height: width) }

  /// PNG (W3C), 11.2.1: the header chunk comes first.
  private static func png(_ bytes: ByteReader) -> ImageSize? {
    guard bytes.matches([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0),
      bytes.matches("IHDR", at: 12), let width = bytes.big32(16), let height = bytes.big32(20)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// GIF89a specification, 18: the logical screen.
  private static func gif(_ bytes: ByteReader) -> ImageSize? {
    guard bytes.matches("GIF87a", at: 0) || bytes.matches("GIF89a", at: 0),
      let width = bytes.little16(6), let height = bytes.little16(8)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// WebP Container Specification (RFC 9649): lossy, lossless or extended.
  private static func webP(_ bytes: ByteReader) -> ImageSize? {
    guard bytes.matches("RIFF", at: 0), bytes.matches("WEBP", at: 8) else { return nil }
    if bytes.matches("VP8X", at: 12), let width = bytes.little24(24),
      let height = bytes.little24(27)
    {
      return ImageSize(width: width + 1, height: height + 1)
    }
    if bytes.matches("VP8L", at: 12), bytes.matches([0x2F], at: 20), let low = bytes.little16(21),
      let high = bytes.little16(23)
    {
      let bits = low | high << 16
      return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    if bytes.matches("VP8 ", at: 12), bytes.matches([0x9D, 0x01, 0x2A], at: 23),
      let width = bytes.little16(26), let height = bytes.little16(28)
    {
      return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
    }
    return nil
  }
}
