import SiteDiagnostics
import SiteModel
import SiteTemplate
import SiteText

/// Gathers the works under their topics, regions, series, tags, authors, types and years.
struct TermAssembler {
  private let configuration: SiteConfiguration
  private let languages: [SiteLanguage]
  private let registries: Registries
  private let strings: InterfaceTexts
  private(set) var terms: [SiteTerm] = []
  /// The editions of each term, newest first; none for an author who has works in other languages
  /// only.
  private(set) var members: [[Int]] = []
  /// The terms of each edition, as long as the editions.
  private(set) var termsOfEditions: [[Taxonomy: [Int]]]

  init(
    configuration: SiteConfiguration, languages: [SiteLanguage], registries: Registries,
    strings: InterfaceTexts, editionCount: Int
  ) {
    self.configuration = configuration
    self.languages = languages
    self.registries = registries
    self.strings = strings
    termsOfEditions = Array(repeating: [:], count: editionCount)
  }

  /// - Parameter articles: the articles of each language, newest first.
  mutating func assemble(_ editions: [SiteEdition], articles: [[Int]]) {
    for taxonomy in Taxonomy.allCases {
      for language in languages.indices {
        add(taxonomy, in: language, editions: editions, articles: articles[language])
      }
      joinCounterparts(of: taxonomy)
    }
  }

  private mutating func add(
    _ taxonomy: Taxonomy, in language: Int, editions: [SiteEdition], articles: [Int]
  ) {
    var articlesByKey: [String: [Int]] = [:]
    for article in articles {
      for key in keys(of: editions[article].edition, in: taxonomy) {
        articlesByKey[key, default: []].append(article)
      }
    }
    let drafts = drafts(of: taxonomy, in: language, members: articlesByKey, editions: editions)
    let firstIndex = terms.count
    for draft in drafts {
      terms.append(
        SiteTerm(
          taxonomy: taxonomy, language: language, key: draft.key, name: draft.name,
          description: draft.description,
          path: "\(languages[language].language.path)\(taxonomy.rawValue)/\(draft.slug)/",
          person: draft.person, isRegistered: draft.isRegistered))
      members.append(articlesByKey[draft.key] ?? [])
      for edition in articlesByKey[draft.key] ?? [] {
        termsOfEditions[edition][taxonomy, default: []].append(terms.count - 1)
      }
    }
    joinParents(of: taxonomy, from: firstIndex)
    keepOrderOfFrontMatter(taxonomy, articles: articles, editions: editions)
  }

  /// The keys of an edition's terms, in the order of its front matter, each once.
  private func keys(of edition: Edition, in taxonomy: Taxonomy) -> [String] {
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
    var seen: Set<String> = []
    return keys.filter { seen.insert($0).inserted }
  }

  /// Terms are added in the order of their index page; an edition shows its own in the order in
  /// which its editor wrote them.
  private mutating func keepOrderOfFrontMatter(
    _ taxonomy: Taxonomy, articles: [Int], editions: [SiteEdition]
  ) {
    for article in articles {
      guard let own = termsOfEditions[article][taxonomy], own.count > 1 else { continue }
      let indices = Dictionary(
        own.map { (terms[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
      let order = keys(of: editions[article].edition, in: taxonomy)
      termsOfEditions[article][taxonomy] = order.compactMap { indices[$0] }
    }
  }
}

/// A term before it has its address.
private struct TermDraft {
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
    of taxonomy: Taxonomy, in language: Int, members: [String: [Int]], editions: [SiteEdition]
  ) -> [TermDraft] {
    switch taxonomy {
    case .topics: registered(registries.topics, in: language, members)
    case .regions: registered(registries.regions, in: language, members)
    case .series: registered(registries.series, in: language, members)
    case .tags: tags(in: language, members: members, editions: editions)
    case .authors: authors(in: language, editions: editions)
    case .types: types(in: language, members: members)
    case .years: years(in: language, members: members)
    }
  }

  /// Registry entries that have works, with the entries above them, in the registry's order.
  private func registered(
    _ entries: [RegistryEntry], in language: Int, _ members: [String: [Int]]
  ) -> [TermDraft] {
    let parents = Dictionary(
      entries.map { ($0.key, $0.parent) }, uniquingKeysWith: { first, _ in first })
    var shown: Set<String> = []
    for key in members.keys {
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

  private func tags(
    in language: Int, members: [String: [Int]], editions: [SiteEdition]
  ) -> [TermDraft] {
    let code = languages[language].code
    let entries = Dictionary(
      registries.tags.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let drafts = members.sorted { $0.key < $1.key }.map { key, articles in
      let entry = entries[key]
      let spelling = articles.first.flatMap { article in
        editions[article].edition.tags.first { $0.key == key }?.name
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
  private func authors(in language: Int, editions: [SiteEdition]) -> [TermDraft] {
    let code = languages[language].code
    let writing = Set(editions.lazy.flatMap(\.edition.metadata.authors))
    let drafts = registries.authors.filter { writing.contains($0.key) }.map { person in
      TermDraft(
        key: person.key,
        name: person.name.best(for: code) ?? LocalizedText(person.key, in: code),
        description: person.bio.best(for: code), slug: person.slug.exact(code) ?? person.key,
        person: person)
    }
    return languages[language].formatter.collation.sorted(drafts) { $0.name.text }
  }

  private func types(in language: Int, members: [String: [Int]]) -> [TermDraft] {
    let code = languages[language].code
    return WorkType.allCases.filter { members[$0.rawValue] != nil }.map { type in
      TermDraft(
        key: type.rawValue, name: strings.text(.name(of: type), in: code),
        slug: type.rawValue)
    }
  }

  private func years(in language: Int, members: [String: [Int]]) -> [TermDraft] {
    let formatter = languages[language].formatter
    return members.keys.compactMap(Int.init).sorted(by: >).map { year in
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
  private mutating func joinParents(of taxonomy: Taxonomy, from firstIndex: Int) {
    let entries =
      switch taxonomy {
      case .topics: registries.topics
      case .regions: registries.regions
      case .series: registries.series
      case .tags, .authors, .types, .years: [RegistryEntry]()
      }
    let own = firstIndex..<terms.count
    let indices = Dictionary(
      own.map { (terms[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in entries {
      guard let child = indices[entry.key], let parent = entry.parent.flatMap({ indices[$0] })
      else { continue }
      terms[child].parent = parent
      terms[parent].children.append(child)
    }
  }

  private mutating func joinCounterparts(of taxonomy: Taxonomy) {
    let own = terms.indices.filter { terms[$0].taxonomy == taxonomy }
    let byKey = Dictionary(grouping: own) { terms[$0].key }
    for indices in byKey.values {
      let counterparts = languages.indices.map { language in
        indices.first { terms[$0].language == language }
      }
      for index in indices { terms[index].counterparts = counterparts }
    }
  }
}
