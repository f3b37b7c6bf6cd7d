import Glibc
import SiteCache
import SiteContent
import SiteDigest
import SiteFiles

/// The command line of libvips (https://www.libvips.org), which makes smaller copies of pictures.
struct PictureTool: Sendable {
  private let path: RawPath
  /// Tells whether it is the program that made earlier copies, in the same way and within the same
  /// limits.
  let fingerprint: Fingerprint
  private let limits: BoundedProcess.Limits

  private static let name = RawPath("vips")

  /// Enough for a picture of 120 million pixels that must be decoded whole.
  static let usualLimits = BoundedProcess.Limits(
    seconds: 60, memoryBytes: 2 << 30, outputBytes: 64 << 20)

  /// - Parameter searchPath: folders with colons between them, as in the environment's `PATH`.
  /// - Returns: nil where none of the folders has the program.
  init?(searchPath: String, limits: BoundedProcess.Limits = usualLimits) {
    for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
      let path = RawPath(String(folder)) / Self.name
      guard access(path.terminated, X_OK) == 0,
        let status = try? Folder(RawPath(String(folder))).status(of: Self.name),
        status.kind == .file
      else { continue }
      var cache = CacheWriter()
      cache.write(Self.options)
      cache.write(Self.encoding)
      cache.write([limits.seconds, limits.memoryBytes, limits.outputBytes])
      cache.write(status.byteCount)
      cache.write(status.modified)
      self.path = path
      self.limits = limits
      fingerprint = Fingerprint(of: cache.bytes)
      return
    }
    return nil
  }

  /// Tells whether the libraries are the same that the program was run with, which do the work: by
  /// their sizes and times. The system's loader lists them, and the program does not begin (ld.so(8),
  /// `LD_TRACE_LOADED_OBJECTS`); one without libraries says its version.
  var libraries: Fingerprint {
    let command = ["/usr/bin/env", "LD_TRACE_LOADED_OBJECTS=1", path.text, "--version"]
    guard case .output(let list) = BoundedProcess(command, limits: limits).run() else {
      return Fingerprint(of: [])
    }
    var cache = CacheWriter()
    let words = String(decoding: list, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    // The address in memory is another one each time.
    for word in words where !word.hasPrefix("(0x") {
      cache.write(String(word))
      let path = RawPath(String(word))
      guard word.hasPrefix("/"), let folder = path.parent,
        let status = try? Folder(folder).status(of: path.name)
      else { continue }
      cache.write(status.byteCount)
      cache.write(status.modified)
    }
    return Fingerprint(of: cache.bytes)
  }

  /// In the colors of screens, never larger than it is; a file that is damaged anywhere is refused.
  private static let options = [
    "--size", "down", "--height", "100000", "--export-profile", "srgb", "--fail-on", "error",
  ]
  /// Without what the camera wrote into the file: place, time, owner.
  private static let encoding = ".webp[Q=80,smart_subsample,strip]"

  /// A copy of a picture as WebP, turned as its EXIF data says where browsers do so too.
  ///
  /// - Parameter file: an absolute path that does not end in `]`.
  func copy(of file: RawPath, _ format: ImageFormat?, width: Int) -> BoundedProcess.Ending {
    let environment = ["/usr/bin/env", "VIPS_CONCURRENCY=1", "VIPS_BLOCK_UNTRUSTED=1"]
    let command = [path.text, "thumbnail", file.text, Self.encoding, String(width)]
    let turning = format == .webP ? ["--no-rotate"] : []
    return BoundedProcess(environment + command + Self.options + turning, limits: limits).run()
  }
}
