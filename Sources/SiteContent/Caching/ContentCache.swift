import SiteCache
import SiteDiagnostics
import SiteDigest
import SiteModel

extension CacheLog.Kind {
  /// A work by its folder: the files it was read from, and what was read.
  static let work = Self(rawValue: 1)
}

/// Works that were read in earlier builds.
///
/// A work is taken over when its files are the same and so is everything that reading it depends on:
/// the site's file and the registries.
struct ContentCache: Sendable {
  let log: CacheLog
  let folder: SiteFolder
  /// Of the site's file, the registries and the portraits.
  let context: Fingerprint

  /// A work as an earlier build read it.
  ///
  /// - Returns: nil where it must be read; `update` where it is to be kept anew.
  func work(_ work: WorkFolder) -> (work: LoadedWork, update: CacheLog.Change?)? {
    guard let bytes = log.value(.work, work.path) else { return nil }
    var cache = CacheReader(bytes)
    guard let known = try? Fingerprint(from: &cache), known == context,
      let kept = try? [InputFile](from: &cache), kept.map(\.path) == paths(of: work)
    else { return nil }
    var current: [InputFile] = []
    for file in kept {
      guard let file = unchanged(file) else { return nil }
      current.append(file)
    }
    let rest = bytes[cache.position...]
    guard let loaded = try? LoadedWork(rest, of: work, in: folder) else { return nil }
    return (loaded, current == kept ? nil : change(work, current, rest))
  }

  /// What is to be kept of a work that was read; nil for one that is not complete.
  ///
  /// - Parameter stamps: of its files, taken before they were read.
  func keep(
    _ loaded: LoadedWork, of work: WorkFolder, stamps: [String: FileStamp]
  ) -> CacheLog.Change? {
    guard loaded.failure == nil, let draft = loaded.draft,
      draft.editions.count == work.languages.count
    else { return nil }
    let fingerprints = Dictionary(
      draft.editions.map { ($0.edition.path, $0.source.fingerprint) },
      uniquingKeysWith: { first, _ in first })
    let files = paths(of: work).map {
      InputFile(path: $0, stamp: stamps[$0], fingerprint: fingerprints[$0])
    }
    return change(work, files, loaded.cached[...])
  }

  /// The stamps of a work's files.
  func stamps(of work: WorkFolder) -> [String: FileStamp] {
    Dictionary(
      paths(of: work).compactMap { path in folder.stamp(of: path).map { (path, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is to be forgotten: works that are no longer there.
  func removals(except works: [WorkFolder]) -> [CacheLog.Change] {
    log.removals(.work, except: works.lazy.map(\.path))
  }

  private func paths(of work: WorkFolder) -> [String] {
    work.languages.map(work.file) + work.attachments.map { work.path + "/" + $0 }
  }

  private func change(
    _ work: WorkFolder, _ files: [InputFile], _ loaded: ArraySlice<UInt8>
  ) -> CacheLog.Change {
    var cache = CacheWriter()
    cache.write(context)
    cache.write(files)
    cache.bytes += loaded
    return .keep(.work, work.path, cache.bytes)
  }

  /// The file with its present stamp; nil when its bytes are others.
  private func unchanged(_ file: InputFile) -> InputFile? {
    let stamp = folder.stamp(of: file.path)
    if let stamp, stamp == file.stamp { return file }
    guard let fingerprint = file.fingerprint,
      let bytes = try? folder.bytes(of: file.path, limit: TextFile.maximumBytes),
      Fingerprint(of: bytes) == fingerprint
    else { return nil }
    return InputFile(path: file.path, stamp: stamp, fingerprint: fingerprint)
  }
}

/// A file as it was when it was read.
private struct InputFile: Cacheable, Equatable {
  /// Relative to the site's folder.
  let path: String
  /// Nil where a change could hide behind it.
  let stamp: FileStamp?
  /// Of its bytes; nil for files other than texts, of which the stamp alone decides.
  let fingerprint: Fingerprint?

  init(path: String, stamp: FileStamp?, fingerprint: Fingerprint?) {
    self.path = path
    self.stamp = stamp
    self.fingerprint = fingerprint
  }

  func write(to cache: inout CacheWriter) {
    cache.write(path)
    cache.write(stamp)
    cache.write(fingerprint)
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    path = try String(from: &cache)
    stamp = try FileStamp?(from: &cache)
    fingerprint = try Fingerprint?(from: &cache)
  }
}
