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

  let highest: Int
  private let lengths: LengthClasses
  /// By class and packed frequency.
  private let impacts: [UInt8]
  /// By the least impact.
  private let ranks: [[Int]]
  /// The impacts in the order of their ranks.
  let order: [Int]

  /// - Parameters:
  ///   - lengths: of the documents.
  ///   - postings: how many impacts there are.
  init(lengths: LengthClasses, postings: Int) {
    let steps = postings > Self.manyPostings ? 8 : 18
    highest = steps * 3 / 2
    self.lengths = lengths
    impacts = (0..<LengthClasses.count).flatMap { length in
      (0...UInt8.max).map {
        Self.impact(TermFrequency(packed: $0), length: Double(length) / 16, steps: steps)
      }
    }
    order = Self.order(upTo: highest, steps: steps)
    ranks = Self.ranks(of: order)
  }

  /// From 1 to `highest`.
  @inline(__always)
  func impact(_ frequency: TermFrequency, in document: Int) -> Int {
    Int(impacts[Int(lengths[document]) << 8 | Int(frequency.packed)])
  }

  /// How many ones stand for each impact where those below `least` do not occur: the most frequent
  /// ones take the fewest.
  func ranks(from least: Int) -> [Int] { ranks[least] }

  private static func ranks(of order: [Int]) -> [[Int]] {
    (0...order.count).map { least in
      var ranks = [Int](repeating: 0, count: order.count + 1)
      for (rank, impact) in order.filter({ $0 >= least }).enumerated() { ranks[impact] = rank }
      return ranks
    }
  }

  /// Half as much again as the text can say where the title has the term.
  private static func impact(_ frequency: TermFrequency, length: Double, steps: Int) -> UInt8 {
    let weighted = Double(frequency.weighted)
    let norm = saturation * (1 - lengthShare + lengthShare * length)
    let impact = weighted / (weighted + norm) + (frequency.isInTitle ? 0.5 : 0)
    return UInt8(min(steps * 3 / 2, max(1, Int((impact * Double(steps)).rounded()))))
  }

  /// Most frequent is the impact of a word that stands once in a text of average length; of those
  /// around it the higher are more frequent than the lower.
  private static func order(upTo highest: Int, steps: Int) -> [Int] {
    func rarity(_ impact: Int) -> Int {
      let distance = 20 * impact - 11 * steps
      return distance < 0 ? -3 * distance : 2 * distance
    }
    return (1...highest).sorted { (rarity($0), $0) < (rarity($1), $1) }
  }

  /// The weight of a term that so many documents have, at least 1.
  static func weight(documents: Int, of all: Int) -> Int {
    let rarity = (Double(all) - Double(documents) + 0.5) / (Double(documents) + 0.5)
    return max(1, Int((log(1 + rarity) * 20).rounded()))
  }
}

/// How often a term occurs in a document.
struct TermFrequency: Sendable, Hashable {
  /// The title's mark is the high bit.
  let packed: UInt8

  init(packed: UInt8) {
    self.packed = packed
  }

  @inline(__always)
  init(weighted: Int, isInTitle: Bool) {
    packed = UInt8(min(weighted, 127)) | (isInTitle ? 128 : 0)
  }

  /// Occurrences, each counted as its part of the document weighs; at most 127.
  var weighted: Int { Int(packed & 127) }
  var isInTitle: Bool { packed > 127 }
}
