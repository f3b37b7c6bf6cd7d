import SiteDigest

/// Puts the entries of consecutive terms into files.
struct ShardWriter {
  /// A file of entries.
  struct Shard: Sendable {
    /// The shortest text that is greater than every term before and not greater than the first.
    let first: [UInt8]
    /// Not compressed.
    let bytes: [UInt8]

    /// Eight hexadecimal digits of the content's digest.
    var name: String { String(Digest(of: bytes).hexadecimal.prefix(8)) }
  }

  /// The length up to which a file is filled, before compression.
  static let fullLength = 12 << 10

  private(set) var shards: [Shard] = []
  private var first: [UInt8] = []
  private var last: [UInt8] = []
  private var bytes: [UInt8] = []

  /// Terms come in order.
  mutating func append(_ term: [UInt8], _ entry: EntryEncoder.Entry) {
    let isAfterStopWords = last.first == StopWords.mark && term.first != StopWords.mark
    if !bytes.isEmpty, isAfterStopWords || bytes.count + entry.count > Self.fullLength { close() }
    if bytes.isEmpty { first = Self.shortest(after: last, upTo: term) }
    let before = bytes.isEmpty ? [] : last
    let shared = zip(before, term).prefix { $0 == $1 }.count
    bytes.append(number: shared)
    bytes.append(number: term.count - shared)
    bytes += term[shared...]
    bytes += entry
    last = term
  }

  /// All shards.
  consuming func finish() -> [Shard] {
    close()
    return shards
  }

  private mutating func close() {
    guard !bytes.isEmpty else { return }
    shards.append(Shard(first: first, bytes: bytes))
    bytes = []
  }

  /// A beginning of a term, of whole characters, that is greater than the term before.
  private static func shortest(after last: [UInt8], upTo term: [UInt8]) -> [UInt8] {
    var length = min(term.count, zip(last, term).prefix { $0 == $1 }.count + 1)
    while length < term.count, term[length] & 0xC0 == 0x80 { length += 1 }
    return Array(term[..<length])
  }
}
