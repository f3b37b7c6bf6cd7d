/// Numbers distinct words in the order in which they are first seen.
///
/// A hash table with open addressing over one buffer of bytes: looking a word up allocates nothing.
struct WordTable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// A word's number plus one, by its hash; 0 where there is none.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  private var hashes: [UInt32] = []

  var count: Int { ends.count }

  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The word's number, given to it now if it is new.
  @inline(__always)
  mutating func index(of word: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, isEqual(index, word) { return (index, false) }
      slot = (slot + 1) & mask
    }
    return (insert(word, hash: hash, at: slot), true)
  }

  mutating func index(of word: [UInt8]) -> Int {
    word.withUnsafeBufferPointer { index(of: $0).index }
  }

  private mutating func insert(
    _ word: UnsafeBufferPointer<UInt8>, hash: UInt32, at slot: Int
  ) -> Int {
    bytes.append(contentsOf: word)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }

  @inline(__always)
  private func isEqual(_ index: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == word.count else { return false }
    for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
    return true
  }

  /// Eight bytes at a time, by a multiplication whose halves are joined (the mixing step of
  /// Wang Yi's wyhash).
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(word)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(word.count)
    var index = 0
    while index < word.count {
      var value: UInt64 = 0
      if index + 8 <= word.count {
        value = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      } else {
        for offset in index..<word.count { value = value << 8 | UInt64(word[offset]) }
      }
      let product = (state ^ value).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      state = product.high ^ product.low
      index += 8
    }
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }
}
