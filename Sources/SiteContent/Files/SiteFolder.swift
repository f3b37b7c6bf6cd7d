import SiteDiagnostics
import SiteFiles

/// The folder of a site, from which files are read by their paths in it, which are text.
struct SiteFolder: Sendable {
  private let root: RawPath
  private let folder: Folder
  private let content: FolderListing?

  /// - Parameters:
  ///   - root: may be relative to the working folder.
  ///   - content: what was seen in `content/`, which is not looked at again.
  init(root: String, content: FolderListing? = nil) throws(EnvironmentFailure) {
    self.root = RawPath(root)
    self.content = content
    folder = try Folder(self.root, shownAs: RawPath(""))
  }

  struct Entry: Sendable, Hashable {
    let name: String
    let kind: FileKind
  }

  /// A folder's entries, sorted by the bytes of their names. Names that are not UTF-8 hold U+FFFD.
  func entries(of path: String) throws(EnvironmentFailure) -> [Entry] {
    if let content, let inside = Self.pathInContent(path), let listed = content.entries(of: inside)
    {
      return listed.map { Entry(name: $0.name, kind: $0.kind) }
    }
    let entries = try Folder(root / RawPath(path), shownAs: RawPath(path)).entries()
    return entries.map { Entry(name: $0.name.text, kind: $0.kind) }
  }

  /// What stands at a path, links not followed; nil when nothing does.
  func kindIfAny(of path: String) -> FileKind? { folder.kind(of: RawPath(path)) }

  /// What a path leads to, links followed; nil when it leads nowhere.
  func target(of path: String) -> (realPath: String, kind: FileKind)? {
    let absolute = path.isEmpty ? root : root / RawPath(path)
    guard let kind = absolute.kind(followsLink: true) else { return nil }
    return (absolute.resolved.text, kind)
  }

  /// What tells whether a file changed, links followed; nil where that cannot be told.
  func stamp(of path: String) -> FileStamp? {
    if let content, let listed = Self.pathInContent(path).flatMap(content.entry(at:)),
      listed.kind == .file
    {
      return listed.stamp
    }
    return folder.status(of: RawPath(path)).flatMap { FileStamp($0) }
  }

  private static func pathInContent(_ path: String) -> String? {
    if path == "content" { return "" }
    return path.hasPrefix("content/") ? String(path.dropFirst("content/".count)) : nil
  }

  /// The size of a file in bytes.
  func byteCount(of path: String) throws(EnvironmentFailure) -> Int {
    try folder.byteCount(of: RawPath(path))
  }

  /// The bytes of a file.
  ///
  /// - Parameter limit: files with more bytes are not read.
  /// - Returns: nil where the file is larger than the limit.
  func bytes(of path: String, limit: Int) throws(EnvironmentFailure) -> [UInt8]? {
    try folder.read(RawPath(path), limit: limit)
  }

  /// The first bytes of a file.
  func firstBytes(of path: String, count: Int) throws(EnvironmentFailure) -> [UInt8] {
    try folder.firstBytes(of: RawPath(path), count: count)
  }
}
