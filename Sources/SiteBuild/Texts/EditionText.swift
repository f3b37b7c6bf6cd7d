import SiteCache
import SiteContent
import SiteDiagnostics
import SiteDigest
import SiteMarkdown

/// What is known of an edition's text, without the text itself.
///
/// A class, since a dozen arrays of all editions hold it.
final class EditionText: Sendable {
  /// Where the text itself stands; nil where it was not rendered in this build.
  let extent: TextStore.Extent?
  /// Tells whether the text is the same as in another build.
  let contentFingerprint: Fingerprint
  let keptHeadings: KeptHeadings
  let parts: PageParts
  let hasCharts: Bool
  /// The beginning of the text, for an edition without a summary; else empty.
  let excerpt: String
  let wordCount: Int
  /// Tells whether the words are those that a translation was made from (`SourceHash`).
  let words: Fingerprint
  let links: [OutgoingLink]
  let images: [MarkdownImage]
  /// Whether links stand in it as text alone, since their works are not published now.
  let hasUnavailableLinks: Bool
  let isRead: Bool

  /// In characters: about what search engines and previews show.
  private static let longestExcerpt = 200

  init(
    of document: MarkdownDocument, needsExcerpt: Bool, in store: TextStore
  ) throws(EnvironmentFailure) {
    extent = try store.add(document)
    contentFingerprint = Fingerprint(of: document.content)
    keptHeadings = KeptHeadings(document.headings)
    parts = document.parts
    hasCharts = document.hasDrawnBlocks
    excerpt =
      needsExcerpt ? document.firstParagraph.cutAtWord(length: Self.longestExcerpt) : ""
    wordCount = document.wordCount
    words = SourceHash.words(of: document.text)
    links = document.links
    images = document.images
    hasUnavailableLinks = document.hasUnavailableLinks
    isRead = document.isRead
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    extent = nil
    contentFingerprint = try Fingerprint(from: &cache)
    keptHeadings = try KeptHeadings(from: &cache)
    parts = try PageParts(from: &cache)
    hasCharts = try Bool(from: &cache)
    excerpt = try String(from: &cache)
    wordCount = try Int(from: &cache)
    words = try Fingerprint(from: &cache)
    links = try [OutgoingLink](from: &cache)
    images = try [MarkdownImage](from: &cache)
    hasUnavailableLinks = try Bool(from: &cache)
    isRead = try Bool(from: &cache)
  }
}

extension EditionText {
  var headings: [Heading] { keptHeadings.all }
  var hasFootnotes: Bool { !parts.noteReferences.isEmpty }
}

extension EditionText: Cacheable {
  func write(to cache: inout CacheWriter) {
    cache.write(contentFingerprint)
    cache.write(keptHeadings)
    cache.write(parts)
    cache.write(hasCharts)
    cache.write(excerpt)
    cache.write(wordCount)
    cache.write(words)
    cache.write(links)
    cache.write(images)
    cache.write(hasUnavailableLinks)
    cache.write(isRead)
  }
}

/// The headings of a text as they are kept: most builds look at those of few texts, and to make
/// strings of all would take longer than the rest of what is known of a text.
struct KeptHeadings: Sendable {
  /// How many there are.
  let count: Int
  private let bytes: [UInt8]

  init(_ headings: [Heading]) {
    count = headings.count
    bytes = headings.cached
  }

  /// Read anew each time.
  var all: [Heading] {
    var cache = CacheReader(bytes)
    do throws(CacheDamage) {
      return try [Heading](from: &cache)
    } catch {
      // The log has a hash of what it keeps: these are the bytes that `init(_:)` wrote.
      preconditionFailure("the headings of a text were kept in another form")
    }
  }
}

extension KeptHeadings: Cacheable {
  func write(to cache: inout CacheWriter) {
    cache.write(count)
    cache.write(bytes.count)
    cache.bytes += bytes
  }

  init(from cache: inout CacheReader) throws(CacheDamage) {
    count = try Int(from: &cache)
    bytes = Array(try cache.part(count: try Int(from: &cache)))
  }
}
