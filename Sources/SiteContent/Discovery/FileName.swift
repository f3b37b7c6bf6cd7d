import Foundation
import SiteText

/// What the name of a file says about it.
enum FileName {
  private static let markdownExtensions: Set<String> = [
    "md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdx",
  ]

  /// Hidden files, and what editors and file managers leave behind.
  static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("_") || name.hasSuffix("~") || name.hasPrefix("~$")
      || name.hasPrefix("#")
      || ["swp", "swo", "swx", "bak", "orig", "tmp"].contains(AssetType.fileExtension(of: name))
      || ["thumbs.db", "desktop.ini"].contains(name.lowercased())
  }

  /// Whether a file is a text or was meant as one, such as `ar.md.txt`: some editors add `.txt` to
  /// every name, and some systems do not show it.
  static func isMarkdown(_ name: String) -> Bool {
    if name.hasSuffix(".md") { return true }
    let ending = AssetType.fileExtension(of: name)
    return markdownExtensions.contains(ending)
      || ending == "txt" && isMarkdown(String(name.dropLast(".txt".count)))
  }

  /// The name of a Markdown file without what it ends in.
  static func stem(ofMarkdown name: String) -> String {
    let stem = String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    return AssetType.fileExtension(of: name) == "txt" ? Self.stem(ofMarkdown: stem) : stem
  }

  /// The language that a Markdown file was probably meant to be in: `AR.md`, `ar.markdown`,
  /// `ar-IQ.md`, `arabic.md`, `عربي.md`, `ar.md.txt`.
  static func probableLanguage(of name: String, among languages: [Language]) -> Language? {
    let stem = stem(ofMarkdown: name).lowercased()
    return languages.first { language in
      let code = language.code.tag.lowercased()
      return stem == code || stem.hasPrefix(code + "-") || stem.hasPrefix(code + "_")
        || stem.hasSuffix("." + code) || names(of: language).contains(stem)
    }
  }

  private static func names(of language: Language) -> [String] {
    let english = Locale(identifier: "en").localizedString(forIdentifier: language.code.tag)
    let own = language.name.lowercased()
    return [english?.lowercased(), own, own.hasPrefix("ال") ? String(own.dropFirst(2)) : nil]
      .compactMap(\.self)
  }
}

extension StringProtocol {
  /// In normal form C, in which file systems of Apple do not keep names.
  var precomposed: String {
    utf8.allSatisfy { $0 < 0x80 } ? String(self) : precomposedStringWithCanonicalMapping
  }
}
