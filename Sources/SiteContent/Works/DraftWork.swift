import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// A work that is read and checked by itself, before it is held against the others.
struct DraftWork: Sendable {
  let folder: WorkFolder
  /// The editions in the order of the site's languages.
  var editions: [DraftEdition]
  /// The index of the original among the editions.
  let originalIndex: Int

  var original: DraftEdition { editions[originalIndex] }
}

/// An edition with what it takes from the original filled in, and the fields that only the site as
/// a whole can judge, as they are written in the file.
struct DraftEdition: Sendable {
  /// Without tags and related works, which are known when all works are.
  let edition: Edition
  var source: EditionSource
  /// Where the slug is stated, nil where it is the folder's name.
  let slugBytes: Range<Int>?
  let id: Located<String>?
  let tags: [Located<String>]?
  let aliases: [Located<String>]
  let related: [Located<String>]

  func place(_ bytes: Range<Int>) -> SourceLocation {
    source.file.location(atByte: bytes.lowerBound)
  }
}

/// What came of reading one folder.
struct LoadedWork: Sendable {
  var draft: DraftWork?
  var attachments: [Attachment] = []
  var diagnostics: [Diagnostic] = []
  var failure: EnvironmentFailure?
}
