/// The axis of categories: where they stand, and which of their names have room.
struct CategoryAxis {
  private let names: [String]
  /// The middle of each category, between the start of the axis, 0, and its end, 1.
  let positions: [Double]
  /// The part of the axis that each has where they stand at equal distances.
  let band: Double

  /// - Parameter isProportional: whether years stand as far from one another as they are in time.
  init(_ names: [String], isProportional: Bool) {
    self.names = names
    let band = 1 / Double(names.count)
    self.band = band
    let numbers = Self.increasing(names)
    if isProportional, let numbers, let first = numbers.first, let last = numbers.last {
      let length = Double(Swift.max(last - first, 1))
      positions = numbers.map { band / 2 + (1 - band) * Double($0 - first) / length }
    } else {
      positions = names.indices.map { (Double($0) + 0.5) * band }
    }
  }

  /// Whether the categories are an order such as years, in which a reader can fill in names that
  /// have no room.
  static func isOrder(_ names: [String]) -> Bool { increasing(names) != nil }

  /// Names that are whole numbers, each more than the one before.
  private static func increasing(_ names: [String]) -> [Int]? {
    let numbers = names.compactMap { ChartValue($0) }.filter { $0.decimals == 0 }.map(\.digits)
    guard numbers.count == names.count, zip(numbers, numbers.dropFirst()).allSatisfy(<) else {
      return nil
    }
    return numbers
  }

  /// Whether every name has room beside the others.
  ///
  /// - Parameter width: of the axis, in em.
  func allFit(in width: Double) -> Bool {
    names.allSatisfy { TextWidth.of($0) + Self.gap <= band * width }
  }

  /// The names that have room one after the other, from the first on.
  ///
  /// - Parameters:
  ///   - width: of the axis, in em.
  ///   - margin: room before its start, in em.
  func shown(in width: Double, margin: Double) -> [Int] {
    var end = -margin - Self.gap
    return names.indices.filter { index in
      let half = TextWidth.of(names[index]) / 2
      let middle = positions[index] * width
      guard middle - half >= end, middle + half <= width + Self.gap else { return false }
      end = middle + half + Self.gap
      return true
    }
  }

  /// What must remain free between two names, in em.
  private static let gap = 0.4
}
