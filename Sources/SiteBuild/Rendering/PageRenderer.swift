import SiteConcurrency
import SiteDigest
import SiteModel
import SiteTemplate

/// Renders pages through their templates.
struct PageRenderer: Sendable {
  /// A page that was rendered.
  struct Rendered: Sendable {
    let page: PageRoot
    let bytes: [UInt8]
    /// What it asked of the site.
    let reads: [UInt64]
  }

  private let site: Site
  /// By language.
  private let sites: [TemplateValue]
  private let templates: [PageTemplates]
  /// What pages ask through what they have in common.
  private let commonReads: [ReadLog]

  /// - Parameter library: its templates passed the check against `ContextSchema`.
  init(site: Site, library: TemplateLibrary) {
    self.site = site
    let commonReads = site.languages.map { _ in ReadLog() }
    let sites = site.languages.indices.map { language in
      let site = site.noting(in: commonReads[language])
      return TemplateValue.record(
        SiteRecords.site.record(SiteRoot(site: site, language: language)))
    }
    self.commonReads = commonReads
    self.sites = sites
    templates = site.languages.indices.map { index in
      let language = site.languages[index]
      let context = RenderContext(
        language: language.language, formatter: language.formatter,
        isolation: language.isolation, baseURL: site.configuration.url,
        strings: site.whole.strings.strings)
      return library.pages(
        for: context, constants: ["site": sites[index]], reads: commonReads[index])
    }
    // What the templates took in before any page is in their fingerprints, and what their lists
    // were made from is noted for each page.
    for reads in commonReads { reads.removeAll() }
  }

  /// Tells whether the template of a page would print the same of the same site.
  func template(of plan: PagePlan) -> Fingerprint? {
    templates[site.language(of: plan)].fingerprint(of: "\(site.kind(of: plan).rawValue).html")
  }

  func render(_ plan: PagePlan) -> Rendered {
    let reads = ReadLog()
    let (page, globals) = PageSource(site: site.noting(in: reads)).subject(of: plan)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32_768)
    let records: [TemplateValue] = [
      sites[page.language], .record(PageRecords.page.record(page)),
    ]
    templates[page.language].render(
      "\(page.kind.rawValue).html", globals: records + globals, reads: reads, into: &bytes)
    reads.note(commonReads[page.language].keysOnce())
    return Rendered(page: page, bytes: bytes, reads: reads.keys())
  }
}
