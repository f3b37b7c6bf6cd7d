import Foundation
import FoundationXML
import SiteBuild
import SiteTestSupport
import Testing

/// Feeds as a feed reader parses them.
struct FeedTests {
  private static let site =
    """
    -- content/topics.yaml --
    security: {name: {ar: "أمن & <سياسة>", en: Security}}

    """
    + article(
      "dated", "ar",
      """
      id: 7
      title: "عنوان <b> & \\"اقتباس\\""
      date: 2024-05-25T09:30
      updated: 2024-06-01
      topics: [security]
      """, text: "فقرة & `<code>` و**غامق**[^1].\n\n[^1]: ملاحظة.")
    + article("plain", "ar", "date: 2023-01-01\ntopics: [security]")
    + article("english", "en", "title: English\ndate: 2022-01-01")

  @Test func anAtomFeedHasWhatItsReadersNeed() async throws {
    let built = try await build(Self.site)
    let feed = try AtomDocument(try built.bytes("feed.xml"))
    #expect(feed.root.language == "ar")
    #expect(feed.root.values["id"] == ["https://example.org/feed.xml"])
    #expect(feed.root.values["updated"] == ["2024-06-01T00:00:00+03:00"])
    #expect(feed.root.links["self"] == "https://example.org/feed.xml")
    #expect(feed.root.links["alternate"] == "https://example.org/")
    #expect(
      feed.entries.map { $0.values["id"] }
        == [["https://example.org/p/7/"], ["https://example.org/articles/plain/"]])
    let entry = try #require(feed.entries.first)
    #expect(entry.values["title"] == ["عنوان <b> & \"اقتباس\""])
    #expect(entry.values["published"] == ["2024-05-25T09:30:00+03:00"])
    #expect(entry.values["updated"] == ["2024-06-01T00:00:00+03:00"])
    #expect(entry.links["alternate"] == "https://example.org/articles/dated/")
    #expect(entry.terms == ["أمن & <سياسة>"])
  }

  @Test func theContentOfAFeedIsTheTextOfThePage() async throws {
    let built = try await build(Self.site)
    let page = try built.text("articles/dated/index.html")
    let paragraph = try #require(page.firstMatch(of: /<p>فقرة.*<\/p>/)).output
    #expect(paragraph.contains("<code"))
    let atom = try AtomDocument(try built.bytes("feed.xml"))
    let content = try #require(atom.entries.first?.values["content"]?.first)
    #expect(content.hasPrefix(#"<div lang="ar" dir="rtl"><p>"#))
    #expect(content.contains(paragraph))
    #expect(content.contains("ملاحظة."))
    let json = try JSONDocument(try built.bytes("feed.json"))
    #expect(
      json.items.first?["content_html"] as? String
        == content.replacing("href=\"#", with: "href=\"https://example.org/articles/dated/#"))
    #expect(content.contains("href=\"#fn1\""))
  }

  @Test func linksInAFeedLeadWhereThoseOfThePageLead() async throws {
    let built = try await build(
      article("one", "en", text: "[one](../two/ar.md#iran)")
        + article("two", "ar", text: "## Iran")
        + article("two", "en", "title: Two\ntranslation: {of: ar, method: human}"))
    let content = try built.text("en/feed.xml")
    #expect(content.contains("https://example.org/articles/two/#iran"))
    #expect(!content.contains("en/articles/two/#iran"))
  }

  @Test func aJSONFeedHasWhatItsReadersNeed() async throws {
    let built = try await build(Self.site)
    let feed = try JSONDocument(try built.bytes("feed.json"))
    #expect(feed["version"] == "https://jsonfeed.org/version/1.1")
    #expect(feed["feed_url"] == "https://example.org/feed.json")
    #expect(feed["home_page_url"] == "https://example.org/")
    #expect(feed["language"] == "ar")
    #expect(
      feed.items.map { $0["id"] as? String }
        == ["https://example.org/p/7/", "https://example.org/articles/plain/"])
    let item = try #require(feed.items.first)
    #expect(item["url"] as? String == "https://example.org/articles/dated/")
    #expect(item["date_published"] as? String == "2024-05-25T09:30:00+03:00")
    #expect(item["date_modified"] as? String == "2024-06-01T00:00:00+03:00")
    #expect(item["tags"] as? [String] == ["أمن & <سياسة>"])
  }

  @Test func everyFeedOfASiteParsesAndNamesItselfAndIsNamedByItsPage() async throws {
    let built = try await SmallSite.make().build()
    let files = try built.files()
    let folders = files.keys.filter { $0.hasSuffix("feed.xml") }.map {
      $0.dropLast("feed.xml".count)
    }
    #expect(folders.count > 15)
    for folder in folders {
      let atom = try AtomDocument(try #require(files["\(folder)feed.xml"]))
      let json = try JSONDocument(try #require(files["\(folder)feed.json"]))
      let address = "https://example.org/\(folder)".addingPercentEncoding(
        withAllowedCharacters: .urlPathAllowed.union(CharacterSet(charactersIn: ":")))
      #expect(atom.root.links["self"] == address.map { $0 + "feed.xml" })
      #expect(json["feed_url"] == address.map { $0 + "feed.json" })
      let ids = atom.entries.compactMap { $0.values["id"]?.first }
      #expect(Set(ids).count == atom.entries.count)
      #expect(json.items.compactMap { $0["id"] as? String } == ids)
      for date in atom.entries.flatMap({ $0.values["updated"] ?? [] }) {
        #expect(ISO8601DateFormatter().date(from: date) != nil, "\(date)")
      }
      let page = String(decoding: try #require(files["\(folder)index.html"]), as: UTF8.self)
      let path = try #require(address).dropFirst("https://example.org".count)
      #expect(page.contains("href=\"\(path)feed.xml\""))
    }
  }

  @Test func aFeedHoldsTheNewestTwenty() async throws {
    let works = (10...34).map { article("w\($0)", "ar", "date: 2024-01-01T00:\($0)") }
    let built = try await build(works.joined())
    let feed = try AtomDocument(try built.bytes("feed.xml"))
    #expect(feed.entries.count == 20)
    #expect(feed.entries.first?.values["id"] == ["https://example.org/articles/w34/"])
  }
}

private struct JSONDocument {
  let object: [String: Any]

  init(_ bytes: [UInt8]) throws {
    object = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  subscript(key: String) -> String? { object[key] as? String }

  var items: [[String: Any]] { object["items"] as? [[String: Any]] ?? [] }
}

/// A feed read with Foundation's parser, which is strict.
private struct AtomDocument {
  struct Element {
    var values: [String: [String]] = [:]
    var links: [String: String] = [:]
    var terms: [String] = []
    var language: String?
  }

  let root: Element
  let entries: [Element]

  init(_ bytes: [UInt8]) throws {
    let delegate = Delegate()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = delegate
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    root = delegate.root
    entries = delegate.entries
  }

  private final class Delegate: NSObject, XMLParserDelegate {
    var root = Element()
    var entries: [Element] = []
    private var isInEntry = false
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      text = ""
      switch name {
      case "feed": root.language = attributes["xml:lang"]
      case "entry":
        isInEntry = true
        entries.append(Element())
      case "link":
        change { $0.links[attributes["rel"] ?? ""] = attributes["href"] }
      case "category": change { $0.terms.append(attributes["term"] ?? "") }
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      if name == "entry" { isInEntry = false }
      let value = text
      change { $0.values[name, default: []].append(value) }
      text = ""
    }

    private func change(_ body: (inout Element) -> Void) {
      if isInEntry { body(&entries[entries.count - 1]) } else { body(&root) }
    }
  }
}
