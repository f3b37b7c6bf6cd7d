import CLinux
import Glibc
import SiteCache
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import Synchronization

extension CacheLog.Kind {
  /// The copies of a picture, by its content and what they are made by.
  fileprivate static let picture = Self(rawValue: 1)
}

/// Smaller copies of pictures, kept in `.ctsite/pictures` by the content of the pictures, whatever
/// version of ctsite asked for them: to make them takes a second of processor time a picture.
final class PictureStore: Sendable {
  /// What became of a picture.
  enum Outcome: Sendable {
    /// The narrowest first; none where none would be much smaller than the picture.
    case copies([StoredPicture.Copy])
    /// The tool cannot read it.
    case damaged
    /// The tool was stopped, since it took too long or too much.
    case stopped
    /// The tool reads no picture at all.
    case toolFails
  }

  static let path = BuildCache.folder / RawPath("pictures")

  private let tool: PictureTool
  private let folder: Folder
  private let cache: BuildCache
  private let used = Mutex<[String: StoredPicture]>([:])
  private let lastNumber = Atomic(0)
  private let toolWorks = Mutex<Bool?>(nil)

  init(ofSite siteFolder: RawPath, tool: PictureTool) throws(EnvironmentFailure) {
    self.tool = tool
    try Folder.make(siteFolder / Self.path)
    folder = try Folder(siteFolder / Self.path)
    try folder.checkWritable()
    cache = BuildCache(
      ofSite: siteFolder, in: Self.path, program: Fingerprint(of: Array("pictures 1".utf8)))
  }

  /// The copies of a picture, made now unless an earlier build made them.
  func copies(
    of bytes: [UInt8], _ digest: Digest, widths: [Int]
  ) throws(EnvironmentFailure) -> Outcome {
    var key = CacheWriter()
    key.write(widths)
    key.write(tool.fingerprint)
    let name = "\(digest.hexadecimal) \(Digest(of: key.bytes).hexadecimal.prefix(16))"
    let known = used.withLock { $0[name] } ?? kept(name)
    if let picture = known.flatMap(verified) { return use(picture, as: name) }
    switch try make(from: bytes, widths: widths) {
    case .copies(let copies): return use(.copies(copies), as: name)
    case .damaged: return use(.damaged, as: name)
    case .stopped: return .stopped
    case .toolFails: return .toolFails
    }
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
  /// In seconds: younger files may be those of a build that runs now.
  private static let sparedAge = 3600

  private func removeFiles(except pictures: some Sequence<StoredPicture>) {
    let inUse = Set(pictures.flatMap(\.copies).map(\.name))
    for entry in (try? folder.entries()) ?? []
    where entry.kind == .file && !inUse.contains(entry.name) {
      let isMade = entry.name.text.hasSuffix(".webp") || entry.name.text.hasPrefix(Self.prefix)
      guard isMade, let status = folder.status(of: entry.name, followsLink: false),
        status.st_mtim.tv_sec + Self.sparedAge < time(nil)
      else { continue }
      try? folder.removeFile(entry.name)
    }
  }

  private func use(_ picture: StoredPicture, as name: String) -> Outcome {
    used.withLock { $0[name] = picture }
    return switch picture {
    case .copies(let copies): .copies(copies)
    case .damaged: .damaged
    }
  }
}

// MARK: - Kept copies

extension PictureStore {
  private func kept(_ name: String) -> StoredPicture? {
    guard let bytes = cache.log.value(.picture, name) else { return nil }
    var reader = CacheReader(bytes)
    return try? StoredPicture(from: &reader)
  }

  /// A kept picture whose files are what was kept, by their stamps or, where those do not tell, by
  /// their content; nil where one is not.
  private func verified(_ picture: StoredPicture) -> StoredPicture? {
    guard case .copies(var copies) = picture else { return picture }
    for index in copies.indices {
      let name = copies[index].name
      guard let status = folder.status(of: name, followsLink: false) else { return nil }
      let stamp = FileStamp(status)
      if let stamp, stamp == copies[index].stamp { continue }
      guard let bytes = try? folder.read(name, followsLink: false),
        Digest(of: bytes).hexadecimal == copies[index].digest
      else { return nil }
      copies[index].stamp = stamp
    }
    return .copies(copies)
  }
}

// MARK: - New copies

extension PictureStore {
  /// What the names of files begin with that are not complete.
  private static let prefix = "new-"

