/// All terms of a collection in the order of their bytes, with the documents that have them.
struct TermIndex: Sendable {
  let terms: [[UInt8]]
  /// The spelling of each term that occurs most often, not folded.
  let forms: [CommonForm]
  /// Documents in the upper bits and frequencies in the lower eight; terms one after the other.
  private let postings: [UInt32]
  private let starts: [Int]
  /// The words of each document's text.
  let lengths: [Int]

  var documentCount: Int { lengths.count }
  var postingCount: Int { postings.count }

  /// Joins what the workers found, in the order of their documents.
  init(_ parts: [PartialIndex]) {
    lengths = parts.flatMap(\.lengths)
    let (terms, forms, numbers) = Self.joined(parts)
    var starts = [Int](repeating: 0, count: terms.count + 1)
    for (part, numbers) in zip(parts, numbers) {
      for posting in part.postings { starts[numbers[Int(posting.term)] + 1] += 1 }
    }
    for index in terms.indices { starts[index + 1] += starts[index] }
    var next = starts
    var postings = [UInt32](repeating: 0, count: starts[terms.count])
    var document = 0
    for (part, numbers) in zip(parts, numbers) {
      var index = 0
      for end in part.ends {
        for posting in part.postings[index..<end] {
          let term = numbers[Int(posting.term)]
          postings[next[term]] = UInt32(document) << 8 | UInt32(posting.frequency.packed)
          next[term] += 1
        }
        index = end
        document += 1
      }
    }
    self.terms = terms
    self.forms = forms
    self.starts = starts
    self.postings = postings
  }

  /// The postings of a term, in the order of documents.
  func postings(of term: Int) -> ArraySlice<UInt32> { postings[starts[term]..<starts[term + 1]] }

  /// The term's number.
  func number(of term: [UInt8]) -> Int? {
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].lexicographicallyPrecedes(term) { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && terms[low] == term ? low : nil
  }

  /// The distinct terms in order, and the number in it of each part's own terms.
  private static func joined(
    _ parts: [PartialIndex]
  ) -> (terms: [[UInt8]], forms: [CommonForm], numbers: [[Int]]) {
    var table = WordTable()
    var forms: [CommonForm] = []
    let entries = parts.map { part in
      zip(part.terms, part.forms).map { term, form in
        let index = table.index(of: term)
        if index == forms.count {
          forms.append(form)
        } else {
          forms[index] = max(forms[index], form)
        }
        return index
      }
    }
    let terms = (0..<table.count).map { Array(table[$0]) }
    let order = terms.indices.sorted { terms[$0].lexicographicallyPrecedes(terms[$1]) }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return (
      order.map { terms[$0] }, order.map { forms[$0] }, entries.map { $0.map { ranks[$0] } }
    )
  }
}
