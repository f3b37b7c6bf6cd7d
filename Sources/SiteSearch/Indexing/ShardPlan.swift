/// Which terms stand in a file together.
///
/// Where a file ends is decided by its terms and by what is about to be written of them, in such a
/// way that a change in one file leaves the ends of the others where they are: within a window of
/// lengths, before the first term whose hash says so.
struct ShardPlan: Sendable {
  /// A file is at least this long, before compression and about.
  private static let least = 8_600
  /// A file is at most this long, if it has more than one term.
  private static let most = 10_000
  /// One term in so many may begin a file.
  private static let rarity: UInt32 = 16

  /// The terms of each file, as positions in `TermIndex.order`.
  let ranges: [Range<Int>]

  init(_ encoder: EntryEncoder) {
    let index = encoder.index
    var ranges: [Range<Int>] = []
    var start = 0
    var length = 0
    var isStopWord = true
    for (position, term) in index.order.enumerated() {
      let own = encoder.expectedLength(of: term)
      let endsStopWords = isStopWord && index.vocabulary.terms[term].first != StopWords.mark
      let mayEnd = length >= Self.least && Self.mayBegin(index.vocabulary.terms[term])
      if position > start, endsStopWords || mayEnd || length + own > Self.most {
        ranges.append(start..<position)
        (start, length) = (position, 0)
      }
      isStopWord = isStopWord && !endsStopWords
      length += own
    }
    if start < index.order.count { ranges.append(start..<index.order.count) }
    self.ranges = ranges
  }

  private static func mayBegin(_ term: ArraySlice<UInt8>) -> Bool {
    term.withUnsafeBufferPointer { WordTable.hash($0) } % rarity == 0
  }

  /// Files whose terms have about so many postings together.
  static func batches(
    of ranges: [Range<Int>], postings length: Int, _ index: TermIndex
  ) -> [[Range<Int>]] {
    var batches: [[Range<Int>]] = []
    var left = 0
    for range in ranges {
      if left <= 0 {
        batches.append([])
        left = length
      }
      batches[batches.count - 1].append(range)
      left -= index.order[range].reduce(0) { $0 + index.counts[$1] }
    }
    return batches
  }
}
