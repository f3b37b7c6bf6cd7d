import SiteDiagnostics

/// A word or sign inside a tag.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case name(String)
    case text(String)
    case number(Int)
    case sign(String)
    case end
  }

  let kind: Kind
  let offset: Int
}

/// Reads the tokens between the marks of a tag.
struct Tokenizer {
  private let file: SourceFile
  private let begin: Int
  private let end: Int
  private var position: Int
  private var tokens: [Token] = []

  private init(_ file: SourceFile, _ range: Range<Int>) {
    self.file = file
    begin = range.lowerBound
    position = begin
    end = range.upperBound
  }

  /// The tokens of a range of the file, closed by an `end` token.
  static func tokens(of range: Range<Int>, in file: SourceFile) throws(SyntaxError) -> [Token] {
    var tokenizer = Tokenizer(file, range)
    while try tokenizer.readToken() {}
    tokenizer.append(.end, at: range.upperBound)
    return tokenizer.tokens
  }

  private var byte: UInt8? { position < end ? file.bytes[position] : nil }

  private mutating func append(_ kind: Token.Kind, at offset: Int) {
    tokens.append(Token(kind: kind, offset: offset))
  }

  private mutating func readToken() throws(SyntaxError) -> Bool {
    while let byte, isSpace(byte) { position += 1 }
    guard let byte else { return false }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try readText(quote: byte)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case _ where isNameByte(byte): readName()
    default: try readSign()
    }
    return true
  }

  private mutating func readName() {
    let start = position
    while let byte, isNameByte(byte) { position += 1 }
    append(.name(String(decoding: file.bytes[start..<position], as: UTF8.self)), at: start)
  }

  private mutating func readNumber() throws(SyntaxError) {
    let start = position
    while let byte, isNameByte(byte) { position += 1 }
    let digits = String(decoding: file.bytes[start..<position], as: UTF8.self)
    guard let number = Int(digits) else {
      throw SyntaxError(.invalidNumber(digits, at: file.location(atByte: start)))
    }
    append(.number(number), at: start)
  }

  private mutating func readText(quote: UInt8) throws(SyntaxError) {
    let start = position
    var content: [UInt8] = []
    position += 1
    while let byte, byte != quote {
      if byte == UInt8(ascii: "\\"), position + 1 < end {
        position += 1
        let escaped = file.bytes[position]
        content.append(escaped == UInt8(ascii: "n") ? UInt8(ascii: "\n") : escaped)
      } else {
        content.append(byte)
      }
      position += 1
    }
    guard byte == quote else {
      throw SyntaxError(.unclosedText(at: file.location(atByte: start)))
    }
    position += 1
    append(.text(String(decoding: content, as: UTF8.self)), at: start)
  }

  private mutating func readSign() throws(SyntaxError) {
    let start = position
    for sign in Self.signs where file.bytes[start..<end].starts(with: sign.utf8) {
      position += sign.utf8.count
      return append(.sign(sign), at: start)
    }
    guard file.bytes[start] != UInt8(ascii: "}") else {
      throw SyntaxError(.halfEnd(closing, at: file.location(atByte: start)))
    }
    let character = String(decoding: file.bytes[start..<end], as: UTF8.self).first ?? " "
    throw SyntaxError(
      .unexpectedCharacter(String(character), at: file.location(atByte: start)))
  }

  /// What ends the tag, by the sign that opened it.
  private var closing: String {
    let opening = file.bytes[..<begin].last { $0 != UInt8(ascii: "-") }
    return opening == UInt8(ascii: "%") ? "%}" : "}}"
  }

  private static let signs =
    Comparison.allCases.map(\.rawValue) + ["=", ".", ",", ":", "|", "(", ")"]
}

/// Letters, digits and the underscore: names of templates are ASCII.
private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
    true
  default: false
  }
}

/// What stops the reading of one tag; the next is read all the same.
struct SyntaxError: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
