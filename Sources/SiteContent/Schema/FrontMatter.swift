import SiteDiagnostics
import SiteModel
import SiteText
import SiteYAML

/// The fields of one language file as they are written there, each with its place.
struct FrontMatter: Sendable {
  /// A picture; every part may be missing in a translation, which takes it from the original.
  struct Image: Sendable {
    var src: Located<String>?
    var alt: Located<String>?
    var caption: Located<String>?
    var credit: Located<String>?
    var language: Located<String>?
    /// Whether an entry was begun and not ended, `{src: map.png, alt}`, which was reported.
    var isUnfinished = false
  }

  struct TranslationNote: Sendable {
    var of: Located<String>?
    /// Empty where the hash is yet to be written.
    var sourceHash: Located<String>?
    var method: Translation.Method
  }

  typealias List = Located<[Located<String>]>

  var id: Located<String>?
  var title: Located<String>?
  var subtitle: Located<String>?
  var summary: Located<String>?
  var keywords: List?
  var slug: Located<String>?
  var type: Located<WorkType>?
  var status: Located<WorkStatus>?
  var authors: List?
  var translators: List?
  var editors: List?
  var reviewers: List?
  var date: Located<Timestamp>?
  /// Whether a date is written, be it right or wrong, under its key or a misspelling of it.
  var statesDate = false
  var updated: Located<Timestamp>?
  var expires: Located<Timestamp>?
  var translation: Located<TranslationNote>?
  var topics: List?
  var regions: List?
  var tags: List?
  var series: Located<String>?
  var doi: Located<String>?
  var issn: Located<String>?
  var isbn: Located<String>?
  var volume: Located<String>?
  var issue: Located<String>?
  var pages: Located<String>?
  var number: Located<String>?
  var pdf: Located<String>?
  var image: Located<Image>?
  var related: List?
  var source: Located<WorkMetadata.Source>?
  var dateline: Located<String>?
  var license: Located<String>?
  var aliases: List?
  var corrections: [Correction] = []

  /// The keys that have keys of their own.
  static let mappings: Set<String> = ["image", "translation"]

  static let keys: Set<String> = [
    "id", "title", "subtitle", "summary", "keywords", "slug", "type", "status", "authors",
    "translators", "editors", "reviewers", "date", "updated", "expires", "translation", "topics",
    "regions", "tags", "series", "doi", "issn", "isbn", "volume", "issue", "pages", "number",
    "pdf", "image", "related", "source", "dateline", "license", "aliases", "corrections",
  ]
}

extension FrontMatter {
  /// Reads the fields; the reader collects what is wrong with them.
  init(_ reader: inout MappingReader, languages: [LanguageCode], zone: SiteTimeZone) {
    readText(&reader)
    readPeopleAndTerms(&reader)
    readDates(&reader, zone)
    readIdentifiers(&reader)
    readFiles(&reader, languages)
  }

  private mutating func readText(_ reader: inout MappingReader) {
    title = reader.requiredText("title", rule: "missing-title")
    subtitle = reader.text("subtitle")
    summary = reader.text("summary")
    keywords = reader.list("keywords")
    slug = reader.text("slug")
    dateline = reader.text("dateline")
    license = reader.text("license")
    if let title { check(title, &reader) }
  }

  private func check(_ title: Located<String>, _ reader: inout MappingReader) {
    if title.value.utf8.contains(where: { $0 < 0x20 })
      || title.value.unicodeScalars.contains(where: { $0 == "\u{2028}" || $0 == "\u{2029}" })
    {
      reader.report(.titleOnSeveralLines(at: reader.place(title.bytes)))
    }
    guard title.value.utf8.count > Self.longestTitle else { return }
    let length = title.value.count
    if length > Self.longestTitle {
      reader.report(.longTitle(length, limit: Self.longestTitle, at: reader.place(title.bytes)))
    }
  }

  /// In characters: what search engines and screens of phones still show whole on two lines.
  private static let longestTitle = 110

  private mutating func readPeopleAndTerms(_ reader: inout MappingReader) {
    type = reader.choice("type", of: WorkType.self)
    status = reader.choice("status", of: WorkStatus.self)
    authors = reader.list("authors")
    translators = reader.list("translators")
    editors = reader.list("editors")
    reviewers = reader.list("reviewers")
    topics = reader.list("topics")
    regions = reader.list("regions")
    tags = reader.list("tags")
    series = reader.text("series")
    related = reader.list("related")
    aliases = reader.list("aliases")
  }

