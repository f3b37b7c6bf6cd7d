/// The characters that open and close embeddings, overrides and isolates (UAX #9, section 2), and
/// which of them are balanced within a text.
public enum BidiControls {
  /// One of these characters in a text.
  public struct Finding: Sendable, Hashable {
    /// The byte at which it stands.
    public let offset: Int
    /// The character.
    public let scalar: UInt32
    /// True for LRO and RLO, which show letters in an order they are not written in.
    public let isOverride: Bool
    /// True when it opens or closes something within the text and has its counterpart there.
    public let isBalanced: Bool
  }

  /// Bytes that one of these characters takes in UTF-8.
  public static let length = 3

  /// The control at a byte: U+202A–202E or U+2066–2069.
  static func control(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
    guard index + length <= bytes.count, bytes[index] == 0xE2 else { return nil }
    switch (bytes[index + 1], bytes[index + 2]) {
    case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9):
      return UTF8Text(bytes: bytes).scalar(at: index).value
    default: return nil
    }
  }

  /// The first of these characters from a byte on.
  public static func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 8 <= bytes.count {
      let candidates = ByteWord(bytes, at: index).equal(to: 0xE2)
      if candidates == 0 {
        index += 8
      } else {
        index += candidates.firstByte
        if control(in: bytes, at: index) != nil { return index }
        index += 1
      }
    }
    while index + length <= bytes.count {
      if control(in: bytes, at: index) != nil { return index }
      index += 1
    }
    return nil
  }

  /// The text without the controls that are not balanced in it.
  static func balanced(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    for control in all(in: bytes) where !control.isBalanced {
      result.append(contentsOf: bytes[copied..<control.offset])
      copied = control.offset + length
    }
    result.append(contentsOf: bytes[copied...])
    return result
  }

  /// Every control of a text, in order, matched as UAX #9 (BD9, X6a, X7) matches them: PDI closes
  /// the nearest open isolate with all embeddings inside it, PDF the nearest embedding within its
  /// isolate.
  public static func all(in bytes: UnsafeBufferPointer<UInt8>) -> [Finding] {
    var found: [(offset: Int, scalar: UInt32, isBalanced: Bool)] = []
    var open: [Int] = []
    var openIsolates = 0
    var index = 0
    while let offset = bytes[index...].firstIndex(of: 0xE2) {
      index = offset + 1
      guard let scalar = control(in: bytes, at: offset) else { continue }
      found.append((offset, scalar, false))
      switch scalar {
      case 0x2069:
        guard openIsolates > 0 else { continue }
        openIsolates -= 1
        while let opener = open.popLast() {
          guard found[opener].scalar >= 0x2066 else { continue }
          found[opener].isBalanced = true
          found[found.count - 1].isBalanced = true
          break
        }
      case 0x202C:
        guard let opener = open.last, found[opener].scalar < 0x2066 else { continue }
        open.removeLast()
        found[opener].isBalanced = true
        found[found.count - 1].isBalanced = true
      default:
        if scalar >= 0x2066 { openIsolates += 1 }
        open.append(found.count - 1)
      }
    }
    return found.map {
      Finding(
        offset: $0.offset, scalar: $0.scalar,
        isOverride: $0.scalar == 0x202D || $0.scalar == 0x202E,
        isBalanced: $0.isBalanced)
    }
  }
}
