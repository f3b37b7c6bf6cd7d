import SiteModel
import SiteText

/// A folder with language files, as it was found, not yet read.
struct WorkFolder: Sendable {
  let section: Work.Section
  /// Relative to the site's folder.
  let path: String
  /// The file of each language, in the order of the site's languages.
  let languages: [LanguageCode]
  /// Every other file, by its path in the folder, sorted by bytes.
  let attachments: [String]

  /// The last part of the path, which is the slug of every language that sets none.
  var name: String {
    path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
      .precomposed
  }

  func file(of language: LanguageCode) -> String { path + "/" + language.tag + ".md" }
}
