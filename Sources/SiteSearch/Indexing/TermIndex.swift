import SiteConcurrency

/// The terms of a collection by their numbers in its vocabulary, and what inverting its documents
/// needs. Frequent terms have low numbers, so that what is known of them lies close together.
struct TermIndex: Sendable {
  let vocabulary: SearchVocabulary
  /// In the order of their numbers.
  private let documents: [AnalysedDocument]
  /// The number of each document in the index.
  private let numbers: [Int]
  /// How many documents have each term.
  let counts: [Int]
  /// The terms that documents have, in the order of shards.
  let order: [Int]
  /// Tells whether the postings of each term are the same as in another build: a sum over them, so
  /// that no document need be looked at twice.
  let fingerprints: [UInt64]
  let lengths: LengthClasses
  /// How much each word of the vocabulary weighs in all documents.
  private let weights: [Int]

  /// Sums take 28 bytes for each word of the vocabulary, however few documents they are of: this
  /// many of them exist at once at most, and each is of no fewer documents.
  private static let mostSums = 8
  private static let shareOfSums = 256

  /// - Parameters:
  ///   - documents: in the order of their numbers.
  ///   - groups: the numbers of each language's documents.
  init(
    vocabulary: SearchVocabulary, documents: [KeptDocument], groups: [Range<Int>], jobs: Jobs
  ) async {
    self.vocabulary = vocabulary
    self.documents = documents.map(\.analysis)
    numbers = documents.map(\.number)
    let lengths = LengthClasses(lengths: Self.lengths(of: documents), groups: groups)
    let workers = Jobs(min(jobs.count, Self.mostSums))
    let shares = workers.shares(of: documents.count, atLeast: Self.shareOfSums)
      .map { documents[$0] }
    var sums = await shares.concurrentMap(jobs: jobs) {
      TermSums(of: $0, vocabulary: vocabulary, lengths: lengths)
    }
    var total = sums.removeFirst()
    for sum in sums { total.add(sum) }
    let counts = total.counts
    order = TermOrder.sorted(counts.indices.filter { counts[$0] > 0 }, of: vocabulary)
    weights = total.weights
    fingerprints = total.fingerprints
    self.counts = counts
    self.lengths = lengths
  }

  /// The words of each document's text, by its number.
  private static func lengths(of documents: [KeptDocument]) -> [Int] {
    var lengths = [Int](repeating: 0, count: (documents.last?.number ?? -1) + 1)
    for document in documents { lengths[document.number] = document.analysis.length }
    return lengths
  }

  var documentCount: Int { documents.count }

  /// The documents have lower numbers.
  var end: Int { (numbers.last ?? -1) + 1 }

  /// How many documents all terms have together.
  var postingCount: Int { counts.reduce(0, +) }

  /// Whether most words of the vocabulary are words of documents.
  var usesMostWords: Bool { weights.count { $0 > 0 } * 2 >= weights.count }

  /// A term as it is written in a shard.
  func bytes(of term: Int) -> [UInt8] { Array(vocabulary.terms[term]) }

  /// Whether documents have the term.
  func contains(_ term: [UInt8]) -> Bool {
    vocabulary.terms.known(term).map { counts[$0] > 0 } ?? false
  }

  /// The word of each term that weighs most, of equals the first in the order of bytes; nil where
  /// there is none.
  var commonForms: [Int?] {
    var forms = [Int?](repeating: nil, count: counts.count)
    for word in weights.indices where weights[word] > 0 {
      guard let term = vocabulary.onlyTerm(of: word) else { continue }
      if forms[term].map({ isCommoner(word, than: $0) }) ?? true { forms[term] = word }
    }
    return forms
  }

  private func isCommoner(_ word: Int, than other: Int) -> Bool {
    weights[word] == weights[other]
      ? vocabulary.words[word].lexicographicallyPrecedes(vocabulary.words[other])
      : weights[word] > weights[other]
  }

