extension String {
  /// The string itself when it is short enough, else its beginning up to the end of a word, with
  /// an ellipsis.
  ///
  /// - Parameter length: in characters, without the ellipsis.
  func cutAtWord(length: Int) -> String {
    guard let end = index(startIndex, offsetBy: length, limitedBy: endIndex), end < endIndex else {
      return self
    }
    let start = self[..<end]
    let words = start.lastIndex(where: \.isWhitespace).map { start[..<$0] } ?? start
    let isPartOfWord = { (character: Character) in character.isLetter || character.isNumber }
    let text = words.lastIndex(where: isPartOfWord).map { words[...$0] } ?? words
    return text + "…"
  }
}
