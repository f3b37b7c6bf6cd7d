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
    noteUse(of: key)
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
  /// In nanoseconds.
  private static var hour: Int { 3_600_000_000_000 }
  private static var day: Int { 24 * hour }

  private static var mark: RawPath { RawPath("swept") }

  /// Removes records that no build used for some days, and files that no record names, at most once
  /// a day. By age and not by what one build uses: previews, drafts and works with errors come and
  /// go, and what they show cost as much.
  static func sweep(ofSite siteFolder: RawPath, _ name: String, suffix: String, keptForDays: Int) {
    guard (siteFolder / BuildCache.folder / RawPath(name)).kind() == .folder,
      let made = try? Self(ofSite: siteFolder, name, suffix: suffix)
    else { return }
    let last = made.folder.status(of: mark, followsLink: false)?.modified ?? 0
    guard last < FileStatus.now - day else { return }
    _ = try? made.folder.write(Array("\(name)\n".utf8), to: mark)
    made.sweep(keptForDays: keptForDays)
  }

  private func sweep(keptForDays: Int) {
    let now = FileStatus.now
    let files = ((try? folder.entries()) ?? []).filter { $0.kind == .file }.compactMap { entry in
      folder.status(of: entry.name, followsLink: false).map { (entry.name, $0.modified) }
    }
    var kept: Set<RawPath> = [Self.mark]
    for (name, lastUse) in files where lastUse >= now - keptForDays * Self.day {
      guard let record = Self.key(ofRecord: name).flatMap(read) else { continue }
      kept.insert(name)
      kept.formUnion(record.files.map { RawPath($0.name) })
    }
    // Younger ones may be those of a build that runs now.
    for (name, modified) in files where modified < now - Self.hour && !kept.contains(name) {
      try? folder.removeFile(name)
    }
  }

  private static func key(ofRecord name: RawPath) -> String? {
    guard let text = name.exactText, text.hasSuffix(recordSuffix) else { return nil }
    return String(text.dropLast(recordSuffix.count))
  }

  /// Notes that a record is in use, by its time.
  private func noteUse(of key: String) {
    let name = Self.name(ofRecord: key)
    guard let status = folder.status(of: name, followsLink: false),
      status.modified < FileStatus.now - Self.day
    else { return }
    folder.touch(name)
  }
}
