import SiteDiagnostics

extension MarkdownRenderer {
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
        report(at: offset) { .duplicateNote(name, at: $0) }
      } else if !definedNotes.contains(key) {
        report(at: offset) { .unusedNote(name, at: $0) }
      }
    }
    guard !hasOpenFence else { return }
    let undefined = undefinedNotes.filter { !seen.contains($0.name.lowercased()) }
    let slips = source.notesWithoutColon(among: undefined)
    for (name, offset) in undefined {
      if let slip = slips[name.lowercased()] {
        guard slip.offset == offset else { continue }
        report(at: offset) { .noteWithoutColon(name, text: slip.text, at: $0) }
      } else {
        report(at: offset) { .undefinedNote(name, among: written.map(\.name), at: $0) }
      }
    }
  }
}

extension MarkdownSource {
  /// The names of the notes that are defined, with the places of the definitions.
  fileprivate mutating func noteDefinitions(outside literalLines: [ClosedRange<Int>])
    -> [(name: String, offset: Int)]
  {
    var definitions: [(name: String, offset: Int)] = []
    var literals = literalLines.sorted { $0.lowerBound < $1.lowerBound }[...]
    var lastLiteralLine = 0
    var start = body.lowerBound
    while let found = find([0x5B, 0x5E], in: start..<body.upperBound) {
      start = found + 2
      guard let name = definedName(at: found) else { continue }
      let line = line(at: found)
      while let literal = literals.first, literal.lowerBound <= line {
        lastLiteralLine = max(lastLiteralLine, literal.upperBound)
        literals.removeFirst()
      }
      if line <= lastLiteralLine { continue }
      definitions.append((name, found))
    }
    return definitions
  }

  /// The name in `[^name]:` where that begins a line, as cmark reads it.
  private func definedName(at offset: Int) -> String? {
    let before = file.bytes[body.lowerBound..<offset].last {
      $0 != 0x20 && $0 != UInt8(ascii: ">")
    }
    guard before == nil || before == 0x0A || before == 0x0D else { return nil }
    let rest = file.bytes[(offset + 2)..<body.upperBound]
    guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "]") || $0 <= 0x20 }),
      end > rest.startIndex, end + 1 < body.upperBound, file.bytes[end] == UInt8(ascii: "]"),
      file.bytes[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  /// Where a line begins that was meant as a note, and what the note says.
  fileprivate typealias NoteSlip = (offset: Int, text: String)

  /// The lines that were meant as notes and have no colon right behind the name: those with a colon
  /// further on, and those whose name stands in the text as well. By the names in lower case.
  fileprivate mutating func notesWithoutColon(
    among marks: [(name: String, offset: Int)]
  ) -> [String: NoteSlip] {
    let counts = Dictionary(marks.map { ($0.name.lowercased(), 1) }, uniquingKeysWith: +)
    var slips: [String: NoteSlip] = [:]
    for (name, offset) in marks where beginsParagraph(at: offset) {
      let key = name.lowercased()
      let line = file.bytes[offset..<self.offset(ofLine: line(at: offset) + 1)]
      let text = line.drop { $0 != UInt8(ascii: "]") }.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
      let hasColon = text.first == UInt8(ascii: ":")
      guard slips[key] == nil, hasColon || !text.isBlank && counts[key, default: 0] > 1 else {
        continue
      }
      let words = (hasColon ? text.dropFirst() : text).drop { $0 <= 0x20 }
      let last = words.lastIndex { $0 > 0x20 } ?? words.startIndex - 1
      slips[key] = (offset, String(decoding: words[...last], as: UTF8.self))
    }
    return slips
  }

  /// Whether a mark begins a line below an empty one, or below one that begins with such a mark.
  private mutating func beginsParagraph(at offset: Int) -> Bool {
    let line = line(at: offset)
    guard file.bytes[self.offset(ofLine: line)..<offset].isBlank else { return false }
    let above = line > 1 ? file.bytes[range(ofLines: line - 1, through: line - 1)] : []
    return above.isBlank || above.drop { $0 <= 0x20 }.starts(with: "[^".utf8)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isBlank: Bool { allSatisfy { $0 <= 0x20 } }
}
