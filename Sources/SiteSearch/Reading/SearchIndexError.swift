import SiteDiagnostics

/// Why an index cannot be asked.
public enum SearchIndexError: Error, Sendable, Hashable {
  /// There is no such file.
  case missing(String)
  /// The file is cut short or not of an index.
  case damaged(String)
  /// The index was made by another version of ctsite.
  case otherVersion(Int)

  /// What is wrong, without a full stop.
  public var message: Wording {
    switch self {
    case .missing(let file):
      Wording(
        en: "the search index has no file ‘\(file)’",
        ar: "ليس في فهرس البحث ملف «\(file)»")
    case .damaged(let file):
      Wording(
        en: "‘\(file)’ of the search index is damaged", ar: "الملف «\(file)» في فهرس البحث تالف")
    case .otherVersion(let version):
      Wording(
        en: "the search index is of version \(version), which this ctsite does not read",
        ar: "فهرس البحث من الإصدار \(version)، وهذه النسخة من ctsite لا تقرؤه")
    }
  }

  /// What to do about it.
  public var fix: Wording {
    Wording(en: "build the site with ‘ctsite build’", ar: "ابنِ الموقع بالأمر «ctsite build»")
  }
}
