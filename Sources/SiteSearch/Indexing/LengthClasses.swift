import SiteCache

/// How long each document is beside the average of its language, in sixteenths.
struct LengthClasses: Sendable {
  /// Texts count as at most four times as long.
  static let count = 64

  private let classes: [UInt8]

  /// - Parameters:
  ///   - lengths: the words of each document, by its number.
  ///   - groups: the numbers of each language's documents, which are compared with each other.
  init(lengths: [Int], groups: [Range<Int>]) {
    var classes = [UInt8](repeating: 0, count: lengths.count)
    for group in groups {
      let average = Self.coarse(lengths[group].reduce(0, +) / max(1, group.count))
      for document in group {
        classes[document] = UInt8(min(Self.count - 1, lengths[document] * 16 / average))
      }
    }
    self.classes = classes
  }

  /// Documents have lower numbers.
  var documentCount: Int { classes.count }

  @inline(__always)
  subscript(document: Int) -> UInt8 { classes[document] }

  /// The average to its four highest bits, so that it hardly ever changes with one document: then
  /// what the index says of all others stays as it is.
  private static func coarse(_ average: Int) -> Int {
    let step = max(1, (1 << (Int.bitWidth - average.leadingZeroBitCount)) >> 4)
    return max(1, (average + step / 2) / step * step)
  }
}

extension LengthClasses: Cacheable {
  func write(to cache: inout CacheWriter) { cache.write(part: classes) }

  init(from cache: inout CacheReader) throws(CacheDamage) { classes = Array(try cache.part()) }
}
