/// The boxes at the beginning of an AVIF file (ISO/IEC 23008-12).
enum AVIFHeader {
  private struct Box {
    let type: Int
    /// Where its content lies.
    let content: Range<Int>
  }

  static func size(_ bytes: ByteReader) -> ImageSize? {
    let whole = 0..<bytes.count
    guard let meta = box("meta", in: whole, of: bytes),
      let properties = box("iprp", in: meta.content.dropFirst(4), of: bytes),
      let container = box("ipco", in: properties.content, of: bytes)
    else { return nil }
    let inner = boxes(in: container.content, of: bytes)
    let largest = inner.compactMap { extent($0, of: bytes) }
      .max { $0.width * $0.height < $1.width * $1.height }
    let turns = inner.first { $0.type == code("irot") }
      .flatMap { bytes.byte($0.content.lowerBound) }
    return (turns ?? 0) & 1 == 1 ? largest?.turned : largest
  }

  /// The extent of an image; that of a grid is larger than those of its tiles.
  private static func extent(_ box: Box, of bytes: ByteReader) -> ImageSize? {
    guard box.type == code("ispe"), let width = bytes.big32(box.content.lowerBound + 4),
      let height = bytes.big32(box.content.lowerBound + 8)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  private static func box(_ name: String, in range: Range<Int>, of bytes: ByteReader) -> Box? {
    boxes(in: range, of: bytes).first { $0.type == code(name) }
  }

  private static func boxes(in range: Range<Int>, of bytes: ByteReader) -> [Box] {
    var boxes: [Box] = []
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound, let length = bytes.big32(offset),
      let type = bytes.big32(offset + 4), length >= 8
    {
      let end = Swift.min(offset + length, range.upperBound)
      boxes.append(Box(type: type, content: offset + 8..<end))
      offset += length
    }
    return boxes
  }

  private static func code(_ name: String) -> Int {
    name.utf8.reduce(0) { $0 << 8 | Int($1) }
  }
}
