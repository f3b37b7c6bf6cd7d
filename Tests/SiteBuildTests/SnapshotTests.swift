import Foundation
import SiteBuild
import Testing

/// The whole output of a small site, held to the files of `Snapshots/small-site`.
///
/// `CTSITE_RECORD=1 swift test --filter SnapshotTests` writes them anew.
struct SnapshotTests {
  private static let folder = Fixtures.folder + "/Snapshots/small-site"
  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["CTSITE_RECORD"] == "1"
  }

  @Test func everyFileOfASmallSiteIsAsRecorded() async throws {
    let built = try await SmallSite.make().build()
    try #require(built.report.isPublished, "\(built.findings)")
    #expect(built.findings == Self.findings)
    // The search has tests of its own, and its files are named after what is in them.
    let files = try built.files().filter {
      !$0.key.hasPrefix("search/") || $0.key == "search/index.html"
    }
    let texts = files.compactMapValues { String(validating: $0, as: UTF8.self) }
    #expect(files.keys.filter { texts[$0] == nil }.map(\.fileExtension) == ["png"])
    guard !Self.isRecording else { return try Self.record(texts) }
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      try Self.compare(text, with: path)
    }
    for path in try Self.recordedPaths() where texts[path] == nil {
      Issue.record("\(path) is recorded, but was not written")
    }
  }

  private static let findings = """
    content/articles/2024/border-study/en.md:3:14: warning: the description of the picture is taken over from content/articles/2024/border-study/ar.md, in another language [inherited-alt]
        translation: {of: ar, method: human}
        fix: describe it here as well, under image: {alt: …}; the file stays that of the original
    content/articles/2024/draft/ar.md: note: not published: its status is ‘draft’ [not-published]

    """

  private static func compare(_ text: String, with path: String) throws {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
      Issue.record("\(path) is not recorded; CTSITE_RECORD=1 records it:\n\(text)")
      return
    }
    let recorded = String(decoding: data, as: UTF8.self)
    guard recorded != text else { return }
    Issue.record("\(path) differs from its record:\n\(difference(from: recorded, to: text))")
  }

  /// The lines that went and came, by their numbers.
  private static func difference(from old: String, to new: String) -> String {
    let lines = { (text: String) in
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return lines(new).difference(from: lines(old)).map { change in
      switch change {
      case .remove(let line, let text, _): (line, "\(line + 1): - \(text)")
      case .insert(let line, let text, _): (line, "\(line + 1): + \(text)")
      }
    }.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n")
  }

  private static func recordedPaths() throws -> [String] {
    guard let paths = FileManager.default.enumerator(atPath: folder) else { return [] }
    var isFolder: ObjCBool = false
    return paths.compactMap { $0 as? String }.filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  private static func record(_ texts: [String: String]) throws {
    try? FileManager.default.removeItem(atPath: folder)
    for (path, text) in texts {
      let file = URL(filePath: "\(folder)/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    Issue.record(
      "\(texts.count) files were recorded; look at them, and run the tests without CTSITE_RECORD")
  }
}

extension String {
  fileprivate var fileExtension: String { String(split(separator: ".").last ?? "") }
}
