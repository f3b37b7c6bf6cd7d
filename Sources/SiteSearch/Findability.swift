extension SearchDocument {
  /// Whether any word leads to the document. Emoji, punctuation and harakat alone are no words.
  public var canBeFound: Bool {
    let names = (authors + topics).map(\.name)
    return ([title, summary] + tags + names).contains { Self.hasWords($0) }
      || Self.hasWords(in: text())
  }

  /// Whether a text has a word.
  public static func hasWords(_ text: String) -> Bool { hasWords(in: Array(text.utf8)) }

  private static func hasWords(in text: [UInt8]) -> Bool {
    WordScanner.ranges(in: text).contains { !WordAnalyzer.analyze(text[$0]).isEmpty }
  }
}
