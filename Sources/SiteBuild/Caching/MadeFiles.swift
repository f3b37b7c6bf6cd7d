import Glibc
import SiteCache
import SiteDiagnostics
import SiteDigest
import SiteFiles
import Synchronization

/// What was made of something, as the next builds find it.
protocol MadeRecord: Cacheable, Sendable {
  /// The files that were made.
  var files: [MadeFile] { get }
}

/// A file that a build made, under the name of its content.
struct MadeFile: MadeRecord, Hashable {
  /// In its folder.
  let name: String
  let byteCount: Int

  var files: [MadeFile] { [self] }

  fileprivate init(_ bytes: [UInt8], suffix: String) {
    name = Digest(of: bytes).hexadecimal + suffix
    byteCount = bytes.count
  }

  func write(to cache: inout CacheWriter) {
    cache.write(name)
    cache.write(byteCount)
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    name = try String(from: &cache)
    byteCount = try Int(from: &cache)
  }
}

/// Files that cost much to make, kept in a folder of `.ctsite` by what they are made from, for every
/// later build.
///
/// A record, a small file under the name of a key, says what was made. It is written behind the files
/// and all at once: a build that is interrupted keeps what it made, and builds at the same time use
/// what the others made, without locks.
final class MadeFiles<Record: MadeRecord>: Sendable {
  /// In the site's folder.
  let path: RawPath
  let folder: Folder
  /// What the names of the files end in.
  private let suffix: String
  private let used = Mutex<[String: Record]>([:])
  private let lastNumber = Atomic(0)

  /// - Parameters:
  ///   - name: of the folder.
  ///   - suffix: what the names of the files end in: `.webp`.
  init(
    ofSite siteFolder: RawPath, _ name: String, suffix: String
  ) throws(EnvironmentFailure) {
    path = BuildCache.folder / RawPath(name)
    self.suffix = suffix
    try Folder.make(siteFolder / path)
    folder = try Folder(siteFolder / path)
    try folder.checkWritable()
  }

  /// What was made under a key, in this build or another; nil where it is not known or a file is no
  /// longer there.
  func known(_ key: String) -> Record? {
    guard let record = read(key), record.files.allSatisfy(isWhole) else { return nil }
    used.withLock { $0[key] = record }
    return record
  }

  /// Writes a file, which counts once a record names it.
  func store(_ bytes: [UInt8]) throws(EnvironmentFailure) -> MadeFile {
    let file = MadeFile(bytes, suffix: suffix)
    try write(bytes, as: RawPath(file.name))
    return file
  }

  /// Keeps what was made under a key.
  func keep(_ record: Record, as key: String) throws(EnvironmentFailure) {
    let bytes = record.cached
    try write(Fingerprint(of: bytes).cached + bytes, as: Self.name(ofRecord: key))
    used.withLock { $0[key] = record }
  }

  /// A name that nobody else uses, for a file that does not stay.
  var newName: RawPath {
    RawPath("new-\(getpid())-\(lastNumber.add(1, ordering: .relaxed).newValue)")
  }

  private static func name(ofRecord key: String) -> RawPath { RawPath(key + recordSuffix) }

  private static var recordSuffix: String { ".made" }

  private func write(_ bytes: [UInt8], as name: RawPath) throws(EnvironmentFailure) {
    let new = newName
    try folder.write(bytes, to: new)
    try folder.move(new, to: folder, as: name)
  }

  private func read(_ key: String) -> Record? {
    guard let bytes = try? folder.read(Self.name(ofRecord: key), followsLink: false),
      bytes.count >= 16, bytes.prefix(16).elementsEqual(Fingerprint(of: Array(bytes[16...])).cached)
    else { return nil }
    var reader = CacheReader(bytes[16...])
    return try? Record(from: &reader)
  }

  /// Whether a file is there and did not lose its end, as in a loss of power. Its content is not
  /// read, which would take longer than the rest of a build.
  private func isWhole(_ file: MadeFile) -> Bool {
    let status = folder.status(of: RawPath(file.name), followsLink: false)
    return status?.kind == .file && status?.byteCount == file.byteCount
  }
}

// MARK: - What is out of use

extension MadeFiles {
  /// Records out of use that stay, since drafts and works with errors come and go.
  private static var sparedCount: Int { 100 }
  /// An hour, in nanoseconds: younger files may be those of a build that runs now.
  private static var sparedAge: Int { 3_600_000_000_000 }

  /// Removes what no record names, and all that this build had no use for where that is much.
  func sweep() {
    let used = used.withLock { $0 }
    let entries = ((try? folder.entries()) ?? []).filter { $0.kind == .file }
    let unused = entries.compactMap { entry in
      entry.name.exactText.flatMap {
        $0.hasSuffix(Self.recordSuffix) ? String($0.dropLast(Self.recordSuffix.count)) : nil
      }
    }.filter { used[$0] == nil }
    var records = used
    if unused.count <= used.count + Self.sparedCount {
      for key in unused { records[key] = read(key) }
    }
    let kept = Set(
      records.keys.map(Self.name(ofRecord:))
        + records.values.flatMap(\.files).map { RawPath($0.name) })
    let limit = FileStatus.now - Self.sparedAge
    for entry in entries where !kept.contains(entry.name) {
      guard let status = folder.status(of: entry.name, followsLink: false),
        status.modified < limit
      else { continue }
      try? folder.removeFile(entry.name)
    }
  }
}
