import SiteCache
import SiteDigest
import SiteModel
import SiteText

/// What the site answers to each question of `SiteKeys`, as numbers that tell whether the answer is
/// the same as in another build.
struct SiteFacts: Cacheable, Equatable {
  private var values: [UInt64: UInt64] = [:]

  /// Of an answer, in bytes.
  private static let usualLength = 1024

  init(of site: WholeSite) {
    values.reserveCapacity(6 * site.editions.count + 6 * site.terms.count)
    addWorks(of: site)
    addEditions(of: site)
    addTerms(of: site)
    addPeople(of: site)
    addStrings(of: site)
    set(SiteKeys.clock) { $0.write(site.clock) }
    set(SiteKeys.heldMenuEntries) { $0.write(site.heldMenuEntries.sorted()) }
  }

  /// The questions that have another answer than before, or had none, or have none now.
  func changes(since old: SiteFacts) -> Set<UInt64> {
    var changed = Set(values.lazy.filter { old.values[$0.key] != $0.value }.map(\.key))
    changed.formUnion(old.values.keys.lazy.filter { values[$0] == nil })
    return changed
  }

  private mutating func set(_ key: UInt64, _ write: (inout CacheWriter) -> Void) {
    var cache = CacheWriter()
    cache.bytes.reserveCapacity(Self.usualLength)
    write(&cache)
    values[key] = Fingerprint(of: cache.bytes).low
  }

  func write(to cache: inout CacheWriter) {
    cache.write(unsigned: UInt64(values.count))
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      cache.write(fixed: key)
      cache.write(fixed: value)
    }
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    let count = try cache.count()
    values.reserveCapacity(count)
    for _ in 0..<count { values[try cache.fixed()] = try cache.fixed() }
  }
}

extension SiteFacts {
  private mutating func addWorks(of site: WholeSite) {
    for (key, work) in zip(site.keys.works, site.works) {
      set(key) { cache in
        cache.write(work.work.id)
        cache.write(keys: work.editions.map { site.keys.editions[$0] })
      }
    }
  }

  private mutating func addEditions(of site: WholeSite) {
    for (index, edition) in site.editions.enumerated() {
      let key = site.keys.editions[index]
      set(key) { $0.write(edition, of: site) }
      set(SiteKeys.path(edition.path)) { $0.write(fixed: key) }
      let text = site.texts[index]
      set(key | SiteKeys.text) { cache in
        cache.write(text.contentFingerprint)
        cache.write(text.keptHeadings)
        cache.write(text.hasFootnotes)
        cache.write(text.hasCharts)
        cache.write(text.wordCount)
      }
      set(key | SiteKeys.card) { $0.write(site.cards[index]?.path) }
      let relations = site.relations[index]
      set(key | SiteKeys.relations) { cache in
        cache.write(keys: relations.related.map { site.keys.editions[$0] })
        cache.write(key: relations.previous.map { site.keys.editions[$0] })
        cache.write(key: relations.next.map { site.keys.editions[$0] })
      }
    }
    for (language, articles) in site.articles.enumerated() {
      let key = SiteKeys.articles(in: language)
      set(key) { $0.write(keys: articles.map { site.keys.editions[$0] }) }
      set(key | SiteKeys.presence) { $0.write(articles.isEmpty) }
    }
  }

  private mutating func addTerms(of site: WholeSite) {
    for (index, term) in site.terms.enumerated() {
      let key = site.keys.terms[index]
      set(key) { $0.write(term, of: site) }
      set(SiteKeys.path(term.path)) { $0.write(fixed: key) }
      let members = site.members[index]
      set(key | SiteKeys.members) { $0.write(keys: members.map { site.keys.editions[$0] }) }
      set(key | SiteKeys.memberCount) { $0.write(members.count) }
    }
    for taxonomy in Taxonomy.allCases {
      for language in site.languages.indices {
        let terms = site.terms(of: taxonomy, in: language)
        set(SiteKeys.terms(of: taxonomy, in: language)) {
          $0.write(keys: terms.map { site.keys.terms[$0] })
        }
      }
    }
  }

  private mutating func addPeople(of site: WholeSite) {
    for person in site.people.values {
      set(SiteKeys.person(person.key)) { cache in
        cache.write(person)
        cache.write(site.photos[person.key])
      }
      for language in site.languages.indices {
        let term = site.personTerm(person.key, in: language)
        set(SiteKeys.personTerm(person.key, in: language)) {
          $0.write(key: term.map { site.keys.terms[$0] })
        }
      }
    }
  }

  private mutating func addStrings(of site: WholeSite) {
    let placeholders = Dictionary(
      ["number", "url", "first", "last"].map { ($0, "{\($0)}") },
      uniquingKeysWith: { first, _ in first })
    // One number at least for each of the plurals that languages have.
    let counts = [0, 1, 2, 3, 11, 100]
    for language in site.languages {
      for text in InterfaceText.all {
        set(SiteKeys.string(text, in: language.code)) { cache in
          for count in counts {
            cache.write(site.strings.text(text, in: language, count: count, placeholders).text)
          }
        }
      }
    }
  }
}

extension CacheWriter {
  fileprivate mutating func write(keys: [UInt64]) {
    write(unsigned: UInt64(keys.count))
    for key in keys { write(fixed: key) }
  }

  fileprivate mutating func write(key: UInt64?) { write(fixed: key ?? 0) }

  /// All that pages show of a picture.
  mutating func write(_ image: PublishedImage?) {
    write(image?.path)
    write(image?.width)
    write(image?.height)
    let copies = image?.copies ?? []
    write(unsigned: UInt64(copies.count))
    for copy in copies {
      write(copy.path)
      write(copy.width)
    }
  }

  fileprivate mutating func write(_ edition: SiteEdition, of site: WholeSite) {
    write(edition.edition)
    write(edition.section == .articles)
    write(fixed: site.keys.works[edition.work])
    write(edition.language)
    write(edition.path)
    write(edition.excerpt)
    write(edition.image)
    write(edition.pdfPath)
    write(edition.readingMinutes)
    for taxonomy in Taxonomy.allCases {
      write(keys: (edition.terms[taxonomy] ?? []).map { site.keys.terms[$0] })
    }
  }

  fileprivate mutating func write(_ term: SiteTerm, of site: WholeSite) {
    write(term.taxonomy.rawValue)
    write(term.language)
    write(term.key)
    write(term.name)
    write(term.description != nil)
    if let description = term.description { write(description) }
    write(term.path)
    write(term.isRegistered)
    write(key: term.parent.map { site.keys.terms[$0] })
    write(keys: term.children.map { site.keys.terms[$0] })
    write(keys: term.counterparts.map { $0.map { site.keys.terms[$0] } ?? 0 })
    write(term.person != nil)
    if let person = term.person { write(person) }
  }

  fileprivate mutating func write(_ person: Person) {
    write(person.key)
    for text in [
      person.name, person.given, person.family, person.honorific, person.role, person.affiliation,
      person.bio, person.slug,
    ] {
      write(unsigned: UInt64(text.texts.count))
      for text in text.texts { write(text) }
    }
    write(person.orcid)
    write(person.photo)
  }

  private mutating func write(_ text: LocalizedText) {
    write(text.language)
    write(text.text)
  }
}
