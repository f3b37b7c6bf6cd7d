/// The segments at the beginning of a JPEG file (ITU-T T.81, annex B).
enum JPEGHeader {
  static func size(_ bytes: ByteReader) -> ImageSize? {
    guard bytes.matches([0xFF, 0xD8], at: 0) else { return nil }
    var offset = 2
    var isTurned = false
    while let marker = bytes.byte(offset + 1), bytes.byte(offset) == 0xFF {
      if marker == 0xFF {
        offset += 1
        continue
      }
      guard let length = bytes.big16(offset + 2), length >= 2 else { return nil }
      if marker == 0xE1 {
        isTurned = isTurned || exifTurns(bytes, segment: offset + 4)
      } else if isFrame(marker) {
        guard let height = bytes.big16(offset + 5), let width = bytes.big16(offset + 7) else {
          return nil
        }
        let size = ImageSize(width: width, height: height)
        return isTurned ? size.turned : size
      }
      offset += 2 + length
    }
    return nil
  }

  /// The markers SOF0 to SOF15, among which DHT, JPG and DAC stand.
  private static func isFrame(_ marker: Int) -> Bool {
    0xC0...0xCF ~= marker && ![0xC4, 0xC8, 0xCC].contains(marker)
  }

  /// Whether the orientation (EXIF 2.32, tag 0112) is one of the quarter turns, 5 to 8.
  private static func exifTurns(_ bytes: ByteReader, segment: Int) -> Bool {
    guard bytes.matches([0x45, 0x78, 0x69, 0x66, 0, 0], at: segment) else { return false }
    let start = segment + 6
    let isLittle = bytes.matches("II", at: start)
    let short = isLittle ? bytes.little16 : bytes.big16
    let long = isLittle ? bytes.little32 : bytes.big32
    guard let directory = long(start + 4), let count = short(start + directory) else {
      return false
    }
    for index in 0..<count {
      let entry = start + directory + 2 + index * 12
      guard let tag = short(entry) else { return false }
      if tag == 0x0112 { return short(entry + 8).map { 5...8 ~= $0 } ?? false }
    }
    return false
  }
}
