import SiteDiagnostics
import SiteDigest
import SiteHTML
import SiteTemplate

/// The theme's files under content-hashed names, with their integrity values.
///
/// Style sheets may name other assets by relative `url(…)`; those are rewritten to the hashed
/// names, so that a style sheet's own name changes with them.
struct ThemeAssets: Sendable {
  /// An asset as pages refer to it.
  struct Reference: Sendable, Hashable {
    /// From the site's root.
    let path: String
    /// A Subresource Integrity value (W3C SRI).
    let integrity: String
  }

  /// By path relative to `templates/assets`.
  let references: [String: Reference]
  let files: [OutputFile]

  /// - Parameter sources: the files of `templates/assets`, with paths relative to it.
  init(_ sources: [SourceFile]) {
    var references: [String: Reference] = [:]
    var files: [OutputFile] = []
    let styleSheets = sources.filter { $0.path.hasSuffix(".css") }
    let others = sources.filter { !$0.path.hasSuffix(".css") }
    for source in others + styleSheets {
      let bytes =
        source.path.hasSuffix(".css")
        ? Self.rewritingURLs(of: source, to: references) : source.bytes
      let reference = Self.reference(to: source.path, bytes: bytes)
      references[source.path] = reference
      files.append(
        OutputFile(path: String(reference.path.dropFirst()), content: .bytes(bytes)))
    }
    self.references = references
    self.files = files
  }

  /// The assets as templates refer to them, for a site below a path of its host.
  func templateAssets(below basePath: String) -> [String: TemplateAsset] {
    references.mapValues {
      TemplateAsset(
        url: (basePath.dropLast() + $0.path).percentEncoded, integrity: $0.integrity)
    }
  }

  private static func reference(to path: String, bytes: [UInt8]) -> Reference {
    let digest = Digest(.sha384, of: bytes)
    return Reference(
      path: "/assets/" + hashedName(path, digest.hexadecimal),
      integrity: "sha384-" + digest.base64)
  }

  /// `css/site.css` as `css/site.1a2b3c4d5e6f.css`: 48 bits, enough for files of the same name,
  /// which is cut short where the file system allows no longer one.
  static func hashedName(_ path: String, _ digest: String) -> String {
    let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let dot = path[slash...].lastIndex(of: ".") ?? path.endIndex
    let suffix = ".\(digest.prefix(12))\(path[dot...])"
    var name = path[slash..<dot]
    while name.utf8.count + suffix.utf8.count > 255, !name.isEmpty { name.removeLast() }
    return path[..<slash] + name + suffix
  }

  private static func rewritingURLs(
    of sheet: SourceFile, to references: [String: Reference]
  ) -> [UInt8] {
    let folder = sheet.path.split(separator: "/").dropLast()
    let css = String(decoding: sheet.bytes, as: UTF8.self)
    let pattern = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]+))\s*\)/
    let rewritten = css.replacing(pattern) { match in
      let url = match.output.1 ?? match.output.2 ?? match.output.3 ?? ""
      guard let reference = references[resolve(String(url), from: folder)] else {
        return String(match.output.0)
      }
      let up = String(repeating: "../", count: folder.count)
      let path = String(reference.path.dropFirst("/assets/".count)).percentEncoded
      return "url(\"\(up)\(path)\")"
    }
    return Array(rewritten.utf8)
  }

  private static func resolve(_ url: String, from folder: ArraySlice<Substring>) -> String {
    var parts = Array(folder)
    for part in url.percentDecoded.split(separator: "/") where part != "." {
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
