import CDeflate
import Testing

/// A PNG of the kinds that `PNGWriter` writes, read back.
struct Picture {
  let byteCount: Int
  let width: Int
  let height: Int
  let colorType: UInt8
  /// `0xRRGGBB`.
  let pixels: [UInt32]

  init(_ png: [UInt8]) throws {
    try #require(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    byteCount = png.count
    var chunks: [String: [UInt8]] = [:]
    var offset = 8
    while offset < png.count {
      let length = Self.number(png[offset..<offset + 4])
      let named = Array(png[offset + 4..<offset + 8 + length])
      let sum = Self.number(png[offset + 8 + length..<offset + 12 + length])
      try #require(Int(libdeflate_crc32(0, named, named.count)) == sum)
      chunks[String(decoding: named[..<4], as: UTF8.self)] = Array(named[4...])
      offset += 12 + length
    }
    let header = try #require(chunks["IHDR"])
    width = Self.number(header[0..<4])
    height = Self.number(header[4..<8])
    colorType = header[9]
    let samples = colorType == 3 ? 1 : 3
    var lines = [UInt8](repeating: 0, count: height * (1 + samples * width))
    let data = try #require(chunks["IDAT"])
    let decompressor = libdeflate_alloc_decompressor()
    defer { libdeflate_free_decompressor(decompressor) }
    try #require(
      libdeflate_zlib_decompress(decompressor, data, data.count, &lines, lines.count, nil)
        == LIBDEFLATE_SUCCESS)
    let palette = chunks["PLTE"] ?? []
    var pixels: [UInt32] = []
    for line in 0..<height {
      let start = line * (1 + samples * width) + 1
      try #require(lines[start - 1] == 0)
      for column in 0..<width {
        let sample = start + column * samples
        let bytes =
          samples == 3
          ? lines[sample..<sample + 3]
          : palette[3 * Int(lines[sample])..<3 * Int(lines[sample]) + 3]
        pixels.append(UInt32(Self.number(bytes)))
      }
    }
    self.pixels = pixels
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// Those of text, whose color is far from the background's.
  var brightPixels: [(x: Int, y: Int)] {
    pixels.indices.filter { pixels[$0] >> 16 > 0x80 }.map { ($0 % width, $0 / width) }
  }
}
