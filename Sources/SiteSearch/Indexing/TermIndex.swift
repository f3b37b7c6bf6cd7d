/// All terms of a collection in their order, and what inverting its documents needs.
struct TermIndex: Sendable {
  /// Consecutive documents that were analysed with one vocabulary.
  struct Part: Sendable {
    let documents: [AnalysedDocument]
    /// The number of each document in the index.
    let numbers: ArraySlice<Int>
    /// The number in the common vocabulary of each word of the part's own.
    let words: [UInt32]
  }

  let vocabulary: SearchVocabulary
  let parts: [Part]
  let terms: [[UInt8]]
  /// The place of each term of the vocabulary in `terms`; below zero where no document has it.
  private let ranks: [Int32]
  /// How much each word of the vocabulary weighs in all documents.
  private let weights: [Int]
  /// How many postings a term and all before it have at most.
  private let bounds: [Int]

  /// The postings there are at most: words that share a term count apart.
  var postingCount: Int { bounds.last ?? 0 }

  init(vocabulary: SearchVocabulary, parts: [Part]) {
    self.vocabulary = vocabulary
    self.parts = parts
    var weights = [Int](repeating: 0, count: vocabulary.words.count)
    var counts = [Int](repeating: 0, count: vocabulary.words.count)
    for part in parts {
      for document in part.documents {
        document.forEachWord { word in
          let number = Int(part.words[word.number])
          weights[number] += word.weight
          counts[number] += 1
        }
      }
    }
    var termCounts = [Int](repeating: 0, count: vocabulary.terms.count)
    for word in counts.indices {
      vocabulary.forEachTerm(of: word) { termCounts[$0] += counts[word] }
    }
    let order = TermOrder.sorted(termCounts.indices.filter { termCounts[$0] > 0 }, of: vocabulary)
    var ranks = [Int32](repeating: -1, count: termCounts.count)
    var bounds: [Int] = []
    for (rank, term) in order.enumerated() {
      ranks[term] = Int32(rank)
      bounds.append((bounds.last ?? 0) + termCounts[term])
    }
    terms = order.map { Array(vocabulary.terms[$0]) }
    self.ranks = ranks
    self.weights = weights
    self.bounds = bounds
  }

  var documentCount: Int { parts.reduce(0) { $0 + $1.documents.count } }

  /// The words of each document's text, by its number.
  var lengths: [Int] {
    var lengths = [Int](repeating: 0, count: (parts.last?.numbers.last ?? -1) + 1)
    for part in parts {
      for (number, document) in zip(part.numbers, part.documents) {
        lengths[number] = document.length
      }
    }
    return lengths
  }

  /// Whether documents have the term.
  func contains(_ term: [UInt8]) -> Bool {
    vocabulary.terms.known(term).map { ranks[$0] >= 0 } ?? false
  }

  /// The spelling of each term that weighs most; of equals the first in the order of bytes.
  var commonForms: [ArraySlice<UInt8>] {
    var forms = [Int](repeating: -1, count: terms.count)
    for word in weights.indices where weights[word] > 0 {
      var own: [Int] = []
      vocabulary.forEachTerm(of: word) { own.append(Int(ranks[$0])) }
      guard let rank = own.first, own.count == 1 else { continue }
      let best = forms[rank]
      let isBetter =
        best < 0 || weights[word] > weights[best]
        || weights[word] == weights[best]
          && vocabulary.words[word].lexicographicallyPrecedes(vocabulary.words[best])
      if isBetter { forms[rank] = word }
    }
    return forms.map { $0 < 0 ? [] : vocabulary.words[$0] }
  }

  /// Divides the terms into ranges that have about so many postings.
  func ranges(of length: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for (rank, bound) in bounds.enumerated()
    where bound >= length * (ranges.count + 1) || rank == bounds.count - 1 {
      ranges.append(start..<rank + 1)
      start = rank + 1
    }
    return ranges
  }

  /// Reads all documents once for the postings of some terms.
  func postings(of range: Range<Int>) -> Postings {
    let before = range.lowerBound > 0 ? bounds[range.lowerBound - 1] : 0
    var postings = Postings(bounds: bounds[range].map { $0 - before })
    for part in parts {
      let ranks = localRanks(of: part, in: range)
      for (document, number) in zip(part.documents, part.numbers) {
        document.forEachWord { word in
          let rank = Int(ranks[word.number])
          if rank >= 0 {
            postings.add(number, word, to: rank)
          } else if rank < -1 {
            vocabulary.forEachTerm(of: Int(part.words[word.number])) { term in
              let rank = Int(self.ranks[term])
              if range.contains(rank) { postings.add(number, word, to: rank - range.lowerBound) }
            }
          }
        }
      }
    }
    return postings
  }

  /// The place in the range of each of a part's words; -1 for words of other terms, -2 for words
  /// of several terms.
  private func localRanks(of part: Part, in range: Range<Int>) -> [Int32] {
    part.words.map { word in
      var local: Int32 = -1
      var count = 0
      vocabulary.forEachTerm(of: Int(word)) { term in
        let rank = Int(ranks[term])
        if range.contains(rank) { local = Int32(rank - range.lowerBound) }
        count += 1
      }
      return count == 1 ? local : -2
    }
  }
}

/// The documents of some terms.
struct Postings {
  /// Documents in the upper bits and frequencies in the lower eight; terms one after the other.
  private var packed: [UInt32]
  private var spans: [Span]

  /// Where a term's postings begin, and where they end for now.
  private struct Span {
    let start: UInt32
    var end: UInt32
  }

  /// - Parameter bounds: where each term's postings end at most.
  init(bounds: [Int]) {
    spans = zip([0] + bounds, bounds).map { start, _ in
      Span(start: UInt32(start), end: UInt32(start))
    }
    packed = [UInt32](repeating: 0, count: bounds.last ?? 0)
  }

  /// Documents come in order; what one has several times becomes one posting.
  @inline(__always)
  mutating func add(_ document: Int, _ word: AnalysedDocument.Word, to term: Int) {
    let span = spans[term]
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

  subscript(term: Int) -> ArraySlice<UInt32> {
    packed[Int(spans[term].start)..<Int(spans[term].end)]
  }
}
