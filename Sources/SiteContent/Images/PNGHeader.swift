/// The chunks before the picture of a PNG file (PNG, third edition, 5.3 and 5.6).
enum PNGHeader {
  /// As browsers show it: they turn it by an `eXIf` chunk that stands before the picture.
  static func size(_ bytes: ByteReader) -> ImageSize? {
    guard bytes.matches("IHDR", at: 12), let width = bytes.big32(16),
      let height = bytes.big32(20)
    else { return nil }
    let size = ImageSize(width: width, height: height)
    let isTurned = chunk("eXIf", in: bytes).map { EXIF.isQuarterTurn(bytes, at: $0) } ?? false
    return isTurned ? size.turned : size
  }

  /// Where the content of a chunk begins; nil where there is none before the picture.
  static func chunk(_ name: String, in bytes: ByteReader) -> Int? {
    var offset = 8
    while let length = bytes.big32(offset), !bytes.matches("IDAT", at: offset + 4) {
      if bytes.matches(name, at: offset + 4) { return offset + 8 }
      offset += 12 + length
    }
    return nil
  }
}
