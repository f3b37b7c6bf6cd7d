import SiteCache
import SiteDigest

extension CacheLog.Kind {
  /// The facts of the site that was last published, under one name.
  static let facts = Self(rawValue: 4)
}

/// Tells of what an earlier build made whether it would be made the same now.
struct PageDependencies: Sendable {
  private let facts: SiteFacts
  private let settings: Fingerprint
  private let old: Kept?
  /// Nil where nothing is known of an earlier site, or everything depends on what changed.
  let changed: Set<UInt64>?

  private struct Kept: Cacheable, Equatable {
    let settings: Fingerprint
    let facts: SiteFacts

    init(settings: Fingerprint, facts: SiteFacts) {
      self.settings = settings
      self.facts = facts
    }

    func write(to cache: inout CacheWriter) {
      cache.write(settings)
      cache.write(facts)
    }

    init(from cache: inout CacheReader) throws(CacheDamage) {
      settings = try Fingerprint(from: &cache)
      facts = try SiteFacts(from: &cache)
    }
  }

  private static let name = "site"

  /// - Parameter settings: what every page depends on.
  init(of site: WholeSite, settings: Fingerprint, log: CacheLog) {
    facts = SiteFacts(of: site)
    self.settings = settings
    old = log.value(.facts, Self.name).flatMap { bytes in
      var cache = CacheReader(bytes)
      return try? Kept(from: &cache)
    }
    changed = old.flatMap { [facts] in
      $0.settings == settings ? facts.changes(since: $0.facts) : nil
    }
  }

  /// Whether all that a file was made from is as it was.
  ///
  /// - Parameters:
  ///   - origin: what it was made from.
  ///   - recipe: what makes it now.
  func areUnchanged(for origin: FileOrigin, recipe: Fingerprint?) -> Bool {
    guard let changed, origin.recipe == recipe else { return false }
    return changed.isEmpty || !origin.reads.contains(where: changed.contains)
  }

  /// What is to be kept for the next build.
  var updates: [CacheLog.Change] {
    let new = Kept(settings: settings, facts: facts)
    return new == old ? [] : [.keep(.facts, Self.name, new.cached)]
  }
}

/// What a file of the site was made from.
struct FileOrigin: Cacheable, Sendable, Equatable {
  /// Tells whether what makes it is the same: the template, or the file that it is a copy of.
  let recipe: Fingerprint
  /// What was asked of the site, as `SiteKeys`.
  let reads: [UInt64]

  init(recipe: Fingerprint, reads: [UInt64] = []) {
    self.recipe = recipe
    self.reads = reads
  }

  func write(to cache: inout CacheWriter) {
    cache.write(recipe)
    cache.write(unsigned: UInt64(reads.count))
    for key in reads { cache.write(fixed: key) }
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    recipe = try Fingerprint(from: &cache)
    let count = try cache.count()
    var reads: [UInt64] = []
    reads.reserveCapacity(count)
    for _ in 0..<count { reads.append(try cache.fixed()) }
    self.reads = reads
  }
}
