import CDeflate

/// Writes pictures as PNG (third edition, W3C 2025).
///
/// A card took libpng, through Cairo, 40 ms; this way, drawing it included, it takes 20.
enum PNGWriter {
  /// - Parameters:
  ///   - pixels: `0xRRGGBB`, line by line.
  ///   - level: of compression, from 1 to 12.
  static func png(_ pixels: [UInt32], width: Int, level: Int32 = 6) -> [UInt8] {
    let palette = Palette(of: pixels)
    var lines: [UInt8] = []
    lines.reserveCapacity((palette == nil ? 3 : 1) * pixels.count + pixels.count / width)
    for start in stride(from: 0, to: pixels.count, by: width) {
      // Each line begins with its filter: none.
      lines.append(0)
      let line = pixels[start..<start + width]
      if let palette {
        palette.append(line, to: &lines)
      } else {
        for pixel in line { lines += [16, 8, 0].map { UInt8(truncatingIfNeeded: pixel >> $0) } }
      }
    }
    var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Eight bits; colors of three samples (2) or a palette (3).
    append(
      "IHDR",
      big(width) + big(pixels.count / width) + [8, palette == nil ? 2 : 3, 0, 0, 0], to: &png)
    if let palette { append("PLTE", palette.bytes, to: &png) }
    append("IDAT", compressed(lines, level: level), to: &png)
    append("IEND", [], to: &png)
    return png
  }

  private static func append(_ type: String, _ content: [UInt8], to png: inout [UInt8]) {
    let chunk = Array(type.utf8) + content
    png += big(content.count) + chunk + big(Int(libdeflate_crc32(0, chunk, chunk.count)))
  }

  private static func big(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func compressed(_ bytes: [UInt8], level: Int32) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else {
      preconditionFailure("out of memory")
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      count = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, output.baseAddress, output.count)
    }
  }

  /// The colors of a picture that has few.
  private struct Palette {
    private let colors: [UInt32]
    private let indices: [UInt32: UInt8]

    /// - Returns: nil where there are more than 256.
    init?(of pixels: [UInt32]) {
      var found: Set<UInt32> = []
      var last: UInt32?
      for pixel in pixels where pixel != last {
        found.insert(pixel)
        last = pixel
        if found.count > 256 { return nil }
      }
      colors = found.sorted()
      indices = Dictionary(
        uniqueKeysWithValues: colors.enumerated().map { ($0.element, UInt8($0.offset)) })
    }

    /// Most pixels have the color of the one before them.
    func append(_ line: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
      var last: (color: UInt32, index: UInt8)?
      for color in line {
        if last?.color != color { last = (color, indices[color] ?? 0) }
        bytes.append(last?.index ?? 0)
      }
    }

    var bytes: [UInt8] {
      colors.flatMap { color in [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> $0) } }
    }
  }
}
