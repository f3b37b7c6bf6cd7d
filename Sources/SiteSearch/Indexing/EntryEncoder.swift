/// Writes the entries of terms: Documentation/Search.md, “Shards”.
struct EntryEncoder: Sendable {
  /// An entry but for its term, which is written relative to the one before.
  typealias Entry = [UInt8]

  /// How many documents of a term are kept: those that it says most about. More than these would
  /// make a query for a common word cost more with every document.
  static let mostPostings = 1024
  /// The same for stop words, which only queries that have nothing else ask for.
  static let mostStopPostings = 256
  /// The spelling of rarer terms is not kept, since nobody is asked whether they meant them.
  static let leastForForm = 3

  let index: TermIndex
  let impacts: Impacts
  /// How many ones stand for each impact: the most frequent impacts take the fewest.
  let ranks: [Int]

  func entry(of term: Int) -> Entry {
    let all = index.postings(of: term)
    let kept = kept(all, of: term)
    var entry: Entry = []
    entry.append(number: all.count)
    entry.append(Impacts.weight(documents: all.count, of: index.documentCount))
    let form = all.count >= Self.leastForForm ? form(of: term) : []
    entry.append(number: form.count)
    entry += form
    let postings = Self.encoded(kept, ranks: ranks)
    entry.append(number: postings.count)
    return entry + postings
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
        impact: impacts.impact(frequency: UInt8(truncatingIfNeeded: packed), in: document))
    }
    let isStopWord = index.terms[term].first == StopWords.mark
    let limit = isStopWord ? Self.mostStopPostings : Self.mostPostings
    guard postings.count > limit else { return postings }
    return Self.strongest(limit, of: postings)
  }

  /// Those of the highest impact, the newest among equals.
  private static func strongest(_ limit: Int, of postings: [Posting]) -> [Posting] {
    var counts = [Int](repeating: 0, count: Impacts.highest + 1)
    for posting in postings { counts[posting.impact] += 1 }
    var least = Impacts.highest
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

  private func form(of term: Int) -> [UInt8] {
    let form = index.forms[term].bytes
    return form == index.terms[term] || form.count > WordAnalyzer.longestTerm ? [] : form
  }

  /// Golomb–Rice codes of the gaps, each followed by its impact in unary.
  private static func encoded(_ postings: [Posting], ranks: [Int]) -> [UInt8] {
    guard let first = postings.first else { return [] }
    var head: [UInt8] = []
    head.append(number: postings.count)
    head.append(number: first.document)
    let gaps = zip(postings, postings.dropFirst()).map { $1.document - $0.document - 1 }
    let lowBits = lowBits(for: gaps)
    head.append(UInt8(lowBits))
    var writer = BitWriter(after: head)
    writer.append(unary: ranks[first.impact])
    for (gap, posting) in zip(gaps, postings.dropFirst()) {
      writer.append(unary: gap >> lowBits)
      writer.append(gap, bits: lowBits)
      writer.append(unary: ranks[posting.impact])
    }
    return writer.finish()
  }

  /// The parameter for which the code of the gaps is shortest.
  private static func lowBits(for gaps: [Int]) -> Int {
    guard !gaps.isEmpty else { return 0 }
    func length(_ bits: Int) -> Int {
      gaps.reduce(gaps.count * (bits + 1)) { $0 + $1 >> bits }
    }
    let mean = max(1, gaps.reduce(0, +) / gaps.count)
    let guess = Int.bitWidth - 1 - mean.leadingZeroBitCount
    return (max(0, guess - 2)...guess + 1).min { length($0) < length($1) } ?? guess
  }
}
