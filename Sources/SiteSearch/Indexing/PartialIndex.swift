/// The words of some consecutive documents: what one worker finds.
struct PartialIndex: Sendable {
  /// A term of a document with its weighted number of occurrences.
  struct Posting: Sendable {
    let term: UInt32
    let frequency: TermFrequency
  }

  /// Distinct terms, by the numbers that postings refer to.
  private(set) var terms: [[UInt8]] = []
  /// The spelling of each term that occurs most often, not folded.
  private(set) var forms: [CommonForm] = []
  private(set) var postings: [Posting] = []
  /// Where each document's postings end.
  private(set) var ends: [Int] = []
  /// The words of each document's text.
  private(set) var lengths: [Int] = []

  /// - Parameter stopWords: folded.
  init(_ documents: ArraySlice<SearchDocument>, stopWords: Set<[UInt8]>) {
    var words = DocumentWords(stopWords: stopWords)
    for document in documents {
      lengths.append(words.read(document))
      words.takeFrequencies { term, frequency in
        postings.append(Posting(term: UInt32(term), frequency: frequency))
      }
      ends.append(postings.count)
    }
    terms = words.allTerms
    forms = words.commonForms
  }
}

/// Counts the terms of one document after another.
struct DocumentWords {
  /// What an occurrence counts in each part of a document.
  enum Weight {
    static let title = 3
    static let name = 3
    static let summary = 2
    static let text = 1
  }

  /// Set in the frequency of terms that the title has.
  private static let titleMark = 1 << 24

  private let stopWords: Set<[UInt8]>
  /// Words as they are written.
  private var surfaces = WordTable()
  /// The term of each surface; below zero, a position in `several`.
  private var termOfSurface: [Int32] = []
  /// The terms of surfaces that have not just one.
  private var several: [[Int32]] = []
  private var occurrences: [Int] = []
  private var terms = WordTable()
  private var frequencies: [Int32] = []
  private var touched: [Int32] = []

  init(stopWords: Set<[UInt8]>) {
    self.stopWords = stopWords
  }

  /// Counts the words of a document.
  ///
  /// - Returns: the number of words in its text.
  mutating func read(_ document: SearchDocument) -> Int {
    _ = read(document.title, weight: Weight.title)
    for term in touched { frequencies[Int(term)] |= Int32(Self.titleMark) }
    for name in document.tags + document.authors.map(\.name) + document.topics.map(\.name) {
      _ = read(name, weight: Weight.name)
    }
    _ = read(document.summary, weight: Weight.summary)
    return document.text.withUnsafeBufferPointer { read($0, weight: Weight.text) }
  }

  /// Gives the terms of the document in the order in which they occur, and forgets them.
  mutating func takeFrequencies(_ take: (Int, TermFrequency) -> Void) {
    for term in touched {
      let frequency = Int(frequencies[Int(term)])
      take(
        Int(term),
        TermFrequency(
          weighted: frequency & (Self.titleMark - 1), isInTitle: frequency >= Self.titleMark))
      frequencies[Int(term)] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }

  var allTerms: [[UInt8]] { (0..<terms.count).map { Array(terms[$0]) } }

  /// The spelling of each term that occurs most often.
  var commonForms: [CommonForm] {
    var forms = [CommonForm](repeating: CommonForm(), count: terms.count)
    for surface in 0..<surfaces.count where termOfSurface[surface] >= 0 {
      let term = Int(termOfSurface[surface])
      let form = CommonForm(bytes: Array(surfaces[surface]), count: occurrences[surface])
      forms[term] = max(forms[term], form)
    }
    return forms
  }

  private mutating func read(_ text: String, weight: Int) -> Int {
    var text = text
    return text.withUTF8 { read($0, weight: weight) }
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, weight: Int) -> Int {
    var count = 0
    WordScanner.forEachWord(in: text) { range in
      count += 1
      let word = UnsafeBufferPointer(rebasing: text[range])
      let (surface, isNew) = surfaces.index(of: word)
      if isNew { addSurface(word) }
      occurrences[surface] += 1
      let term = termOfSurface[surface]
      if term >= 0 {
        add(term, weight)
      } else {
        for part in several[Int(-1 - term)] { add(part, weight) }
      }
    }
    return count
  }

  @inline(__always)
  private mutating func add(_ term: Int32, _ weight: Int) {
    if frequencies[Int(term)] == 0 { touched.append(term) }
    frequencies[Int(term)] += Int32(weight)
  }

  private mutating func addSurface(_ word: UnsafeBufferPointer<UInt8>) {
    let parts = WordAnalyzer.analyze(word).map { Int32(terms.index(of: key(of: $0))) }
    while frequencies.count < terms.count { frequencies.append(0) }
    occurrences.append(0)
    if let only = parts.first, parts.count == 1 {
      termOfSurface.append(only)
    } else {
      several.append(parts)
      termOfSurface.append(Int32(-several.count))
    }
  }

  private func key(of word: AnalyzedWord) -> [UInt8] {
    stopWords.contains(word.folded) ? StopWords.key(word.folded) : word.term
  }
}

/// A spelling of a term and how often it occurs.
struct CommonForm: Sendable, Comparable {
  var bytes: [UInt8] = []
  var count = 0

  static func < (first: Self, second: Self) -> Bool {
    if first.count != second.count { return first.count < second.count }
    return second.bytes.lexicographicallyPrecedes(first.bytes)
  }
}
