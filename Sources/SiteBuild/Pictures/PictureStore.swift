import SiteCache
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteFiles
import Synchronization

/// Smaller copies of pictures: to make them takes a second of processor time a picture.
final class PictureStore: Sendable {
  /// What became of a picture.
  enum Outcome: Sendable {
    /// The narrowest first; none where none would be much smaller than the picture.
    case copies([Copy])
    /// The tool cannot read it.
    case damaged
    /// The tool was stopped, since it took too long or too much.
    case stopped
  }

  struct Copy: Sendable {
    /// In pixels.
    let width: Int
    let file: MadeFile
  }

  let made: MadeFiles<Outcome>
  private let tool: PictureTool
  /// What all copies depend on, apart from the picture and the widths.
  private let rules: [UInt8]
  private let toolWorks = Mutex<Bool?>(nil)

  private static let name = "pictures"
  /// Of `make`: another number where it chooses among copies in another way.
  private static let version = 1

  init(ofSite siteFolder: RawPath, tool: PictureTool) throws(EnvironmentFailure) {
    self.tool = tool
    made = try MadeFiles(ofSite: siteFolder, Self.name, suffix: ".webp")
    var rules = CacheWriter()
    rules.write(Self.version)
    rules.write(tool.fingerprint)
    rules.write(tool.libraries)
    self.rules = rules.bytes
  }

  /// Removes copies that no build used for a month.
  static func sweep(ofSite siteFolder: RawPath) {
    MadeFiles<Outcome>.sweep(ofSite: siteFolder, name, suffix: ".webp", keptForDays: 30)
  }

  /// The copies of a picture, made now unless an earlier build made them.
  ///
  /// - Returns: nil where the tool copies no picture at all.
  func copies(
    of bytes: [UInt8], _ digest: Digest, widths: [Int]
  ) throws(EnvironmentFailure) -> Outcome? {
    let rules = Digest(of: widths.cached + rules).hexadecimal.prefix(16)
    let key = "\(digest.hexadecimal)-\(rules)"
    if let known = made.known(key) { return known }
    // Else each picture would wait for a tool that hangs.
    if toolWorks.withLock({ $0 }) == false { return nil }
    let outcome = try make(from: bytes, widths: widths)
    if case .copies = outcome {} else if try !canUseTool() { return nil }
    try made.keep(outcome, as: key)
    return outcome
  }

  private func make(
    from bytes: [UInt8], widths: [Int]
  ) throws(EnvironmentFailure) -> Outcome {
    let source = made.newName
    try made.folder.write(bytes, to: source)
    defer { try? made.folder.removeFile(source) }
    var copies: [(width: Int, bytes: [UInt8])] = []
    for width in widths {
      switch tool.copy(of: made.folder.path / source, ImageFormat(header: bytes), width: width) {
      case .output(let copy):
        guard let size = ImageSize(header: copy) else { return .damaged }
        // The tool turns it and browsers do not, or the other way round.
        guard size.width == width else { return .copies([]) }
        // The widest may be a little larger, since wide screens get less than there is without it.
        let limit = width == widths.last ? bytes.count / 10 * 11 : bytes.count
        if copy.count < limit { copies.append((width, copy)) }
      case .failed: return .damaged
      case .stopped: return .stopped
      }
    }
    // Where the wide ones are no smaller than the picture, it is small already, and nobody should
    // get it blurred for the little that the others save.
    guard let widest = copies.last?.width, let wanted = widths.last, widest * 3 >= wanted * 2
    else { return .copies([]) }
    var stored: [Copy] = []
    for copy in copies {
      stored.append(Copy(width: copy.width, file: try made.store(copy.bytes)))
    }
    return .copies(stored)
  }

  /// Whether the tool can copy a picture that is certainly whole: else no picture is to blame.
  private func canUseTool() throws(EnvironmentFailure) -> Bool {
    if let known = toolWorks.withLock({ $0 }) { return known }
    let sample = made.newName
    try made.folder.write(Self.sample, to: sample)
    defer { try? made.folder.removeFile(sample) }
    var works = false
    if case .output(let copy) = tool.copy(of: made.folder.path / sample, .png, width: 1) {
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

extension PictureStore.Outcome: MadeRecord {
  var files: [MadeFile] {
    if case .copies(let copies) = self { return copies.map(\.file) }
    return []
  }

  func write(to cache: inout CacheWriter) {
    switch self {
    case .copies(let copies):
      cache.write(0)
      cache.write(copies)
    case .damaged: cache.write(1)
    case .stopped: cache.write(2)
    }
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    switch try Int(from: &cache) {
    case 0: self = .copies(try [PictureStore.Copy](from: &cache))
    case 1: self = .damaged
    case 2: self = .stopped
    default: throw CacheDamage()
    }
  }
}

extension PictureStore.Copy: Cacheable {
  func write(to cache: inout CacheWriter) {
    cache.write(width)
    cache.write(file)
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    width = try Int(from: &cache)
    file = try MadeFile(from: &cache)
  }
}
