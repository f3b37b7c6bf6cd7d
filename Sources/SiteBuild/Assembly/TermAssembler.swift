import SiteConcurrency
import SiteDiagnostics
import SiteModel
import SiteTemplate
import SiteText

/// Gathers the works under their topics, regions, series, tags, authors, types and years.
struct TermAssembler: Sendable {
  let configuration: SiteConfiguration
  let languages: [SiteLanguage]
  let registries: Registries
  let strings: InterfaceTexts
  let editions: [Edition]
  /// The articles of each language, newest first.
  let articles: [[Int]]

  /// The terms of the site.
  struct Result {
    fileprivate(set) var terms: [SiteTerm] = []
    /// The editions of each term, newest first; none for an author who has works in other
    /// languages only.
    fileprivate(set) var members: [[Int]] = []
    /// The terms of each edition, as long as the editions.
    fileprivate(set) var termsOfEditions: [[Taxonomy: [Int]]]
  }

  func assemble(jobs: Jobs) async -> Result {
    let parts = await Taxonomy.allCases.flatMap { taxonomy in
      languages.indices.map { (taxonomy: taxonomy, language: $0) }
    }.concurrentMap(jobs: jobs) { drafts(of: $0.taxonomy, in: $0.language) }
    var result = Result(termsOfEditions: Array(repeating: [:], count: editions.count))
    for part in parts {
      let first = result.terms.count
      result.terms += part.drafts.map { term($0, of: part) }
      result.members += part.members
      for (article, own) in zip(articles[part.language], part.termsOfArticles) where !own.isEmpty {
        result.termsOfEditions[article][part.taxonomy] = own.map { first + $0 }
      }
      joinParents(of: part.taxonomy, from: first, in: &result)
    }
    for taxonomy in Taxonomy.allCases { joinCounterparts(of: taxonomy, in: &result) }
    return result
  }

  private func term(_ draft: TermDraft, of part: TermDrafts) -> SiteTerm {
    SiteTerm(
      taxonomy: part.taxonomy, language: part.language, key: draft.key, name: draft.name,
      description: draft.description,
      path: "\(languages[part.language].language.path)\(part.taxonomy.rawValue)/\(draft.slug)/",
      person: draft.person, isRegistered: draft.isRegistered)
  }

  private func drafts(of taxonomy: Taxonomy, in language: Int) -> TermDrafts {
    var uses = TermUses()
    for article in articles[language] {
      uses.add(Self.keys(of: editions[article], in: taxonomy), of: article)
    }
    return TermDrafts(
      taxonomy: taxonomy, language: language, drafts: drafts(of: taxonomy, in: language, uses),
      uses)
  }

  /// The keys of an edition's terms, in the order of its front matter, each once.
  private static func keys(of edition: Edition, in taxonomy: Taxonomy) -> [String] {
    let metadata = edition.metadata
    let keys =
      switch taxonomy {
      case .topics: metadata.topics
      case .regions: metadata.regions
      case .series: metadata.series.map { [$0] } ?? []
      case .tags: edition.tags.map(\.key)
      case .authors: metadata.authors
      case .types: [metadata.type.rawValue]
      case .years: metadata.date.map { [String($0.year)] } ?? []
      }
    guard keys.count > 1 else { return keys }
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }
  }
}

/// The keys of terms that the articles of a language name.
private struct TermUses {
  /// A number for each key.
  private(set) var numbers: [String: Int] = [:]
  /// The articles of each key, newest first.
  private(set) var members: [[Int]] = []
  /// The keys of each article, in the order of its front matter.
  private(set) var keysOfArticles: [[Int]] = []

  /// Articles come newest first.
  mutating func add(_ keys: [String], of article: Int) {
    keysOfArticles.append(
      keys.map { key in
        let number = numbers[key] ?? members.count
        if number == members.count {
          numbers[key] = number
          members.append([])
        }
        members[number].append(article)
        return number
      })
  }
}

/// The terms of a taxonomy in a language.
private struct TermDrafts: Sendable {
  let taxonomy: Taxonomy
  let language: Int
  /// In the order of their index page.
  let drafts: [TermDraft]
  /// The articles of each term, newest first.
  let members: [[Int]]
  /// The terms of each article, in the order of its front matter, by their numbers among the drafts.
  let termsOfArticles: [[Int]]

  init(taxonomy: Taxonomy, language: Int, drafts: [TermDraft], _ uses: TermUses) {
    self.taxonomy = taxonomy
    self.language = language
    self.drafts = drafts
    let keys = drafts.map { uses.numbers[$0.key] }
    members = keys.map { $0.map { uses.members[$0] } ?? [] }
    var terms = [Int?](repeating: nil, count: uses.members.count)
    for (term, key) in keys.enumerated() {
      if let key, terms[key] == nil { terms[key] = term }
    }
    termsOfArticles = uses.keysOfArticles.map { $0.compactMap { terms[$0] } }
  }
}

