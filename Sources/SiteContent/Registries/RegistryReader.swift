import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Reads the controlled vocabularies: topics, regions, series, and names of tags.
struct RegistryReader {
  let site: SiteConfiguration

  private var codes: [LanguageCode] { site.languages.map(\.code) }

  /// The entries in the order of the file. Those with aliases are tags, which may belong to the
  /// works of one language alone.
  func entries(
    _ reader: inout MappingReader, hasParents: Bool = false, hasAliases: Bool = false
  ) -> [RegistryEntry] {
    var known: Set = ["name", "description", "slug"]
    if hasParents { known.insert("parent") }
    if hasAliases { known.insert("aliases") }
    var slugs = RegistrySlugs(policy: site.slugPolicy, codes: codes)
    var claims = TagClaims()
    var parents: [Located<String>?] = []
    var entries: [RegistryEntry] = []
    for entry in reader.entries {
      slugs.checkKey(of: entry, &reader)
      let read = reader.nested(entry.value, known: known) { reader -> RegistryEntry? in
        let names =
          hasAliases
          ? reader.localized("name", languages: codes.map(\.tag))
          : reader.everywhere("name", codes)
        if names.isEmpty {
          reader.report(.missingName(entry.key, at: reader.place(entry.keyBytes)))
        }
        let slug = slugs.read(of: entry, &reader)
        let aliases = hasAliases ? reader.texts("aliases") : []
        if hasAliases {
          let key = Located(entry.key, bytes: entry.keyBytes)
          claims.add([key] + names.map(\.text) + aliases, of: entry.key, &reader)
        }
        let parent = hasParents ? reader.text("parent") : nil
        parents.append(parent)
        return RegistryEntry(
          key: entry.key, name: Localized(names),
          description: reader.localized("description", codes),
          slug: slug, parent: parent?.value,
          aliases: aliases.map(\.value))
      }
      if let read { entries.append(read) }
    }
    return hasParents ? mended(entries, parents, &reader) : entries
  }

  /// The entries without parents that do not exist or lead back to themselves, which are errors.
  private func mended(
    _ entries: [RegistryEntry], _ parents: [Located<String>?], _ reader: inout MappingReader
  ) -> [RegistryEntry] {
    let parentOf = Dictionary(
      entries.compactMap { entry in entry.parent.map { (entry.key, $0) } },
      uniquingKeysWith: { first, _ in first })
    let keys = Set(entries.map(\.key))
    return zip(entries, parents).map { entry, parent in
      guard let parent else { return entry }
      if !keys.contains(parent.value) {
        reader.report(
          .unknownParent(parent.value, known: keys, at: reader.place(parent.bytes)))
      } else if leadsBack(entry.key, parentOf) {
        reader.report(.parentCycle(entry.key, at: reader.place(parent.bytes)))
      } else {
        return entry
      }
      return RegistryEntry(
        key: entry.key, name: entry.name, description: entry.description, slug: entry.slug,
        aliases: entry.aliases)
    }
  }

  private func leadsBack(_ key: String, _ parentOf: [String: String]) -> Bool {
    var current = parentOf[key]
    for _ in 0..<parentOf.count {
      guard let next = current else { return false }
      if next == key { return true }
      current = parentOf[next]
    }
    return false
  }
}

/// Checks the keys and slugs of one registry, which become parts of addresses.
struct RegistrySlugs {
  private struct Claim: Hashable {
    let language: LanguageCode
    let slug: String
  }

  private let policy: Slug.Policy
  private let codes: [LanguageCode]
  private var claims: [Claim: String] = [:]

  init(policy: Slug.Policy, codes: [LanguageCode]) {
    self.policy = policy
    self.codes = codes
  }

  func checkKey(of entry: YAMLEntry, _ reader: inout MappingReader) {
    guard !entry.key.isPlainSlug else { return }
    let problems = Slug.problems(in: entry.key, policy: policy)
    guard !problems.isEmpty else { return }
    reader.report(
      .badSlug(
        entry.key, problems, at: reader.place(entry.keyBytes),
        suggestion: Slug.make(from: entry.key, policy: policy)))
  }

  /// The slugs that an entry sets; the key is the slug of the other languages.
  mutating func read(of entry: YAMLEntry, _ reader: inout MappingReader) -> Localized {
    let stated = reader.localized("slug", languages: codes.map(\.tag))
    for (_, text) in stated {
      let problems = Slug.problems(in: text.value, policy: policy)
      if !problems.isEmpty {
        reader.report(
          .badSlug(
            text.value, problems, at: reader.place(text.bytes),
            suggestion: Slug.make(from: text.value, policy: policy)))
      }
    }
    for code in codes {
      let own = stated.first { $0.language == code.tag }?.text
      let claim = Claim(language: code, slug: own?.value ?? entry.key)
      if let other = claims.updateValue(entry.key, forKey: claim) {
        claims[claim] = other
        reader.report(
          .duplicateTermSlug(
            claim.slug, other: other, at: reader.place(own?.bytes ?? entry.keyBytes)))
        break
      }
    }
    return Localized(stated)
  }
}
