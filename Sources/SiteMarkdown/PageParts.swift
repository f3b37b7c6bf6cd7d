/// The parts of a page that have anchors beside the headings of its text.
public struct PageParts: Sendable, Hashable {
  /// How often the text refers to each of its notes: `#fn1`, and `#r1`, `#r1-2` where it does so.
  public internal(set) var noteReferences: [Int] = []
  /// The numbers of the tables that have a caption: `#t3`.
  var captionedTables: [Int] = []
  /// How many callouts the text has: `#c1`.
  var callouts = 0

  /// Whether an anchor, without `#` and decoded, is one of them, or one that every page has: `main`,
  /// and `top` in any case (HTML Living Standard, 7.4.6.4, “find a potential indicated element”).
  public func hasAnchor(_ name: String) -> Bool {
    switch name {
    case "main": return true
    case "notes", "notes-title": return !noteReferences.isEmpty
    default: break
    }
    if name.utf8.count == 3, name.lowercased() == "top" { return true }
    let letters = name.prefix { !$0.isNumber }
    let digits = name.dropFirst(letters.count)
    switch letters {
    case "fn": return number(digits).map { $0 <= noteReferences.count } ?? false
    case "r": return isReference(digits)
    case "t": return number(digits).map { captionedTables.contains($0) } ?? false
    case "c": return number(digits).map { $0 <= callouts } ?? false
    default: return false
    }
  }

  /// Whether the text refers to a note where `1`, or `1-2` for the second time, says.
  private func isReference(_ digits: Substring) -> Bool {
    let parts = digits.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let note = number(first), note <= noteReferences.count
    else { return false }
    guard parts.count == 2 else { return noteReferences[note - 1] > 0 }
    return number(parts[1]).map { $0 > 1 && $0 <= noteReferences[note - 1] } ?? false
  }

  /// A positive number as the renderer writes it.
  private func number(_ digits: Substring) -> Int? {
    Int(digits).flatMap { $0 > 0 && digits == "\($0)" ? $0 : nil }
  }
}
