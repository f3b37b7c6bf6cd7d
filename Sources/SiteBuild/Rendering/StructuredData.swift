import SiteHTML
import SiteModel
import SiteText

/// JSON-LD in the vocabulary of schema.org.
enum StructuredData {
  private static let context = "https://schema.org"

  /// The front page: the site, its search, and who publishes it.
  static func home(_ page: PageRoot) -> [UInt8] {
    let root = SiteRoot(site: page.site, language: page.language)
    let search = page.site.absoluteURL(root.siteLanguage.language.path + "search/")
    var json = JSONWriter()
    json.object { json in
      json.string("@context", context)
      json.string("@type", "WebSite")
      json.string("name", root.title.text)
      json.string("description", root.description.text)
      json.string("url", page.site.absoluteURL(page.path))
      json.string("inLanguage", root.siteLanguage.code.tag)
      appendPublisher(root, to: &json)
      json.object("potentialAction") { json in
        json.string("@type", "SearchAction")
        json.object("target") { json in
          json.string("@type", "EntryPoint")
          json.string("urlTemplate", search + "?q={search_term_string}")
        }
        json.string("query-input", "required name=search_term_string")
      }
    }
    return json.bytes
  }

  /// Any other page: what it is and where it stands.
  static func page(_ page: PageRoot) -> [UInt8] {
    let url = page.site.absoluteURL(page.path)
    var json = JSONWriter()
    json.object { json in
      json.string("@context", context)
      json.string("@type", type(of: page.kind))
      json.string("name", page.title.text)
      json.string("description", page.description?.text)
      json.string("url", url)
      json.string("inLanguage", page.site.languages[page.language].code.tag)
      if !page.breadcrumbs.isEmpty {
        json.object("breadcrumb") {
          append(page.breadcrumbs, site: page.site, last: url, to: &$0)
        }
      }
    }
    return json.bytes
  }

  private static func type(of kind: PageKind) -> String {
    switch kind {
    case .author: "ProfilePage"
    case .search: "SearchResultsPage"
    case .list, .term, .terms, .archive: "CollectionPage"
    case .home, .article, .page, .notFound: "WebPage"
    }
  }

  /// An article and the way to it.
  static func article(_ root: EditionRoot, breadcrumbs: [CrumbRoot]) -> [UInt8] {
    let url = root.site.absoluteURL(root.value.path)
    var json = JSONWriter()
    json.object { json in
      json.string("@context", context)
      json.array("@graph") { json in
        json.object { WorkData(root: root, url: url).append(to: &$0) }
        json.object { append(breadcrumbs, site: root.site, last: url, to: &$0) }
      }
    }
    return json.bytes
  }

  static func appendPublisher(_ root: SiteRoot, to json: inout JSONWriter) {
    json.object("publisher") { json in
      json.string("@type", "Organization")
      json.string("name", root.title.text)
      json.string("url", root.site.absoluteURL("/"))
    }
  }

  private static func append(
    _ crumbs: [CrumbRoot], site: Site, last: String, to json: inout JSONWriter
  ) {
    json.string("@type", "BreadcrumbList")
    json.array("itemListElement") { json in
      for (index, crumb) in crumbs.enumerated() {
        json.object { json in
          json.string("@type", "ListItem")
          json.number("position", index + 1)
          json.string("name", crumb.title.text)
          json.string("item", crumb.url.map(site.absolute) ?? last)
        }
      }
    }
  }
}

extension Timestamp {
  /// The date alone, or the date and time with its offset where the time is known.
  var published: String { time == nil ? isoDate : rfc3339 }
}
