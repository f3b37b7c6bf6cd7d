import SiteModel
import SiteText

/// The list of the site's pages for search engines (sitemaps.org 0.9), each with its versions in
/// other languages (Google Search Central, “Tell Google about localized versions of your page”).
enum Sitemap {
  /// The most addresses that one file may hold (sitemaps.org).
  private static let largestFile = 50_000

  /// The names of the files that so many pages may need beside `sitemap.xml`.
  static func names(forPages count: Int) -> [String] {
    guard count > largestFile else { return [] }
    return (1...((count - 1) / largestFile + 1)).map(partName)
  }

  private static func partName(_ number: Int) -> String { "sitemap-\(number).xml" }

  /// `sitemap.xml`, or an index of that name and the files it lists.
  static func files(for pages: [SitemapEntry], site: Site) -> [OutputFile] {
    let listed = pages.filter(\.isIndexed)
    guard listed.count > largestFile else { return [file("sitemap.xml", listed)] }
    let parts = stride(from: 0, to: listed.count, by: largestFile).enumerated().map {
      file(
        partName($0.offset + 1),
        Array(listed[$0.element..<Swift.min($0.element + largestFile, listed.count)]))
    }
    var xml = XMLWriter()
    xml.open("sitemapindex", [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")])
    for part in parts {
      xml.open("sitemap")
      xml.element("loc", site.absoluteURL("/" + part.path))
      xml.close("sitemap")
    }
    xml.close("sitemapindex")
    return [OutputFile(path: "sitemap.xml", content: .bytes(xml.bytes))] + parts
  }

  private static func file(_ name: String, _ pages: [SitemapEntry]) -> OutputFile {
    var xml = XMLWriter()
    xml.open(
      "urlset",
      [
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
      ])
    for page in pages {
      xml.open("url")
      xml.element("loc", page.url)
      if let updated = page.updated { xml.element("lastmod", updated.published) }
      if page.alternates.count > 1 {
        for alternate in page.alternates { link(alternate.language, alternate.url, to: &xml) }
        link("x-default", page.alternates[0].url, to: &xml)
      }
      xml.close("url")
    }
    xml.close("urlset")
    return OutputFile(path: name, content: .bytes(xml.bytes))
  }

  private static func link(_ language: String, _ url: String, to xml: inout XMLWriter) {
    xml.empty(
      "xhtml:link", [("rel", "alternate"), ("hreflang", language), ("href", url)])
  }
}

/// A page as the sitemap lists it.
struct SitemapEntry: Sendable {
  /// A version of the page in one language.
  struct Alternate: Sendable {
    let language: String
    let url: String
  }

  let url: String
  let updated: Timestamp?
  let isIndexed: Bool
  /// Every language that has a version of the page, itself included, in the order of the site's languages.
  let alternates: [Alternate]

  init(_ page: PageRoot) {
    url = page.site.absoluteURL(page.path)
    updated = page.updated ?? page.published
    isIndexed = page.isIndexed && page.canonicalURL == nil
    alternates = page.alternates.filter(\.isVersion).map {
      Alternate(language: $0.language.code.tag, url: $0.absoluteURL)
    }
  }
}
