/// What the index needs to know of a document: how many words its text has, and which words it has
/// with their weights, as numbers of a vocabulary. About two bytes for each distinct word and one
/// for its weight, so that it can be kept from one build to the next.
public struct AnalysedDocument: Sendable, Hashable {
  /// Numbers in groups of seven bits: the words of the text; then for each distinct word of the
  /// document its number in the vocabulary, and its weight times two, plus one in the title.
  public let bytes: [UInt8]

  /// What is read from `bytes`.
  struct Word {
    let number: Int
    let weight: Int
    let isInTitle: Bool
  }

  /// The words of the text.
  var length: Int {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = NumberReader(bytes)
      return reader.number()
    }
  }

  /// The same with other numbers of words.
  func renumbered(_ numbers: [UInt32]) -> AnalysedDocument {
    var renumbered: [UInt8] = []
    renumbered.reserveCapacity(bytes.count)
    renumbered.append(number: length)
    forEachWord { word in
      renumbered.append(number: Int(numbers[word.number]))
      renumbered.append(number: word.weight << 1 | (word.isInTitle ? 1 : 0))
    }
    return AnalysedDocument(bytes: renumbered)
  }

  @inline(__always)
  func forEachWord(_ body: (Word) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = NumberReader(bytes)
      _ = reader.number()
      while !reader.isAtEnd {
        let number = reader.number()
        let weight = reader.number()
        body(Word(number: number, weight: weight >> 1, isInTitle: weight & 1 == 1))
      }
    }
  }
}

/// Reads what `append(number:)` wrote.
private struct NumberReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index >= bytes.count }

  @inline(__always)
  mutating func number() -> Int {
    var value = 0
    var shift = 0
    while index < bytes.count {
      let byte = Int(bytes[index])
      index += 1
      value |= (byte & 127) << shift
      if byte < 128 { break }
      shift += 7
    }
    return value
  }
}

/// Analyses one document after another with a common vocabulary.
public struct DocumentAnalyzer {
  /// What an occurrence counts in each part of a document.
  private enum Weight {
    static let title = 3
    static let name = 3
    static let summary = 2
    static let text = 1
  }

  public private(set) var vocabulary: SearchVocabulary
  /// The words of the current document. The table stays in the processor's nearest memory, where
  /// that of all documents does not, and most words of a text are repeated in it.
  private var words = WordTable()
  /// By word of the current document.
  private var counts: [WordCount] = []

  private struct WordCount {
    let hash: UInt32
    var weight: Int
  }

  /// - Parameter vocabulary: that of the documents which were analysed before.
  public init(vocabulary: SearchVocabulary = SearchVocabulary()) {
    self.vocabulary = vocabulary
  }

  /// Looks the words of a document up, and adds those that are new to the vocabulary.
  public mutating func analyse(_ document: SearchDocument) -> AnalysedDocument {
    analyse(document, text: document.text())
  }

  /// - Parameter text: the document's.
  mutating func analyse(_ document: SearchDocument, text: [UInt8]) -> AnalysedDocument {
    words = WordTable()
    counts.removeAll(keepingCapacity: true)
    _ = read(document.title, weight: Weight.title)
    let titleCount = words.count
    for name in document.tags + document.authors.map(\.name) + document.topics.map(\.name) {
      _ = read(name, weight: Weight.name)
    }
    _ = read(document.summary, weight: Weight.summary)
    let length = text.withUnsafeBufferPointer { read($0, weight: Weight.text) }
    return AnalysedDocument(bytes: counted(length: length, titleCount: titleCount))
  }

  private mutating func counted(length: Int, titleCount: Int) -> [UInt8] {
    let numbers = vocabulary.numbers(of: words, hashes: counts.map(\.hash))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(numbers.count * 4 + 4)
    bytes.append(number: length)
    for index in numbers.indices {
      bytes.append(number: numbers[index])
      bytes.append(number: counts[index].weight << 1 | (index < titleCount ? 1 : 0))
    }
    return bytes
  }

  private mutating func read(_ text: String, weight: Int) -> Int {
    var text = text
    return text.withUTF8 { read($0, weight: weight) }
  }

  /// - Returns: the number of words.
  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, weight: Int) -> Int {
    var count = 0
    WordScanner.forEachWord(in: text) { range in
      let word = UnsafeBufferPointer(rebasing: text[range])
      let hash = WordTable.hash(word)
      let (number, isNew) = words.number(of: word, hash: hash)
      if isNew { counts.append(WordCount(hash: hash, weight: 0)) }
      counts[number].weight += weight
      count += 1
    }
    return count
  }
}
