import Glibc
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
        report(.bidiControl(finding, at: source.location(atByte: offset)))
      }
      guard let following = BidiControls.first(in: bytes, from: end) else { return }
      next = following
    }
  }

  // MARK: - Marks left in the text

  /// Looks for marks of emphasis and of notes that were meant as such and are text.
  mutating func checkMarks(in literal: UnsafeBufferPointer<UInt8>) {
    if literal.holds(UInt8(ascii: "*")) { checkEmphasis(in: literal) }
    if literal.holds(UInt8(ascii: "[")) { checkReferences(in: literal) }
  }

  /// A closing mark between punctuation and a letter closes nothing (CommonMark 0.29, section 6.4,
  /// “right-flanking”), which Arabic, where no space follows a comma or a bracket, often meets.
  private mutating func checkEmphasis(in literal: UnsafeBufferPointer<UInt8>) {
    guard let mark = literal.unclosedEmphasis else { return }
    let needle = UnsafeBufferPointer(rebasing: literal[mark...].prefix(24))
    guard let offset = source.find(needle, in: blockRange()) else { return }
    report(.emphasisNotClosed(at: source.location(atByte: offset)))
  }

  private mutating func checkReferences(in literal: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while let start = literal.range(of: "[^", from: index) {
      index = start + 2
      guard let end = literal[index...].firstIndex(of: UInt8(ascii: "]")), end > index else {
        return
      }
      let name = Array(literal[index..<end])
      guard !name.contains(where: { $0 == UInt8(ascii: "[") || $0 <= 0x20 }) else { continue }
      let mark = Array("[^".utf8) + name + [UInt8(ascii: "]")]
      if let offset = source.findUnescaped(mark, in: blockRange()) {
        undefinedNotes.append((String(decoding: name, as: UTF8.self), offset))
      }
      index = end
    }
  }

  // MARK: - Notes

  mutating func noteLiteralLines(of node: MarkdownNode) {
    literalLines.append(node.startLine...max(node.startLine, node.endLine))
  }

  /// Reports notes that nothing refers to and references to notes that are not there, both of which
  /// cmark passes over in silence.
  mutating func checkNotes(of root: MarkdownNode) {
    let written = source.noteDefinitions(outside: literalLines)
    var seen: Set<String> = []
    for (name, offset) in written {
      let key = name.lowercased()
      if !seen.insert(key).inserted {
        report(.duplicateNote(name, at: source.location(atByte: offset)))
      } else if !definedNotes.contains(key) {
        report(.unusedNote(name, at: source.location(atByte: offset)))
      }
    }
    for (name, offset) in undefinedNotes where !seen.contains(name.lowercased()) {
      report(
        .undefinedNote(
          name, among: written.map(\.name), at: source.location(atByte: offset)))
    }
  }
}

extension MarkdownSource {
  /// The names of the notes that are defined, with the places of the definitions.
  fileprivate mutating func noteDefinitions(outside literalLines: [ClosedRange<Int>])
    -> [(name: String, offset: Int)]
  {
    var definitions: [(name: String, offset: Int)] = []
    var start = body.lowerBound
    while let found = find([0x5B, 0x5E], in: start..<body.upperBound) {
      start = found + 2
      guard let name = definedName(at: found) else { continue }
      let line = line(at: found)
      if literalLines.contains(where: { $0.contains(line) }) { continue }
      definitions.append((name, found))
    }
    return definitions
  }

  /// The name in `[^name]:` where that begins a line, as cmark reads it.
  private func definedName(at offset: Int) -> String? {
    let lineStart = file.bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    let indent = file.bytes[max(lineStart, body.lowerBound)..<offset]
    guard indent.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: ">") }) else { return nil }
    let rest = file.bytes[(offset + 2)..<body.upperBound]
    guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "]") || $0 <= 0x20 }),
      end > rest.startIndex, end + 1 < body.upperBound, file.bytes[end] == UInt8(ascii: "]"),
      file.bytes[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ byte: UInt8) -> Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, Int32(byte), count) != nil
  }

  fileprivate func range(of literal: StaticString, from start: Int) -> Int? {
    let text = UTF8Text(bytes: self)
    return indices[start...].first { text.has(literal, at: $0) }
  }

  /// Where an emphasis begins, or ends, that was meant and is text: `**` beside a right-to-left
  /// letter, or `*…*` whose second mark stands between punctuation and such a letter.
  fileprivate var unclosedEmphasis: Int? {
    let text = UTF8Text(bytes: self)
    var opening: Int?
    for index in indices where self[index] == UInt8(ascii: "*") {
      if index > 0, self[index - 1] == UInt8(ascii: "*") { continue }
      let isDouble = index + 1 < count && self[index + 1] == UInt8(ascii: "*")
      let end = isDouble ? index + 2 : index + 1
      let before = index > 0 ? text.scalar(before: index).value : 0x20
      let after = end < count ? text.scalar(at: end).value : 0x20
      let touches = BidiClass(before) == .rightToLeft || BidiClass(after) == .rightToLeft
      if isDouble, touches { return index }
      if let opening, BidiClass(after) == .rightToLeft, before > 0x20 { return opening }
      if !isDouble, after > 0x20 { opening = index }
    }
    return nil
  }
}
