import SiteConcurrency
import SiteHTML
import SiteMarkdown
import SiteModel
import SiteText

/// A feed in the Atom format (RFC 4287).
enum AtomFeed {
  /// - Parameters:
  ///   - bodies: the texts that feeds carry whole, by index of the site's editions.
  ///   - entries: what feeds have in common.
  ///   - reads: where the feed's site notes what is asked of it.
  static func bytes(
    _ feed: Feed, bodies: [Int: MarkdownDocument], entries: ByteMemo, reads: ReadLog
  ) -> [UInt8] {
    let site = feed.site
    let code = site.languages[feed.language].code.tag
    let address = site.absoluteURL(feed.path + "feed.xml")
    var xml = XMLWriter()
    xml.open("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", code)])
    xml.element("id", address)
    xml.element("title", feed.title)
    xml.element("updated", feed.updated.rfc3339)
    xml.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", address)])
    xml.empty(
      "link",
      [("rel", "alternate"), ("type", "text/html"), ("href", site.absoluteURL(feed.path))])
    xml.open("author")
    xml.element("name", SiteRoot(site: site, language: feed.language).title.text)
    xml.close("author")
    for index in feed.editions {
      let root = EditionRoot(site: site, index: index)
      if feed.carriesText {
        xml.append(bytes(of: root, body: feed.text(of: index, in: bodies)))
      } else {
        xml.append(entries.bytes(for: index, noting: reads) { bytes(of: root, body: nil) })
      }
    }
    xml.close("feed")
    return xml.bytes
  }

  private static func bytes(of root: EditionRoot, body: MarkdownDocument?) -> [UInt8] {
    var xml = XMLWriter.fragment()
    let value = root.value
    let language = root.language.tag
    xml.open("entry", [("xml:lang", language)])
    xml.element("id", root.permanentID)
    xml.element("title", root.edition.title)
    xml.empty(
      "link",
      [
        ("rel", "alternate"), ("type", "text/html"), ("hreflang", language),
        ("href", root.site.absoluteURL(value.path)),
      ])
    if let date = root.edition.metadata.date { xml.element("published", date.rfc3339) }
    xml.element("updated", (value.lastChanged ?? root.site.clock).rfc3339)
    for name in root.authorNames {
      xml.open("author")
      xml.element("name", name)
      xml.close("author")
    }
    for term in (value.terms[.topics] ?? []) + (value.terms[.tags] ?? []) {
      xml.empty("category", [("term", root.site[term: term].name.text)])
    }
    if let summary = value.summary { xml.element("summary", summary) }
    if let body {
      xml.element(
        "content", root.feedHTML(body),
        [("type", "html"), ("xml:base", root.site.absoluteURL(value.path))])
    }
    xml.close("entry")
    return xml.bytes
  }
}

extension EditionRoot {
  /// The text for feed readers, which style nothing: it states its language and direction itself.
  ///
  /// - Parameter page: what stands before links within the text, in formats that have no base.
  func feedHTML(_ body: MarkdownDocument, fragmentsOf page: String = "") -> String {
    var html: [UInt8] = []
    html.append("<div lang=\"")
    html.append(language.tag)
    html.append("\" dir=\"")
    html.append(language.direction.rawValue)
    html.append("\">")
    html.append(body.html.bytes, fragmentsOf: page)
    html.append(body.notes.bytes, fragmentsOf: page)
    html.append("</div>")
    return String(decoding: html, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends markup with the address of a page before each `href` that begins with `#`. A `<` of
  /// the text is escaped, so that `<a ` always begins a tag.
  fileprivate mutating func append(_ html: [UInt8], fragmentsOf page: String) {
    let link = Array("<a href=\"#".utf8)
    var copied = 0
    var index = 0
    while let start = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard html[start...].starts(with: link) else { continue }
      let fragment = start + link.count - 1
      append(contentsOf: html[copied..<fragment])
      appendEscaped(attribute: page)
      copied = fragment
    }
    append(contentsOf: html[copied...])
  }
}
