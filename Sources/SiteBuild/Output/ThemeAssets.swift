import SiteDiagnostics
import SiteDigest
import SiteHTML
import SiteTemplate

/// The theme's files under content-hashed names, with their integrity values.
///
/// Style sheets may name other assets by relative `url(…)` and `@import`; those are rewritten to the
/// hashed names, so that a style sheet's own name changes with them.
struct ThemeAssets: Sendable {
  /// An asset as pages refer to it.
  struct Reference: Sendable, Hashable {
    /// From the site's root.
    let path: String
    /// A Subresource Integrity value (W3C SRI).
    let integrity: String
  }

  /// By path relative to `templates/assets`.
  private(set) var references: [String: Reference] = [:]
  private(set) var files: [OutputFile] = []
  /// Style sheets that name files which are not there.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter sources: the files of `templates/assets`, with paths relative to it.
  init(_ sources: [SourceFile]) {
    let isSheet = { (source: SourceFile) in source.path.hasSuffix(".css") }
    for source in sources where !isSheet(source) { add(source.path, bytes: source.bytes) }
    let sheets = sources.filter(isSheet).map(StyleSheet.init)
    let byPath = Dictionary(
      sheets.map { ($0.source.path, $0) }, uniquingKeysWith: { first, _ in first })
    var begun: Set<String> = []
    for sheet in sheets { add(sheet, among: byPath, begun: &begun) }
  }

  private mutating func add(_ path: String, bytes: [UInt8]) {
    let reference = Self.reference(to: path, bytes: bytes)
    references[path] = reference
    files.append(OutputFile(path: String(reference.path.dropFirst()), content: .bytes(bytes)))
  }

  /// Adds a sheet after those that it imports.
  private mutating func add(
    _ sheet: StyleSheet, among sheets: [String: StyleSheet], begun: inout Set<String>
  ) {
    guard begun.insert(sheet.source.path).inserted else { return }
    for reference in sheet.references {
      if let other = sheets[reference.target] { add(other, among: sheets, begun: &begun) }
      guard references[reference.target] == nil else { continue }
      let file = SourceFile(
        path: "\(ThemeFiles.folder)/assets/\(sheet.source.path)", bytes: sheet.source.bytes)
      let place = file.location(atByte: reference.offset)
      diagnostics.append(
        sheets[reference.target] == nil
          ? .unknownAsset(reference.target, at: place, known: Array(references.keys))
          : .circularImport(reference.target, at: place))
    }
    let bytes = sheet.rewritten { reference in
      references[reference.target].map { String($0.path.dropFirst("/assets/".count)) }
    }
    add(sheet.source.path, bytes: bytes)
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
}
