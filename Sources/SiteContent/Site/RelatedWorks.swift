import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Finds the works that editors name under `related`: by the name of their folder, by a slug, or
/// by a path from the work's own folder, from its section or from `content`.
struct RelatedWorks {
  private let folders: Set<String>
  private let sharedSlugs: Set<String>
  private var byName: [String: [String]] = [:]
  /// The same names, made ready when the first that is not among them is met.
  private lazy var names = NearMiss(byName.keys)
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - works: all works that were found, those that could not be read among them.
  ///   - sharedSlugs: the slugs that two works have, which is an error already.
  init(works: [WorkFolder], drafts: [DraftWork], sharedSlugs: Set<String>) {
    folders = Set(works.map(\.path))
    self.sharedSlugs = sharedSlugs
    for work in works { byName[work.name, default: []].append(work.path) }
    for draft in drafts {
      for edition in draft.editions where edition.slugBytes != nil {
        byName[edition.edition.slug, default: []].append(draft.folder.path)
      }
    }
  }

  /// The folders of the works that a work names, without itself.
  mutating func resolve(_ draft: DraftWork) -> [String] {
    let original = draft.original
    var found: [String] = []
    for item in original.related {
      let place = original.place(item.bytes)
      let matches = candidates(for: item.value, from: draft.folder)
      if matches.count > 1 {
        let name = item.value.split(separator: "/").last.map(String.init) ?? ""
        guard !sharedSlugs.contains(name) else { continue }
        diagnostics.append(.ambiguousRelated(item.value, matches, at: place))
      } else if matches.first == draft.folder.path {
        diagnostics.append(.relatedToItself(at: place))
      } else if let match = matches.first {
        if !found.contains(match) { found.append(match) }
      } else {
        diagnostics.append(
          .unknownRelated(item.value, near: names.suggestions(for: item.value), at: place))
      }
    }
    return found
  }

  private func candidates(for text: String, from work: WorkFolder) -> [String] {
    var parts = text.split(separator: "/").map(String.init)
    if let last = parts.last, last.hasSuffix(".md") { parts.removeLast() }
    guard let name = parts.last else { return [] }
    if parts.count == 1, !text.hasPrefix("/"), let named = byName[name] {
      return Array(Set(named)).sorted()
    }
    let section = ["content", work.section.rawValue]
    let bases = [work.path.split(separator: "/").map(String.init), section, ["content"], []]
    let paths = bases.compactMap { Self.path(from: $0, by: parts) }.filter(folders.contains)
    return Array(Set(paths)).sorted()
  }

  private static func path(from base: [String], by parts: [String]) -> String? {
    var path = base
    for part in parts {
      switch part {
      case ".": break
      case "..":
        guard path.popLast() != nil else { return nil }
      default: path.append(part)
      }
    }
    return path.joined(separator: "/")
  }
}
