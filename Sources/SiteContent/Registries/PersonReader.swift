import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Reads `authors.yaml`.
struct PersonReader {
  let site: SiteConfiguration
  let portraits: [Attachment]

  private static let keys: Set<String> = [
    "name", "given", "family", "honorific", "role", "orcid", "affiliation", "bio", "photo",
    "slug",
  ]

  /// The people in the order of the file.
  func people(_ reader: inout MappingReader) -> [Person] {
    let codes = site.languages.map(\.code)
    var slugs = RegistrySlugs(policy: site.slugPolicy, codes: codes)
    return reader.entries.compactMap { entry in
      slugs.checkKey(of: entry, &reader)
      return reader.nested(entry.value, known: Self.keys) { reader in
        let name = Localized(reader.everywhere("name", codes, isOneInAScript: true))
        if name.texts.isEmpty {
          reader.report(.missingName(entry.key, at: reader.place(entry.keyBytes)))
        }
        let orcid = reader.checked("orcid", Identifiers.isORCID) { .badORCID($0, at: $1) }
        return Person(
          key: entry.key, name: name, given: reader.localized("given", codes),
          family: reader.localized("family", codes),
          honorific: reader.localized("honorific", codes), role: reader.localized("role", codes),
          orcid: orcid?.value, affiliation: reader.localized("affiliation", codes),
          bio: reader.localized("bio", codes), photo: photo(&reader),
          slug: slugs.read(of: entry, &reader))
      }
    }
  }

  /// The portrait, whose path is given from `content`: `authors/name.jpg`.
  private func photo(_ reader: inout MappingReader) -> Asset? {
    guard let text = reader.text("photo") else { return nil }
    let path = "content/" + text.value
    if let found = portraits.first(where: { $0.asset.path == path }) {
      if found.imageSize == nil, !AssetType.isImage(found.name) {
        reader.report(.notAnImage(text.value, at: reader.place(text.bytes)))
      }
      return found.asset
    }
    reader.report(
      .missingPortrait(
        text.value, present: portraits.map { "authors/" + $0.name },
        at: reader.place(text.bytes)))
    return nil
  }
}
