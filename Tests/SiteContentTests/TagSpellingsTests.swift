import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML
import Synchronization
import Testing

@testable import SiteContent

/// The texts of a large site are not in memory when its tags are compared.
@Suite struct TagSpellingsTests {
  /// Counts how often a file is read.
  private final class Reads: Sendable {
    let count = Atomic(0)
  }

  private func draft(_ name: String, tags: [String], _ reads: Reads) -> DraftWork {
    let path = "content/articles/\(name)"
    let file = SourceFile(path: path + "/ar.md") {
      reads.count.add(1, ordering: .relaxed)
      return Array("---\ntags: [\(tags.joined(separator: ", "))]\n---\n".utf8)
    }
    let edition = Edition(
      language: .arabic, path: file.path, slug: name, slugLocation: nil, title: "أ", subtitle: nil,
      summary: nil,
      keywords: [], tags: [], dateline: nil, metadata: WorkMetadata(), translation: nil,
      aliases: [], corrections: [])
    let located = tags.map { Located($0, bytes: 4..<5) }
    let draft = DraftEdition(
      edition: edition,
      source: EditionSource(file: file, body: 0..<0, stored: []),
      slugBytes: nil, id: nil, tags: located, aliases: [], related: [])
    return DraftWork(
      folder: WorkFolder(section: .articles, path: path, languages: [.arabic], attachments: []),
      editions: [draft], originalIndex: 0)
  }

  @Test func noFileIsReadForTagsThatAreSpeltAlike() {
    let reads = Reads()
    let drafts = (0..<20).map { draft("w\($0)", tags: ["وسم", "وسم \($0)"], reads) }
    let spellings = TagSpellings(of: drafts, registry: [])
    #expect(spellings.diagnostics.isEmpty)
    #expect(reads.count.load(ordering: .relaxed) == 0)
    let tags = spellings.tags(of: drafts[3].original, original: drafts[3].original)
    #expect(tags.map(\.name) == ["وسم", "وسم 3"])
    #expect(tags.map(\.key) == ["وسم", "وسم 3"])
  }

  @Test func aFindingNamesBothPlaces() {
    let reads = Reads()
    let drafts = [draft("a", tags: ["OSINT"], reads), draft("b", tags: ["Osint"], reads)]
    let found = TagSpellings(of: drafts, registry: []).diagnostics
    #expect(found.map(\.location.description) == ["content/articles/b/ar.md:2:1"])
    #expect(found.flatMap(\.notes).map(\.location.description) == ["content/articles/a/ar.md:2:1"])
  }
}
