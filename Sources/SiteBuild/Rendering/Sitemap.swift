import SiteCache
import SiteModel
import SiteText

/// The list of the site's pages for search engines (sitemaps.org 0.9), each with its versions in
/// other languages (Google Search Central, “Tell Google about localized versions of your page”).
enum Sitemap {
  /// What one file may hold: 50,000 addresses, and 50 MiB before compression (sitemaps.org).
  struct Limits: Sendable {
    var addresses = 50_000
    var bytes = 52_428_800
  }

  /// The names of the files that so many pages may need beside `sitemap.xml`, at 1 KiB for each
  /// address of a page.
  static func names(forPages count: Int, languages: Int) -> [String] {
    let limits = Limits()
    let perFile = Swift.min(limits.addresses, limits.bytes / (1024 * (languages + 2)))
    guard count > perFile else { return [] }
    return (1...((count - 1) / perFile + 1)).map(partName)
  }

  private static func partName(_ number: Int) -> String { "sitemap-\(number).xml" }

  /// `sitemap.xml`, or an index of that name and the files it lists.
  ///
  /// - Parameter absoluteURL: makes a path from the site's root an absolute address.
  static func files(
    for pages: [SitemapEntry], limits: Limits = Limits(), absoluteURL: (String) -> String
  ) -> [OutputFile] {
    let parts = parts(of: pages.filter(\.isIndexed), limits: limits)
    guard parts.count > 1 else { return [file("sitemap.xml", parts.first ?? [])] }
    let files = parts.enumerated().map { file(partName($0.offset + 1), $0.element) }
    var xml = XMLWriter()
    xml.open("sitemapindex", [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")])
    for file in files {
      xml.open("sitemap")
      xml.element("loc", absoluteURL("/" + file.path))
      xml.close("sitemap")
    }
    xml.close("sitemapindex")
    return [OutputFile(path: "sitemap.xml", content: .bytes(xml.bytes))] + files
  }

  /// The elements of the pages, in files that keep within the limits.
  private static func parts(of pages: [SitemapEntry], limits: Limits) -> [[UInt8]] {
    let room = limits.bytes - frame(around: []).count
    var parts: [[UInt8]] = []
    var count = 0
    for page in pages {
      let element = element(of: page)
      let isFull = count == limits.addresses || (parts.last?.count ?? 0) + element.count > room
      if parts.isEmpty || isFull {
        parts.append([])
        count = 0
      }
      parts[parts.count - 1] += element
      count += 1
    }
    return parts
  }

  private static func file(_ name: String, _ elements: [UInt8]) -> OutputFile {
    OutputFile(path: name, content: .bytes(frame(around: elements)))
  }

  private static func frame(around elements: [UInt8]) -> [UInt8] {
    var xml = XMLWriter()
    xml.open(
      "urlset",
      [
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
      ])
    xml.append(elements)
    xml.close("urlset")
    return xml.bytes
  }

  private static func element(of page: SitemapEntry) -> [UInt8] {
    var xml = XMLWriter.fragment()
    xml.open("url")
    xml.element("loc", page.url)
    if let updated = page.updated { xml.element("lastmod", updated.published) }
    if page.alternates.count > 1 {
      for alternate in page.alternates { link(alternate.language, alternate.url, to: &xml) }
      link("x-default", page.alternates[0].url, to: &xml)
    }
    xml.close("url")
    return xml.bytes
  }

  private static func link(_ language: String, _ url: String, to xml: inout XMLWriter) {
    xml.empty(
      "xhtml:link", [("rel", "alternate"), ("hreflang", language), ("href", url)])
  }
}

/// A page as the sitemap lists it.
struct SitemapEntry: Sendable, Equatable {
  /// A version of the page in one language.
  struct Alternate: Sendable, Equatable {
    let language: String
    let url: String
  }

  let url: String
  let updated: Timestamp?
  let isIndexed: Bool
  /// Every language that has a version of the page, itself included, in the order of the site's languages.
  let alternates: [Alternate]

  init(url: String, updated: Timestamp? = nil, isIndexed: Bool = true, alternates: [Alternate] = [])
  {
    self.url = url
    self.updated = updated
    self.isIndexed = isIndexed
    self.alternates = alternates
  }

  init(_ page: PageRoot) {
    url = page.site.absoluteURL(page.path)
    updated = page.updated ?? page.published
    isIndexed = page.isIndexed && page.canonicalURL == nil
    alternates = page.alternates.filter(\.isVersion).map {
      Alternate(language: $0.language.code.tag, url: $0.absoluteURL)
    }
  }
}

extension SitemapEntry: Cacheable {
  func write(to cache: inout CacheWriter) {
    cache.write(url)
    cache.write(updated)
    cache.write(isIndexed)
    cache.write(alternates)
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    url = try String(from: &cache)
    updated = try Timestamp?(from: &cache)
    isIndexed = try Bool(from: &cache)
    alternates = try [Alternate](from: &cache)
  }
}

extension SitemapEntry.Alternate: Cacheable {
  func write(to cache: inout CacheWriter) {
    cache.write(language)
    cache.write(url)
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    self.init(language: try String(from: &cache), url: try String(from: &cache))
  }
}
