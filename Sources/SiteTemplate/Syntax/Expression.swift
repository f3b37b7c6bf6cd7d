/// A part of a template that has a value, with the byte where it begins.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case name(String)
    case field(of: Expression, Name)
    case not(Expression)
    case both(Expression, Expression)
    case either(Expression, Expression)
    case comparison(Comparison, Expression, Expression)
    case filter(Expression, Name, arguments: [Expression])
    case call(Name, arguments: [Expression], named: [NamedArgument])
    /// Already reported.
    case invalid
  }

  let kind: Kind
  let offset: Int
  /// How many expressions lie one inside the other.
  let depth: Int

  init(_ kind: Kind, at offset: Int, depth: Int = 1) {
    self.kind = kind
    self.offset = offset
    self.depth = depth
  }
}

/// A name and the byte where it begins.
struct Name: Sendable {
  let text: String
  let offset: Int
}

/// An argument given by name: `count: page.minutes`.
struct NamedArgument: Sendable {
  let name: Name
  let value: Expression
}

enum Comparison: String, Sendable, CaseIterable {
  case equal = "=="
  case unequal = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"

  /// Whether the comparison needs an order, not equality alone.
  var isOrdering: Bool { self != .equal && self != .unequal }
}
