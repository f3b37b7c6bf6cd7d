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
  let sums: IndexSums
  /// How much each word of the vocabulary weighs in all documents.
  private let weights: [Int]

  /// - Parameters:
  ///   - documents: in the order of their numbers.
  ///   - groups: the numbers of each language's documents.
  ///   - known: what an earlier build left.
  init(
    vocabulary: SearchVocabulary, documents: [KeptDocument], groups: [Range<Int>],
    known: SearchMemory, jobs: Jobs
  ) async {
    self.vocabulary = vocabulary
    self.documents = documents.map(\.analysis)
    numbers = documents.map(\.number)
    let lengths = LengthClasses(lengths: Self.lengths(of: documents), groups: groups)
    let corrected = IndexSums(known, now: documents, vocabulary: vocabulary, lengths: lengths)
    sums =
      if let corrected { corrected } else {
        await IndexSums(of: documents, vocabulary: vocabulary, lengths: lengths, jobs: jobs)
      }
    let counts = sums.total.counts
    order = TermOrder.sorted(counts.indices.filter { counts[$0] > 0 }, of: vocabulary)
    weights = sums.total.weights
    fingerprints = sums.total.fingerprints
    self.counts = counts
  }

  var lengths: LengthClasses { sums.lengths }

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
    var postings = Postings(of: terms, counts: counts)
    for (document, number) in zip(documents, numbers) {
      document.forEachWord { word in
        vocabulary.forEachTerm(of: word.number) { postings.add(number, word, to: $0) }
      }
    }
    return postings
  }
}

/// The documents of some terms.
struct Postings {
  /// Documents in the upper bits and frequencies in the lower eight; terms one after the other.
  private var packed: [UInt32]
  /// By term.
  private var spans: [Span]

  /// Where a term's postings begin, and where they end for now.
  private struct Span {
    /// The highest number where the term is not wanted.
    var start = UInt32.max
    var end = UInt32.max
  }

  /// - Parameter counts: how many documents each term has.
  fileprivate init(of terms: some Collection<Int>, counts: [Int]) {
    var start = 0
    spans = [Span](repeating: Span(), count: counts.count)
    // In the order of their numbers, which is that of how common they are.
    for term in terms.sorted() {
      spans[term] = Span(start: UInt32(start), end: UInt32(start))
      start += counts[term]
    }
    packed = [UInt32](repeating: 0, count: start)
  }

  /// Documents come in order; what one has several times becomes one posting.
  @inline(__always)
  fileprivate mutating func add(_ document: Int, _ word: AnalysedDocument.Word, to term: Int) {
    let span = spans[term]
    guard span.start < .max else { return }
    let end = Int(span.end)
    if end > span.start, packed[end - 1] >> 8 == UInt32(document) {
      let known = TermFrequency(packed: UInt8(truncatingIfNeeded: packed[end - 1]))
      let sum = TermFrequency(
        weighted: known.weighted + word.weight, isInTitle: known.isInTitle || word.isInTitle)
      packed[end - 1] = UInt32(document) << 8 | UInt32(sum.packed)
    } else {
      let frequency = TermFrequency(weighted: word.weight, isInTitle: word.isInTitle)
      packed[end] = UInt32(document) << 8 | UInt32(frequency.packed)
      spans[term].end += 1
    }
  }

  /// The postings of a term that is wanted.
  subscript(term: Int) -> ArraySlice<UInt32> {
    packed[Int(spans[term].start)..<Int(spans[term].end)]
  }
}
