/// Finds the name that a misspelt one was probably meant to be.
public enum NearMiss {
  /// The candidates close enough to a misspelt name to be suggested, the nearest first.
  ///
  /// The distance is the optimal string alignment distance (Damerau–Levenshtein without repeated
  /// edits of a substring), and a third of the name's length, at least one edit, is allowed; a name
  /// of one letter has no near ones.
  public static func suggestions(
    for name: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    let allowed = Swift.max(1, wanted.count / 3)
    return
      Set(candidates)
      .map { (name: $0, edits: distance(wanted, Array($0.lowercased().unicodeScalars))) }
      .filter { $0.edits <= allowed && $0.edits < Swift.max(1, wanted.count) }
      .sorted { ($0.edits, $0.name) < ($1.edits, $1.name) }
      .prefix(limit)
      .map(\.name)
  }

  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for (row, scalar) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var best = Swift.min(
          previous[column] + (scalar == other ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, scalar == second[column - 1], first[row - 1] == other {
          best = Swift.min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }
}

extension Wording {
  /// “Did you mean …?” for a misspelt name, or nil when nothing is near.
  public static func didYouMean(_ name: String, among candidates: some Sequence<String>)
    -> Wording?
  {
    let near = NearMiss.suggestions(for: name, among: candidates)
    guard !near.isEmpty else { return nil }
    return Wording(
      en: "did you mean " + near.map { "‘\($0)’" }.joined(separator: " or ") + "?",
      ar: "هل تقصد " + near.map { "«\($0)»" }.joined(separator: " أو ") + "؟")
  }
}
