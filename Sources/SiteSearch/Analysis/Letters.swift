/// Up to eight bytes of a word in one number, so that an affix is compared in one step.
///
/// Words have no zero bytes: what a shorter word has none for differs from every letter.
struct Letters: Sendable, Hashable {
  static let most = 8

  /// The last byte is the lowest.
  let packed: UInt64
  let count: Int

  /// - Parameter bytes: of more than eight, the last are taken.
  @inline(__always)
  init(_ bytes: some Sequence<UInt8>) {
    var packed: UInt64 = 0
    var count = 0
    for byte in bytes {
      packed = packed << 8 | UInt64(byte)
      count += 1
    }
    self.packed = packed
    self.count = min(count, Self.most)
  }

  /// The bytes, first to last.
  var bytes: [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: packed >> UInt64($0 * 8)) }
  }

  /// Whether a word with these last eight bytes ends in the letters.
  @inline(__always)
  func end(_ tail: Letters) -> Bool {
    (tail.packed ^ packed) << UInt64((Self.most - count) * 8) == 0
  }

  /// Whether a word with these first eight bytes begins with the letters.
  @inline(__always)
  func begin(_ head: Letters) -> Bool {
    head.count >= count && head.packed >> UInt64((head.count - count) * 8) == packed
  }
}

extension [Letters] {
  /// Those of a list with blanks between them.
  init(list: String) {
    self = list.split(separator: " ").map { Letters($0.utf8) }
  }
}
