import SiteCache
import SiteConcurrency
import SiteDiagnostics
import SiteDigest
import SiteFiles

/// What the system says of everything in a folder and below it, taken at once before any of it is
/// read. What lies behind a link to a folder is not looked at.
public struct FolderListing: Sendable {
  struct Entry: Sendable {
    let name: String
    let kind: FileKind
    /// Of a file, links followed; nil where a change could hide behind it.
    let stamp: FileStamp?
  }

  /// Sorted by the bytes of the names; folders by their paths, of which the first is empty. Folders
  /// with a name on their path that is not UTF-8 are left out.
  private let folders: [String: [Entry]]
  /// Tells whether all of it is the same as before; nil while a file there may still be changing.
  public let fingerprint: Fingerprint?

  /// - Parameter root: links on the way to it are followed.
  /// - Returns: nil where there is no such folder.
  public init?(of root: RawPath, jobs: Jobs) async throws(EnvironmentFailure) {
    guard root.kind(followsLink: true) == .folder else { return nil }
    let folder = try Folder(root)
    var folders: [String: [Entry]] = [:]
    var digest = CacheWriter()
    var isSettled = true
    var level = [RawPath("")]
    while !level.isEmpty {
      let visits = try await level.concurrentMap(jobs: jobs) { path throws(EnvironmentFailure) in
        try Visit(of: path, in: folder)
      }
      for (path, visit) in zip(level, visits) {
        digest.write(visit.fingerprint)
        isSettled = isSettled && visit.isSettled
        if let path = path.exactText { folders[path] = visit.entries }
      }
      level = visits.flatMap(\.folders)
    }
    self.folders = folders
    fingerprint = isSettled ? Fingerprint(of: digest.bytes) : nil
  }

  /// What lies in a folder; nil where it was not looked at.
  func entries(of path: String) -> [Entry]? { folders[path] }

  /// A file of a folder that was looked at.
  func entry(at path: String) -> Entry? {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
    return folders[slash.map { String(path[..<$0]) } ?? ""]?.first { $0.name == name }
  }

  /// What the system says of one folder.
  private struct Visit: Sendable {
    let fingerprint: Fingerprint
    /// Whether no file may still be changing, and all could be looked at.
    let isSettled: Bool
    let entries: [Entry]
    let folders: [RawPath]

    init(of path: RawPath, in root: Folder) throws(EnvironmentFailure) {
      var digest = CacheWriter()
      var isSettled = true
      var entries: [Entry] = []
      var folders: [RawPath] = []
      if let folder = try root.knownFolder(path) {
        for entry in try folder.entries() {
          var stamp: FileStamp?
          if entry.kind == .folder {
            folders.append(path / entry.name)
          } else if let status = folder.status(of: entry.name) {
            stamp = FileStamp(status)
            isSettled = isSettled && stamp != nil && status.kind != .folder
          }
          let name = entry.name.text
          digest.write(name)
          digest.write(stamp)
          entries.append(Entry(name: name, kind: entry.kind, stamp: stamp))
        }
      }
      fingerprint = Fingerprint(of: digest.bytes)
      self.isSettled = isSettled
      self.entries = entries
      self.folders = folders
    }
  }
}