/// A term before it has its address.
private struct TermDraft: Sendable {
  let key: String
  let name: LocalizedText
  var description: LocalizedText?
  let slug: String
  var person: Person?
  var isRegistered = true
}

extension TermAssembler {
  /// The terms of a taxonomy in a language, in the order of their index page.
  private func drafts(
    of taxonomy: Taxonomy, in language: Int, _ uses: TermUses
  ) -> [TermDraft] {
    switch taxonomy {
    case .topics: registered(registries.topics, in: language, uses)
    case .regions: registered(registries.regions, in: language, uses)
    case .series: registered(registries.series, in: language, uses)
    case .tags: tags(in: language, uses)
    case .authors: authors(in: language)
    case .types: types(in: language, uses)
    case .years: years(in: language, uses)
    }
  }

  /// Registry entries that have works, with the entries above them, in the registry's order.
  private func registered(
    _ entries: [RegistryEntry], in language: Int, _ uses: TermUses
  ) -> [TermDraft] {
    let parents = Dictionary(
      entries.map { ($0.key, $0.parent) }, uniquingKeysWith: { first, _ in first })
    var shown: Set<String> = []
    for key in uses.numbers.keys {
      var next: String? = key
      while let current = next, shown.insert(current).inserted { next = parents[current] ?? nil }
    }
    let code = languages[language].code
    return entries.filter { shown.contains($0.key) }.map { entry in
      TermDraft(
        key: entry.key,
        name: entry.name.best(for: code) ?? LocalizedText(entry.key, in: code),
        description: entry.description.best(for: code),
        slug: entry.slug.exact(code) ?? entry.key)
    }
  }

  private func tags(in language: Int, _ uses: TermUses) -> [TermDraft] {
    let code = languages[language].code
    let entries = Dictionary(
      registries.tags.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let drafts = uses.numbers.sorted { $0.key < $1.key }.map { key, number in
      let entry = entries[key]
      let spelling = uses.members[number].first.flatMap { article in
        editions[article].tags.first { $0.key == key }?.name
      }
      let name = entry?.name.best(for: code) ?? LocalizedText(spelling ?? key, in: code)
      let slug = entry.map { $0.slug.exact(code) ?? $0.key }
      return TermDraft(
        key: key, name: name,
        slug: slug ?? Slug.make(from: name.text, policy: configuration.slugPolicy) ?? "tag",
        isRegistered: entry != nil)
    }
    return languages[language].formatter.collation.sorted(drafts) { $0.name.text }
  }

  /// Everybody who has a work in any language has a page in every language.
  private func authors(in language: Int) -> [TermDraft] {
    let code = languages[language].code
    let writing = Set(editions.lazy.flatMap(\.metadata.authors))
    let drafts = registries.authors.filter { writing.contains($0.key) }.map { person in
      TermDraft(
        key: person.key,
        name: person.name.best(for: code) ?? LocalizedText(person.key, in: code),
        description: person.bio.best(for: code), slug: person.slug.exact(code) ?? person.key,
        person: person)
    }
    return languages[language].formatter.collation.sorted(drafts) { $0.name.text }
  }

  private func types(in language: Int, _ uses: TermUses) -> [TermDraft] {
    let code = languages[language].code
    return WorkType.allCases.filter { uses.numbers[$0.rawValue] != nil }.map { type in
      TermDraft(
        key: type.rawValue, name: strings.text(.name(of: type), in: code),
        slug: type.rawValue)
    }
  }

  private func years(in language: Int, _ uses: TermUses) -> [TermDraft] {
    let formatter = languages[language].formatter
    return uses.numbers.keys.compactMap(Int.init).sorted(by: >).map { year in
      var name: [UInt8] = []
      formatter.append(ungrouped: year, to: &name)
      return TermDraft(
        key: String(year),
        name: LocalizedText(String(decoding: name, as: UTF8.self), in: languages[language].code),
        slug: String(year))
    }
  }
}

extension TermAssembler {
  private func joinParents(
    of taxonomy: Taxonomy, from firstIndex: Int, in result: inout Result
  ) {
    let entries =
      switch taxonomy {
      case .topics: registries.topics
      case .regions: registries.regions
      case .series: registries.series
      case .tags, .authors, .types, .years: [RegistryEntry]()
      }
    let own = firstIndex..<result.terms.count
    let indices = Dictionary(
      own.map { (result.terms[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in entries {
      guard let child = indices[entry.key], let parent = entry.parent.flatMap({ indices[$0] })
      else { continue }
      result.terms[child].parent = parent
      result.terms[parent].children.append(child)
    }
  }

  private func joinCounterparts(of taxonomy: Taxonomy, in result: inout Result) {
    let terms = result.terms
    let own = terms.indices.filter { terms[$0].taxonomy == taxonomy }
    for indices in Dictionary(grouping: own, by: { terms[$0].key }).values {
      let counterparts = languages.indices.map { language in
        indices.first { terms[$0].language == language }
      }
      for index in indices { result.terms[index].counterparts = counterparts }
    }
  }
}
