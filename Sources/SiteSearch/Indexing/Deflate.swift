import CDeflate

/// Compression in the zlib format (RFC 1950), which browsers undo with `DecompressionStream`.
///
/// libdeflate takes a third of zlib's time for the same size.
struct Deflate: ~Copyable {
  private let compressor: OpaquePointer

  /// - Parameter level: from 1, the fastest, to 12, the smallest.
  init(level: Int32) {
    guard let compressor = libdeflate_alloc_compressor(level) else {
      preconditionFailure("out of memory")
    }
    self.compressor = compressor
  }

  deinit { libdeflate_free_compressor(compressor) }

  func compress(_ bytes: [UInt8]) -> [UInt8] {
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      count = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, output.baseAddress, output.count)
    }
  }
}

/// Undoes `Deflate`.
enum Inflate {
  /// What a file of an index may hold at most, so that a damaged one cannot fill the memory.
  private static let limit = 256 << 20

  /// - Returns: nil where the bytes are cut short, damaged or larger than 256 MB.
  static func decompress(_ bytes: [UInt8]) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var capacity = max(1024, bytes.count * 8)
    while capacity <= limit {
      var result = LIBDEFLATE_BAD_DATA
      let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        result = libdeflate_zlib_decompress(
          decompressor, bytes, bytes.count, buffer.baseAddress, buffer.count, &count)
        if result != LIBDEFLATE_SUCCESS { count = 0 }
      }
      if result == LIBDEFLATE_SUCCESS { return output }
      guard result == LIBDEFLATE_INSUFFICIENT_SPACE else { return nil }
      capacity *= 4
    }
    return nil
  }
}
