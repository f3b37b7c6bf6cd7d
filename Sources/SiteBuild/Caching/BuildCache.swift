import SiteCache
import SiteDiagnostics
import SiteDigest
import SiteFiles

/// The file in which a build finds what earlier ones kept, and keeps what it found.
///
/// It may be deleted at any time: the next build does everything again.
struct BuildCache {
  private(set) var log: CacheLog
  private let place: RawPath

  private static let name = RawPath("cache")

  /// The folder in a site's folder that holds what builds keep; not part of the content.
  static let folder = RawPath(".ctsite")

  /// Reads what is there. A file that cannot be read counts as damaged.
  init(ofSite siteFolder: RawPath) {
    place = siteFolder / Self.folder
    let exists = (place / Self.name).kind() != nil
    let bytes = exists ? try? Folder(place).read(Self.name, followsLink: false) : []
    log = CacheLog(bytes ?? [0], writer: Self.program)
  }

  /// The program itself: what one version keeps is not read by another.
  private static var program: Fingerprint {
    let bytes = try? Folder(RawPath("/proc/self")).read(RawPath("exe"))
    return Fingerprint(of: bytes ?? [])
  }

  /// Keeps what a build found.
  mutating func keep(_ changes: [CacheLog.Change]) throws(EnvironmentFailure) {
    guard !changes.isEmpty || log.condition != .restored else { return }
    try Folder.make(place)
    let folder = try Folder(place)
    switch log.update(changes) {
    case .replace(let bytes):
      let staged = Self.name.sibling(prefix: "", suffix: ".new")
      try folder.write(bytes, to: staged)
      try folder.move(staged, to: folder, as: Self.name)
    case .append(let bytes, let offset): try folder.write(bytes, to: Self.name, from: offset)
    }
  }
}
