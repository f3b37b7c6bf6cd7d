import Foundation

/// What a term says about a document, as a small number (BM25: Robertson and Zaragoza, “The
/// Probabilistic Relevance Framework”, 2009), and what a term says at all.
struct Impacts: Sendable {
  /// How soon more occurrences stop saying more.
  private static let saturation = 1.2
  /// How much the length of a text counts.
  private static let lengthShare = 0.5
  /// Above this many postings impacts are coarser, since they make up a third of the index.
  private static let manyPostings = 1_000_000

  /// The number of steps between no and any number of occurrences; impacts go half as far again.
  private let steps: Double
  private let norms: [Double]
  var highest: Int { Int(steps * 1.5) }

  /// - Parameters:
  ///   - lengths: the words of each document.
  ///   - groups: the documents of each language, which are compared with each other.
  ///   - postings: how many impacts there are.
  init(lengths: [Int], groups: [Range<Int>], postings: Int) {
    steps = postings > Self.manyPostings ? 8 : 18
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

  /// From 1 to `highest`: half as much again as the text can say where the title has the term.
  func impact(_ frequency: TermFrequency, in document: Int) -> Int {
    let weighted = Double(frequency.weighted)
    let impact = weighted / (weighted + norms[document]) + (frequency.isInTitle ? 0.5 : 0)
    return min(highest, max(1, Int((impact * steps).rounded())))
  }

  /// The weight of a term that so many documents have, from 1 to 255.
  static func weight(documents: Int, of all: Int) -> UInt8 {
    let rarity = (Double(all) - Double(documents) + 0.5) / (Double(documents) + 0.5)
    return UInt8(clamping: max(1, Int((log(1 + rarity) * 20).rounded())))
  }
}

/// How often a term occurs in a document.
struct TermFrequency: Sendable, Hashable {
  /// The title's mark is the high bit.
  let packed: UInt8

  init(packed: UInt8) {
    self.packed = packed
  }

  init(weighted: Int, isInTitle: Bool) {
    packed = UInt8(min(weighted, 127)) | (isInTitle ? 128 : 0)
  }

  /// Occurrences, each counted as its part of the document weighs; at most 127.
  var weighted: Int { Int(packed & 127) }
  var isInTitle: Bool { packed > 127 }
}
