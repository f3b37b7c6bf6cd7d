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

  private(set) var shards: [Shard] = []
  private var first: [UInt8] = []
  private var last: [UInt8] = []
  private var heads: [UInt8] = []
  private var postings: [UInt8] = []

  /// Terms come in order.
  mutating func append(_ term: [UInt8], _ entry: EntryEncoder.Entry) {
    let isAfterStopWords = last.first == StopWords.mark && term.first != StopWords.mark
    let length = heads.count + postings.count + entry.count
    if isAfterStopWords || length > Self.fullLength { close() }
    if heads.isEmpty { first = Self.shortest(after: last, upTo: term) }
    let before = heads.isEmpty ? [] : last
    let shared = zip(before, term).prefix { $0 == $1 }.count
    heads.append(number: shared)
    heads.append(number: term.count - shared)
    heads += term[shared...]
    heads += entry.head
    postings += entry.postings
    last = term
  }

  /// All shards.
  consuming func finish() -> [Shard] {
    close()
    return shards
  }

  private mutating func close() {
    guard !heads.isEmpty else { return }
    var bytes: [UInt8] = []
    bytes.append(number: heads.count)
    shards.append(Shard(first: first, bytes: bytes + heads + postings))
    heads = []
    postings = []
  }

  /// A beginning of a term, of whole characters, that is greater than the term before.
  private static func shortest(after last: [UInt8], upTo term: [UInt8]) -> [UInt8] {
    var length = min(term.count, zip(last, term).prefix { $0 == $1 }.count + 1)
    while length < term.count, term[length] & 0xC0 == 0x80 { length += 1 }
    return Array(term[..<length])
  }
}
