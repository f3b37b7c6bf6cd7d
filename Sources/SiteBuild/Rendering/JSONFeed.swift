import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// A feed in the JSON Feed format, version 1.1 (jsonfeed.org).
enum JSONFeed {
  /// - Parameter bodies: the texts that feeds carry whole, by index of the site's editions.
  static func file(_ feed: Feed, bodies: [Int: MarkdownDocument]) -> OutputFile {
    let site = feed.site
    let root = SiteRoot(site: site, language: feed.language)
    let json: JSONValue = .object([
      "version": .string("https://jsonfeed.org/version/1.1"),
      "title": .string(feed.title),
      "home_page_url": .string(site.absoluteURL(feed.path)),
      "feed_url": .string(site.absoluteURL(feed.path + "feed.json")),
      "description": .string(root.description.text),
      "language": .string(root.siteLanguage.code.tag),
      "authors": .array([.object(["name": .string(root.title.text)])]),
      "items": .array(
        feed.editions.map {
          item(
            EditionRoot(site: site, index: $0), body: feed.carriesText ? bodies[$0] : nil)
        }),
    ])
    return OutputFile(
      path: String(feed.path.dropFirst()) + "feed.json", content: .bytes(json.bytes))
  }

  private static func item(_ root: EditionRoot, body: MarkdownDocument?) -> JSONValue {
    let value = root.value
    let url = root.site.absoluteURL(value.path)
    let tags = (value.terms[.topics] ?? []) + (value.terms[.tags] ?? [])
    let summary = value.summary ?? root.edition.title
    return .object([
      "id": .string(root.permanentID),
      "url": .string(url),
      "title": .string(root.edition.title),
      "summary": .string(summary),
      "content_html": body.map { .string(root.feedHTML($0, fragmentsOf: url)) },
      "content_text": body == nil ? .string(summary) : nil,
      "image": value.image.map { .string(root.site.absoluteURL($0.path)) },
      "date_published": root.edition.metadata.date.map { .string($0.rfc3339) },
      "date_modified": value.lastChanged.map { .string($0.rfc3339) },
      "authors": .array(root.authorNames.map { .object(["name": .string($0)]) }),
      "tags": tags.isEmpty ? nil : .strings(tags.map { root.site.terms[$0].name.text }),
      "language": .string(root.language.tag),
    ])
  }
}
