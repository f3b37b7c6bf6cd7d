/// The formats of pictures that a site publishes.
public enum ImageFormat: Sendable, Hashable {
  case png
  case jpeg
  case gif
  case webP
  case avif

  /// Tells the format by the first bytes of a file; nil where they are those of none.
  public init?(header bytes: [UInt8]) {
    self.init(ByteReader(bytes))
  }

  init?(_ bytes: ByteReader) {
    if bytes.matches([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
      self = .png
    } else if bytes.matches([0xFF, 0xD8], at: 0) {
      self = .jpeg
    } else if bytes.matches("GIF87a", at: 0) || bytes.matches("GIF89a", at: 0) {
      self = .gif
    } else if bytes.matches("RIFF", at: 0), bytes.matches("WEBP", at: 8) {
      self = .webP
    } else if bytes.matches("ftyp", at: 4),
      bytes.matches("avif", at: 8) || bytes.matches("avis", at: 8)
    {
      self = .avif
    } else {
      return nil
    }
  }

  /// Whether a PNG or WebP file holds more than one picture.
  public static func isAnimated(_ bytes: [UInt8]) -> Bool {
    let reader = ByteReader(bytes)
    switch ImageFormat(reader) {
    case .png: return PNGHeader.chunk("acTL", in: reader) != nil
    // RFC 9649, 2.7: the flag of an animation.
    case .webP: return reader.matches("VP8X", at: 12) && (reader.byte(20) ?? 0) & 0x02 != 0
    default: return false
    }
  }
}
