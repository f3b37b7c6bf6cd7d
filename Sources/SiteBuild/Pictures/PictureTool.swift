import Glibc
import SiteCache
import SiteDigest
import SiteFiles

/// The command line of libvips (https://www.libvips.org), which makes smaller copies of pictures.
struct PictureTool: Sendable {
  private let path: RawPath
  /// Tells whether it is the program that made earlier copies.
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
      cache.write(status.byteCount)
      cache.write(status.modified)
      self.path = path
      self.limits = limits
      fingerprint = Fingerprint(of: cache.bytes)
      return
    }
    return nil
  }

  /// Turned as its EXIF data says, in the colors of screens, never larger than it is; a file that
  /// is damaged anywhere is refused.
  private static let options = [
    "--size", "down", "--height", "100000", "--export-profile", "srgb", "--fail-on", "error",
  ]
  /// Without what the camera wrote into the file: place, time, owner.
  private static let encoding = ".webp[Q=80,smart_subsample,strip]"

  /// A copy of a picture as WebP.
  ///
  /// - Parameter file: an absolute path that does not end in `]`.
  func copy(of file: RawPath, width: Int) -> BoundedProcess.Ending {
    let environment = ["/usr/bin/env", "VIPS_CONCURRENCY=1", "VIPS_BLOCK_UNTRUSTED=1"]
    let command = [path.text, "thumbnail", file.text, Self.encoding, String(width)]
    return BoundedProcess(environment + command + Self.options, limits: limits).run()
  }
}
