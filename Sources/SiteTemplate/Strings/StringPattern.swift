/// A translated text with places for values: `{count} minutes`.
struct StringPattern: Sendable {
  enum Part: Sendable, Hashable {
    case text(String)
    /// A value, by its place among the string's parameters.
    case argument(Int)
  }

  let parts: [Part]

  /// The names between braces, and where a brace stands that belongs to none.
  static func placeholders(in text: String) -> (names: [String], strayBrace: Bool) {
    var names: [String] = []
    var isStray = false
    for piece in pieces(of: text) {
      switch piece {
      case .placeholder(let name): names.append(name)
      case .brace: isStray = true
      case .text: break
      }
    }
    return (names, isStray)
  }

  init(_ text: String, parameters: [String]) {
    var parts: [Part] = []
    for piece in Self.pieces(of: text) {
      switch piece {
      case .text(let text): parts.append(.text(text))
      case .placeholder(let name):
        if let index = parameters.firstIndex(of: name) { parts.append(.argument(index)) }
      case .brace: break
      }
    }
    self.parts = parts
  }

  private enum Piece {
    case text(String)
    case placeholder(String)
    case brace
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
      guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else {
        pieces.append(.brace)
        rest = rest[rest.index(after: brace)...]
        continue
      }
      let name = rest[rest.index(after: brace)..<end].filter { $0 != " " }
      let isName = !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") }
      pieces.append(isName ? .placeholder(String(name)) : .brace)
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }
}
