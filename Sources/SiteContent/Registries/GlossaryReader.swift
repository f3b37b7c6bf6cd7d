import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Reads `glossary.yaml`.
struct GlossaryReader {
  let site: SiteConfiguration

  /// The terms in the order of the file.
  func entries(_ reader: inout MappingReader) -> [GlossaryEntry] {
    let codes = site.languages.map(\.code)
    return reader.entries.compactMap { entry in
      reader.nested(entry.value, known: ["preferred", "variants", "protected"]) { reader in
        let preferred = reader.localized("preferred", codes)
        if preferred.texts.isEmpty { _ = reader.requiredText("preferred") }
        return GlossaryEntry(
          key: entry.key, preferred: preferred, variants: reader.texts("variants").map(\.value),
          isProtected: reader.boolean("protected") ?? false)
      }
    }
  }
}