  /// Reads all documents once for the postings of some terms.
  func postings(of terms: some Collection<Int>) -> Postings {
    var slots = [Int32](repeating: -1, count: counts.count)
    // In the order of their numbers, which is that of how common they are.
    for (slot, term) in zip(0..., terms.sorted()) { slots[term] = Int32(slot) }
    var postings = Postings(slots: slots, counts: counts)
    for (document, number) in zip(documents, numbers) {
      document.forEachWord { word in
        vocabulary.forEachTerm(of: word.number) { postings.add(number, word, to: $0) }
      }
    }
    return postings
  }
}

/// What documents say of the terms and words of a vocabulary.
private struct TermSums: Sendable {
  private(set) var fingerprints: [UInt64]
  private(set) var weights: [Int]
  private(set) var counts: [Int]

  init(
    of documents: ArraySlice<KeptDocument>, vocabulary: SearchVocabulary, lengths: LengthClasses
  ) {
    var fingerprints = [UInt64](repeating: 0, count: vocabulary.terms.count)
    var weights = [Int](repeating: 0, count: vocabulary.words.count)
    var counts = [Int](repeating: 0, count: vocabulary.terms.count)
    // By term, the last document that has it.
    var last = [Int32](repeating: -1, count: counts.count)
    for document in documents {
      let number = document.number
      let place = UInt64(number) << 40 | UInt64(lengths[number]) << 32
      document.analysis.forEachWord { word in
        weights[word.number] += word.weight
        let posting = Self.mixed(place | UInt64(word.weight) << 1 | (word.isInTitle ? 1 : 0))
        vocabulary.forEachTerm(of: word.number) { term in
          fingerprints[term] &+= posting
          if last[term] != Int32(number) {
            last[term] = Int32(number)
            counts[term] += 1
          }
        }
      }
    }
    self.fingerprints = fingerprints
    self.weights = weights
    self.counts = counts
  }

  /// Adds what other documents say of the same vocabulary.
  mutating func add(_ other: TermSums) {
    for term in counts.indices {
      fingerprints[term] &+= other.fingerprints[term]
      counts[term] += other.counts[term]
    }
    for word in weights.indices { weights[word] += other.weights[word] }
  }

  /// The finalizer of SplitMix64 (Steele, Lea and Flood, “Fast Splittable Pseudorandom Number
  /// Generators”, 2014), in Stafford's variant 13.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// The documents of some terms.
struct Postings {
  /// Documents in the upper bits and frequencies in the lower eight; terms one after the other.
  private var packed: [UInt32]
  private var spans: [Span]
  /// Which span each term has; −1 where it has none.
  private let slots: [Int32]

  /// Where a term's postings begin, and where they end for now.
  private struct Span {
    let start: UInt32
    var end: UInt32
  }

  /// - Parameters:
  ///   - slots: a number from 0 on for each term that is wanted, −1 for the others.
  ///   - counts: how many documents each term has.
  fileprivate init(slots: [Int32], counts: [Int]) {
    var start = 0
    spans = []
    for term in slots.indices where slots[term] >= 0 {
      spans.append(Span(start: UInt32(start), end: UInt32(start)))
      start += counts[term]
    }
    packed = [UInt32](repeating: 0, count: start)
    self.slots = slots
  }

  /// Documents come in order; what one has several times becomes one posting.
  @inline(__always)
  fileprivate mutating func add(_ document: Int, _ word: AnalysedDocument.Word, to term: Int) {
    let slot = Int(slots[term])
    guard slot >= 0 else { return }
    let span = spans[slot]
    let end = Int(span.end)
    if end > span.start, packed[end - 1] >> 8 == UInt32(document) {
      let known = TermFrequency(packed: UInt8(truncatingIfNeeded: packed[end - 1]))
      let sum = TermFrequency(
        weighted: known.weighted + word.weight, isInTitle: known.isInTitle || word.isInTitle)
      packed[end - 1] = UInt32(document) << 8 | UInt32(sum.packed)
    } else {
      let frequency = TermFrequency(weighted: word.weight, isInTitle: word.isInTitle)
      packed[end] = UInt32(document) << 8 | UInt32(frequency.packed)
      spans[slot].end += 1
    }
  }

  /// The postings of a term that is wanted.
  subscript(term: Int) -> ArraySlice<UInt32> {
    let span = spans[Int(slots[term])]
    return packed[Int(span.start)..<Int(span.end)]
  }
}
