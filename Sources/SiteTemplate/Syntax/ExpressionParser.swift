import SiteDiagnostics

/// Reads expressions from the tokens of one tag.
struct ExpressionParser {
  private let file: SourceFile
  private let tokens: [Token]
  private var position = 0
  private var nesting = 0

  init(_ range: Range<Int>, in file: SourceFile) throws(SyntaxError) {
    self.file = file
    tokens = try Tokenizer.tokens(of: range, in: file)
  }

  var token: Token { tokens[position] }

  private var next: Token { tokens[Swift.min(position + 1, tokens.count - 1)] }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  /// Skips the sign when it comes next.
  mutating func skip(sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  /// Skips the word when it comes next.
  mutating func skip(word: String) -> Bool {
    guard token.kind == .name(word) else { return false }
    advance()
    return true
  }

  mutating func expect(sign: String) throws(SyntaxError) {
    guard skip(sign: sign) else { throw unexpected("‘\(sign)’", "«\(sign)»") }
  }

  mutating func expect(word: String) throws(SyntaxError) {
    guard skip(word: word) else { throw unexpected("‘\(word)’", "«\(word)»") }
  }

  mutating func expectName() throws(SyntaxError) -> Name {
    guard case .name(let text) = token.kind else { throw unexpected("a name", "اسمًا") }
    let name = Name(text: text, offset: token.offset)
    advance()
    return name
  }

  /// A quoted text, such as the path of a template.
  mutating func expectText() throws(SyntaxError) -> Name {
    guard case .text(let text) = token.kind else {
      throw unexpected("a text in quotes", "نصًّا بين علامتي اقتباس")
    }
    let name = Name(text: text, offset: token.offset)
    advance()
    return name
  }

  func expectEnd() throws(SyntaxError) {
    guard token.kind == .end else { throw unexpected("the end of the tag", "نهاية الوسم") }
  }

  /// `or` binds least, then `and`, `not`, comparisons; filters bind most.
  mutating func expression() throws(SyntaxError) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Limits.nesting else { throw tooDeep(at: token.offset) }
    var left = try conjunction()
    while skip(word: "or") {
      let right = try conjunction()
      left = try joined(.either(left, right), left, right)
    }
    return left
  }

  private mutating func conjunction() throws(SyntaxError) -> Expression {
    var left = try negation()
    while skip(word: "and") {
      let right = try negation()
      left = try joined(.both(left, right), left, right)
    }
    return left
  }

  private mutating func negation() throws(SyntaxError) -> Expression {
    let offset = token.offset
    var isNegated = false
    var isNot = false
    while skip(word: "not") {
      isNegated = true
      isNot.toggle()
    }
    let operand = try comparison()
    guard isNegated else { return operand }
    let inner = try joined(.not(operand), operand)
    let result = Expression(inner.kind, at: offset, depth: inner.depth)
    return isNot ? result : Expression(.not(result), at: offset, depth: result.depth + 1)
  }

  private mutating func comparison() throws(SyntaxError) -> Expression {
    let left = try filtered()
    for comparison in Comparison.allCases where skip(sign: comparison.rawValue) {
      let right = try filtered()
      return try joined(.comparison(comparison, left, right), left, right)
    }
    return left
  }

  private mutating func filtered() throws(SyntaxError) -> Expression {
    var value = try path()
    while skip(sign: "|") {
      let name = try expectName()
      let arguments = skip(sign: ":") ? try filterArguments() : []
      value = try joined(.filter(value, name, arguments: arguments), value)
    }
    return value
  }

  /// A comma before `name:` belongs to the call or include around, not to the filter.
  private mutating func filterArguments() throws(SyntaxError) -> [Expression] {
    var arguments = [try path()]
    while token.kind == .sign(","), !isNamedArgument(at: position + 1) {
      advance()
      arguments.append(try path())
    }
    return arguments
  }

  private func isNamedArgument(at index: Int) -> Bool {
    guard index + 1 < tokens.count, case .name = tokens[index].kind else { return false }
    return tokens[index + 1].kind == .sign(":")
  }

  private mutating func path() throws(SyntaxError) -> Expression {
    var value = try primary()
    while skip(sign: ".") {
      let name = try expectName()
      value = try joined(.field(of: value, name), value)
    }
    return value
  }

  private mutating func primary() throws(SyntaxError) -> Expression {
    let offset = token.offset
    switch token.kind {
    case .text(let text):
      advance()
      return Expression(.text(text), at: offset)
    case .number(let number):
      advance()
      return Expression(.number(number), at: offset)
    case .name("true"), .name("false"):
      defer { advance() }
      return Expression(.flag(token.kind == .name("true")), at: offset)
    case .name(let name):
      return try reference(Name(text: name, offset: offset))
    case .sign("("):
      advance()
      let inner = try expression()
      try expect(sign: ")")
      return inner
    default:
      throw unexpected("a value", "قيمة")
    }
  }

  private mutating func reference(_ name: Name) throws(SyntaxError) -> Expression {
    advance()
    guard skip(sign: "(") else { return Expression(.name(name.text), at: name.offset) }
    var positional: [Expression] = []
    var named: [NamedArgument] = []
    while token.kind != .sign(")") {
      if isNamedArgument(at: position) {
        named.append(try namedArgument())
      } else {
        positional.append(try expression())
      }
      guard skip(sign: ",") else { break }
    }
    try expect(sign: ")")
    let depth = (positional.map(\.depth) + named.map(\.value.depth)).max() ?? 0
    return Expression(
      .call(name, arguments: positional, named: named), at: name.offset, depth: depth + 1)
  }

  /// `name: value`
  mutating func namedArgument() throws(SyntaxError) -> NamedArgument {
    let name = try expectName()
    try expect(sign: ":")
    return NamedArgument(name: name, value: try expression())
  }

  private func joined(
    _ kind: Expression.Kind, _ parts: Expression...
  ) throws(SyntaxError) -> Expression {
    let depth = 1 + (parts.map(\.depth).max() ?? 0)
    let offset = parts.first?.offset ?? token.offset
    guard depth <= Limits.nesting else { throw tooDeep(at: offset) }
    return Expression(kind, at: offset, depth: depth)
  }

  private func tooDeep(at offset: Int) -> SyntaxError {
    SyntaxError(.nestedTooDeeply(at: file.location(atByte: offset)))
  }

  private func unexpected(_ wanted: String, _ wantedArabic: String) -> SyntaxError {
    let found = file.bytes[token.offset..<Swift.max(token.offset, endOfToken)]
    return SyntaxError(
      .unexpectedToken(
        token.kind == .end ? nil : String(decoding: found, as: UTF8.self),
        wanted: Wording(en: wanted, ar: wantedArabic), at: file.location(atByte: token.offset)))
  }

  /// Where the present token ends, blanks behind it left out.
  private var endOfToken: Int {
    var end = next.offset
    while end > token.offset, isSpace(file.bytes[end - 1]) { end -= 1 }
    return end
  }
}
