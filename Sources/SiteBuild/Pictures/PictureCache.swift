import Glibc
import SiteCache
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import Synchronization

extension CacheLog.Kind {
  /// What was made, by what it was made from.
  fileprivate static let picture = Self(rawValue: 1)
}

/// Pictures that builds make, kept in a folder of `.ctsite` by what they are made from, whatever
/// version of ctsite asked for them, since they cost much to make.
final class PictureCache: Sendable {
  /// In the site's folder.
  let path: RawPath
  let folder: Folder
  /// What the names of the pictures end in.
  private let suffix: String
  private let cache: BuildCache
  private let used = Mutex<[String: StoredPicture]>([:])
  private let lastNumber = Atomic(0)

  /// - Parameters:
  ///   - name: of the folder.
  ///   - suffix: what the names of the pictures end in: `.webp`.
  init(
    ofSite siteFolder: RawPath, _ name: String, suffix: String
  ) throws(EnvironmentFailure) {
    path = BuildCache.folder / RawPath(name)
    self.suffix = suffix
    try Folder.make(siteFolder / path)
    folder = try Folder(siteFolder / path)
    try folder.checkWritable()
    cache = BuildCache(
      ofSite: siteFolder, in: path, program: Fingerprint(of: Array("\(name) 1".utf8)))
  }

  /// What was made under a name, in this build or an earlier one; nil where it is not known or is
  /// no longer there.
  func known(_ name: String) -> StoredPicture? {
    guard let known = used.withLock({ $0[name] }) ?? kept(name), let picture = verified(known)
    else { return nil }
    return use(picture, as: name)
  }

  /// Takes note of what was made under a name.
  @discardableResult
  func use(_ picture: StoredPicture, as name: String) -> StoredPicture {
    used.withLock { $0[name] = picture }
    return picture
  }

  /// Writes a picture.
  func store(_ bytes: [UInt8], width: Int) throws(EnvironmentFailure) -> StoredPicture.File {
    let file = StoredPicture.File(
      width: width, name: Digest(of: bytes).hexadecimal + suffix, stamp: nil)
    let new = newName
    try folder.write(bytes, to: new)
    try folder.move(new, to: folder, as: RawPath(file.name))
    return file
  }

  /// What the names of files begin with that are not complete.
  private static let prefix = "new-"

  /// A name that nobody else uses, for a file that does not stay.
  var newName: RawPath {
    let number = lastNumber.add(1, ordering: .relaxed).newValue
    return RawPath("\(Self.prefix)\(getpid())-\(number)")
  }

  /// Keeps what is known for the next builds, and removes what many of them had no use for.
  ///
  /// - Returns: what an editor should know of it.
  func keep() -> [Diagnostic] {
    let used = used.withLock { $0 }
    var changes: [CacheLog.Change] = []
    for (name, picture) in used.sorted(by: { $0.key < $1.key }) {
      let bytes = picture.cached
      if cache.log.value(.picture, name).map({ $0.elementsEqual(bytes) }) == true { continue }
      changes.append(.keep(.picture, name, bytes))
    }
    let unused = cache.log.names(.picture).filter { used[$0] == nil }
    if unused.count > used.count + Self.sparedCount {
      changes += unused.map { .forget(.picture, $0) }
      removeFiles(except: used.values)
    }
    return cache.keep(changes)
  }

  /// Pictures out of use that stay, since drafts and works with errors come and go.
  private static let sparedCount = 100
  /// An hour, in nanoseconds: younger files may be those of a build that runs now.
  private static let sparedAge = 3_600_000_000_000

  private func removeFiles(except pictures: some Sequence<StoredPicture>) {
    let inUse = Set(pictures.flatMap(\.files).map { RawPath($0.name) })
    for entry in (try? folder.entries()) ?? []
    where entry.kind == .file && !inUse.contains(entry.name) {
      let isMade = entry.name.text.hasSuffix(suffix) || entry.name.text.hasPrefix(Self.prefix)
      guard isMade, let status = folder.status(of: entry.name, followsLink: false),
        status.modified + Self.sparedAge < FileStatus.now
      else { continue }
      try? folder.removeFile(entry.name)
    }
  }

  private func kept(_ name: String) -> StoredPicture? {
    guard let bytes = cache.log.value(.picture, name) else { return nil }
    var reader = CacheReader(bytes)
    return try? StoredPicture(from: &reader)
  }

  /// A picture whose files are what was kept, by their stamps or, where those do not tell, by their
  /// content; nil where one is not.
  private func verified(_ picture: StoredPicture) -> StoredPicture? {
    guard case .files(var files) = picture else { return picture }
    for index in files.indices {
      let name = RawPath(files[index].name)
      guard let status = folder.status(of: name, followsLink: false) else { return nil }
      let stamp = FileStamp(status)
      if let stamp, stamp == files[index].stamp { continue }
      guard let bytes = try? folder.read(name, followsLink: false),
        Digest(of: bytes).hexadecimal + suffix == files[index].name
      else { return nil }
      files[index].stamp = stamp
    }
    return .files(files)
  }
}

/// What was made.
enum StoredPicture: Cacheable, Sendable {
  /// One picture, or several widths of it, the narrowest first.
  case files([File])
  /// What it was to be made from cannot be read.
  case damaged

  /// A picture, which is named by its content.
  struct File: Cacheable, Sendable {
    let width: Int
    /// In the folder of the cache.
    let name: String
    /// Nil where it is not known whether the file is still as it was made.
    var stamp: FileStamp?

    init(width: Int, name: String, stamp: FileStamp?) {
      self.width = width
      self.name = name
      self.stamp = stamp
    }

    func write(to cache: inout CacheWriter) {
      cache.write(width)
      cache.write(name)
      cache.write(stamp)
    }

    init(from cache: inout CacheReader) throws(CacheDamage) {
      width = try Int(from: &cache)
      name = try String(from: &cache)
      stamp = try FileStamp?(from: &cache)
    }
  }

  fileprivate var files: [File] {
    if case .files(let files) = self { return files }
    return []
  }

  func write(to cache: inout CacheWriter) {
    switch self {
    case .files(let files):
      cache.write(true)
      cache.write(files)
    case .damaged: cache.write(false)
    }
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    self = try Bool(from: &cache) ? .files([File](from: &cache)) : .damaged
  }
}
