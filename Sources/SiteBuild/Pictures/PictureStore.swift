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
    case copies([StoredPicture.File])
    /// The tool cannot read it.
    case damaged
    /// The tool was stopped, since it took too long or too much.
    case stopped
    /// The tool reads no picture at all.
    case toolFails
  }

  let cache: PictureCache
  private let tool: PictureTool
  private let toolWorks = Mutex<Bool?>(nil)

  init(ofSite siteFolder: RawPath, tool: PictureTool) throws(EnvironmentFailure) {
    self.tool = tool
    cache = try PictureCache(ofSite: siteFolder, "pictures", suffix: ".webp")
  }

  /// The copies of a picture, made now unless an earlier build made them.
  func copies(
    of bytes: [UInt8], _ digest: Digest, widths: [Int]
  ) throws(EnvironmentFailure) -> Outcome {
    var key = CacheWriter()
    key.write(widths)
    key.write(tool.fingerprint)
    let name = "\(digest.hexadecimal) \(Digest(of: key.bytes).hexadecimal.prefix(16))"
    switch cache.known(name) {
    case .files(let copies)?: return .copies(copies)
    case .damaged?: return .damaged
    case nil: break
    }
    let outcome = try make(from: bytes, widths: widths)
    switch outcome {
    case .copies(let copies): cache.use(.files(copies), as: name)
    case .damaged: cache.use(.damaged, as: name)
    case .stopped, .toolFails: break
    }
    return outcome
  }

  private func make(
    from bytes: [UInt8], widths: [Int]
  ) throws(EnvironmentFailure) -> Outcome {
    let source = cache.newName
    try cache.folder.write(bytes, to: source)
    defer { try? cache.folder.removeFile(source) }
    var copies: [(width: Int, bytes: [UInt8])] = []
    for width in widths {
      switch tool.copy(of: cache.folder.path / source, width: width) {
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
    var stored: [StoredPicture.File] = []
    for copy in copies { stored.append(try cache.store(copy.bytes, width: copy.width)) }
    return .copies(stored)
  }

  /// Whether the tool can copy a picture that is certainly whole: else no picture is to blame.
  private func canUseTool() throws(EnvironmentFailure) -> Bool {
    if let known = toolWorks.withLock({ $0 }) { return known }
    let sample = cache.newName
    try cache.folder.write(Self.sample, to: sample)
    defer { try? cache.folder.removeFile(sample) }
    var works = false
    if case .output(let copy) = tool.copy(of: cache.folder.path / sample, width: 1) {
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
