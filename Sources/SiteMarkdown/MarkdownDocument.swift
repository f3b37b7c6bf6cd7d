import SiteDiagnostics
import SiteHTML

/// A text that was rendered, and what was learnt of it on the way.
public struct MarkdownDocument: Sendable {
  /// The text, without its notes.
  public internal(set) var html = HTML()
  /// The section of footnotes; empty when there are none.
  public internal(set) var notes = HTML()
  /// The headings of the text itself (not those inside quotations and lists), in order.
  public internal(set) var headings: [Heading] = []
  /// The parts that have anchors beside the headings.
  public internal(set) var parts = PageParts()
  /// Plain text for search and summaries, UTF-8: a line for each block, with the cells of tables,
  /// alternative texts and code, without the marks of notes. The notes come last.
  public internal(set) var text: [UInt8] = []
  /// Where the notes begin in `text`; its end when there are none.
  public internal(set) var notesTextStart = 0
  /// Where the first paragraph of the text stands in `text`; empty when there is none.
  public internal(set) var firstParagraphRange = 0..<0
  /// Words of the text, without its notes.
  public internal(set) var wordCount = 0
  /// Every link that leads somewhere, in the order of the text.
  public internal(set) var links: [OutgoingLink] = []
  /// Whether the text of a link stands alone, since what it leads to is unavailable now.
  public internal(set) var hasUnavailableLinks = false
  /// Every image that was found, in the order of the text.
  public internal(set) var images: [MarkdownImage] = []
  /// Whether a fenced block came out as something other than code.
  public internal(set) var hasDrawnBlocks = false
  /// What is wrong with the text, in its order.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// False for a text that goes beyond what is parsed, of which nothing but the error is known.
  public internal(set) var isRead = true

  /// Whether the text ends in footnotes.
  public var hasFootnotes: Bool { !notes.isEmpty }
  /// The first paragraph of the text, plain.
  public var firstParagraph: String { String(decoding: text[firstParagraphRange], as: UTF8.self) }
}

/// A heading of a text.
public struct Heading: Sendable, Hashable {
  /// As it stands on the page, from 2 to 6.
  public let level: Int
  /// Unique within the page.
  public let id: String
  /// The heading's words for a table of contents: escaped and isolated, without links and notes.
  public let html: HTML
  /// The same words as plain text.
  public let text: String
}

/// A link in a text.
public struct OutgoingLink: Sendable, Hashable {
  /// As the editor wrote it.
  public let destination: String
  /// What the page links to.
  public let url: String
  /// What follows `#`, not decoded.
  public let fragment: String?
  /// Whether the resolver said where it leads; other addresses are written as they are.
  public let leadsIntoSite: Bool
  /// The byte of the file at which the destination stands; the start of the block where it is not
  /// written literally. `SourceFile.location(atByte:)` names the place.
  public let offset: Int

  /// A link as it is written and as it leads.
  public init(
    destination: String, url: String, fragment: String? = nil, leadsIntoSite: Bool, offset: Int
  ) {
    self.destination = destination
    self.url = url
    self.fragment = fragment
    self.leadsIntoSite = leadsIntoSite
    self.offset = offset
  }
}

/// An image in a text.
public struct MarkdownImage: Sendable, Hashable {
  /// As the editor wrote it.
  public let destination: String
  /// What is shown.
  public let image: ImageReference
  /// The alternative text.
  public let alt: String
  /// The byte of the file at which the destination stands.
  public let offset: Int
}
