/// A file of terms, read: Documentation/Search.md, “Shards”.
struct Shard: Sendable {
  /// A term and where its documents stand.
  struct Entry: Sendable {
    let term: [UInt8]
    /// How many documents have the term.
    let documents: Int
    /// The spelling that occurs most often; nil where the term is too rare to be suggested.
    let form: [UInt8]?
    let lowBits: Int
    let data: ArraySlice<UInt8>
  }

  let entries: [Entry]

  init(_ bytes: [UInt8]) {
    var heads = ByteReader(bytes[...])
    let length = heads.number()
    let end = min(bytes.count, heads.position + length)
    var start = end
    var entries: [Entry] = []
    var term: [UInt8] = []
    while heads.position < end {
      let shared = heads.number()
      term = Array(term.prefix(shared)) + heads.take(heads.number())
      let documents = heads.number()
      let formLength = heads.number()
      let form = formLength > 1 ? Array(heads.take(formLength - 2)) : formLength == 1 ? term : nil
      let size = heads.number()
      let dataEnd = min(bytes.count, start + size >> 4)
      entries.append(
        Entry(
          term: term, documents: documents, form: form, lowBits: size & 15,
          data: bytes[start..<dataEnd]))
      start = dataEnd
    }
    self.entries = entries
  }

  func entry(_ term: [UInt8]) -> Entry? { entries.first { $0.term == term } }
}
