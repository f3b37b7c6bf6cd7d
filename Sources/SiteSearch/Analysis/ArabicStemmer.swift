/// A light stemmer for folded Arabic words: takes away the article with its particles, one particle
/// of one letter, and up to two suffixes.
///
/// After Larkey, Ballesteros and Connell, “Light Stemming for Arabic Information Retrieval” (2007).
/// Which particles and suffixes, and how much must remain, is what found most in the collections of
/// Documentation/Search.md.
enum ArabicStemmer {
  /// - Parameter word: folded letters of the Arabic block, two bytes each.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    var stem = word[...]
    if let article = articles.first(where: { stem.starts(with: $0, leaving: 3) }) {
      stem = stem.dropFirst(article.count)
    } else if particles.contains(where: { stem.starts(with: $0, leaving: 4) }) {
      stem = stem.dropFirst(2)
      if stem.starts(with: article, leaving: 3) { stem = stem.dropFirst(article.count) }
    }
    for _ in 0..<2 {
      guard let suffix = suffixes.first(where: { stem.ends(with: $0, leaving: 3) }) else { break }
      stem = stem.dropLast(suffix.count)
    }
    return Array(stem)
  }

  private static let article = Array("ال".utf8)
  /// The longest first.
  private static let articles = bytes(
    "وبال فبال وكال ولل فلل وال فال بال كال لل ال")
  private static let particles = bytes("و ف ب ل")
  /// The longest first.
  private static let suffixes = bytes("هما تها هم نا ها ان ات ون ين يه ته وا ه ي ا")

  private static func bytes(_ list: String) -> [[UInt8]] {
    list.split(separator: " ").map { Array($0.utf8) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the word begins with the letters and at least so many others follow.
  fileprivate func starts(with prefix: [UInt8], leaving letters: Int) -> Bool {
    count >= prefix.count + 2 * letters && starts(with: prefix)
  }

  /// Whether the word ends with the letters and at least so many others come before.
  fileprivate func ends(with suffix: [UInt8], leaving letters: Int) -> Bool {
    count >= suffix.count + 2 * letters && self.suffix(suffix.count).elementsEqual(suffix)
  }
}
