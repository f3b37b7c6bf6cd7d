/// What cameras write into their pictures (EXIF 2.32, in the form of TIFF 6.0).
enum EXIF {
  /// Whether the orientation (tag 0112) is one of the quarter turns, 5 to 8.
  ///
  /// - Parameter start: where the header of the TIFF stands.
  static func isQuarterTurn(_ bytes: ByteReader, at start: Int) -> Bool {
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
