import SiteDiagnostics
import SiteText

extension MarkdownRenderer {
  // MARK: - Bidi controls

  /// Reports characters that show a text in an order it is not written in (Boucher and Anderson,
  /// “Trojan Source”, 2021). What opens on a line must close on it.
  mutating func checkControls(in bytes: UnsafeBufferPointer<UInt8>) {
    guard var next = BidiControls.first(in: bytes, from: 0) else { return }
    while true {
      let start = bytes[..<next].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let end = bytes[next...].firstIndex(of: 0x0A) ?? bytes.count
      for finding in BidiControls.all(in: UnsafeBufferPointer(rebasing: bytes[start..<end])) {
        let offset = source.body.lowerBound + start + finding.offset
        report(at: offset) { .bidiControl(finding, at: $0) }
      }
      guard let following = BidiControls.first(in: bytes, from: end) else { return }
      next = following
    }
  }

  // MARK: - Marks left in the text

  /// Looks for marks of emphasis, of notes and of links that were meant as such and are text.
  mutating func checkMarks(in literal: UnsafeBufferPointer<UInt8>) {
    let start = source.cursor
    if literal.holds(UInt8(ascii: "*")) {
      checkEmphasis(in: literal)
    }
    if literal.holds(UInt8(ascii: "[")) {
      source.cursor = start
      checkReferences(in: literal)
    }
    if literal.holds(UInt8(ascii: "]")) {
      source.cursor = start
      checkLinks(in: literal)
    }
  }

  /// A closing mark between punctuation and a letter closes nothing (CommonMark 0.29, section 6.4,
  /// “right-flanking”), which Arabic, where no space follows a comma or a bracket, often meets.
  private mutating func checkEmphasis(in literal: UnsafeBufferPointer<UInt8>) {
    guard markChecks > 0, let mark = literal.unclosedEmphasis else { return }
    markChecks -= 1
    let needle = UnsafeBufferPointer(rebasing: literal[mark...].prefix(24))
    guard let offset = source.offset(of: needle, in: blockRange()) else { return }
    report(at: offset) { .emphasisNotClosed(at: $0) }
  }

  private mutating func checkReferences(in literal: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while markChecks > 0, let start = literal.referenceStart(from: index) {
      markChecks -= 1
      index = start + 2
      guard let end = literal[index...].firstIndex(of: UInt8(ascii: "]")), end > index else {
        return
      }
      let name = Array(literal[index..<end])
      guard !name.contains(where: { $0 == UInt8(ascii: "[") || $0 <= 0x20 }) else { continue }
      let mark = Array("[^".utf8) + name + [UInt8(ascii: "]")]
      if let offset = source.unescapedOffset(of: mark, in: blockRange()) {
        undefinedNotes.append((String(decoding: name, as: UTF8.self), offset))
      }
      index = end
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where `[^` is found from a byte on.
  fileprivate func referenceStart(from start: Int) -> Int? {
    var index = start
    while index + 1 < count {
      if self[index] == UInt8(ascii: "["), self[index + 1] == UInt8(ascii: "^") { return index }
      index += 1
    }
    return nil
  }

  /// Where an emphasis begins, or ends, that was meant and is text: `**` beside an Arabic letter,
  /// or `*…*` whose second mark stands between a character that is no space and such a letter.
  fileprivate var unclosedEmphasis: Int? {
    var opening: Int?
    for index in indices where self[index] == UInt8(ascii: "*") {
      if index > 0, self[index - 1] == UInt8(ascii: "*") { continue }
      let isDouble = index + 1 < count && self[index + 1] == UInt8(ascii: "*")
      let end = isDouble ? index + 2 : index + 1
      let isBeforeLetter = end + 1 < count && isArabicLetter(at: end)
      let isAfterLetter = index > 1 && isArabicLetter(at: index - 2)
      if isDouble, isBeforeLetter || isAfterLetter { return index }
      if let opening, isBeforeLetter, self[index - 1] > 0x20 { return opening }
      if !isDouble, end < count, self[end] > 0x20 { opening = index }
    }
    return nil
  }

  /// True where a character of U+0600–06FF stands that is not `،`, `؛` or `؟`.
  private func isArabicLetter(at index: Int) -> Bool {
    guard self[index] & 0xFC == 0xD8 else { return false }
    return self[index] != 0xD8 || ![0x8C, 0x9B, 0x9F].contains(self[index + 1])
  }
}
