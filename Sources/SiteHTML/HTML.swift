/// Markup that is safe to put on a page as it is.
///
/// Being of this type is what makes markup trusted: text becomes `HTML` only by being escaped or by
/// being rendered by code that escapes.
public struct HTML: Sendable, Hashable {
  /// UTF-8.
  public var bytes: [UInt8]

  /// Vouches for the bytes.
  public init(trusted bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  /// Whether there is no markup.
  public var isEmpty: Bool { bytes.isEmpty }
}

extension HTML: CustomStringConvertible {
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}
