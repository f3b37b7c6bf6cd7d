import SiteCache
import SiteConcurrency

/// What documents say of the terms and words of a vocabulary.
struct TermSums: Sendable {
  /// What is known of a term lies together, since most of the time is the wait for it.
  private struct Sum {
    var fingerprint: UInt64 = 0
    var count: Int32 = 0
    /// The last document that had the term.
    var last: Int32 = -1
  }

  /// Whether documents are added or taken away.
  enum Direction: Int {
    case adding = 1
    case removing = -1
  }

  private var terms: [Sum]
  private(set) var weights: [Int]

  var fingerprints: [UInt64] { terms.map(\.fingerprint) }
  var counts: [Int] { terms.map { Int($0.count) } }

  /// Of no documents.
  init(vocabulary: SearchVocabulary) {
    terms = [Sum](repeating: Sum(), count: vocabulary.terms.count)
    weights = [Int](repeating: 0, count: vocabulary.words.count)
  }

  /// Whether the vocabulary may have grown from the one of these sums.
  func fit(_ vocabulary: SearchVocabulary) -> Bool {
    terms.count <= vocabulary.terms.count && weights.count <= vocabulary.words.count
  }

  /// The same for a vocabulary that grew.
  mutating func grow(to vocabulary: SearchVocabulary) {
    terms += [Sum](repeating: Sum(), count: vocabulary.terms.count - terms.count)
    weights += [Int](repeating: 0, count: vocabulary.words.count - weights.count)
  }

  /// Adds documents or takes them away, each once.
  mutating func count(
    _ direction: Direction, _ documents: some Collection<KeptDocument>,
    vocabulary: SearchVocabulary, lengths: LengthClasses
  ) {
    let sign = direction.rawValue
    for term in terms.indices { terms[term].last = -1 }
    for document in documents {
      let number = document.number
      let place = UInt64(number) << 40 | UInt64(lengths[number]) << 32
      document.analysis.forEachWord { word in
        weights[word.number] += sign * word.weight
        let posting = Self.mixed(place | UInt64(word.weight) << 1 | (word.isInTitle ? 1 : 0))
        vocabulary.forEachTerm(of: word.number) { term in
          terms[term].fingerprint &+= direction == .adding ? posting : 0 &- posting
          if terms[term].last != Int32(number) {
            terms[term].last = Int32(number)
            terms[term].count += Int32(sign)
          }
        }
      }
    }
  }

  /// Adds what other documents say of the same vocabulary.
  mutating func add(_ other: TermSums) {
    for term in terms.indices {
      terms[term].fingerprint &+= other.terms[term].fingerprint
      terms[term].count += other.terms[term].count
    }
    for word in weights.indices { weights[word] += other.weights[word] }
  }

  /// The finalizer of SplitMix64 (Steele, Lea and Flood, “Fast Splittable Pseudorandom Number
  /// Generators”, 2014), in Stafford's variant 13.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// The sums over all documents of an index. They are kept from one build to the next, which takes
/// what changed away from them and adds what there is instead.
public struct IndexSums: Sendable {
  let total: TermSums
  let lengths: LengthClasses
  private let documentCount: Int

  /// Sums take 24 bytes for each word of the vocabulary, however few documents they are of: this
  /// many of them exist at once at most, and each is of no fewer documents.
  private static let mostSums = 8
  private static let shareOfSums = 256

  /// - Parameter documents: in the order of their numbers.
  init(
    of documents: [KeptDocument], vocabulary: SearchVocabulary, lengths: LengthClasses, jobs: Jobs
  ) async {
    let workers = Jobs(min(jobs.count, Self.mostSums))
    let shares = workers.shares(of: documents.count, atLeast: Self.shareOfSums)
      .map { documents[$0] }
    var sums = await shares.concurrentMap(jobs: jobs) { share in
      var sums = TermSums(vocabulary: vocabulary)
      sums.count(.adding, share, vocabulary: vocabulary, lengths: lengths)
      return sums
    }
    var total = sums.removeFirst()
    for sum in sums { total.add(sum) }
    self.total = total
    self.lengths = lengths
    documentCount = documents.count
  }

  /// The sums of an earlier build, corrected by what changed.
  ///
  /// - Parameters:
  ///   - known: what that build left.
  ///   - documents: those of this build.
  ///   - vocabulary: grown from the one of that build.
  /// - Returns: nil where not all of its documents are known, most of them changed, or the vocabulary
  ///   is another one.
  init?(
    _ known: SearchMemory, now documents: [KeptDocument], vocabulary: SearchVocabulary,
    lengths: LengthClasses
  ) {
    guard let sums = known.sums, known.documents.count == sums.documentCount,
      sums.total.fit(vocabulary)
    else { return nil }
    let old = Self.byNumber(known.documents.values, sums.lengths)
    let new = Self.byNumber(documents, lengths)
    let changed = (0..<max(old.count, new.count)).filter { number in
      guard number < old.count, number < new.count else { return true }
      return old[number]?.analysis != new[number]?.analysis
        || old[number] != nil && sums.lengths[number] != lengths[number]
    }
    guard changed.count * 2 < documents.count else { return nil }
    var total = sums.total
    total.grow(to: vocabulary)
    total.count(
      .removing, changed.compactMap { $0 < old.count ? old[$0] : nil }, vocabulary: vocabulary,
      lengths: sums.lengths)
    total.count(
      .adding, changed.compactMap { $0 < new.count ? new[$0] : nil }, vocabulary: vocabulary,
      lengths: lengths)
    self.total = total
    self.lengths = lengths
    documentCount = documents.count
  }

  private static func byNumber(
    _ documents: some Collection<KeptDocument>, _ lengths: LengthClasses
  ) -> [KeptDocument?] {
    var all = [KeptDocument?](repeating: nil, count: lengths.documentCount)
    for document in documents { all[document.number] = document }
    return all
  }
}

extension TermSums: Cacheable {
  func write(to cache: inout CacheWriter) {
    cache.write(unsigned: UInt64(terms.count))
    for term in terms {
      cache.write(fixed: term.fingerprint)
      cache.write(Int(term.count))
    }
    cache.write(weights)
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    let count = try cache.count()
    terms = []
    terms.reserveCapacity(count)
    for _ in 0..<count {
      terms.append(
        Sum(
          fingerprint: try cache.fixed(),
          count: Int32(truncatingIfNeeded: try Int(from: &cache))))
    }
    weights = try [Int](from: &cache)
  }
}

extension IndexSums: Cacheable {
  public func write(to cache: inout CacheWriter) {
    cache.write(total)
    cache.write(lengths)
    cache.write(documentCount)
  }

  public init(from cache: inout CacheReader) throws(CacheDamage) {
    total = try TermSums(from: &cache)
    lengths = try LengthClasses(from: &cache)
    documentCount = try Int(from: &cache)
  }
}
