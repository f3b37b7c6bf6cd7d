/// The terms of a collection by their numbers in its vocabulary, and what inverting its documents
/// needs. Frequent terms have low numbers, so that what is known of them lies close together.
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
  /// The terms that documents have, in the order of shards.
  let order: [Int]
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
    var bounds: [Int] = []
    for count in termCounts { bounds.append((bounds.last ?? 0) + count) }
    order = TermOrder.sorted(termCounts.indices.filter { termCounts[$0] > 0 }, of: vocabulary)
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
    vocabulary.terms.known(term).map { bounds[$0] > ($0 > 0 ? bounds[$0 - 1] : 0) } ?? false
  }

  /// The word of each term that weighs most, of equals the first in the order of bytes; nil where
  /// there is none.
  var commonForms: [Int?] {
    var forms = [Int?](repeating: nil, count: bounds.count)
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

  /// Divides the terms into ranges that have about so many postings.
  func ranges(of length: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for (term, bound) in bounds.enumerated()
    where bound >= length * (ranges.count + 1) || term == bounds.count - 1 {
      ranges.append(start..<term + 1)
      start = term + 1
    }
    return ranges
  }

  /// Reads all documents once for the postings of some terms.
  func postings(of range: Range<Int>) -> Postings {
    let before = range.lowerBound > 0 ? bounds[range.lowerBound - 1] : 0
    var postings = Postings(bounds: bounds[range].map { $0 - before })
    for part in parts {
      let terms = part.words.map { vocabulary.onlyTerm(of: Int($0)).map { Int32($0) } ?? -1 }
      for (document, number) in zip(part.documents, part.numbers) {
        document.forEachWord { word in
          let term = Int(terms[word.number])
          if range.contains(term) {
            postings.add(number, word, to: term - range.lowerBound)
          } else if term < 0 {
            vocabulary.forEachTerm(of: Int(part.words[word.number])) { term in
              if range.contains(term) { postings.add(number, word, to: term - range.lowerBound) }
            }
          }
        }
      }
    }
    return postings
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
