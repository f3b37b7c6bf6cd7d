/// A stretch of a template: text, or what stands between the marks of a tag.
struct Segment: Sendable {
  enum Kind: Sendable {
    case text
    /// Between `{{` and `}}`.
    case output
    /// Between `{%` and `%}`.
    case tag
  }

  let kind: Kind
  /// The bytes inside the marks; of a text, those that are printed.
  var range: Range<Int>
  /// Where the mark begins.
  let start: Int
}
