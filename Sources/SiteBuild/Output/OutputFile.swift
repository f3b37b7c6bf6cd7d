import SiteDigest
import SiteHTML

/// A file that a build writes.
struct OutputFile: Sendable {
  /// Where a file's bytes come from.
  enum Content: Sendable {
    case bytes([UInt8])
    /// Copied from a path relative to the site's folder; the fingerprint tells whether it changed,
    /// where that can be told.
    case copy(of: String, Fingerprint?)
  }

  /// Relative to the output folder, `/` between parts.
  let path: String
  let content: Content
}

extension OutputFile {
  init(_ path: String, text: String) {
    self.init(path: path, content: .bytes(Array(text.utf8)))
  }
}
