import SiteModel
import SiteText

/// The `meta` elements by which scholarly indexes know a work: Google Scholar's Highwire Press tags
/// (Google Scholar, “Inclusion guidelines for webmasters”) and Dublin Core (DCMI Metadata Terms).
enum CitationTags {
  /// Google Scholar wants its tags on scholarly works only.
  private static let scholarlyTypes: Set<WorkType> = [.study, .paper, .report, .brief]

  static func tags(for root: EditionRoot) -> [MetaTag] {
    let isScholarly = scholarlyTypes.contains(root.edition.metadata.type)
    return (isScholarly ? scholar(root) : []) + dublinCore(root)
  }

  private static func scholar(_ root: EditionRoot) -> [MetaTag] {
    let edition = root.edition
    let metadata = edition.metadata
    let siteTitle = SiteRoot(site: root.site, language: root.value.language).title
    let url = root.site.absoluteURL(root.value.path)
    var tags = TagList(language: root.language)
    tags.add("citation_title", edition.title)
    for author in authors(of: root) { tags.add("citation_author", author) }
    let formatter = root.site.languages[root.value.language].formatter
    let date = metadata.date.map { formatter.string($0, style: .slashed) }
    tags.add("citation_publication_date", date)
    tags.add("citation_online_date", date)
    if metadata.type == .report || metadata.type == .brief {
      tags.add("citation_technical_report_institution", siteTitle.text)
      tags.add("citation_technical_report_number", metadata.number)
    } else {
      tags.add("citation_journal_title", siteTitle.text)
    }
    tags.add("citation_issn", metadata.issn)
    tags.add("citation_isbn", metadata.isbn)
    tags.add("citation_volume", metadata.volume)
    tags.add("citation_issue", metadata.issue)
    let pages = metadata.pages?.split { "-–—".contains($0) }.map(String.init) ?? []
    tags.add("citation_firstpage", pages.first)
    tags.add("citation_lastpage", pages.count > 1 ? pages.last : nil)
    tags.add("citation_doi", metadata.doi)
    tags.add("citation_language", edition.language.tag)
    tags.add("citation_keywords", keywords(of: root))
    tags.add("citation_abstract_html_url", url)
    tags.add("citation_fulltext_html_url", url)
    tags.add("citation_pdf_url", root.pdfPathBesidePage.map { root.site.absoluteURL($0) })
    tags.add("citation_publisher", siteTitle.text)
    return tags.tags
  }

  private static func dublinCore(_ root: EditionRoot) -> [MetaTag] {
    let edition = root.edition
    let metadata = edition.metadata
    var tags = TagList(language: root.language)
    tags.add("DC.Title", edition.title)
    for author in authors(of: root) { tags.add("DC.Creator.PersonalName", author) }
    tags.add("DC.Date.issued", metadata.date?.published)
    tags.add("DC.Date.modified", metadata.updated?.published)
    tags.add("DC.Description", root.value.summary)
    for topic in root.value.terms[.topics] ?? [] {
      tags.add("DC.Subject", root.site[term: topic].name.text)
    }
    tags.add("DC.Language", edition.language.tag)
    tags.add(
      "DC.Identifier", metadata.doi.map { "doi:" + $0 } ?? root.site.absoluteURL(root.value.path))
    tags.add("DC.Rights", metadata.license ?? root.site.configuration.license)
    tags.add("DC.Type", "Text")
    return tags.tags
  }

  /// Names in their natural order, without titles.
  private static func authors(of root: EditionRoot) -> [String] {
    root.edition.metadata.authors.compactMap {
      root.site.person($0)?.name.best(for: root.language)?.text
    }
  }

  private static func keywords(of root: EditionRoot) -> String? {
    let keywords = root.edition.keywords + root.edition.tags.map(\.name)
    return keywords.isEmpty ? nil : keywords.joined(separator: "; ")
  }
}

extension EditionRoot {
  /// Google Scholar takes a PDF file that lies in the page's own folder only.
  fileprivate var pdfPathBesidePage: String? {
    value.pdfPath.flatMap { $0.hasPrefix(value.path) ? $0 : nil }
  }
}

private struct TagList {
  let language: LanguageCode
  private(set) var tags: [MetaTag] = []

  init(language: LanguageCode) {
    self.language = language
  }

  mutating func add(_ name: String, _ content: String?) {
    guard let content, !content.isEmpty else { return }
    tags.append(MetaTag(name: name, content: LocalizedText(content, in: language)))
  }
}
