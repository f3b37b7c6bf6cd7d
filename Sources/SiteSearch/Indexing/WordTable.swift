import SiteCache

/// Numbers distinct words in the order in which they are first seen.
///
/// A hash table with open addressing over one buffer of bytes: looking a word up allocates nothing.
struct WordTable: Sendable {
  fileprivate struct Slot {
    var hash: UInt32 = 0
    /// The word's number plus one; 0 where there is none.
    var number: UInt32 = 0
  }

  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  private var slots = [Slot](repeating: Slot(), count: 1 << 12)

  init() {}

  init(_ words: [[UInt8]]) {
    for word in words { _ = number(of: word) }
  }

  var count: Int { ends.count - 1 }

  var indices: Range<Int> { 0..<count }

  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[Int(ends[number])..<Int(ends[number + 1])]
  }

  /// Calls `body` with the bytes of a word.
  @inline(__always)
  func withBytes<Result>(
    of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(ends[number])..<Int(ends[number + 1])]))
    }
  }

  /// The word's number, given to it now if it is new.
  ///
  /// - Parameter hash: the word's.
  @inline(__always)
  mutating func number(
    of word: UnsafeBufferPointer<UInt8>, hash: UInt32
  ) -> (number: Int, isNew: Bool) {
    let slot = slot(of: word, hash: hash)
    let isNew = slots[slot].number == 0
    let number = isNew ? insert(word, hash: hash, at: slot) : Int(slots[slot].number) - 1
    return (number, isNew)
  }

  /// The same where it was guessed which word it is.
  @inline(__always)
  mutating func number(
    of word: UnsafeBufferPointer<UInt8>, hash: UInt32, guess: Guess
  ) -> (number: Int, isNew: Bool) {
    guess.firstByte == word[0] && isEqual(guess.start, guess.end, word)
      ? (guess.number, false) : number(of: word, hash: hash)
  }

  /// A word that another is likely to be.
  struct Guess {
    fileprivate var number = 0
    fileprivate var start: UInt32 = 0
    /// That of the start where there is no such word.
    fileprivate var end: UInt32 = 0
    fileprivate var firstByte: UInt8 = 0
  }

  /// The first word that may have each hash, without looking far.
  ///
  /// Most of the time of a look-up is the wait for memory. Here each step is done for all words
  /// before the next, so that the processor fetches what they need at the same time; their first
  /// bytes are asked for so that the others are near when they are compared.
  func guesses(for hashes: [UInt32]) -> [Guess] {
    let mask = slots.count - 1
    var guesses = zip(hashes.map { slots[Int($0) & mask] }, hashes).map { slot, hash in
      guard slot.number != 0, slot.hash == hash else { return Guess() }
      let number = Int(slot.number) - 1
      return Guess(number: number, start: ends[number], end: ends[number + 1])
    }
    for index in guesses.indices where guesses[index].end > 0 {
      guesses[index].firstByte = bytes[Int(guesses[index].start)]
    }
    return guesses
  }

  mutating func number(of word: some Collection<UInt8>) -> Int {
    Array(word).withUnsafeBufferPointer { word in
      number(of: word, hash: Self.hash(word)).number
    }
  }

  /// The number of each word of another table, given to it now if it is new.
  mutating func numbers(of other: WordTable) -> [Int] {
    other.indices.map { index in
      other.withBytes(of: index) { word in number(of: word, hash: Self.hash(word)).number }
    }
  }

  /// The number of a word that has one.
  func known(_ word: [UInt8]) -> Int? {
    word.withUnsafeBufferPointer { word in
      let slot = slot(of: word, hash: Self.hash(word))
      return slots[slot].number == 0 ? nil : Int(slots[slot].number) - 1
    }
  }

  /// The slot that a word has, or would have.
  @inline(__always)
  private func slot(of word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].number != 0 {
      if slots[slot].hash == hash, isEqual(Int(slots[slot].number) - 1, word) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func insert(
    _ word: UnsafeBufferPointer<UInt8>, hash: UInt32, at slot: Int
  ) -> Int {
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    slots[slot] = Slot(hash: hash, number: UInt32(count))
    if count * 2 > slots.count { grow(to: slots.count * 2) }
    return count - 1
  }

  private mutating func grow(to slotCount: Int) {
    let old = slots
    slots = [Slot](repeating: Slot(), count: slotCount)
    let mask = slots.count - 1
    for item in old where item.number != 0 {
      var slot = Int(item.hash) & mask
      while slots[slot].number != 0 { slot = (slot + 1) & mask }
      slots[slot] = item
    }
  }

  @inline(__always)
  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    isEqual(ends[number], ends[number + 1], word)
  }

  /// Whether these bytes of the table are the word.
  @inline(__always)
  private func isEqual(
    _ start: UInt32, _ end: UInt32, _ word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = Int(start)
    guard Int(end) - start == word.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      let known = UnsafeRawBufferPointer(rebasing: bytes[start..<start + word.count])
      return Self.isEqual(known, UnsafeRawBufferPointer(word))
    }
  }

  /// Compares two words of the same length, eight bytes at a time; the last eight may overlap those
  /// before.
  @inline(__always)
  private static func isEqual(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer)
    -> Bool
  {
    let length = one.count
    guard length >= 8 else {
      for index in 0..<length where one[index] != other[index] { return false }
      return true
    }
    var index = 0
    var difference: UInt64 = 0
    while index < length {
      let start = min(index, length - 8)
      difference |=
        one.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        ^ other.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      index += 8
    }
    return difference == 0
  }

  /// Eight bytes at a time, by a multiplication whose halves are joined (the mixing step of
  /// Wang Yi's wyhash); the last eight may overlap those before.
  @inline(__always)
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let word = UnsafeRawBufferPointer(word)
    let length = word.count
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(length)
    if length >= 8 {
      var index = 0
      while index + 8 < length {
        state = mixed(state, word.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      state = mixed(state, word.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self))
    } else if length >= 4 {
      let first = UInt64(word.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      let last = UInt64(word.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self))
      state = mixed(state, first << 32 | last)
    } else {
      for byte in word { state = mixed(state, UInt64(byte)) }
    }
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }

  @inline(__always)
  private static func mixed(_ state: UInt64, _ value: UInt64) -> UInt64 {
    let product = (state ^ value).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}

extension WordTable {
  /// Writes the words from a number on.
  func write(from start: Int, to cache: inout CacheWriter) {
    cache.write((start..<count).map { self[$0].count })
    cache.write(part: Array(bytes[Int(ends[start])...]))
  }

  /// Adds words that were written.
  mutating func read(_ cache: inout CacheReader) throws(CacheDamage) {
    let lengths = try [Int](from: &cache)
    let content = try cache.part()
    guard lengths.allSatisfy({ 0...content.count ~= $0 }), lengths.reduce(0, +) == content.count
    else { throw CacheDamage() }
    var slotCount = slots.count
    while (count + lengths.count) * 2 > slotCount { slotCount *= 2 }
    if slotCount > slots.count { grow(to: slotCount) }
    bytes.reserveCapacity(bytes.count + content.count)
    ends.reserveCapacity(ends.count + lengths.count)
    let areNew = content.withUnsafeBufferPointer { content in
      var start = 0
      return lengths.allSatisfy { length in
        let word = UnsafeBufferPointer(rebasing: content[start..<start + length])
        start += length
        return number(of: word, hash: Self.hash(word)).isNew
      }
    }
    guard areNew else { throw CacheDamage() }
  }
}
