import SiteDiagnostics

/// A line of YAML that something is wrong with, taken apart without a parser.
struct SourceLine {
  /// Without the line's end.
  let bytes: ArraySlice<UInt8>

  /// The line of `range` that holds the byte; a byte at the very end belongs to the last line that
  /// is not empty.
  init(of file: SourceFile, at byte: Int, in range: Range<Int>) {
    let all = file.bytes[range]
    var inside = Swift.min(Swift.max(byte, range.lowerBound), range.upperBound)
    if inside == range.upperBound {
      while inside > range.lowerBound, all[inside - 1].isLineEnd { inside -= 1 }
    }
    let start = all[..<inside].lastIndex(where: \.isLineEnd).map { $0 + 1 } ?? range.lowerBound
    bytes = all[start...].prefix { !$0.isLineEnd }
  }

  /// The nearest line above with anything on it.
  func previous(in file: SourceFile, _ range: Range<Int>) -> Self? {
    let above = file.bytes[range.lowerBound..<bytes.startIndex]
    guard let last = above.lastIndex(where: { !$0.isLineEnd && $0 != UInt8(ascii: " ") }) else {
      return nil
    }
    return Self(of: file, at: last, in: range)
  }

  var indentation: ArraySlice<UInt8> {
    bytes.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// Where the text of the line stands, without its indentation.
  var content: Range<Int> { indentation.endIndex..<bytes.endIndex }

  /// The colon that parts the key from the value.
  var separator: Int? {
    bytes.indices.first { index in
      bytes[index] == UInt8(ascii: ":")
        && (index + 1 == bytes.endIndex || bytes[index + 1] == UInt8(ascii: " "))
    }
  }

  /// A colon, or a character that looks like one, with text right behind it.
  var gluedColon: Range<Int>? {
    let lookalikes: [[UInt8]] = [":", "：", "﹕", "∶", "׃"].map { Array($0.utf8) }
    for index in content {
      if let found = lookalikes.first(where: { bytes[index...].starts(with: $0) }) {
        return index..<index + found.count
      }
    }
    return nil
  }

  /// Whether the line begins with a hyphen and has no space behind it.
  var isItemWithoutSpace: Bool {
    content.count > 1 && bytes[content.lowerBound] == UInt8(ascii: "-")
      && !" -".utf8.contains(bytes[content.lowerBound + 1])
  }

  /// A line without a space behind its hyphen as it is with one, if it is short enough to be shown.
  var separatedItem: String? {
    shown("- " + text(content.lowerBound + 1..<content.upperBound).trimmed)
  }

  /// The line with `: ` in place of what stands there.
  func rewritten(separatingAt colon: Range<Int>) -> String? {
    shown(
      text(content.lowerBound..<colon.lowerBound).trimmed + ": "
        + text(colon.upperBound..<bytes.endIndex).trimmed)
  }

  /// The line with its value in quotes, if it has one and is short enough to be shown.
  var quotedValue: String? {
    guard let separator else { return nil }
    return quoted(key: content.lowerBound..<separator, value: separator + 1..<bytes.endIndex)
  }

  /// A key and its value in quotes.
  func quoted(key: Range<Int>, value: Range<Int>) -> String? {
    text(value).trimmed.inStraightQuotes.flatMap { shown(text(key).trimmed + ": " + $0) }
  }

  private func shown(_ line: String) -> String? { line.count <= 120 ? line : nil }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}

extension String {
  /// As a value in the quotation marks of YAML; nil for an empty text. Marks of the text that
  /// already stand around it are taken for such as were meant.
  var inStraightQuotes: String? {
    let text = withoutCurlyQuotes ?? withoutOuterQuotes ?? self
    guard !text.isEmpty else { return nil }
    if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
    return "'\(text.replacing("'", with: "''"))'"
  }

  /// What stands between straight marks that were meant to enclose the text, and do not since there
  /// are more of them inside. Where the first of those closes, as in `"a" and "b"`, the outer marks
  /// belong to the text.
  private var withoutOuterQuotes: String? {
    guard count > 2, let mark = first, mark == "\"" || mark == "'", last == mark else { return nil }
    let inner = dropFirst().dropLast()
    guard let next = inner.firstIndex(of: mark) else { return nil }
    let isBehindLetter = inner[..<next].last.map { !$0.isWhitespace } ?? false
    let isBeforeLetter =
      inner[next...].dropFirst().first.map { $0.isLetter || $0.isNumber } ?? false
    return isBehindLetter && !isBeforeLetter ? nil : String(inner)
  }

  /// What stands between “…” or ‘…’ that enclose the whole text, with no more of them inside.
  /// («…» may well belong to a title.)
  var withoutCurlyQuotes: String? {
    for marks in [["“", "”", "„"], ["‘", "’", "‚"]] as [[Unicode.Scalar]] {
      guard unicodeScalars.count > 2, let first = unicodeScalars.first, marks.contains(first),
        let last = unicodeScalars.last, marks.contains(last)
      else { continue }
      let inner = unicodeScalars.dropFirst().dropLast()
      return inner.contains(where: marks.contains) ? nil : String(inner)
    }
    return nil
  }

  /// Without spaces and other white space at both ends.
  var trimmed: String {
    if hasPlainEnds { return self }
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether visible ASCII or an Arabic character stands at both ends, as nearly always: seen from
  /// three bytes, without a look at Unicode's tables.
  private var hasPlainEnds: Bool {
    guard let first = utf8.first, let last = utf8.last else { return true }
    guard first.isVisibleASCII || first.beginsArabic else { return false }
    return last.isVisibleASCII || (utf8.dropLast().last?.beginsArabic ?? false)
  }
}

extension UInt8 {
  fileprivate var isVisibleASCII: Bool { 0x21...0x7E ~= self }

  /// The first of the two bytes of U+0600 to U+06FF.
  fileprivate var beginsArabic: Bool { 0xD8...0xDB ~= self }
}
