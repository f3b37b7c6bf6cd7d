import SiteConcurrency
import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// A feed in the JSON Feed format, version 1.1 (jsonfeed.org).
enum JSONFeed {
  /// - Parameters:
  ///   - bodies: the texts that feeds carry whole, by index of the site's editions.
  ///   - entries: what feeds have in common.
  ///   - reads: where the feed's site notes what is asked of it.
  static func bytes(
    _ feed: Feed, bodies: [Int: MarkdownDocument], entries: ByteMemo, reads: ReadLog
  ) -> [UInt8] {
    let site = feed.site
    let root = SiteRoot(site: site, language: feed.language)
    var json = JSONWriter()
    json.object { json in
      json.string("version", "https://jsonfeed.org/version/1.1")
      json.string("title", feed.title)
      json.string("home_page_url", site.absoluteURL(feed.path))
      json.string("feed_url", site.absoluteURL(feed.path + "feed.json"))
      json.string("description", root.description.text)
      json.string("language", root.siteLanguage.code.tag)
      json.array("authors") { json in json.object { $0.string("name", root.title.text) } }
      json.array("items") { json in
        for index in feed.editions {
          let item = EditionRoot(site: site, index: index)
          if feed.carriesText {
            json.elements(bytes(of: item, body: feed.text(of: index, in: bodies)))
          } else {
            json.elements(entries.bytes(for: index, noting: reads) { bytes(of: item, body: nil) })
          }
        }
      }
    }
    return json.bytes
  }

  private static func bytes(of root: EditionRoot, body: MarkdownDocument?) -> [UInt8] {
    let value = root.value
    let url = root.site.absoluteURL(value.path)
    let tags = (value.terms[.topics] ?? []) + (value.terms[.tags] ?? [])
    let summary = value.summary ?? root.edition.title
    var json = JSONWriter()
    json.object { json in
      json.string("id", root.permanentID)
      json.string("url", url)
      json.string("title", root.edition.title)
      json.string("summary", summary)
      json.string("content_html", body.map { root.feedHTML($0, fragmentsOf: url) })
      if body == nil { json.string("content_text", summary) }
      json.string("image", value.image.map { root.site.absoluteURL($0.path) })
      json.string("date_published", root.edition.metadata.date?.rfc3339)
      json.string("date_modified", value.lastChanged?.rfc3339)
      json.array("authors") { json in
        for name in root.authorNames { json.object { $0.string("name", name) } }
      }
      if !tags.isEmpty { json.strings("tags", tags.map { root.site[term: $0].name.text }) }
      json.string("language", root.language.tag)
    }
    return json.bytes
  }
}
