import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Brings the spellings of tags together: those that fold alike are one tag.
///
/// A tag that `tags.yaml` knows by its key, a name or an alias is written as its name in the
/// edition's language; any other as most works write it, the first of them where two spellings are
/// equally common.
struct TagSpellings: Sendable {
  private enum Meaning: Sendable {
    /// By its folded spelling and as most works write it.
    case free(Tag)
    case registered(RegistryEntry)
  }

  private struct Use {
    let spelling: String
    let index: Int
    var count: Int
    let source: EditionSource
    let bytes: Range<Int>

    var location: SourceLocation { source.file.location(atByte: bytes.lowerBound) }
  }

  /// The tag that each spelling means.
  private var meanings: [String: Meaning] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(of drafts: [DraftWork], registry: [RegistryEntry]) {
    var groups: [String: [Use]] = [:]
    for use in Self.uses(in: drafts) {
      groups[TextFolding.key(use.spelling), default: []].append(use)
    }
    let known = KnownSpellings(registry)
    for (folded, group) in groups {
      if let (entry, usual) = known.entries[folded] {
        for use in group { meanings[use.spelling] = .registered(entry) }
        report(group.filter { !known.exact.contains($0.spelling) }, as: usual, usedAt: nil)
      } else if let usual = group.max(by: Self.isLessUsual) {
        let tag = Tag(key: folded, name: usual.spelling)
        for use in group { meanings[use.spelling] = .free(tag) }
        report(group.filter { $0.index != usual.index }, as: usual.spelling, usedAt: usual)
      }
    }
  }

  /// The tags of an edition; a translation that states none has those of its original that
  /// `tags.yaml` names.
  func tags(of edition: DraftEdition, original: DraftEdition) -> [Tag] {
    let isInherited = edition.tags == nil
    guard !isInherited || edition.edition.translation != nil else { return [] }
    var seen: Set<String> = []
    return (isInherited ? original.tags : edition.tags)?.compactMap { spelling in
      tag(spelling.value, in: edition.edition.language, isInherited: isInherited)
    }.filter { seen.insert($0.key).inserted } ?? []
  }

  private func tag(_ spelling: String, in language: LanguageCode, isInherited: Bool) -> Tag? {
    switch meanings[spelling] {
    case .registered(let entry):
      Tag(key: entry.key, name: entry.name.best(for: language)?.text ?? spelling)
    case .free(let tag): isInherited ? nil : tag
    case nil: nil
    }
  }

  private mutating func report(_ uses: [Use], as usual: String, usedAt usualUse: Use?) {
    for use in uses {
      diagnostics.append(
        .tagSpelling(
          use.spelling, usual: usual, at: use.location, usualAt: usualUse?.location))
    }
  }

  /// Every spelling once, with its first place, in the order of the works.
  private static func uses(in drafts: [DraftWork]) -> [Use] {
    var uses: [Use] = []
    var indices: [String: Int] = [:]
    for draft in drafts {
      for edition in draft.editions {
        for tag in edition.tags ?? [] {
          if let index = indices[tag.value] {
            uses[index].count += 1
          } else {
            indices[tag.value] = uses.count
            uses.append(
              Use(
                spelling: tag.value, index: uses.count, count: 1, source: edition.source,
                bytes: tag.bytes))
          }
        }
      }
    }
    return uses
  }

  private static func isLessUsual(_ first: Use, _ second: Use) -> Bool {
    (first.count, -first.index) < (second.count, -second.index)
  }
}

/// The spellings that `tags.yaml` lists. One that two entries list is an error (`TagClaims`).
private struct KnownSpellings {
  /// By folded spelling.
  private(set) var entries: [String: (entry: RegistryEntry, usual: String)] = [:]
  private(set) var exact: Set<String> = []

  init(_ registry: [RegistryEntry]) {
    for entry in registry {
      let names = entry.name.texts.map(\.text)
      for spelling in [entry.key] + names + entry.aliases {
        exact.insert(spelling)
        entries[TextFolding.key(spelling)] = (entry, spelling)
      }
    }
  }
}
