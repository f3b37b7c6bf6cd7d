import SiteDigest

/// Puts the entries of consecutive terms into files.
struct ShardWriter {
  /// A file of entries.
  struct Shard: Sendable {
    /// The shortest text that is greater than every term before and not greater than the first.
    let first: [UInt8]
    /// Not compressed.
    let bytes: [UInt8]

    /// Six hexadecimal digits of the content's digest.
    var digest: String { String(Digest(of: bytes).hexadecimal.prefix(6)) }
  }

  /// The length up to which a file is filled, before compression.
  static let fullLength = 9_300

  private var shards: [Shard] = []
  private var first: [UInt8] = []
  private var last: [UInt8] = []
  private var heads: [UInt8] = []
  private var postings: [UInt8] = []

  /// Terms come in order.
  mutating func append(_ term: [UInt8], _ entry: EntryEncoder.Entry) {
    let isAfterStopWords = last.first == StopWords.mark && term.first != StopWords.mark
    let length = heads.count + postings.count + entry.postings.count + entry.form.count
    if isAfterStopWords || length > Self.fullLength { close() }
    let shared = last.sharedCharacters(with: term)
    if heads.isEmpty { first = term.prefix(characters: 1, after: shared) }
    let rest = term[(heads.isEmpty ? 0 : shared)...]
    heads.append(character: term[..<(term.count - rest.count)].utf16Count)
    heads.append(character: rest.utf16Count)
    heads += rest
    heads.append(character: min(entry.documents, EntryEncoder.mostDocuments))
    appendForm(entry.form, of: term)
    heads.append(character: entry.postings.count)
    postings += entry.postings
    last = term
  }

  /// All shards.
  consuming func finish() -> [Shard] {
    close()
    return shards
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

  private mutating func close() {
    guard !heads.isEmpty else { return }
    let length = [UInt8(heads.count & 0xFF), UInt8(heads.count >> 8)]
    shards.append(Shard(first: first, bytes: length + heads + postings))
    heads = []
    postings = []
  }
}

extension [UInt8] {
  /// The bytes of the characters that two terms begin with.
  fileprivate func sharedCharacters(with other: [UInt8]) -> Int {
    var shared = zip(self, other).prefix { $0 == $1 }.count
    while shared > 0, shared < other.count, other[shared] & 0xC0 == 0x80 { shared -= 1 }
    return shared
  }

  /// Some bytes and so many of the characters that follow them.
  fileprivate func prefix(characters: Int, after shared: Int) -> [UInt8] {
    var end = shared
    for _ in 0..<characters where end < count {
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
