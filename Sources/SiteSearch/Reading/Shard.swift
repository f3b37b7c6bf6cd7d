/// A file of terms, read: Documentation/Search.md, “Shards”.
struct Shard: Sendable {
  /// A term and its documents.
  struct Entry: Sendable {
    let term: [UInt8]
    /// How many documents have the term.
    let documents: Int
    /// The spelling that occurs most often; nil where the term is too rare to be suggested.
    let form: [UInt8]?
    fileprivate let data: ArraySlice<UInt8>
  }

  let entries: [Entry]

  init(_ bytes: [UInt8]) {
    let length = bytes.count < 2 ? 0 : Int(bytes[0]) | Int(bytes[1]) << 8
    let headsEnd = min(bytes.count, 2 + length)
    var heads = HeadReader(bytes[min(2, headsEnd)..<headsEnd])
    var start = headsEnd
    var entries: [Entry] = []
    var term: [UInt16] = []
    while !heads.isAtEnd {
      term = term.prefix(heads.number()) + heads.take(heads.number())
      let documents = heads.number()
      let formLength = heads.number()
      let form = formLength > 1 ? heads.take(formLength - 2)[...] : term[...]
      let end = min(bytes.count, start + heads.number())
      entries.append(
        Entry(
          term: Self.bytes(term[...]), documents: documents,
          form: formLength > 0 ? Self.bytes(form) : nil, data: bytes[start..<end]))
      start = end
    }
    self.entries = entries
  }

  func entry(_ term: [UInt8]) -> Entry? { entries.first { $0.term == term } }

  private static func bytes(_ text: ArraySlice<UInt16>) -> [UInt8] {
    Array(String(decoding: text, as: UTF16.self).utf8)
  }
}

extension Shard.Entry {
  /// Calls `visit` with each document that is kept and its impact.
  ///
  /// - Returns: how many there are.
  @discardableResult
  func forEachPosting(in root: SearchRoot, _ visit: (Int, Int) -> Void) -> Int {
    var reader = BitReader(data)
    var lowBits = reader.number(bits: 4)
    var impacts = root.impacts
    if lowBits == EntryEncoder.strongestMark {
      let least = reader.number(bits: 5)
      impacts = impacts.filter { $0 >= least }
      lowBits = reader.number(bits: 4)
    }
    var document = -1
    var count = 0
    while true {
      document += 1 + reader.unary() << lowBits
      document += reader.number(bits: lowBits)
      let rank = reader.unary()
      guard !reader.isPastEnd, document < root.end, impacts.indices.contains(rank) else {
        return count
      }
      visit(document, impacts[rank])
      count += 1
    }
  }
}

/// Reads the heads of a shard, a text in which numbers are characters.
private struct HeadReader {
  private let text: [UInt16]
  private var position = 0

  init(_ bytes: ArraySlice<UInt8>) {
    text = Array(String(decoding: bytes, as: UTF8.self).utf16)
  }

  var isAtEnd: Bool { position >= text.count }

  mutating func number() -> Int {
    guard position < text.count else { return 0 }
    defer { position += 1 }
    return Int(text[position])
  }

  /// As many of the next characters as there are.
  mutating func take(_ length: Int) -> [UInt16] {
    let end = min(text.count, position + length)
    defer { position = end }
    return Array(text[position..<end])
  }
}

/// Reads bits, the lowest of each byte first. Past the end all are zero.
private struct BitReader {
  private let bytes: ArraySlice<UInt8>
  private var bit = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  var isPastEnd: Bool { bit > bytes.count * 8 }

  mutating func flag() -> Bool {
    let index = bytes.startIndex + bit >> 3
    defer { bit += 1 }
    return index < bytes.endIndex && bytes[index] >> UInt8(bit & 7) & 1 == 1
  }

  mutating func number(bits: Int) -> Int {
    var value = 0
    for bit in 0..<bits where flag() { value |= 1 << bit }
    return value
  }

  /// The number of ones before the next zero.
  mutating func unary() -> Int {
    var value = 0
    while flag() { value += 1 }
    return value
  }
}
