import CLinux
import Glibc
import SiteCache
import SiteDiagnostics
import SiteDigest
import SiteFiles

/// The file in which a build finds what earlier ones kept, and keeps what it found.
///
/// It may be deleted at any time: the next build does everything again. One build uses it at a time;
/// another one of the same site, into another folder, does everything itself.
struct BuildCache {
  let log: CacheLog
  private let place: RawPath
  /// Of the file in the site's folder, for messages.
  private let path: String
  private let access: Access

  private enum Access {
    case own(OutputLock)
    /// Another build uses it.
    case taken
    case refused(EnvironmentFailure)
  }

  /// The file in that folder.
  static let name = RawPath("cache")
  private static let lock = RawPath("cache\(OutputLock.suffix)")

  /// The folder in a site's folder that holds what builds keep; not part of the content.
  static let folder = RawPath(".ctsite")

  /// Reads what is there. A file that cannot be read counts as damaged.
  ///
  /// - Parameters:
  ///   - folder: where the file lies in the site's folder.
  ///   - program: what one version of ctsite keeps is not read by another.
  init(ofSite siteFolder: RawPath, in folder: RawPath = Self.folder, program: Fingerprint) {
    place = siteFolder / folder
    path = (folder / Self.name).text
    do throws(EnvironmentFailure) {
      access = try OutputLock(ifFree: place / Self.lock).map { .own($0) } ?? .taken
    } catch {
      access = .refused(error)
    }
    guard case .own = access else {
      log = CacheLog([], writer: program)
      return
    }
    guard (place / Self.name).kind() != nil else {
      log = CacheLog([], writer: program)
      return
    }
    let file = try? Folder(place).map(Self.name)
    log = file.map { CacheLog($0, writer: program) } ?? CacheLog([0], writer: program)
  }

  /// Keeps what a build found.
  ///
  /// - Returns: what an editor should know of the cache.
  func keep(_ changes: [CacheLog.Change]) -> [Diagnostic] {
    switch access {
    case .own: break
    case .taken: return [.cacheInUse(path)]
    case .refused(let failure): return [.cacheNotKept(path, failure)]
    }
    let found: [Diagnostic] =
      switch log.condition {
      case .empty, .restored: []
      case .foreign: [.foreignCache(path)]
      case .damaged: [.damagedCache(path)]
      }
    guard !changes.isEmpty || log.condition != .restored else { return found }
    do throws(EnvironmentFailure) {
      try write(changes)
      return found
    } catch {
      return found + [.cacheNotKept(path, error)]
    }
  }

  private func write(_ changes: [CacheLog.Change]) throws(EnvironmentFailure) {
    let folder = try Folder(place)
    let target = log.target(of: changes)
    var name = Self.name
    var offset = 0
    if case .append(let end) = target {
      offset = end
    } else {
      name = name.sibling(prefix: "", suffix: ".new")
      try folder.write([], to: name)
    }
    try log.write(changes, to: target) { piece throws(EnvironmentFailure) in
      try folder.write(piece, to: name, from: offset)
      offset += piece.count
    }
    if target == .replacement { try folder.move(name, to: folder, as: Self.name) }
  }
}

extension Diagnostic {
  fileprivate static func foreignCache(_ path: String) -> Diagnostic {
    Diagnostic(
      "cache-of-another-version", .note, at: SourceLocation(path: path),
      Wording(
        en: "another version of ctsite kept this cache, so everything was built anew",
        ar: "هذا المخبأ من إصدار آخر من ctsite، فأُعيد بناء كل شيء"))
  }

  fileprivate static func cacheInUse(_ path: String) -> Diagnostic {
    Diagnostic(
      "cache-in-use", .note, at: SourceLocation(path: path),
      Wording(
        en: "another build of this site was using the cache, so everything was built anew and "
          + "nothing was kept",
        ar: "كان بناء آخر لهذا الموقع يستخدم المخبأ، فأُعيد بناء كل شيء ولم يُحفظ شيء"))
  }

  fileprivate static func damagedCache(_ path: String) -> Diagnostic {
    Diagnostic(
      "damaged-cache", .warning, at: SourceLocation(path: path),
      Wording(
        en: "the cache is damaged, so everything was built anew",
        ar: "المخبأ تالف، فأُعيد بناء كل شيء"),
      fix: Wording(
        en: "nothing, if it happens once; else check the disk",
        ar: "لا شيء إن حدث مرة واحدة؛ وإلا فافحص القرص"))
  }

  fileprivate static func cacheNotKept(_ path: String, _ failure: EnvironmentFailure) -> Diagnostic
  {
    Diagnostic(
      "cache-not-kept", .warning, at: SourceLocation(path: path),
      Wording(
        en: "the site is built, but nothing was kept for the next build: "
          + failure.message.english,
        ar: "بُني الموقع ولم يُحفظ شيء للبناء التالي: " + failure.message.arabic),
      fix: failure.fix)
  }
}
