/// The segments at the beginning of a JPEG file (ITU-T T.81, annex B).
enum JPEGHeader {
  static func size(_ bytes: ByteReader) -> ImageSize? {
    var offset = 2
    var isTurned = false
    while let marker = bytes.byte(offset + 1), bytes.byte(offset) == 0xFF {
      if marker == 0xFF {
        offset += 1
        continue
      }
      guard let length = bytes.big16(offset + 2), length >= 2 else { return nil }
      if marker == 0xE1 {
        isTurned =
          isTurned
          || bytes.matches("Exif\0\0", at: offset + 4)
            && EXIF.isQuarterTurn(bytes, at: offset + 10)
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
}
