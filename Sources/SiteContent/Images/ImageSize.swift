/// The size at which a browser shows a picture, in pixels: turned as EXIF and AVIF say.
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
    let found: ImageSize? =
      switch ImageFormat(bytes) {
      case .png: PNGHeader.size(bytes)
      case .jpeg: JPEGHeader.size(bytes)
      case .gif: Self.gif(bytes)
      case .webP: Self.webP(bytes)
      case .avif: AVIFHeader.size(bytes)
      case nil: nil
      }
    guard let found, found.width > 0, found.height > 0 else { return nil }
    self = found
  }

  /// With width and height exchanged, as a quarter turn does.
  var turned: ImageSize { ImageSize(width: height, height: width) }

  /// GIF89a specification, 18: the logical screen.
  private static func gif(_ bytes: ByteReader) -> ImageSize? {
    guard let width = bytes.little16(6), let height = bytes.little16(8) else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// WebP Container Specification (RFC 9649): lossy, lossless or extended. Browsers do not turn it
  /// by its EXIF data.
  private static func webP(_ bytes: ByteReader) -> ImageSize? {
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
