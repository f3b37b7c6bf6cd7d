/// Writes the entries of terms: Documentation/Search.md, “Shards”.
struct EntryEncoder: Sendable {
  /// What a shard says of a term.
  struct Entry: Sendable {
    /// All but the term itself, which is written relative to the one before.
    let head: [UInt8]
    let postings: [UInt8]

    var count: Int { head.count + postings.count }
  }

  let index: TermIndex
  let impacts: Impacts
  /// How many ones stand for each impact: the most frequent impacts take the fewest.
  let ranks: [Int]
  /// The spelling of terms that fewer documents have is not kept: nobody is asked whether they
  /// meant them.
  let leastForForm: Int
  let limits: PostingLimits

  init(index: TermIndex, impacts: Impacts, ranks: [Int]) {
    self.index = index
    self.impacts = impacts
    self.ranks = ranks
    leastForForm = max(2, index.documentCount / 600)
    limits = PostingLimits(postings: index.postingCount)
  }

  func entry(of term: Int) -> Entry {
    let all = index.postings(of: term)
    var head: [UInt8] = []
    head.append(number: all.count)
    appendForm(of: term, documents: all.count, to: &head)
    let (postings, lowBits) = Self.encoded(kept(all, of: term), ranks: ranks)
    head.append(number: postings.count << 4 | lowBits)
    return Entry(head: head, postings: postings)
  }

  /// The length of the form plus two, and the form; 1 where it is the term, 0 where there is none.
  private func appendForm(of term: Int, documents: Int, to head: inout [UInt8]) {
    let form = index.forms[term].bytes
    if documents < leastForForm || form.count > WordAnalyzer.longestTerm {
      head.append(0)
    } else if form == index.terms[term] {
      head.append(1)
    } else {
      head.append(number: form.count + 2)
      head += form
    }
  }

  /// A document that has a term.
  struct Posting: Sendable {
    let document: Int
    let impact: Int
  }

  /// The documents of a term that are kept, in their order.
  func kept(_ term: Int) -> [Posting] { kept(index.postings(of: term), of: term) }

  private func kept(_ all: ArraySlice<UInt32>, of term: Int) -> [Posting] {
    let postings = all.map { packed in
      let document = Int(packed >> 8)
      return Posting(
        document: document,
        impact: impacts.impact(
          TermFrequency(packed: UInt8(truncatingIfNeeded: packed)), in: document))
    }
    let limits = index.terms[term].first == StopWords.mark ? PostingLimits.stopWords : limits
    let limit = limits.kept(of: postings.count)
    guard postings.count > limit else { return postings }
    return strongest(limit, of: postings)
  }

  /// Those of the highest impact, the newest among equals.
  private func strongest(_ limit: Int, of postings: [Posting]) -> [Posting] {
    var counts = [Int](repeating: 0, count: impacts.highest + 1)
    for posting in postings { counts[posting.impact] += 1 }
    var least = impacts.highest
    var above = 0
    while above + counts[least] < limit {
      above += counts[least]
      least -= 1
    }
    var skipped = counts[least] - (limit - above)
    return postings.filter { posting in
      guard posting.impact == least else { return posting.impact > least }
      skipped -= 1
      return skipped < 0
    }
  }

  /// Golomb–Rice codes of the gaps, each followed by its impact in unary.
  private static func encoded(
    _ postings: [Posting], ranks: [Int]
  ) -> (bytes: [UInt8], lowBits: Int) {
    guard let first = postings.first else { return ([], 0) }
    var head: [UInt8] = []
    head.append(number: first.document)
    let gaps = zip(postings, postings.dropFirst()).map { $1.document - $0.document - 1 }
    let lowBits = lowBits(for: gaps)
    var writer = BitWriter(after: head)
    writer.append(unary: ranks[first.impact])
    for (gap, posting) in zip(gaps, postings.dropFirst()) {
      writer.append(unary: gap >> lowBits)
      writer.append(gap, bits: lowBits)
      writer.append(unary: ranks[posting.impact])
    }
    return (writer.finish(), lowBits)
  }

  /// The parameter for which the code of the gaps is shortest.
  private static func lowBits(for gaps: [Int]) -> Int {
    guard !gaps.isEmpty else { return 0 }
    func length(_ bits: Int) -> Int {
      gaps.reduce(gaps.count * (bits + 1)) { $0 + $1 >> bits }
    }
    let mean = max(1, gaps.reduce(0, +) / gaps.count)
    let guess = Int.bitWidth - 1 - mean.leadingZeroBitCount
    return (max(0, guess - 2)...min(15, guess + 1)).min { length($0) < length($1) } ?? guess
  }
}

/// How many documents of a common term are kept: those that it says most about.
///
/// A query for common words must not cost more with every document of the site, and the tail of
/// such a list only has documents that say the word in passing.
struct PostingLimits: Sendable {
  /// Queries that have other words do not ask for stop words.
  static let stopWords = PostingLimits(all: 128, most: 128)
  /// Collections below this many postings are small enough for all of them.
  private static let manyPostings = 2_000_000

  /// As many are kept as they are, and one in eight of the others.
  let all: Int
  let most: Int

  private init(all: Int, most: Int) {
    self.all = all
    self.most = most
  }

  init(postings: Int) {
    self = postings > Self.manyPostings ? Self(all: 120, most: 1024) : Self(all: 4096, most: 4096)
  }

  func kept(of documents: Int) -> Int {
    documents > all ? min(most, all + (documents - all) / 8) : documents
  }
}
