import CCrypto

/// A SHA-2 digest (FIPS 180-4), computed by OpenSSL's libcrypto.
public struct Digest: Sendable, Hashable {
  /// The algorithms in use.
  public enum Algorithm: String, Sendable {
    case sha256
    /// What Subresource Integrity recommends.
    case sha384
  }

  /// As many as the algorithm gives.
  public let bytes: [UInt8]

  /// The digest of bytes.
  public init(_ algorithm: Algorithm = .sha256, of content: [UInt8]) {
    var output = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    let type =
      switch algorithm {
      case .sha256: EVP_sha256()
      case .sha384: EVP_sha384()
      }
    let done = EVP_Digest(content, content.count, &output, &count, type, nil)
    precondition(done == 1, "libcrypto refused \(algorithm)")
    bytes = Array(output.prefix(Int(count)))
  }

  /// Lowercase hexadecimal digits.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }, as: UTF8.self)
  }

  /// Base64 with padding (RFC 4648, section 4).
  public var base64: String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = Array(bytes[start..<Swift.min(start + 3, bytes.count)])
      let padded = group + [UInt8](repeating: 0, count: 3 - group.count)
      let value = padded.reduce(0) { $0 << 8 | Int($1) }
      for position in 0..<4 {
        let isPadding = position > group.count
        output.append(
          isPadding ? UInt8(ascii: "=") : alphabet[value >> (18 - 6 * position) & 0x3F])
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
