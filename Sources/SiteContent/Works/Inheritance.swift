import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// Fills a translation's fields with those of its original.
///
/// What identifies the work or orders it among others is one for all languages: `id`, `type`,
/// `date`, `expires`, `authors`, `editors`, `reviewers`, `topics`, `regions`, `series`, `related`,
/// `source`, `issn`, `volume`, `issue`, `number` and `license`. A translation that states one of
/// them must state the same. The rest is its own: texts, `slug`, `tags`, `aliases`, `corrections`,
/// `dateline` and `pdf`, which holds the same text, are never taken over; `status`, `updated`,
/// `image`, `doi`, `isbn` and `pages` are, where it states none. (Tags that `tags.yaml` names in
/// several languages are taken over later, when spellings are known.)
struct Inheritance {
  let original: LanguageFile
  let translation: LanguageFile
  private(set) var diagnostics: [Diagnostic] = []

  init(of original: LanguageFile, by translation: LanguageFile) {
    self.original = original
    self.translation = translation
  }

  /// The translation's fields, filled in.
  mutating func merged() -> FrontMatter {
    var fields = translation.fields
    inheritOwn(&fields)
    share("id", \.id, of: &fields)
    share("type", \.type, of: &fields)
    share("date", \.date, of: &fields)
    share("expires", \.expires, of: &fields)
    share("series", \.series, of: &fields)
    share("source", \.source, of: &fields)
    share("issn", \.issn, of: &fields)
    share("volume", \.volume, of: &fields)
    share("issue", \.issue, of: &fields)
    share("number", \.number, of: &fields)
    share("license", \.license, of: &fields)
    share("authors", \.authors, of: &fields)
    share("editors", \.editors, of: &fields)
    share("reviewers", \.reviewers, of: &fields)
    share("topics", \.topics, of: &fields)
    share("regions", \.regions, of: &fields)
    share("related", \.related, of: &fields)
    return fields
  }

  private func inheritOwn(_ fields: inout FrontMatter) {
    let first = original.fields
    fields.status = fields.status ?? first.status
    fields.updated = fields.updated ?? first.updated
    fields.doi = fields.doi ?? first.doi
    fields.isbn = fields.isbn ?? first.isbn
    fields.pages = fields.pages ?? first.pages
  }

  private mutating func share<Value: Hashable>(
    _ key: String, _ field: WritableKeyPath<FrontMatter, Located<Value>?>,
    of fields: inout FrontMatter
  ) {
    share(key, field, of: &fields) { $0 == $1 }
  }

  private mutating func share(
    _ key: String, _ field: WritableKeyPath<FrontMatter, FrontMatter.List?>,
    of fields: inout FrontMatter
  ) {
    share(key, field, of: &fields) { $0.map(\.value) == $1.map(\.value) }
  }

  private mutating func share<Value>(
    _ key: String, _ field: WritableKeyPath<FrontMatter, Located<Value>?>,
    of fields: inout FrontMatter, areEqual: (Value, Value) -> Bool
  ) {
    let first = original.fields[keyPath: field]
    if let own = fields[keyPath: field], first.map({ !areEqual($0.value, own.value) }) ?? true {
      diagnostics.append(
        .differsFromOriginal(
          key, at: translation.place(own.bytes), original: original.source.file.path,
          stated: first.map { original.place($0.bytes) }))
    }
    fields[keyPath: field] = first
  }
}
