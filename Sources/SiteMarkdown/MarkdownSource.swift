import SiteDiagnostics

/// The Markdown of a file, in which places are looked up.
///
/// cmark gives the lines of blocks; what stands inside them is found by searching those lines.
struct MarkdownSource {
  let file: SourceFile
  let body: Range<Int>
  private var lineStarts: [Int] = []
  /// Where the search in a block goes on, so that equal parts are found one after the other.
  var cursor = 0
  /// The same for references to characters, which are found by what they stand for.
  var referenceCursor = 0
  /// Where each destination stands that a reference definition gives.
  private var definitions: [[UInt8]: Int]?

  /// How far a part is looked for from the one before it: more than paragraphs have, and little
  /// enough that many parts which are nowhere literally cost little.
  private static let farthestSearch = 16_384

  init(file: SourceFile, body: Range<Int>) {
    self.file = file
    self.body = body
  }

  /// The byte of the file at which a line of the body begins, counted from 1 as cmark counts: a
  /// line ends with LF, CR or both.
  mutating func offset(ofLine line: Int) -> Int {
    if lineStarts.isEmpty { lineStarts = Self.starts(of: file.bytes, in: body) }
    guard line > 1 else { return body.lowerBound }
    return line <= lineStarts.count ? lineStarts[line - 1] : body.upperBound
  }

  /// The bytes of the file that a block's lines take.
  mutating func range(ofLines first: Int, through last: Int) -> Range<Int> {
    let start = offset(ofLine: first)
    return start..<max(start, offset(ofLine: max(first, last) + 1))
  }

  private var lineCount: Int { lineStarts.count }

  func location(atByte offset: Int) -> SourceLocation { file.location(atByte: offset) }

  /// Where a destination is written: in its block, else in a reference definition; where it is
  /// nowhere literally, the block's first byte.
  mutating func offset(
    ofDestination destination: UnsafeBufferPointer<UInt8>, in block: Range<Int>
  ) -> Int {
    if let found = offset(of: destination, in: block) { return found }
    let known = definitions ?? findDefinitions()
    definitions = known
    return known[Array(destination)] ?? block.lowerBound
  }

  /// Where a part of a block is written, looked for after the part that was found before it.
  mutating func offset(of part: UnsafeBufferPointer<UInt8>, in block: Range<Int>) -> Int? {
    let start = block.contains(cursor) ? cursor : block.lowerBound
    let end = min(block.upperBound, start + Self.farthestSearch)
    guard let found = find(part, in: start..<end) else { return nil }
    cursor = found + part.count
    return found
  }

  /// Where a part of a block is written, looked for after the part that was found before it.
  mutating func offset(of part: [UInt8], in block: Range<Int>) -> Int? {
    part.withUnsafeBufferPointer { offset(of: $0, in: block) }
  }

  /// Where a part of a block is written that no backslash precedes.
  mutating func unescapedOffset(of part: [UInt8], in block: Range<Int>) -> Int? {
    var start = block.lowerBound
    while let found = offset(of: part, in: block), found >= start {
      if found == 0 || file.bytes[found - 1] != UInt8(ascii: "\\") { return found }
      // Behind the end of the block the search begins anew.
      start = found + 1
    }
    return nil
  }

  /// The first place of a text in a range of the file.
  func find(_ needle: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
    needle.isEmpty ? nil : file.bytes.withUnsafeBufferPointer { $0.index(of: needle, in: range) }
  }

  /// The first place of a text in a range of the file.
  func find(_ needle: [UInt8], in range: Range<Int>) -> Int? {
    needle.withUnsafeBufferPointer { find($0, in: range) }
  }

  private func findDefinitions() -> [[UInt8]: Int] {
    var found: [[UInt8]: Int] = [:]
    var start = body.lowerBound
    while let colon = find([0x5D, 0x3A], in: start..<body.upperBound) {
      var index = colon + 2
      while index < body.upperBound, [0x20, 0x09, 0x0A, 0x0D, 0x3C].contains(file.bytes[index]) {
        index += 1
      }
      let rest = file.bytes[index..<body.upperBound]
      let end = rest.firstIndex { $0 <= 0x20 || $0 == 0x3E } ?? body.upperBound
      let destination = Array(file.bytes[index..<end])
      if found[destination] == nil { found[destination] = index }
      start = max(end, colon + 2)
    }
    return found
  }

  private static func starts(of bytes: [UInt8], in body: Range<Int>) -> [Int] {
    var starts = [body.lowerBound]
    bytes.withUnsafeBufferPointer { all in
      let text = UnsafeBufferPointer(rebasing: all[body])
      let lines = LineEnds(text)
      var index = lines.next(from: 0)
      while index < text.count {
        index += text.hasLineFeed(afterReturnAt: index) ? 2 : 1
        starts.append(body.lowerBound + index)
        index = lines.next(from: index)
      }
    }
    return starts
  }
}

extension MarkdownSource {
  /// The line of the body, counted from 1, on which a byte of the file stands.
  mutating func line(at offset: Int) -> Int {
    var low = 1
    _ = self.offset(ofLine: 1)
    var high = lineCount
    while low < high {
      let middle = (low + high + 1) / 2
      if self.offset(ofLine: middle) <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
