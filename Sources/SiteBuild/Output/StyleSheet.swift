import SiteDiagnostics
import SiteHTML

/// A style sheet of a theme and the files that it names.
struct StyleSheet {
  /// `url(…)` or the text of an `@import`.
  struct Reference {
    /// The whole of it, in bytes of the sheet.
    let bytes: Range<Int>
    /// Where the address itself begins, in bytes of the sheet.
    let offset: Int
    /// The file it names, relative to `templates/assets`.
    let target: String
    /// What comes from `?` or `#` on, which fonts have for old browsers: `?#iefix`.
    let suffix: String
    /// What stands around the new address.
    let opening: String
    let closing: String
  }

  let source: SourceFile
  /// References to files beside the sheet, in its order. Addresses with a scheme or from the host's
  /// root and bare fragments are not among them.
  let references: [Reference]

  init(_ source: SourceFile) {
    self.source = source
    let css = String(decoding: source.bytes, as: UTF8.self)
    let folder = source.path.split(separator: "/").dropLast()
    references = css.matches(of: Self.pattern).compactMap { match in
      let (whole, doubleQuoted, singleQuoted, first, second, bare) = match.output
      let isImport = doubleQuoted != nil || singleQuoted != nil
      guard let url = doubleQuoted ?? singleQuoted ?? first ?? second ?? bare,
        Self.isRelative(url)
      else { return nil }
      let end = url.firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
      return Reference(
        bytes: css.offset(of: whole.startIndex)..<css.offset(of: whole.endIndex),
        offset: css.offset(of: url.startIndex), target: Self.resolve(url[..<end], from: folder),
        suffix: String(url[end...]), opening: isImport ? "@import \"" : "url(\"",
        closing: isImport ? "\"" : "\")")
    }
  }

  /// The sheet with other addresses in it.
  ///
  /// - Parameter path: the new path, relative to `templates/assets`, of a file that the sheet names;
  ///   nil leaves the reference as it is.
  func rewritten(_ path: (Reference) -> String?) -> [UInt8] {
    let up = String(repeating: "../", count: source.path.split(separator: "/").count - 1)
    var css: [UInt8] = []
    var start = 0
    for reference in references {
      guard let new = path(reference) else { continue }
      css += source.bytes[start..<reference.bytes.lowerBound]
      css.append(reference.opening + up + (new + reference.suffix).percentEncoded)
      css.append(reference.closing)
      start = reference.bytes.upperBound
    }
    return css + source.bytes[start...]
  }

  /// Comments and strings are matched so that nothing is found inside them
  /// (CSS Syntax Module Level 3, section 4).
  private static var pattern:
    Regex<(Substring, Substring?, Substring?, Substring?, Substring?, Substring?)>
  {
    /(?s)\/\*.*?\*\/|@import\s+(?:"([^"]*)"|'([^']*)')|url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]+))\s*\)|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/
  }

  private static func isRelative(_ url: Substring) -> Bool {
    guard let first = url.first, !"/#?".contains(first) else { return false }
    let name = url.prefix { $0 != "/" }
    return !name.contains(":")
  }

  private static func resolve(_ url: Substring, from folder: ArraySlice<Substring>) -> String {
    var parts = folder.map(String.init)
    for part in String(url).percentDecoded.split(separator: "/") where part != "." {
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension String {
  fileprivate func offset(of index: Index) -> Int {
    utf8.distance(from: startIndex, to: index)
  }
}
