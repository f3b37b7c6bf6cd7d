/// A place in a file, as people count: lines and characters from 1.
public struct SourceLocation: Sendable, Hashable {
  /// Relative to the site's folder.
  public let path: String
  /// From 1; nil where the file as a whole is meant.
  public let line: Int?
  /// From 1, in Unicode scalars, as editors count them; nil where the line or the file is meant.
  public let column: Int?
  /// The text of the line, for messages that show it.
  public let excerpt: String?

  /// A place as exact as is known: a file, a line, a column.
  public init(path: String, line: Int? = nil, column: Int? = nil, excerpt: String? = nil) {
    self.path = path
    self.line = line
    self.column = column
    self.excerpt = excerpt
  }

  /// The place with only the start of its line, for lines that are long and say little.
  public func shortened(to characters: Int) -> SourceLocation {
    guard let excerpt, excerpt.count > characters else { return self }
    return SourceLocation(
      path: path, line: line, column: column, excerpt: excerpt.prefix(characters) + "…")
  }
}

extension SourceLocation: Comparable {
  /// By path, line and column; a whole file comes before its lines.
  public static func < (first: Self, second: Self) -> Bool {
    (first.path, first.line ?? 0, first.column ?? 0)
      < (second.path, second.line ?? 0, second.column ?? 0)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `path:line:column`, without the parts that are not known.
  public var description: String {
    [path, line.map(String.init), column.map(String.init)].compactMap(\.self)
      .joined(separator: ":")
  }
}
