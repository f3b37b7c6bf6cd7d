import SiteDiagnostics

/// Text that a space and `#` behind a value make a comment, `title: Report #5 on water`, though it
/// was meant as a part of the value.
///
/// A comment is taken as meant where `#` and a space follow one word, as in
/// `status: draft  # until Sara has read it`. It is taken as text where a letter or a digit follows
/// `#` directly, where a number follows, `# 5`, and where several unquoted words precede.
struct CutText {
  /// Where `#` stands.
  let start: Int
  /// From `#` to the end of the line.
  let text: String
  /// Whether `#` stands right before a word or a number.
  private let isCertain: Bool
  private let file: SourceFile
  private let value: Range<Int>

  /// - Parameter value: the bytes of a value in the file, with nothing in them where it is empty.
  init?(behind value: Range<Int>, of file: SourceFile) {
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let rest = file.bytes[value.upperBound...].drop(while: isBlank)
    guard rest.first == UInt8(ascii: "#"), rest.startIndex > value.upperBound else { return nil }
    let comment = rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let behind = comment.dropFirst()
    let words = file.bytes[value]
    guard let next = behind.first else { return nil }
    isCertain = next.isPartOfWord || behind.drop(while: isBlank).beginsWithDigit
    guard
      isCertain
        || words.contains(where: isBlank) && words.contains(where: \.isLetter)
          && words.first != UInt8(ascii: "\"") && words.first != UInt8(ascii: "'")
    else { return nil }
    self.file = file
    self.value = value
    start = rest.startIndex
    text = String(decoding: comment, as: UTF8.self).trimmed
  }

  /// Whether the comment holds what ends brackets.
  var holdsBracketsEnd: Bool { text.utf8.contains { "]}".utf8.contains($0) } }

  /// The value with what was cut off, in quotation marks.
  ///
  /// - Parameter isInBrackets: whether a comma or a bracket ends it, else the end of the line.
  func quoted(isInBrackets: Bool) -> String? {
    let line = SourceLine(of: file, at: start, in: 0..<file.bytes.count)
    guard line.bytes.indices.contains(value.lowerBound) else { return nil }
    let whole = line.bytes[value.lowerBound...]
    if isInBrackets {
      guard isCertain || !text.contains(",") else { return nil }
      let item = whole.prefix { !",]}".utf8.contains($0) }
      return String(decoding: item, as: UTF8.self).trimmed.inStraightQuotes
    }
    let before = String(
      decoding: line.bytes[line.content.lowerBound..<value.lowerBound], as: UTF8.self)
    let text = String(decoding: whole, as: UTF8.self).trimmed.inStraightQuotes
    return text.map { (before.isEmpty ? "" : before.trimmed + " ") + $0 }
      .flatMap { $0.count <= 120 ? $0 : nil }
  }
}

extension UInt8 {
  /// A letter or a digit; what is not ASCII counts as one.
  fileprivate var isPartOfWord: Bool { isLetter || UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// A Latin letter, or a byte of what is not ASCII.
  fileprivate var isLetter: Bool {
    self >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20
  }
}

extension ArraySlice<UInt8> {
  /// Whether 0–9, ٠–٩ or ۰–۹ comes first.
  fileprivate var beginsWithDigit: Bool {
    guard let first else { return false }
    if UInt8(ascii: "0")...UInt8(ascii: "9") ~= first { return true }
    guard let second = dropFirst().first else { return false }
    return first == 0xD9 && 0xA0...0xA9 ~= second || first == 0xDB && 0xB0...0xB9 ~= second
  }
}
