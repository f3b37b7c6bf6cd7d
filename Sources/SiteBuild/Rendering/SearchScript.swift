/// The browser's part of the search as it is published: without comments, indentation and spaces
/// that say nothing, which are a fifth of what a reader's phone would fetch, and with `let` for
/// `const`, which only tells its author something.
struct SearchScript {
  /// Names and other text stay as they are, and so do line breaks that may end a statement.
  ///
  /// - Parameter source: JavaScript whose regular expressions stand where a value is expected.
  static func compact(_ source: [UInt8]) -> [UInt8] {
    var script = SearchScript(source: source)
    while script.index < source.count { script.step() }
    return script.output
  }

  private let source: [UInt8]
  private var index = 0
  private var output: [UInt8] = []

  private init(source: [UInt8]) {
    self.source = source
  }

  private var last: UInt8 { output.last ?? Self.newline }

  private func byte(_ index: Int) -> UInt8 {
    index < source.count ? source[index] : Self.newline
  }

  private mutating func step() {
    let byte = source[index]
    switch byte {
    case Self.newline, UInt8(ascii: " "): skipSpace()
    case UInt8(ascii: "/") where self.byte(index + 1) == UInt8(ascii: "/"): skipLine()
    case UInt8(ascii: "/") where self.byte(index + 1) == UInt8(ascii: "*"): skipComment()
    case UInt8(ascii: "/") where isValueExpected: copyRegularExpression()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): copy(upTo: byte)
    case UInt8(ascii: "`"): copyTemplate()
    case UInt8(ascii: "c") where isDeclaration:
      output += "let".utf8
      index += "const".utf8.count
    default: copy(1)
    }
  }

  private var isDeclaration: Bool {
    !Self.isInWord(last) && source[index...].starts(with: "const ".utf8)
  }

  private mutating func copy(_ count: Int) {
    let end = min(source.count, index + count)
    output += source[index..<end]
    index = end
  }

  // MARK: Space

  /// One line break or space stays where the text would mean something else without.
  private mutating func skipSpace() {
    var hasBreak = false
    while index < source.count {
      if source[index] == Self.newline {
        hasBreak = true
      } else if source[index] == UInt8(ascii: "/"), byte(index + 1) == UInt8(ascii: "/") {
        skipLine()
        continue
      } else if source[index] != UInt8(ascii: " ") {
        break
      }
      index += 1
    }
    let next = byte(index)
    if hasBreak {
      if !Self.opening.contains(last), !Self.closing.contains(next) { output.append(Self.newline) }
    } else if Self.isInWord(last) && Self.isInWord(next)
      || last == next && Self.signs.contains(next)
    {
      output.append(UInt8(ascii: " "))
    }
  }

  private mutating func skipLine() {
    while index < source.count, source[index] != Self.newline { index += 1 }
  }

  private mutating func skipComment() {
    index += 2
    while index < source.count,
      !(source[index] == UInt8(ascii: "*") && byte(index + 1) == UInt8(ascii: "/"))
    {
      index += 1
    }
    index = min(source.count, index + 2)
  }

  // MARK: Texts

  private mutating func copy(upTo quote: UInt8) {
    copy(1)
    while index < source.count, source[index] != quote {
      copy(source[index] == Self.backslash ? 2 : 1)
    }
    copy(1)
  }

  /// With the code in it, which is not touched.
  private mutating func copyTemplate() {
    copy(1)
    var depth = 0
    while index < source.count, depth > 0 || source[index] != UInt8(ascii: "`") {
      switch source[index] {
      case Self.backslash: copy(2)
      case UInt8(ascii: "{") where depth > 0 || last == UInt8(ascii: "$"):
        depth += 1
        copy(1)
      case UInt8(ascii: "}") where depth > 0:
        depth -= 1
        copy(1)
      default: copy(1)
      }
    }
    copy(1)
  }

  private mutating func copyRegularExpression() {
    copy(1)
    var isInClass = false
    while index < source.count, isInClass || source[index] != UInt8(ascii: "/") {
      if source[index] == UInt8(ascii: "[") { isInClass = true }
      if source[index] == UInt8(ascii: "]") { isInClass = false }
      copy(source[index] == Self.backslash ? 2 : 1)
    }
    copy(1)
  }

  /// Whether a slash begins a regular expression, and does not divide.
  private var isValueExpected: Bool {
    !Self.isInWord(last) && !")]}".utf8.contains(last) || output.ends(with: "return")
  }

  // MARK: Characters

  private static let newline = UInt8(ascii: "\n")
  private static let backslash = UInt8(ascii: "\\")
  /// No statement ends after these.
  private static let opening = Array("{([,;\n=>".utf8)
  /// No statement begins with these.
  private static let closing = Array("})].?:\n".utf8)
  private static let signs = Array("+-/".utf8)

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "#"), 0x80...:
      true
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate func ends(with word: StaticString) -> Bool {
    suffix(word.utf8CodeUnitCount).elementsEqual("\(word)".utf8)
  }
}
