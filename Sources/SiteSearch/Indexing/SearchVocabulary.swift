import SiteCache

/// Words as texts have them, numbered in the order in which they were first seen, with the terms of
/// each: folding and stemming are done once for each spelling.
public struct SearchVocabulary: Sendable {
  /// Words as they are written.
  private(set) var words = WordTable()
  private(set) var terms = WordTable()
  /// The term of each word; below zero, where its terms stand in `several`.
  private var termOfWord: [Int32] = []
  /// The terms of words that have not just one.
  private var several: [[Int]] = []

  public init() {}

  /// The number of each word of another table, given to it now if it is new.
  ///
  /// - Parameter hashes: of those words.
  mutating func numbers(of others: WordTable, hashes: [UInt32]) -> [Int] {
    let guesses = words.guesses(for: hashes)
    return others.indices.map { other in
      others.withBytes(of: other) { word in
        let (number, isNew) = words.number(of: word, hash: hashes[other], guess: guesses[other])
        if isNew {
          addTerms(WordAnalyzer.analyze(word).map { terms.number(of: Self.key(of: $0)) })
        }
        return number
      }
    }
  }

  /// Calls `body` with each term of a word.
  @inline(__always)
  func forEachTerm(of word: Int, _ body: (Int) -> Void) {
    let term = Int(termOfWord[word])
    if term >= 0 { body(term) } else { several[-1 - term].forEach(body) }
  }

  /// The term of a word that has just one.
  @inline(__always)
  func onlyTerm(of word: Int) -> Int? {
    let term = Int(termOfWord[word])
    return term < 0 ? nil : term
  }

  /// Adds the words of another vocabulary.
  ///
  /// - Returns: the number here of each of its words.
  mutating func merge(_ other: SearchVocabulary) -> [UInt32] {
    let termNumbers = terms.numbers(of: other.terms)
    let numbers = words.numbers(of: other.words)
    for (word, number) in numbers.enumerated() where number == termOfWord.count {
      var own: [Int] = []
      other.forEachTerm(of: word) { own.append(termNumbers[$0]) }
      addTerms(own)
    }
    return numbers.map { UInt32($0) }
  }

  private mutating func addTerms(_ own: [Int]) {
    if let only = own.first, own.count == 1 {
      termOfWord.append(Int32(only))
    } else {
      several.append(own)
      termOfWord.append(Int32(-several.count))
    }
  }

  private static func key(of word: AnalyzedWord) -> [UInt8] {
    StopWords.contains(word.folded) ? StopWords.key(word.folded) : word.term
  }
}

/// A vocabulary is kept in pieces, since what a build adds to it is little.
extension SearchVocabulary {
  /// Whether there are no words.
  public var isEmpty: Bool { words.count == 0 }

  /// Whether there are words that another vocabulary does not have from which this one grew.
  public func isLarger(than other: SearchVocabulary) -> Bool { words.count > other.words.count }

  /// What this vocabulary has beyond the one that it grew from.
  public func piece(since old: SearchVocabulary = SearchVocabulary()) -> [UInt8] {
    var cache = CacheWriter()
    words.write(from: old.words.count, to: &cache)
    terms.write(from: old.terms.count, to: &cache)
    cache.write(termOfWord[old.termOfWord.count...].map { Int($0) })
    cache.write(Array(several[old.several.count...]))
    return cache.bytes
  }

  /// Adds a piece to those before it.
  public mutating func add(piece: ArraySlice<UInt8>) throws(CacheDamage) {
    var cache = CacheReader(piece)
    try words.read(&cache)
    try terms.read(&cache)
    let termNumbers = try [Int](from: &cache).map { Int32(truncatingIfNeeded: $0) }
    let listed = try [[Int]](from: &cache)
    termOfWord += termNumbers
    several += listed
    guard termOfWord.count == words.count, listed.joined().allSatisfy(terms.indices.contains),
      termNumbers.allSatisfy({ Int($0) < terms.count && -1 - Int($0) < several.count })
    else { throw CacheDamage() }
  }
}
