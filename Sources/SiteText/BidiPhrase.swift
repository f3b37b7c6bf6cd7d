/// Reads a phrase of left-to-right words, from its first token to its last, across the spaces,
/// punctuation and balanced brackets between them.
struct BidiPhrase {
  private struct Extent {
    var start: Int
    var end: Int
    var isInLanguage: Bool
  }

  private let text: UTF8Text
  private let floor: Int
  private var extent: Extent
  /// What the phrase was before each bracket that is still open.
  private var open: [Extent] = []
  /// Where the phrase would begin if it goes on after a bracket that was opened before it.
  private var widerStart: Int?

  /// Brackets that may be open at once, which bounds how often a text is read again.
  private static let deepest = 8

  /// - Parameter floor: the byte before which the phrase may not begin.
  static func read(_ text: UTF8Text, at index: Int, floor: Int) -> BidiRun {
    var phrase = BidiPhrase(text, at: index, floor: floor)
    return phrase.read()
  }

  private init(_ text: UTF8Text, at index: Int, floor: Int) {
    self.text = text
    self.floor = floor
    let first = text.token(at: index)
    extent = Extent(start: index, end: first.end, isInLanguage: first.isInLanguage)
  }

  private mutating func read() -> BidiRun {
    while let next = crossGap(from: extent.end) {
      var gap = next
      var token = text.token(at: gap.index)
      // A number that words do not follow belongs to the phrase only when nothing but a space or a
      // bracket stands between them.
      while !token.hasLetters, !gap.isPlain {
        guard let further = crossGap(from: token.end) else { return finished() }
        gap = (further.index, false)
        token = text.token(at: gap.index)
      }
      accept(token)
    }
    return finished()
  }

  private mutating func accept(_ token: BidiToken) {
    if let start = widerStart { extent.start = start }
    widerStart = nil
    extent.end = token.end
    extent.isInLanguage = extent.isInLanguage || token.isInLanguage
  }

  private func finished() -> BidiRun {
    let whole = open.first ?? extent
    return BidiRun(
      start: whole.start, end: whole.end, kind: whole.isInLanguage ? .words : .leftToRight)
  }

  /// Passes over what may stand between two tokens of a phrase.
  ///
  /// - Returns: where the next token begins, and whether only spaces and brackets came before it;
  ///   nil where the phrase ends.
  private mutating func crossGap(from start: Int) -> (index: Int, isPlain: Bool)? {
    var index = start
    var isPlain = true
    var isGlued = true
    while index < text.count {
      let found = text.scalar(at: index)
      switch BidiClass(found.value) {
      case .latin, .otherLeftToRight, .digit: return (index, isPlain)
      case .space: isGlued = false
      case .neutral: isPlain = false
      case .opener:
        guard open.count < Self.deepest else { return nil }
        open.append(extent)
      case .closer:
        guard close(found, at: index, isGlued: isGlued) else { return nil }
      case .rightToLeft, .arabicSeparator, .arabicQuestionMark, .control: return nil
      }
      index += found.length
    }
    return nil
  }

  /// Takes a closing bracket into the phrase; false where it closes something outside the phrase.
  private mutating func close(
    _ bracket: (value: UInt32, length: Int), at index: Int, isGlued: Bool
  ) -> Bool {
    if !open.isEmpty {
      open.removeLast()
      if isGlued { extent.end = index + bracket.length }
      return true
    }
    let start = widerStart ?? extent.start
    guard start > floor else { return false }
    let before = text.scalar(before: start)
    guard before.value == bracket.value.openingBracket else { return false }
    if isGlued, widerStart == nil { extent.end = index }
    widerStart = start - before.length
    return true
  }
}

extension UInt32 {
  /// The bracket or quotation mark that this one closes.
  fileprivate var openingBracket: UInt32? {
    switch self {
    case 0x29: 0x28
    case 0x5D: 0x5B
    case 0x7D: 0x7B
    case 0xBB: 0xAB
    case 0x201D: 0x201C
    case 0x203A: 0x2039
    default: nil
    }
  }
}
