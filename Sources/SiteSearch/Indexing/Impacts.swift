import Foundation

/// What a term says about a document, as a small number (BM25: Robertson and Zaragoza, “The
/// Probabilistic Relevance Framework”, 2009), and what a term says at all.
struct Impacts: Sendable {
  /// How soon more occurrences stop saying more.
  private static let saturation = 1.2
  /// How much the length of a text counts.
  private static let lengthShare = 0.5
  /// The number of steps between no and any number of occurrences.
  static let steps = 16.0
  /// Impacts are at most this.
  static let highest = 15

  private let norms: [Double]

  /// - Parameters:
  ///   - lengths: the words of each document.
  ///   - groups: the documents of each language, which are compared with each other.
  init(lengths: [Int], groups: [Range<Int>]) {
    var norms = [Double](repeating: 1, count: lengths.count)
    for group in groups where !group.isEmpty {
      let average = max(1, Double(lengths[group].reduce(0, +)) / Double(group.count))
      for document in group {
        let share = Double(lengths[document]) / average
        norms[document] = Self.saturation * (1 - Self.lengthShare + Self.lengthShare * share)
      }
    }
    self.norms = norms
  }

  /// From 1 to 15.
  func impact(frequency: UInt8, in document: Int) -> Int {
    let weighted = Double(frequency)
    let impact = weighted / (weighted + norms[document])
    return min(Self.highest, max(1, Int((impact * Self.steps).rounded())))
  }

  /// The weight of a term that so many documents have, from 1 to 255.
  static func weight(documents: Int, of all: Int) -> UInt8 {
    let rarity = (Double(all) - Double(documents) + 0.5) / (Double(documents) + 0.5)
    return UInt8(clamping: max(1, Int((log(1 + rarity) * 20).rounded())))
  }
}
