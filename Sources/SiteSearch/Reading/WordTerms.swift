/// A word of a text and what it is looked for by.
public struct WordTerms: Sendable, Hashable {
  /// As it is written.
  public let word: String
  /// A term for each part of the word; most words have one, and a word of controls has none.
  public let terms: [String]

  /// The words of a text, in order.
  public static func words(of text: String) -> [WordTerms] {
    WordScanner.words(in: text).map { word in
      WordTerms(
        word: word,
        terms: WordAnalyzer.analyze(text: word).map { String(decoding: $0.term, as: UTF8.self) })
    }
  }
}