  private mutating func readDates(_ reader: inout MappingReader, _ zone: SiteTimeZone) {
    date = reader.timestamp("date", in: zone)
    statesDate = reader.node("date") != nil || reader.misspells("date")
    updated = reader.timestamp("updated", in: zone)
    expires = reader.timestamp("expires", in: zone)
    guard reader.states("corrections") else { return }
    let keys = ["date", "text"]
    corrections = reader.mappings("corrections", known: Set(keys), needed: keys) { reader in
      let date = reader.timestamp("date", in: zone)
      let text = reader.requiredText("text")
      if date == nil, reader.node("date") == nil {
        _ = reader.requiredText("date")
      }
      guard let date, let text else { return nil }
      return Correction(date: date.value, text: text.value)
    }
  }

  private mutating func readIdentifiers(_ reader: inout MappingReader) {
    id = reader.checked("id", Identifiers.isWorkID) { .badID($0, at: $1) }
    doi = reader.checked("doi", Identifiers.isDOI) { .badDOI($0, at: $1) }
    issn = reader.checked("issn", Identifiers.isISSN) { .badISSN($0, at: $1) }
    isbn = reader.checked("isbn", Identifiers.isISBN) { .badISBN($0, at: $1) }
    volume = reader.text("volume")
    issue = reader.text("issue")
    pages = reader.text("pages")
    number = reader.text("number")
  }

  private mutating func readFiles(_ reader: inout MappingReader, _ languages: [LanguageCode]) {
    pdf = reader.text("pdf")
    image = readImage(&reader)
    source = reader.node("source").flatMap { node in
      reader.nested(node, known: ["name", "url"]) { reader in
        let url = reader.webAddress("url")
        guard let name = reader.requiredText("name") else { return nil }
        return Located(
          WorkMetadata.Source(name: name.value, url: url?.value), bytes: node.bytes)
      }
    }
    translation = readTranslation(&reader, languages)
  }

  private func readImage(_ reader: inout MappingReader) -> Located<Image>? {
    guard let node = reader.node("image") else { return nil }
    if case .scalar(let src, _) = node.content {
      reader.report(.imageWithoutAlt(src, at: reader.place(node.bytes)))
      return nil
    }
    return reader.nested(node, known: ["src", "alt", "caption", "credit", "lang"]) { reader in
      let language = reader.checked("lang", \.isLanguageTag) { .badLanguageCode($0, at: $1) }
      return Located(
        Image(
          src: reader.text("src"), alt: reader.text("alt"), caption: reader.text("caption"),
          credit: reader.text("credit"), language: language,
          isUnfinished: reader.entries.contains(where: \.lacksColon)),
        bytes: node.bytes)
    }
  }

  private func readTranslation(_ reader: inout MappingReader, _ languages: [LanguageCode])
    -> Located<TranslationNote>?
  {
    guard let node = reader.node("translation") else { return nil }
    let codes = languages.map(\.tag)
    if case .scalar(let text, _) = node.content {
      reader.report(.translationAsText(text, codes, at: reader.place(node.bytes)))
      return Located(TranslationNote(method: .human), bytes: node.bytes)
    }
    return reader.nested(node, known: ["of", "source_hash", "method"]) { reader in
      let of = reader.checked("of", codes.contains) { .unknownSourceLanguage($0, codes, at: $1) }
      let method = reader.choice("method", of: Translation.Method.self)
      return Located(
        TranslationNote(
          of: of, sourceHash: readSourceHash(&reader), method: method?.value ?? .human),
        bytes: node.bytes)
    } ?? Located(TranslationNote(method: .human), bytes: node.bytes)
  }

  /// The hash of the original; zeros, or nothing, stand for one that is yet to be written.
  private func readSourceHash(_ reader: inout MappingReader) -> Located<String>? {
    guard let entry = reader.entries.first(where: { $0.key == "source_hash" }) else { return nil }
    switch entry.value.content {
    case .sequence, .mapping: return reader.text("source_hash")
    case .null, .scalar: break
    }
    guard let text = reader.text("source_hash") else { return Located("", bytes: entry.keyBytes) }
    if text.value.allSatisfy({ $0 == "0" }) { return Located("", bytes: text.bytes) }
    return reader.checked("source_hash", \.isHashPrefix) { .badSourceHash($0, at: $1) }
  }
}

extension String {
  /// Eight to sixty-four hexadecimal digits.
  fileprivate var isHashPrefix: Bool {
    8...64 ~= utf8.count && utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}