  private var newName: RawPath {
    let number = lastNumber.add(1, ordering: .relaxed).newValue
    return RawPath("\(Self.prefix)\(getpid())-\(number)")
  }

  private func make(
    from bytes: [UInt8], widths: [Int]
  ) throws(EnvironmentFailure) -> Outcome {
    let source = newName
    try folder.write(bytes, to: source)
    defer { try? folder.removeFile(source) }
    var copies: [(width: Int, bytes: [UInt8])] = []
    for width in widths {
      switch tool.copy(of: folder.path / source, width: width) {
      case .output(let copy) where ImageSize(header: copy)?.width == width:
        // The widest may be a little larger, since wide screens get less than there is without it.
        let limit = width == widths.last ? bytes.count / 10 * 11 : bytes.count
        if copy.count < limit { copies.append((width, copy)) }
      case .output, .failed: return try canUseTool() ? .damaged : .toolFails
      case .stopped: return .stopped
      }
    }
    // Where the wide ones are no smaller than the picture, it is small already, and nobody should
    // get it blurred for the little that the others save.
    guard let widest = copies.last?.width, let wanted = widths.last, widest * 3 >= wanted * 2
    else { return .copies([]) }
    var stored: [StoredPicture.Copy] = []
    for copy in copies { stored.append(try store(copy.bytes, width: copy.width)) }
    return .copies(stored)
  }

  private func store(
    _ bytes: [UInt8], width: Int
  ) throws(EnvironmentFailure) -> StoredPicture.Copy {
    let copy = StoredPicture.Copy(
      width: width, digest: Digest(of: bytes).hexadecimal, stamp: nil)
    let new = newName
    try folder.write(bytes, to: new)
    try folder.move(new, to: folder, as: copy.name)
    return copy
  }

  /// Whether the tool can copy a picture that is certainly whole: else no picture is to blame.
  private func canUseTool() throws(EnvironmentFailure) -> Bool {
    if let known = toolWorks.withLock({ $0 }) { return known }
    let sample = newName
    try folder.write(Self.sample, to: sample)
    defer { try? folder.removeFile(sample) }
    var works = false
    if case .output(let copy) = tool.copy(of: folder.path / sample, width: 1) {
      works = ImageSize(header: copy) == ImageSize(width: 1, height: 1)
    }
    toolWorks.withLock { $0 = works }
    return works
  }

  /// A PNG of one grey pixel.
  private static let sample: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B,
    0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60, 0x00, 0x00, 0x00,
    0x02, 0x00, 0x01, 0x48, 0xAF, 0xA4, 0x71, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE,
    0x42, 0x60, 0x82,
  ]
}

/// What is known of a picture and of its copies.
enum StoredPicture: Cacheable, Sendable {
  case copies([Copy])
  case damaged

  /// A copy, which is named by its content.
  struct Copy: Cacheable, Sendable {
    let width: Int
    /// Hexadecimal.
    let digest: String
    /// Nil where it is not known whether the file is still as it was made.
    var stamp: FileStamp?

    init(width: Int, digest: String, stamp: FileStamp?) {
      self.width = width
      self.digest = digest
      self.stamp = stamp
    }

    /// In the folder of the copies.
    var name: RawPath { RawPath(digest + ".webp") }

    func write(to cache: inout CacheWriter) {
      cache.write(width)
      cache.write(digest)
      cache.write(stamp)
    }

    init(from cache: inout CacheReader) throws(CacheDamage) {
      width = try Int(from: &cache)
      digest = try String(from: &cache)
      stamp = try FileStamp?(from: &cache)
    }
  }

  fileprivate var copies: [Copy] {
    if case .copies(let copies) = self { return copies }
    return []
  }

  func write(to cache: inout CacheWriter) {
    switch self {
    case .copies(let copies):
      cache.write(true)
      cache.write(copies)
    case .damaged: cache.write(false)
    }
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    self = try Bool(from: &cache) ? .copies([Copy](from: &cache)) : .damaged
  }
}
