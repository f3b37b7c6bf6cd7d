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

extension SearchVocabulary: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(words)
    cache.write(terms)
    cache.write(termOfWord.map { Int($0) })
    cache.write(several)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    words = try WordTable(from: &cache)
    terms = try WordTable(from: &cache)
    termOfWord = try [Int](from: &cache).map { Int32(truncatingIfNeeded: $0) }
    several = try [[Int]](from: &cache)
    let all = termOfWord.lazy.filter { $0 >= 0 }.map { Int($0) } + several.joined()
    guard termOfWord.count == words.count, all.allSatisfy(terms.indices.contains),
      termOfWord.allSatisfy({ -1 - Int($0) < several.count })
    else { throw CacheDamage() }
  }
}
