import SiteHTML
import SiteMarkdown
import SiteModel
import SiteTemplate
import SiteText

/// Records about the work that a page shows whole.
enum ArticleRecords {
  static let heading: RecordType<HeadingRoot> = RecordType(
    "heading", "A heading of an article, in its table of contents.",
    fields: [
      Field("title", .html, "Its text, with its markup.") { .html($0.heading.html) },
      Field("url", .url, "Where it stands on the page: `#id`.") { .url("#" + $0.heading.id) },
      Field("level", .number, "2 for a section, 3 for a section of a section.") {
        .number($0.heading.level)
      },
      Field("children", .list(.record("heading")), "The headings below it.") {
        .list($0.children.map { .record(heading.record($0)) })
      },
    ])

  static let correction: RecordType<CorrectionRoot> = RecordType(
    "correction", "A correction made after publication.",
    fields: [
      Field("date", .date, "When it was made.") { .date($0.correction.date) },
      Field("text", .text, "What was corrected.") { .text($0.correction.text, in: $0.language) },
    ])

  static let article: RecordType<EditionRoot> = RecordType(
    "article", "The work that the page shows: everything a `work` has, and the text itself.",
    fields: WorkRecords.work.fields + bodyFields + noticeFields + referenceFields + neighbourFields)

  private static let bodyFields: [Field<EditionRoot>] = [
    Field("standfirst", .optional(.text), "The summary of the front matter.") {
      .text($0.edition.summary, in: $0.language)
    },
    Field("body", .html, "The text, without its notes.") {
      .html($0.site.html(of: $0.index))
    },
    Field("notes", .html, "The section of footnotes; empty when there are none.") {
      .html($0.site.notes(of: $0.index))
    },
    Field("contents", .list(.record("heading")), "The table of contents: the headings of level 2.")
    {
      .list($0.site.text(of: $0.index).headings.outline().map { .record(heading.record($0)) })
    },
    Field("has_notes", .flag, "Whether the text ends in footnotes.") {
      .flag($0.site.text(of: $0.index).hasFootnotes)
    },
    Field("has_charts", .flag, "Whether there are charts in the text.") {
      .flag($0.site.text(of: $0.index).hasCharts)
    },
    Field("dateline", .optional(.text), "The place it was written at.") {
      .text($0.edition.dateline, in: $0.language)
    },
  ]

  private static let noticeFields: [Field<EditionRoot>] = [
    Field("translation_method", .optional(.text), "`human`, `machine` or `machine-reviewed`.") {
      .text($0.edition.translation?.method.rawValue, in: .english)
    },
    Field("is_stale", .flag, "Whether it is a translation of a text that has changed since.") {
      .flag($0.edition.translation?.isStale ?? false)
    },
    Field("original", .optional(.record("work")), "The work that it translates.") { root in
      let original = root.edition.translation.flatMap { translation in
        root.siblings.first { $0.language == translation.of }
      }
      return original.map { .record(WorkRecords.work.record($0)) } ?? .absent
    },
    Field("corrections", .list(.record("correction")), "Corrections, in the order of the file.") {
      root in
      .list(
        root.edition.corrections.map {
          .record(
            correction.record(CorrectionRoot(correction: $0, language: root.language)))
        })
    },
  ]

