/// Finds the entries of each word of a query.
struct UnitResolver {
  private static let mostPrefixed = 8
  /// A term of fewer documents may be misspelt.
  private static let rare = 3

  private(set) var units: [SearchUnit]
  /// The spelling that may have been meant, by term.
  private(set) var suggestions: [[UInt8]: String] = [:]
  private let root: SearchRoot
  private let shards: [Int: Shard]

  init(_ units: [SearchUnit], index: SearchIndex) throws(SearchIndexError) {
    self.units = units
    root = index.root
    var numbers: Set<Int> = []
    for unit in units {
      for term in unit.alternatives.flatMap(\.self) {
        if let number = root.shard(of: term) { numbers.insert(number) }
      }
      let next = (root.shard(of: unit.key) ?? -1) + 1
      if unit.isLast, root.shard(next, beginsWith: unit.key) { numbers.insert(next) }
    }
    var shards: [Int: Shard] = [:]
    for number in numbers.sorted() {
      shards[number] = Shard(try index.file(root.path(ofShard: number)))
    }
    self.shards = shards
    for index in units.indices { resolve(index) }
  }

  private mutating func resolve(_ index: Int) {
    var unit = units[index]
    for (position, terms) in unit.alternatives.enumerated() {
      let entries = terms.compactMap(entry)
      guard entries.count == terms.count else { continue }
      unit.matches.append(SearchUnit.Match(entries: entries, factor: position == 0 ? 4 : 3))
    }
    if let documents = unit.matches.first?.entries.first?.documents {
      if documents < Self.rare { suggest(for: unit, above: documents) }
    } else if !extend(&unit), let typo = suggest(for: unit, above: 0) {
      unit.matches.append(SearchUnit.Match(entries: [typo], factor: 2))
    }
    let found = unit.matches.flatMap(\.entries)
    unit.terms.formUnion(found.map(\.term).filter { $0.first != StopWords.mark })
    unit.weight = found.map { root.weight(of: $0) }.max() ?? 1
    units[index] = unit
  }

  private func entry(_ term: [UInt8]) -> Shard.Entry? {
    root.shard(of: term).flatMap { shards[$0]?.entry(term) }
  }

  /// Adds the words that begin with the last one, which has not been typed to its end.
  private func extend(_ unit: inout SearchUnit) -> Bool {
    guard unit.isLast, String(decoding: unit.key, as: UTF8.self).utf16.count > 1 else {
      return false
    }
    let longer = neighbours(of: unit).filter { $0.term.starts(with: unit.key) }
      .sorted(by: Self.isCommoner).prefix(Self.mostPrefixed)
    unit.matches += longer.map { SearchUnit.Match(entries: [$0], factor: 2) }
    return !longer.isEmpty
  }

  /// Remembers the commonest word that differs by one letter.
  @discardableResult
  private mutating func suggest(for unit: SearchUnit, above documents: Int) -> Shard.Entry? {
    let term = unit.word.term
    guard String(decoding: term, as: UTF8.self).utf16.count > 3 else { return nil }
    let similar = neighbours(of: unit).filter {
      $0.form != nil && $0.documents > 20 * documents && $0.term.isNear(term)
    }
    guard let best = similar.min(by: Self.isCommoner), let form = best.form else { return nil }
    suggestions[term] = String(decoding: form, as: UTF8.self)
    return best
  }

  /// The entries among which the unit would stand.
  private func neighbours(of unit: SearchUnit) -> [Shard.Entry] {
    let number = root.shard(of: unit.key) ?? -1
    return [number, number + 1].flatMap { shards[$0]?.entries ?? [] }
  }

  private static func isCommoner(_ one: Shard.Entry, _ other: Shard.Entry) -> Bool {
    one.documents == other.documents
      ? one.term.lexicographicallyPrecedes(other.term) : one.documents > other.documents
  }
}

extension SearchRoot {
  /// What having a term says about a document.
  func weight(of entry: Shard.Entry) -> Int {
    Int(Impacts.weight(documents: entry.documents, of: years.count))
  }
}
