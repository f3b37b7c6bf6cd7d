/// Which terms stand in a file together.
///
/// Files end where terms part: within a window of lengths, before the term that shares fewest bytes
/// with the one before. Then the root needs few letters to tell files apart, words that have not
/// been typed to their end seldom need two files, and a change in one file leaves the ends of the
/// others where they are.
struct ShardPlan: Sendable {
  /// A file is at least this long, compressed and about, if others follow.
  private static let least = 6_000
  /// A file is at most this long, if it has more than one term.
  private static let most = 8_500

  /// The terms of each file, as positions in `TermIndex.order`.
  let ranges: [Range<Int>]

  init(_ encoder: EntryEncoder) {
    let index = encoder.index
    let terms = index.order.map { index.bytes(of: $0) }
    let shared = terms.indices.map { position in
      position == 0 ? 0 : terms[position - 1].sharedCharacters(with: terms[position])
    }
    let lengths = zip(index.order, shared).map { encoder.expectedLength(of: $0, shared: $1) }
    let firstWord = terms.firstIndex { $0.first != StopWords.mark } ?? terms.count
    var ranges: [Range<Int>] = []
    for part in [0..<firstWord, firstWord..<terms.count] {
      var rest = part
      while !rest.isEmpty {
        let end = Self.end(ofFirst: rest, lengths: lengths) {
          Parting(shared: shared[$0], hash: Self.hash(terms[$0]))
        }
        ranges.append(rest.lowerBound..<end)
        rest = end..<part.upperBound
      }
    }
    self.ranges = ranges
  }

  /// Where the first of the files ends that have some terms.
  private static func end(
    ofFirst terms: Range<Int>, lengths: [Int], parting: (Int) -> Parting
  ) -> Int {
    var length = 0
    var best: (end: Int, parting: Parting)?
    for position in terms {
      if position > terms.lowerBound, length + lengths[position] > most {
        return best?.end ?? position
      }
      if length >= least {
        let parting = parting(position)
        if best.map({ parting < $0.parting }) ?? true { best = (position, parting) }
      }
      length += lengths[position]
    }
    return terms.upperBound
  }

  /// How well a file may end before a term: the less, the better. Of equals a hash decides, and not
  /// which comes first, since that depends on where the file begins.
  private struct Parting: Comparable {
    let shared: Int
    let hash: UInt32

    static func < (one: Parting, other: Parting) -> Bool {
      (one.shared, one.hash) < (other.shared, other.hash)
    }
  }

  private static func hash(_ term: [UInt8]) -> UInt32 {
    term.withUnsafeBufferPointer { WordTable.hash($0) }
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
