/// Finds the entries of each word of a query.
struct UnitResolver {
  private static let mostPrefixed = 8
  /// A term of fewer documents may be misspelt.
  private static let rare = 3

  private(set) var units: [SearchUnit]
  /// The spelling that may have been meant, by key.
  private var suggestions: [[UInt8]: [UInt8]] = [:]
  private let root: SearchRoot
  private let entries: [[UInt8]: Shard.Entry]
  /// The entries of all shards that were read, the commonest first.
  private let known: [Shard.Entry]

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
    var entries: [[UInt8]: Shard.Entry] = [:]
    for number in numbers.sorted() {
      for entry in Shard(try index.file(root.path(ofShard: number))).entries {
        entries[entry.term] = entry
      }
    }
    self.entries = entries
    known = entries.values.sorted { one, other in
      one.documents == other.documents
        ? TermOrder.precedes(one.term, other.term) : one.documents > other.documents
    }
    for index in units.indices { resolve(index) }
  }

  private mutating func resolve(_ index: Int) {
    var unit = units[index]
    for (position, terms) in unit.alternatives.enumerated() {
      let entries = terms.compactMap { self.entries[$0] }
      guard entries.count == terms.count else { continue }
      unit.matches.append(SearchUnit.Match(entries: entries, factor: position == 0 ? 4 : 3))
    }
    if let documents = unit.matches.first?.entries.first?.documents {
      if documents < Self.rare { suggest(for: unit, above: documents) }
    } else if !extend(&unit), let other = suggest(for: unit, above: 0) ?? beginning(of: unit) {
      unit.matches.append(SearchUnit.Match(entries: [other], factor: 2))
    }
    let found = unit.matches.flatMap(\.entries)
    unit.terms.formUnion(found.map(\.term).filter { $0.first != StopWords.mark })
    unit.weight = found.map { root.weight(of: $0) }.max() ?? 1
    units[index] = unit
  }

  /// The query with misspelt words mended and the others in their proper spelling, where the index
  /// has it; nil where none is misspelt.
  func suggestion(for query: SearchQuery) -> String? {
    guard !suggestions.isEmpty else { return nil }
    var text = query.text
    for word in query.words.reversed() {
      if let spelling = spelling(of: word) { text.replaceSubrange(word.range, with: spelling) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func spelling(of word: SearchQuery.Word) -> [UInt8]? {
    if let meant = suggestions[word.key] { return meant }
    guard let form = entries[word.key]?.form else { return nil }
    return WordAnalyzer.analyze(form).first?.folded == word.folded ? form : nil
  }

  /// Adds the words that begin with the last one, which has not been typed to its end.
  private func extend(_ unit: inout SearchUnit) -> Bool {
    guard unit.isLast, unit.key.utf16Count > 1 else { return false }
    let key = unit.key
    let longer = known.filter { $0.term.starts(with: key) }.prefix(Self.mostPrefixed)
    unit.matches += longer.map { SearchUnit.Match(entries: [$0], factor: 2) }
    return !longer.isEmpty
  }

  /// The longest term that the last word begins with: endings are cut from terms, and a word that
  /// has not been typed to its end may have half of one, as ‘securit’ has of ‘secur’. A term that is
  /// four letters shorter is that of another word, as ‘test’ of ‘testosterone’.
  private func beginning(of unit: SearchUnit) -> Shard.Entry? {
    guard unit.isLast else { return nil }
    return known.filter {
      $0.term.utf16Count > 3 && $0.term.utf16Count > unit.key.utf16Count - 4
        && unit.key.starts(with: $0.term)
    }
    .max { $0.term.utf16Count < $1.term.utf16Count }
  }

  /// Remembers the commonest word that differs by one letter.
  @discardableResult
  private mutating func suggest(for unit: SearchUnit, above documents: Int) -> Shard.Entry? {
    guard unit.key.utf16Count > 3 else { return nil }
    let similar = known.first { entry in
      entry.form != nil && entry.documents > 20 * documents && entry.term.isNear(unit.key)
    }
    guard let similar, let form = similar.form else { return nil }
    suggestions[unit.key] = form
    return similar
  }
}
