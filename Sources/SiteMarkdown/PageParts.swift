/// The parts of a page that have anchors beside the headings of its text.
public struct PageParts: Sendable, Hashable {
  /// How many notes the text has: `#fn1`, and `#r1` where the text refers to it.
  public internal(set) var notes = 0
  /// The numbers of the tables that have a caption: `#t3`.
  var captionedTables: [Int] = []
  /// How many callouts the text has: `#c1`.
  var callouts = 0

  /// Whether an anchor, without `#` and decoded, is one of them, or one that every page has: `main`,
  /// and `top` in any case (HTML Living Standard, 7.4.6.4, “find a potential indicated element”).
  public func hasAnchor(_ name: String) -> Bool {
    switch name {
    case "main": return true
    case "notes", "notes-title": return notes > 0
    default: break
    }
    if name.utf8.count == 3, name.lowercased() == "top" { return true }
    let letters = name.prefix { !$0.isNumber }
    let digits = name.dropFirst(letters.count)
    switch letters {
    case "fn": return number(digits).map { $0 <= notes } ?? false
    case "r": return number(digits.prefix { $0 != "-" }).map { $0 <= notes } ?? false
    case "t": return number(digits).map { captionedTables.contains($0) } ?? false
    case "c": return number(digits).map { $0 <= callouts } ?? false
    default: return false
    }
  }

  /// A positive number as the renderer writes it.
  private func number(_ digits: Substring) -> Int? {
    Int(digits).flatMap { $0 > 0 && digits == "\($0)" ? $0 : nil }
  }
}
