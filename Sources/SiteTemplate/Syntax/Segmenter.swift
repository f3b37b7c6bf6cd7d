import SiteDiagnostics

/// Cuts a template into text and tags, drops comments, and applies whitespace control: `-` beside a
/// mark takes all white space on that side, and a tag or comment alone on its line takes the line.
struct Segmenter {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var position = 0
  private var textStart = 0
  private var segments: [Segment] = []
  private var diagnostics: [Diagnostic] = []

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
  }

  static func segments(of file: SourceFile) -> (segments: [Segment], diagnostics: [Diagnostic]) {
    var segmenter = Segmenter(file)
    segmenter.run()
    return (segmenter.segments, segmenter.diagnostics)
  }

  private mutating func run() {
    while let start = nextMark() {
      switch bytes[start + 1] {
      case UInt8(ascii: "#"): cutComment(at: start)
      case UInt8(ascii: "%"): cutTag(at: start)
      default: cutOutput(at: start)
      }
    }
    appendText(upTo: bytes.count)
  }

  /// The next `{{`, `{%` or `{#`.
  private func nextMark() -> Int? {
    var index = position
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "{") {
        switch bytes[index + 1] {
        case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "#"): return index
        default: break
        }
      }
      index += 1
    }
    return nil
  }

  private mutating func cutComment(at start: Int) {
    guard let close = firstIndex(of: "#}", from: start + 2) else {
      return failUnclosed("{#", "#}", at: start)
    }
    cut(from: start, inner: start + 2..<close, takingLine: true)
  }

  private mutating func cutOutput(at start: Int) {
    guard let close = closing("}}", from: start + 2) else {
      return failUnclosed("{{", "}}", at: start)
    }
    let inner = cut(from: start, inner: start + 2..<close, takingLine: false)
    segments.append(Segment(kind: .output, range: inner, start: start))
  }

  private mutating func cutTag(at start: Int) {
    guard let close = closing("%}", from: start + 2) else {
      return failUnclosed("{%", "%}", at: start)
    }
    let inner = cut(from: start, inner: start + 2..<close, takingLine: true)
    guard isWord(TagName.raw, in: inner) else {
      segments.append(Segment(kind: .tag, range: inner, start: start))
      return
    }
    cutRaw(from: start)
  }

  /// What stands between `{% raw %}` and `{% endraw %}` is text.
  private mutating func cutRaw(from start: Int) {
    var search = position
    while let open = firstIndex(of: "{%", from: search) {
      let end = Swift.min(open + 2 + Self.longestEndOfRaw, bytes.count)
      if let close = firstIndex(of: "%}", from: open + 2, to: end),
        isWord(TagName.endraw, in: trimmed(open + 2..<close))
      {
        cut(from: open, inner: open + 2..<close, takingLine: true)
        return
      }
      search = open + 2
    }
    diagnostics.append(
      .unclosedTag("raw", closedBy: "endraw", at: file.location(atByte: start)))
    position = bytes.count
  }

  private mutating func failUnclosed(_ open: String, _ close: String, at start: Int) {
    diagnostics.append(.unclosedMark(open, close, at: file.location(atByte: start)))
    appendText(upTo: start)
    position = bytes.count
    textStart = bytes.count
  }

  /// Ends the text before a mark, goes on behind it, and returns the inside without hyphens.
  @discardableResult
  private mutating func cut(
    from start: Int, inner: Range<Int>, takingLine: Bool
  ) -> Range<Int> {
    var textEnd = start
    var next = inner.upperBound + 2
    let trimsBefore = inner.first.map { bytes[$0] == UInt8(ascii: "-") } ?? false
    let trimsAfter =
      inner.count > (trimsBefore ? 1 : 0) && bytes[inner.upperBound - 1] == UInt8(ascii: "-")
    if takingLine, !trimsBefore, !trimsAfter, let line = blankLine(around: start..<next) {
      textEnd = line.lowerBound
      next = line.upperBound
    }
    if trimsBefore {
      while textEnd > textStart, isSpace(bytes[textEnd - 1]) { textEnd -= 1 }
    }
    if trimsAfter {
      while next < bytes.count, isSpace(bytes[next]) { next += 1 }
    }
    appendText(upTo: textEnd)
    position = next
    textStart = next
    return inner.lowerBound + (trimsBefore ? 1 : 0)..<inner.upperBound - (trimsAfter ? 1 : 0)
  }

  private mutating func appendText(upTo end: Int) {
    guard end > textStart else { return }
    segments.append(Segment(kind: .text, range: textStart..<end, start: textStart))
  }

  /// The whole line, with its line break, when nothing but blanks stands beside the tag.
  private func blankLine(around tag: Range<Int>) -> Range<Int>? {
    var start = tag.lowerBound
    while start > textStart, isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
    var end = tag.upperBound
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    if end < bytes.count {
      guard bytes[end] == UInt8(ascii: "\n") else { return nil }
      end += 1
    }
    return start..<end
  }

  /// The closing mark, outside quoted texts.
  private func closing(_ mark: StaticString, from start: Int) -> Int? {
    var index = start
    var quote: UInt8?
    while index + 1 < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if matches(mark, at: index) {
        return index
      }
      index += 1
    }
    return quote == nil ? nil : firstIndex(of: mark, from: start)
  }

  /// `endraw` with the blanks beside it, in bytes; what is longer is no such tag, so that looking
  /// for one takes linear time.
  private static let longestEndOfRaw = 64

  private func firstIndex(of mark: StaticString, from start: Int, to end: Int? = nil) -> Int? {
    var index = start
    let end = end ?? bytes.count
    while index + 1 < end {
      if matches(mark, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func matches(_ mark: StaticString, at index: Int) -> Bool {
    mark.withUTF8Buffer { bytes[index] == $0[0] && bytes[index + 1] == $0[1] }
  }

  private func isWord(_ tag: TagName, in range: Range<Int>) -> Bool {
    var range = range
    while let first = range.first, isSpace(bytes[first]) { range.removeFirst() }
    while let last = range.last, isSpace(bytes[last]) { range.removeLast() }
    return bytes[range].elementsEqual(tag.rawValue.utf8)
  }

  private func trimmed(_ inner: Range<Int>) -> Range<Int> {
    var inner = inner
    if let first = inner.first, bytes[first] == UInt8(ascii: "-") { inner.removeFirst() }
    if let last = inner.last, bytes[last] == UInt8(ascii: "-") { inner.removeLast() }
    return inner
  }
}

func isSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
}
