/// Finds the name that a misspelt one was probably meant to be.
///
/// A value holds the candidates ready to be compared with many misspelt names; a site of thousands
/// of works may have thousands of broken links.
public struct NearMiss: Sendable {
  private static let mostEdits = 4

  /// The shortest first.
  private let candidates: [Spelling]

  /// Makes names ready to be compared.
  ///
  /// - Parameter candidates: the names that there are.
  public init(_ candidates: some Sequence<String>) {
    self.candidates = Set(candidates).map { Spelling($0) }.sorted {
      $0.scalars.count < $1.scalars.count
    }
  }

  /// The candidates close enough to a misspelt name to be suggested, the nearest first.
  ///
  /// The distance is the optimal string alignment distance (Damerau–Levenshtein without repeated
  /// edits of a substring). A third of the name's length is allowed, at least one edit and at most
  /// four, so that most of many names need not be compared; a name of one letter has no near ones.
  public func suggestions(for name: String, limit: Int = 3) -> [String] {
    let wanted = Spelling(name)
    let length = wanted.scalars.count
    let allowed = Swift.min(Swift.max(1, length / 3), length - 1, Self.mostEdits)
    guard allowed >= 0 else { return [] }
    let found = candidates[ofLengths: (length - allowed)...(length + allowed)].filter {
      wanted.letters.mayBecome($0.letters, within: allowed)
    }
    return ranked(found, near: wanted, atMost: allowed, limit: limit)
  }

  /// The candidates nearest to a name, however far they are.
  public func nearest(to name: String, limit: Int) -> [String] {
    let wanted = Spelling(name)
    let longest = Swift.max(wanted.scalars.count, candidates.last?.scalars.count ?? 0)
    return ranked(candidates, near: wanted, atMost: longest, limit: limit)
  }

  private func ranked(
    _ candidates: some Sequence<Spelling>, near wanted: Spelling, atMost allowed: Int, limit: Int
  ) -> [String] {
    candidates
      .compactMap { candidate in
        Self.distance(wanted.scalars, candidate.scalars, atMost: allowed).map {
          (name: candidate.name, edits: $0)
        }
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
    guard abs(first.count - second.count) <= allowed else { return nil }
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

/// A name in lower case, as it is compared.
private struct Spelling: Sendable {
  let name: String
  let scalars: [Unicode.Scalar]
  let letters: Letters

  init(_ name: String) {
    self.name = name
    scalars = Array(name.lowercased().unicodeScalars)
    letters = Letters(of: scalars)
  }
}

/// Which letters a name has, and which it has twice; letters with the same last five bits count as
/// one.
private struct Letters: Sendable {
  /// A bit for each letter, and 32 places higher one for each that comes again.
  private var bits: UInt64 = 0

  init(of scalars: [Unicode.Scalar]) {
    for scalar in scalars {
      let bit: UInt64 = 1 << UInt64(scalar.value & 31)
      bits |= bit | (bits & bit) << 32
    }
  }

  /// False where more letters would have to go, or to come, than edits are allowed: no edit takes
  /// or adds more than one. This sets most names of a large site aside at little cost.
  func mayBecome(_ other: Self, within edits: Int) -> Bool {
    (bits & ~other.bits).nonzeroBitCount <= edits && (other.bits & ~bits).nonzeroBitCount <= edits
  }
}

extension [Spelling] {
  /// Of spellings in the order of their lengths, those of certain lengths.
  fileprivate subscript(ofLengths lengths: ClosedRange<Int>) -> ArraySlice<Spelling> {
    self[start(ofLength: lengths.lowerBound)..<start(ofLength: lengths.upperBound + 1)]
  }

  private func start(ofLength length: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].scalars.count < length { low = middle + 1 } else { high = middle }
    }
    return low
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
