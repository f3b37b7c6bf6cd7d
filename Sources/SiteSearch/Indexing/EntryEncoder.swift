import SiteDigest

/// Writes the entries of terms: Documentation/Search.md, “Shards”.
struct EntryEncoder: Sendable {
  /// What a shard says of a term.
  struct Entry: Sendable {
    /// How many documents have it.
    let documents: Int
    /// The spelling that is suggested; empty where there is none.
    let form: ArraySlice<UInt8>
    let postings: [UInt8]
  }

  /// A head cannot say of more documents than this that they have a term.
  static let mostDocuments = 0xD7FF
  /// Stands before the postings of a term of which only the strongest are kept, where others have
  /// the number of low bits.
  static let strongestMark = 15

  let index: TermIndex
  let impacts: Impacts
  private let forms: [Int?]
  /// The spelling of terms that fewer documents have is not kept: nobody is asked whether they
  /// meant them.
  private let leastForForm: Int
  private let limits: PostingLimits

  init(index: TermIndex, impacts: Impacts) {
    self.index = index
    self.impacts = impacts
    forms = index.commonForms
    leastForForm = max(2, index.documentCount / 600)
    limits = PostingLimits(postings: index.postingCount)
  }

  func entry(of term: Int, _ all: ArraySlice<UInt32>) -> Entry {
    let limit = kept(of: term)
    let postings = all.map { packed in
      let document = Int(packed >> 8)
      let frequency = TermFrequency(packed: UInt8(truncatingIfNeeded: packed))
      return Posting(document: document, impact: impacts.impact(frequency, in: document))
    }
    return Entry(
      documents: all.count, form: form(of: term),
      postings: postings.count > limit
        ? encoded(strongest(limit, of: postings), areStrongest: true)
        : encoded(postings, areStrongest: false))
  }

  /// Tells whether the entries of consecutive terms are the same as in another build.
  func fingerprint(of terms: ArraySlice<Int>) -> Fingerprint {
    var input: [UInt8] = []
    input.append(number: impacts.highest)
    for term in terms {
      let word = index.vocabulary.terms[term]
      let form = form(of: term)
      for number in [word.count, form.count, index.counts[term], kept(of: term)] {
        input.append(number: number)
      }
      input += word
      input += form
      withUnsafeBytes(of: index.fingerprints[term].littleEndian) { input += $0 }
    }
    return Fingerprint(of: input)
  }

  /// About how long an entry becomes in a compressed file, without looking at its postings: texts
  /// become half as long, the numbers take four bytes, and each document a gap and an impact.
  ///
  /// - Parameter shared: the bytes of the term that the term before has too.
  func expectedLength(of term: Int, shared: Int) -> Int {
    let count = kept(of: term)
    let gap = max(1, index.end / max(1, count))
    let bits = Int.bitWidth - gap.leadingZeroBitCount + 3
    let texts = index.vocabulary.terms[term].count - shared + form(of: term).count
    return texts / 2 + 4 + count * bits / 8
  }

  /// How many documents are kept.
  private func kept(of term: Int) -> Int {
    let isStopWord = index.vocabulary.terms[term].first == StopWords.mark
    return (isStopWord ? PostingLimits.stopWords : limits).kept(of: index.counts[term])
  }

  /// The spelling that is suggested; empty where there is none.
  private func form(of term: Int) -> ArraySlice<UInt8> {
    guard index.counts[term] >= leastForForm, let word = forms[term] else { return [] }
    let form = index.vocabulary.words[word]
    return form.utf16Count <= WordAnalyzer.longestTerm ? form : []
  }

  /// A document that has a term.
  private struct Posting {
    let document: Int
    let impact: Int
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

  /// Golomb–Rice codes of the gaps, each followed by the rank of its impact in unary. Where only the
  /// strongest are left, impacts below the least of them have no rank.
  private func encoded(_ postings: [Posting], areStrongest: Bool) -> [UInt8] {
    var last = -1
    let gaps = postings.map { posting in
      defer { last = posting.document }
      return posting.document - last - 1
    }
    let lowBits = Self.lowBits(for: gaps)
    let least = areStrongest ? postings.lazy.map(\.impact).min() ?? 1 : 1
    let ranks = impacts.ranks(from: least)
    var writer = BitWriter()
    if areStrongest {
      writer.append(UInt64(Self.strongestMark), bits: 4)
      writer.append(UInt64(least), bits: 5)
    }
    writer.append(UInt64(lowBits), bits: 4)
    for (gap, posting) in zip(gaps, postings) {
      writer.append(unary: gap >> lowBits)
      writer.append(UInt64(gap & (1 << lowBits - 1)), bits: lowBits)
      writer.append(unary: ranks[posting.impact])
    }
    return writer.finish()
  }

  /// The parameter for which the code of the gaps is shortest.
  private static func lowBits(for gaps: [Int]) -> Int {
    func length(_ bits: Int) -> Int {
      gaps.reduce(gaps.count * (bits + 1)) { $0 + $1 >> bits }
    }
    let mean = max(1, gaps.reduce(0, +) / max(1, gaps.count))
    let most = strongestMark - 1
    let guess = min(most, Int.bitWidth - 1 - mean.leadingZeroBitCount)
    let near = max(0, guess - 2)...min(most, guess + 1)
    return near.min { length($0) < length($1) } ?? guess
  }
}
