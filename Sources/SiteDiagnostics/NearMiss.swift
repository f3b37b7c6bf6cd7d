/// Finds the name that a misspelt one was probably meant to be.
///
/// A value holds the candidates ready to be compared with many misspelt names; a site of thousands
/// of works may have thousands of broken links.
public struct NearMiss: Sendable {
  private let candidates: [(name: String, scalars: [Unicode.Scalar])]

  /// - Parameter candidates: the names that there are.
  public init(_ candidates: some Sequence<String>) {
    self.candidates = Set(candidates).map { ($0, Array($0.lowercased().unicodeScalars)) }
  }

  /// The candidates close enough to a misspelt name to be suggested, the nearest first.
  ///
  /// The distance is the optimal string alignment distance (Damerau–Levenshtein without repeated
  /// edits of a substring), and a third of the name's length, at least one edit, is allowed; a name
  /// of one letter has no near ones.
  public func suggestions(for name: String, limit: Int = 3) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    let allowed = Swift.min(Swift.max(1, wanted.count / 3), wanted.count - 1)
    return
      candidates
      .compactMap { candidate in
        Self.distance(wanted, candidate.scalars, atMost: allowed).map {
          (name: candidate.name, edits: $0)
        }
      }
      .sorted { ($0.edits, $0.name) < ($1.edits, $1.name) }
      .prefix(limit)
      .map(\.name)
  }

  /// The candidates nearest to a name, however far they are.
  public func nearest(to name: String, limit: Int) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    return
      candidates
      .map { candidate in
        let most = Swift.max(wanted.count, candidate.scalars.count)
        return (
          name: candidate.name,
          edits: Self.distance(wanted, candidate.scalars, atMost: most) ?? most
        )
      }
      .sorted { ($0.edits, $0.name) < ($1.edits, $1.name) }
      .prefix(limit)
      .map(\.name)
  }

  /// What `suggestions(for:limit:)` gives, for a single name.
  public static func suggestions(
    for name: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    NearMiss(candidates).suggestions(for: name, limit: limit)
  }

  /// The number of edits between two names, or nil where it is more than `allowed`. Only the
  /// diagonal band that so few edits can reach is looked at (Ukkonen 1985).
  private static func distance(
    _ first: [Unicode.Scalar], _ second: [Unicode.Scalar], atMost allowed: Int
  ) -> Int? {
    guard allowed >= 0, abs(first.count - second.count) <= allowed else { return nil }
    let far = allowed + 1
    var beforePrevious = [Int](repeating: far, count: second.count + 1)
    var previous = (0...second.count).map { Swift.min($0, far) }
    var current = beforePrevious
    for row in 0..<first.count {
      let start = Swift.max(0, row - allowed)
      let end = Swift.min(second.count, row + allowed + 1)
      current[start] = start == 0 ? Swift.min(row + 1, far) : far
      var nearest = current[start]
      for column in start..<end {
        var best = previous[column] + (first[row] == second[column] ? 0 : 1)
        best = Swift.min(best, previous[column + 1] + 1, current[column] + 1, far)
        if row > 0, column > 0, first[row] == second[column - 1],
          first[row - 1] == second[column]
        {
          best = Swift.min(best, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = best
        nearest = Swift.min(nearest, best)
      }
      if end < second.count { current[end + 1] = far }
      guard nearest <= allowed else { return nil }
      swap(&beforePrevious, &previous)
      swap(&previous, &current)
    }
    return previous[second.count] <= allowed ? previous[second.count] : nil
  }
}

extension Wording {
  /// “Did you mean …?” for a misspelt name, or nil when nothing is near.
  public static func didYouMean(_ name: String, among candidates: some Sequence<String>)
    -> Wording?
  {
    didYouMean(NearMiss.suggestions(for: name, among: candidates))
  }

  /// “Did you mean …?” for names that are near, or nil when there are none.
  public static func didYouMean(_ near: [String]) -> Wording? {
    guard !near.isEmpty else { return nil }
    return Wording(
      en: "did you mean " + near.map { "‘\($0)’" }.joined(separator: " or ") + "?",
      ar: "هل تقصد " + near.map { "«\($0)»" }.joined(separator: " أو ") + "؟")
  }
}
