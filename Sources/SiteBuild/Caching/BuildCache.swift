import Glibc
import SiteCache
import SiteDiagnostics
import SiteDigest

/// The file in which a build finds what earlier ones kept, and keeps what it found.
///
/// It may be deleted at any time: the next build does everything again.
struct BuildCache {
  private(set) var log: CacheLog
  private let path: RawPath

  /// The folder in a site's folder that holds what builds keep; not part of the content.
  static let folder = RawPath(".ctsite")

  /// Reads what is there. A file that cannot be read counts as damaged.
  init(ofSite siteFolder: RawPath) {
    path = siteFolder / Self.folder / RawPath("cache")
    let exists = Folder.exists(path)
    let bytes = exists ? try? Folder.read(path, followsLink: false) : []
    log = CacheLog(bytes ?? [0], writer: Self.program)
  }

  /// The program itself: what one version keeps is not read by another.
  private static var program: Fingerprint {
    let bytes = try? Folder.read(RawPath("/proc/self/exe"))
    return Fingerprint(of: bytes ?? [])
  }

  /// Keeps what a build found.
  mutating func keep(_ changes: [CacheLog.Change]) throws(EnvironmentFailure) {
    guard !changes.isEmpty || log.condition != .restored else { return }
    switch log.update(changes) {
    case .replace(let bytes):
      let staged = path.sibling(prefix: "", suffix: ".new")
      try Folder.write(bytes, to: staged)
      guard rename(staged.terminated, path.terminated) == 0 else {
        throw .cannot(.replace, path, errno)
      }
    case .append(let bytes, let offset): try Folder.write(bytes, to: path, from: offset)
    }
  }
}
