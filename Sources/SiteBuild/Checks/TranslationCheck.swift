import SiteDiagnostics
import SiteModel

/// Finds translations whose originals have changed since: the hash that they note is another one
/// than the original has now.
///
/// Nothing is said where the hash cannot be known: the original has errors, or is not published.
struct TranslationCheck {
  private let editions: [RenderedEdition]
  private let faulty: Set<String>
  /// Folders with a faulty file that is no text: perhaps the picture whose description counts.
  private let foldersOfFaultyFiles: Set<Substring>
  private let indices: [String: Int]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter faulty: files in which errors were found before their texts were read.
  init(_ editions: [RenderedEdition], faulty: Set<String>) {
    self.editions = editions
    self.faulty = faulty
    foldersOfFaultyFiles = Set(faulty.lazy.filter { !$0.hasSuffix(".md") }.flatMap(\.folders))
    indices = Dictionary(
      editions.indices.map { (editions[$0].edition.path, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The editions, of which the stale ones are marked.
  mutating func checked() -> [RenderedEdition] {
    var checked = editions
    for index in editions.indices {
      guard let translation = editions[index].edition.translation, let note = translation.source,
        let original = original(of: translation, in: editions[index].work)
      else { continue }
      let digits = SourceHash.digits(of: original.edition, words: original.text.words)
      let current = String(digits.prefix(SourceHash.usualLength))
      guard let hash = note.hash else {
        diagnostics.append(
          .missingSourceHash(of: original.edition.path, hash: current, at: note.location))
        continue
      }
      if digits.hasPrefix(hash) { continue }
      checked[index].edition = editions[index].edition.stale
      diagnostics.append(
        .staleTranslation(of: original.edition.path, hash: current, at: note.location))
    }
    return checked
  }

  private func original(of translation: Translation, in work: Work) -> RenderedEdition? {
    guard let path = work.edition(translation.of)?.path, !faulty.contains(path),
      !foldersOfFaultyFiles.contains(work.folder[...]), let index = indices[path],
      editions[index].text.isRead,
      !editions[index].diagnostics.containError
    else { return nil }
    return editions[index]
  }
}

extension String {
  /// The folders that a path leads through.
  fileprivate var folders: [Substring] {
    indices.filter { self[$0] == "/" }.map { self[..<$0] }
  }
}
