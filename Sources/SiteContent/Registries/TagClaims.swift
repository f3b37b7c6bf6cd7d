import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Finds spellings that two tags of `tags.yaml` have, whose works could belong to either.
struct TagClaims {
  /// By folded spelling.
  private var owners: [String: (key: String, bytes: Range<Int>)] = [:]

  /// Notes the spellings of a tag: its key, its names and its aliases.
  mutating func add(_ spellings: [Located<String>], of key: String, _ reader: inout MappingReader) {
    var seen: Set<String> = []
    for spelling in spellings {
      let folded = TextFolding.key(spelling.value)
      guard seen.insert(folded).inserted else { continue }
      guard let owner = owners[folded] else {
        owners[folded] = (key, spelling.bytes)
        continue
      }
      reader.report(
        .sharedTagSpelling(
          spelling.value, of: key, other: owner.key, at: reader.place(spelling.bytes),
          otherAt: reader.place(owner.bytes)))
    }
  }
}
