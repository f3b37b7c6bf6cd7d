import Glibc
import SiteConcurrency
import SiteModel
import SiteText

/// Finds the works most like each work, at a cost that grows with the number of works and not with
/// its square.
///
/// Works share features: topics, regions, tags, series, authors, and the words of their titles and
/// summaries. A shared feature counts by its inverse document frequency (Spärck Jones 1972), times
/// a weight for its kind. Of the works that share a feature only the `reach` nearest in time on
/// either side are looked at, which bounds the work for each feature.
struct RelatedWorks: Sendable {
  /// How many related works a work gets.
  static let limit = 4
  /// How many neighbours in time are looked at, on either side, for each shared feature.
  private static let reach = 24

  private struct Feature: Sendable {
    let weight: Float
    /// Members, newest first.
    var members: [Int32] = []
  }

  /// One entry an edition: the features it has and its position among each feature's members.
  private struct Membership: Sendable {
    let feature: Int32
    let position: Int32
  }

  private let features: [Feature]
  private let memberships: [[Membership]]

  /// - Parameter editions: the articles of one language, newest first, as the features they have.
  private init(editions: [[FeatureKey]]) {
    var ids: [FeatureKey: Int] = [:]
    var features: [Feature] = []
    var memberships: [[Membership]] = []
    memberships.reserveCapacity(editions.count)
    for (edition, keys) in editions.enumerated() {
      var own: [Membership] = []
      for key in keys {
        let id = ids[key] ?? features.count
        if id == features.count {
          ids[key] = id
          features.append(Feature(weight: key.weight))
        }
        own.append(
          Membership(feature: Int32(id), position: Int32(features[id].members.count)))
        features[id].members.append(Int32(edition))
      }
      memberships.append(own)
    }
    self.features = features
    self.memberships = memberships
  }

  /// For each edition the indices of its related ones, the most alike first.
  ///
  /// - Parameter editions: the features of the articles of one language, newest first.
  static func find(among editions: [[FeatureKey]], jobs: Jobs) async -> [[Int]] {
    let works = RelatedWorks(editions: editions)
    let size = Swift.max(64, editions.count / (jobs.count * 4) + 1)
    let ranges = stride(from: 0, to: editions.count, by: size).map {
      $0..<Swift.min($0 + size, editions.count)
    }
    return await ranges.concurrentMap(jobs: jobs) { works.related(to: $0) }.flatMap(\.self)
  }

  private func related(to range: Range<Int>) -> [[Int]] {
    var scores = [Float](repeating: 0, count: memberships.count)
    return range.map { edition in
      var touched: [Int] = []
      for membership in memberships[edition] {
        add(membership, of: edition, to: &scores, touched: &touched)
      }
      let best = Self.best(of: touched, by: scores, near: edition)
      for other in touched { scores[other] = 0 }
      return best
    }
  }

  private func add(
    _ membership: Membership, of edition: Int, to scores: inout [Float], touched: inout [Int]
  ) {
    let feature = features[Int(membership.feature)]
    guard feature.members.count > 1 else { return }
    let rarity = logf(Float(memberships.count + 1) / Float(feature.members.count))
    let position = Int(membership.position)
    let nearby =
      Swift.max(
        0, position - Self.reach)..<Swift.min(
        position + Self.reach + 1, feature.members.count)
    for member in feature.members[nearby] where Int(member) != edition {
      if scores[Int(member)] == 0 { touched.append(Int(member)) }
      scores[Int(member)] += feature.weight * rarity
    }
  }

  /// The best few; of equals the nearer in time, then the newer.
  private static func best(of touched: [Int], by scores: [Float], near edition: Int) -> [Int] {
    var best: [Int] = []
    let isBetter = { (first: Int, second: Int) in
      if scores[first] != scores[second] { return scores[first] > scores[second] }
      let distances = (abs(first - edition), abs(second - edition))
      return distances.0 != distances.1 ? distances.0 < distances.1 : first < second
    }
    for candidate in touched where best.count < limit || isBetter(candidate, best[best.count - 1]) {
      let place = best.firstIndex { isBetter(candidate, $0) } ?? best.count
      best.insert(candidate, at: place)
      if best.count > limit { best.removeLast() }
    }
    return best
  }
}

/// Something that two works may share.
enum FeatureKey: Hashable, Sendable {
  case term(Int, Taxonomy)
  /// By its digest.
  case word(UInt64)

  /// How much sharing it says; set by hand: an editor's tag says more than a topic, a topic more
  /// than a word.
  fileprivate var weight: Float {
    switch self {
    case .term(_, .series): 3
    case .term(_, .tags): 2
    case .term(_, .authors): 0.4
    case .term: 1
    case .word: 0.5
    }
  }
}
