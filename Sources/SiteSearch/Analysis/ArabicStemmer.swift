/// A light stemmer for folded Arabic words: takes away the article with its particles, one particle
/// of one letter, and up to two suffixes.
///
/// After Larkey, Ballesteros and Connell, “Light Stemming for Arabic Information Retrieval” (2007).
/// Which particles and suffixes, and how much must remain, is what found most in the collections of
/// Documentation/Search.md.
enum ArabicStemmer {
  /// - Parameter word: folded letters of the Arabic block, two bytes each.
  static func stem(_ word: [UInt8]) -> ArraySlice<UInt8> {
    var stem = word[...]
    if let article = stem.prefix(among: articles, leaving: 3) {
      stem = stem.dropFirst(article.count)
    } else if let particle = stem.prefix(among: particles, leaving: 4) {
      stem = stem.dropFirst(particle.count)
      if let article = stem.prefix(among: article, leaving: 3) {
        stem = stem.dropFirst(article.count)
      }
    }
    for _ in 0..<2 {
      guard let suffix = stem.suffix(among: suffixes, leaving: 3) else { break }
      stem = stem.dropLast(suffix.count)
    }
    return stem
  }

  private static let article = [Letters](list: "ال")
  /// The longest first.
  private static let articles = [Letters](list: "وبال فبال وكال ولل فلل وال فال بال كال لل ال")
  private static let particles = [Letters](list: "و ف ب ل")
  /// The longest first.
  private static let suffixes = [Letters](list: "هما تها هم نا ها ان ات ون ين يه ته وا ه ي ا")
}

extension ArraySlice<UInt8> {
  /// The first of the affixes with which the word begins and which at least so many letters follow.
  fileprivate func prefix(among affixes: [Letters], leaving letters: Int) -> Letters? {
    let head = Letters(prefix(Letters.most))
    return affixes.first { count >= $0.count + 2 * letters && $0.begin(head) }
  }

  /// The first of the affixes in which the word ends and which at least so many letters precede.
  fileprivate func suffix(among affixes: [Letters], leaving letters: Int) -> Letters? {
    let tail = Letters(suffix(Letters.most))
    return affixes.first { count >= $0.count + 2 * letters && $0.end(tail) }
  }
}
