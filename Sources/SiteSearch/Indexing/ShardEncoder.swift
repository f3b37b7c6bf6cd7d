import SiteDigest

/// A file of the entries of consecutive terms: Documentation/Search.md, “The files”.
struct ShardEncoder {
  /// A file as it is stored.
  struct Shard: Sendable {
    let compressed: [UInt8]
    /// Of what is not compressed.
    let digest: String

    /// Eight hexadecimal digits of the digest; the next eight where another file has these.
    func name(besides taken: Set<String>) -> String {
      var digits = digest[...]
      while taken.contains(String(digits.prefix(8))), digits.count > 8 {
        digits = digits.dropFirst(8)
      }
      return String(digits.prefix(8))
    }
  }

  /// The files of some ranges of terms, as `ShardPlan` has them.
  static func shards(of ranges: [Range<Int>], _ encoder: EntryEncoder) -> [Shard] {
    let index = encoder.index
    let postings = index.postings(of: ranges.flatMap { index.order[$0] })
    let deflate = Deflate(level: 9)
    return ranges.map { range in
      var shard = ShardEncoder()
      for term in index.order[range] {
        shard.append(index.bytes(of: term), encoder.entry(of: term, postings[term]))
      }
      let bytes = shard.bytes
      return Shard(compressed: deflate.compress(bytes), digest: Digest(of: bytes).hexadecimal)
    }
  }

  private var last: [UInt8] = []
  private var heads: [UInt8] = []
  private var postings: [UInt8] = []

  /// Terms come in order.
  private mutating func append(_ term: [UInt8], _ entry: EntryEncoder.Entry) {
    let shared = last.sharedCharacters(with: term)
    let rest = term[shared...]
    heads.append(character: term[..<shared].utf16Count)
    heads.append(character: rest.utf16Count)
    heads += rest
    heads.append(character: min(entry.documents, EntryEncoder.mostDocuments))
    appendForm(entry.form, of: term)
    heads.append(character: entry.postings.count)
    postings += entry.postings
    last = term
  }

  /// The file, not compressed.
  private var bytes: [UInt8] {
    [UInt8(heads.count & 0xFF), UInt8(heads.count >> 8)] + heads + postings
  }

  private mutating func appendForm(_ form: ArraySlice<UInt8>, of term: [UInt8]) {
    if form.isEmpty {
      heads.append(character: 0)
    } else if form.elementsEqual(term) {
      heads.append(character: 1)
    } else {
      heads.append(character: form.utf16Count + 2)
      heads += form
    }
  }
}

extension [UInt8] {
  /// The bytes of the characters that two terms begin with.
  func sharedCharacters(with other: [UInt8]) -> Int {
    var shared = zip(self, other).prefix { $0 == $1 }.count
    while shared > 0, shared < other.count, other[shared] & 0xC0 == 0x80 { shared -= 1 }
    return shared
  }

  /// The shortest text that is greater than a term before and not greater than this one.
  func beginning(after other: [UInt8]) -> [UInt8] {
    var end = other.sharedCharacters(with: self)
    if end < count {
      end += 1
      while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
    }
    return Array(self[..<end])
  }
}

extension Collection<UInt8> {
  /// How long the text is in UTF-16.
  var utf16Count: Int {
    reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }
}
