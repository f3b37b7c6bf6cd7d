import SiteDigest
import SiteHTML

/// A file that a build writes.
struct OutputFile: Sendable {
  /// Where a file's bytes come from.
  enum Content: Sendable {
    case bytes([UInt8])
    /// Copied from a path relative to the site's folder, unless it has the version that was copied
    /// before; nil where that cannot be told.
    case copy(of: String, FileVersion?)
  }

  /// Relative to the output folder, `/` between parts.
  let path: String
  let content: Content
}

/// Tells whether a file that is to be copied is the one that was looked at.
enum FileVersion: Sendable, Hashable {
  /// By what names it: its status, or a path that tells its content. What is there is copied.
  case name(Fingerprint)
  /// By its bytes: where it has others by now, an editor saved it during the build.
  case content(Digest)

  var fingerprint: Fingerprint {
    switch self {
    case .name(let fingerprint): fingerprint
    case .content(let digest): Fingerprint(of: digest.bytes)
    }
  }
}

extension OutputFile {
  init(_ path: String, text: String) {
    self.init(path: path, content: .bytes(Array(text.utf8)))
  }
}