  private static let referenceFields: [Field<EditionRoot>] = [
    Field("translators", .list(.record("person")), "Who translated it.") {
      $0.people($0.edition.metadata.translators)
    },
    Field("editors", .list(.record("person")), "Who edited it.") {
      $0.people($0.edition.metadata.editors)
    },
    Field("reviewers", .list(.record("person")), "Who reviewed it.") {
      $0.people($0.edition.metadata.reviewers)
    },
    Field("permalink", .url, "Its permalink, absolute.") {
      .url($0.site.absoluteURL($0.value.path))
    },
    Field("short_url", .optional(.url), "Its short link, absolute.") { root in
      root.shortLinkPath.map { .url(root.site.absoluteURL($0)) } ?? .absent
    },
    Field("doi", .optional(.text), "Its DOI, without an address.") {
      .text($0.edition.metadata.doi, in: .english)
    },
    Field("doi_url", .optional(.url), "The address of its DOI.") {
      $0.edition.metadata.doi.map { .url("https://doi.org/" + $0) } ?? .absent
    },
    Field("number", .optional(.text), "Its number in a numbered series of publications.") {
      .text($0.edition.metadata.number, in: .english)
    },
    Field("volume", .optional(.text), "The volume it appeared in.") {
      .text($0.edition.metadata.volume, in: .english)
    },
    Field("issue", .optional(.text), "The issue it appeared in.") {
      .text($0.edition.metadata.issue, in: .english)
    },
    Field("pages", .optional(.text), "The pages it appeared on.") {
      .text($0.edition.metadata.pages, in: $0.language)
    },
    Field("license", .optional(.text), "Its licence, or the site's.") {
      .text($0.edition.metadata.license ?? $0.site.configuration.license, in: .english)
    },
    Field("license_url", .optional(.url), "The text of a Creative Commons licence.") { root in
      (root.edition.metadata.license ?? root.site.configuration.license)
        .flatMap(License.url(of:)).map { .url($0) } ?? .absent
    },
    Field("source_name", .optional(.text), "Who published it first.") {
      .text($0.edition.metadata.source?.name, in: $0.language)
    },
    Field("source_url", .optional(.url), "Where it was published first.") {
      $0.edition.metadata.source?.url.map { .url($0) } ?? .absent
    },
    Field("pdf_url", .optional(.url), "The same text as a PDF file.") { root in
      root.value.pdfPath.map { .url(root.site.url($0)) } ?? .absent
    },
  ]

  private static let neighbourFields: [Field<EditionRoot>] = [
    Field("related", .list(.record("work")), "Related works in the same language.") { root in
      .list(root.relations.related.map { root.record($0) })
    },
    Field("previous", .optional(.record("work")), "The article published before it.") { root in
      root.relations.previous.map { root.record($0) } ?? .absent
    },
    Field("next", .optional(.record("work")), "The article published after it.") { root in
      root.relations.next.map { root.record($0) } ?? .absent
    },
    Field(
      "series_works", .list(.record("work")),
      "The work among the two before it and the two after it in its series, oldest first."
    ) { root in
      .list(root.placeInSeries?.nearest.map { root.record($0) } ?? [])
    },
  ]
}

/// Where a work stands in its series.
struct PlaceInSeries {
  /// From 1, the oldest first.
  let number: Int
  /// The work itself and its neighbours, oldest first.
  let nearest: [Int]

  /// How many works are shown on either side.
  private static let reach = 2

  /// - Parameter members: the works of the series by their index, which is newest first.
  init?(of edition: Int, among members: [Int]) {
    var start = 0
    var end = members.count
    while start < end {
      let middle = (start + end) / 2
      if members[middle] < edition { start = middle + 1 } else { end = middle }
    }
    guard start < members.count, members[start] == edition else { return nil }
    number = members.count - start
    let nearby = Swift.max(0, start - Self.reach)..<Swift.min(start + Self.reach + 1, members.count)
    nearest = members[nearby].reversed()
  }
}

/// A heading with those below it.
struct HeadingRoot: Sendable {
  /// The headings of the text; this one and those below it are the range's.
  fileprivate let headings: [Heading]
  fileprivate let range: Range<Int>

  var heading: Heading { headings[range.lowerBound] }

  var children: [HeadingRoot] {
    range.dropFirst().map { HeadingRoot(headings: headings, range: $0..<($0 + 1)) }
  }
}

/// A correction and the language it is written in.
struct CorrectionRoot: Sendable {
  let correction: Correction
  let language: LanguageCode
}

extension EditionRoot {
  /// The other editions of the same work.
  var siblings: [EditionRoot] {
    site[work: value.work].editions.filter { $0 != index }
      .map { EditionRoot(site: site, index: $0) }
  }

  var placeInSeries: PlaceInSeries? {
    value.terms[.series]?.first.flatMap {
      PlaceInSeries(of: index, among: site.members(of: $0))
    }
  }

  fileprivate func record(_ edition: Int) -> TemplateValue {
    .record(WorkRecords.work.record(EditionRoot(site: site, index: edition)))
  }

  /// `/p/104689/`, for a work that has an identifier.
  var shortLinkPath: String? {
    site[work: value.work].work.id.map {
      "\(site.languages[value.language].language.path)p/\($0)/"
    }
  }
}

extension [Heading] {
  /// The headings of level 2, each with the deeper ones that follow it.
  func outline() -> [HeadingRoot] {
    let starts = indices.filter { $0 == 0 || self[$0].level <= 2 }
    return zip(starts, starts.dropFirst() + [count]).map {
      HeadingRoot(headings: self, range: $0..<$1)
    }
  }
}
