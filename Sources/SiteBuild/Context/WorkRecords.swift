import SiteHTML
import SiteMarkdown
import SiteModel
import SiteTemplate
import SiteText

/// Records about works.
enum WorkRecords {
  static let copy: RecordType<ImageCopyRoot> = RecordType(
    "copy", "A smaller copy of an image, as WebP.",
    fields: [
      Field("url", .url, "Its address.") { .url($0.url) },
      Field("width", .number, "In pixels.") { .number($0.width) },
    ])

  static let image: RecordType<ImageRoot> = RecordType(
    "image", "An image under its final address.",
    fields: [
      Field("url", .url, "Its address.") { .url($0.url) },
      Field("width", .number, "In pixels.") { .number($0.image.width) },
      Field("height", .number, "In pixels.") { .number($0.image.height) },
      Field(
        "copies", .list(.record("copy")),
        "Smaller copies, the narrowest first; none where they were not made."
      ) { .list($0.copies.map { .record(copy.record($0)) }) },
      Field("alt", .text, "What it shows, for those who cannot see it.") { .text($0.alt) },
      Field("caption", .optional(.text), "Its caption.") { .text($0.caption) },
      Field("credit", .optional(.text), "Who made it.") { .text($0.credit) },
    ])

  /// The fields of a work as a list shows it, which an article has too.
  static let work: RecordType<EditionRoot> = RecordType(
    "work", "A work in one language, as lists show it.", entity: { $0.index },
    fields: textFields + dateFields + classificationFields + statusFields)

  private static let textFields: [Field<EditionRoot>] = [
    Field("title", .text, "Its title.") { .text($0.edition.title, in: $0.language) },
    Field("subtitle", .optional(.text), "Its subtitle.") {
      .text($0.edition.subtitle, in: $0.language)
    },
    Field(
      "summary", .optional(.text),
      "Its summary, from the front matter or the beginning of the text."
    ) {
      .text($0.value.summary, in: $0.language)
    },
    Field("url", .url, "Its permalink, from the host's root.") { .url($0.site.url($0.value.path)) },
    Field("language", .record("language"), "The language it is written in.") {
      .record(SiteRecords.language.record($0.site.languages[$0.value.language].language))
    },
    Field("image", .optional(.record("image")), "The image that stands for it.") {
      $0.imageRoot.map { .record(image.record($0)) } ?? .absent
    },
    Field("reading_minutes", .number, "Minutes that reading it takes, at least 1.") {
      .number($0.value.readingMinutes)
    },
  ]

  private static let dateFields: [Field<EditionRoot>] = [
    Field("date", .optional(.date), "When it was published; pages have none.") {
      .date($0.edition.metadata.date)
    },
    Field(
      "hijri_date", .optional(.text),
      "When it was published in the Umm al-Qura calendar, where the language shows it."
    ) { root in
      let own = root.site.languages[root.value.language]
      guard own.language.showsHijriDate, let date = root.edition.metadata.date else {
        return .absent
      }
      return .text(own.formatter.hijri(date), in: own.code)
    },
    Field("updated", .optional(.date), "When it was last changed.") {
      .date($0.edition.metadata.updated)
    },
  ]

  private static let classificationFields: [Field<EditionRoot>] = [
    Field("type", .optional(.record("term")), "Its type as an index; pages have none.") {
      $0.firstTerm(.types)
    },
    Field("type_name", .text, "What a work of its type is called: Study.") { root in
      .text(root.site.string(.kind(root.edition.metadata.type), in: root.language))
    },
    Field("topics", .list(.record("term")), "Its topics.") { $0.terms(.topics) },
    Field("regions", .list(.record("term")), "Its regions.") { $0.terms(.regions) },
    Field("tags", .list(.record("term")), "Its tags.") { $0.terms(.tags) },
    Field("series", .optional(.record("term")), "The series it belongs to.") {
      $0.firstTerm(.series)
    },
    Field(
      "series_number", .optional(.number), "Its number in its series, from 1, the oldest first."
    ) { root in
      root.placeInSeries.map { .number($0.number) } ?? .absent
    },
    Field("authors", .list(.record("person")), "Its authors, in the order of the byline.") {
      $0.people($0.edition.metadata.authors)
    },
  ]

  private static let statusFields: [Field<EditionRoot>] = [
    Field("is_draft", .flag, "Whether it is shown only because drafts were asked for.") {
      .flag($0.edition.metadata.status.isUnpublished)
    },
    Field("is_retracted", .flag, "Whether it was withdrawn.") {
      .flag($0.edition.metadata.status == .retracted)
    },
    Field("is_translation", .flag, "Whether it is a translation.") {
      .flag($0.edition.translation != nil)
    },
  ]
}

/// An image with the texts that go with it.
struct ImageRoot: Sendable {
  let image: PublishedImage
  let url: String
  let copies: [ImageCopyRoot]
  let alt: LocalizedText
  let caption: LocalizedText?
  let credit: LocalizedText?

  init(
    _ image: PublishedImage, of site: Site, alt: LocalizedText, caption: LocalizedText? = nil,
    credit: LocalizedText? = nil
  ) {
    self.image = image
    url = site.url(image.path)
    copies = image.copies.map { ImageCopyRoot(url: site.url($0.path), width: $0.width) }
    self.alt = alt
    self.caption = caption
    self.credit = credit
  }
}

/// A smaller copy of an image under its address.
struct ImageCopyRoot: Sendable {
  let url: String
  let width: Int
}

extension EditionRoot {
  /// The image that stands for the work.
  var imageRoot: ImageRoot? {
    guard let image = value.image, let described = edition.metadata.image else { return nil }
    let localized = { (text: String) in LocalizedText(text, in: described.language) }
    return ImageRoot(
      image, of: site, alt: localized(described.alt),
      caption: described.caption.map(localized), credit: described.credit.map(localized))
  }

  func terms(_ taxonomy: Taxonomy) -> TemplateValue {
    TermRecords.list(site, value.terms[taxonomy] ?? [])
  }

  fileprivate func firstTerm(_ taxonomy: Taxonomy) -> TemplateValue {
    guard let term = value.terms[taxonomy]?.first else { return .absent }
    return .record(TermRecords.term.record(TermRoot(site: site, index: term)))
  }

  /// The people behind keys of the registry of authors.
  func people(_ keys: [String]) -> TemplateValue {
    .list(
      keys.compactMap { key in
        site.person(key).map { person in
          .record(
            TermRecords.person.record(
              PersonRoot(
                site: site, person: person, language: value.language,
                term: site.personTerm(key, in: value.language))))
        }
      })
  }
}

extension SiteEdition {
  /// The summary of the front matter, else the beginning of the text.
  var summary: String? {
    if let summary = edition.summary { return summary }
    return excerpt.isEmpty ? nil : excerpt
  }
}

extension WorkStatus {
  /// Whether readers are not meant to see the work yet.
  var isUnpublished: Bool {
    switch self {
    case .draft, .review, .approved: true
    case .published, .retracted: false
    }
  }
}
