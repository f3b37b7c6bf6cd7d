/// A path as the system holds it: bytes, which need not be UTF-8.
public struct RawPath: Sendable, Hashable, Comparable {
  /// Without a zero byte at their end.
  public let bytes: [UInt8]

  /// A path that is text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// A path of any bytes but zero.
  public init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// For people to read: what is not UTF-8 becomes U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text that the path is; nil where it is not UTF-8.
  public var exactText: String? { String(validating: bytes, as: UTF8.self) }

  /// Whether it names the folder that it is read against.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Whether the name of the file or of a folder above it begins with a dot.
  public var hasHiddenPart: Bool {
    bytes.split(separator: UInt8(ascii: "/")).contains { $0.first == UInt8(ascii: ".") }
  }

  /// The bytes with a zero behind them, as the system's calls take them.
  public var terminated: [CChar] { bytes.map(CChar.init(bitPattern:)) + [0] }

  /// The path of the folder that the path names a thing in; nil for one part and for `/x`.
  public var parent: RawPath? {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return nil }
    return RawPath(bytes[..<slash])
  }

  /// The last part.
  public var name: RawPath {
    RawPath(bytes[((bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...])
  }

  /// What stands between the slashes.
  public var parts: [RawPath] { bytes.split(separator: UInt8(ascii: "/")).map { RawPath($0) } }

  /// A path in the same folder, whose name is the path's with text around it.
  public func sibling(prefix: String, suffix: String) -> RawPath {
    let start = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    return RawPath(bytes[..<start] + prefix.utf8 + bytes[start...] + suffix.utf8)
  }

  /// A path below a folder.
  public static func / (folder: RawPath, path: RawPath) -> RawPath {
    if folder.isEmpty { return path }
    return RawPath(folder.bytes + [UInt8(ascii: "/")] + path.bytes)
  }

  public static func < (first: RawPath, second: RawPath) -> Bool {
    first.bytes.lexicographicallyPrecedes(second.bytes)
  }
}
