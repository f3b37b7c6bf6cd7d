/// The order of terms: that of their UTF-16, in which browsers compare strings.
enum TermOrder {
  /// It differs from the order of UTF-8 only in that U+E000–FFFF come after all other characters.
  static func precedes(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
    one.lexicographicallyPrecedes(other) { rank($0) < rank($1) }
  }

  /// Sorts numbers of terms of a vocabulary.
  static func sorted(_ numbers: [Int], of vocabulary: SearchVocabulary) -> [Int] {
    let terms = vocabulary.terms
    let keys = numbers.map { number in (number: number, key: key(terms[number])) }
    return keys.sorted { one, other in
      one.key != other.key
        ? one.key < other.key : precedes(terms[one.number], terms[other.number])
    }.map(\.number)
  }

  @inline(__always)
  private static func rank(_ byte: UInt8) -> UInt8 { byte & 0xFE == 0xEE ? byte + 8 : byte }

  /// The first eight bytes as a number that has their order.
  private static func key(_ term: ArraySlice<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for byte in term.prefix(8) { key = key << 8 | UInt64(rank(byte)) }
    return key << UInt64(8 * (8 - min(8, term.count)))
  }
}
