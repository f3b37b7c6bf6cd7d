import SiteDiagnostics

/// One piece of a template, with the byte where it begins.
struct Node: Sendable {
  enum Kind: Sendable {
    /// Bytes of the file.
    case text(Range<Int>)
    case output(Expression)
    case conditional(branches: [Branch], otherwise: [Node]?)
    case loop(Loop)
    case assignment(Name, Expression)
    case block(Name, body: [Node])
    case include(Include)
  }

  let kind: Kind
  let offset: Int
}

/// `if` or `elif` with its condition.
struct Branch: Sendable {
  let condition: Expression
  let body: [Node]
}

struct Loop: Sendable {
  let variable: Name
  let list: Expression
  let limit: Expression?
  let start: Expression?
  let body: [Node]
  let otherwise: [Node]?
}

struct Include: Sendable {
  let path: Name
  let arguments: [NamedArgument]
}

/// A template as it was written, its syntax checked and nothing else.
struct ParsedTemplate: Sendable {
  /// The path in the folder of templates, by which other templates name it.
  let name: String
  let file: SourceFile
  /// The template that it extends.
  let parent: Name?
  let nodes: [Node]
}

/// The tags that begin with `{%`.
enum TagName: String, CaseIterable, Sendable {
  case `if`
  case elif
  case `else`
  case endif
  case `for`
  case endfor
  case set
  case block
  case endblock
  case extends
  case include
  case raw
  case endraw
}
