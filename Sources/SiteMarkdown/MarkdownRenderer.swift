import SiteDiagnostics
import SiteHTML
import SiteText

/// Writes the HTML of a tree and gathers headings, links, images and text, in one walk.
///
/// The walk is a loop over the nodes, so that no nesting can exhaust the stack. What each kind of
/// node becomes is written in the extensions, a file for each subject.
struct MarkdownRenderer {
  /// What is written for a node.
  enum Style {
    /// What the specification's examples show, and no more.
    case specification
    case portal
  }

  /// Levels of blocks and inlines within one another that are rendered.
  static let deepestNesting = 100
  /// Characters that are shown of a line which is markup for the most part.
  static let longestExcerpt = 80

  let style: Style
  /// Whether raw HTML that is allowed goes through GFM's tagfilter.
  let filtersTags: Bool
  let options: MarkdownOptions
  let resolver: any LinkResolver
  var source: MarkdownSource

  var html: [UInt8] = []
  var document = MarkdownDocument()

  /// Isolates the runs of the block at hand: the text's own, or its reverse in a block that is
  /// wholly in the other language.
  var isolation: BidiIsolation
  private let reversedIsolation: BidiIsolation
  /// The outermost block that is wholly in the other language.
  var foreignBlock: MarkdownNode?
  /// What stands before the next piece of text.
  var preceding = BidiPreceding.nothing

  /// A node from which the walk goes on as if it had been left.
  var resumeAfter: MarkdownNode?
  /// The innermost block with inlines of its own, in which links are looked up.
  var block: MarkdownNode? {
    didSet { textMarks = [] }
  }
  /// What looks like a part of a link and is text wherever the block has it from here on.
  var textMarks: Set<[UInt8]> = []

  var anchors = AnchorNames()
  var headingShift = 0
  var heading: OpenHeading?
  var table: OpenTable?
  var tableCount = 0
  var caption: MarkdownNode?
  /// Whether the text of the link at hand stands alone. Links do not hold links.
  var isUnlinked = false
  var callouts: [OpenCallout] = []
  var calloutCount = 0
  var notes = NoteCounts()
  var literalLines: [ClosedRange<Int>] = []
  var undefinedNotes: [(name: String, offset: Int)] = []
  /// Whether a block is not closed, in which notes may lie that were meant as such.
  var hasOpenFence = false
  var definedNotes: Set<String> = []
  var isTooDeep = false
  var hasError = false
  /// Whether it is said that not all findings are reported.
  var isCutShort = false
  /// How many more marks in the text are looked up in the file.
  var markChecks = 1_000
  /// Whether the text has references such as `&#x202E;`, whose characters its bytes do not show.
  var hasReferences = false

  init(
    source: MarkdownSource, options: MarkdownOptions, resolver: any LinkResolver,
    style: Style = .portal, filtersTags: Bool = true
  ) {
    self.source = source
    self.options = options
    self.resolver = resolver
    self.style = style
    self.filtersTags = filtersTags
    isolation = options.isolation
    reversedIsolation = options.isolation.reversed
    html.reserveCapacity(source.body.count + source.body.count / 4)
    document.text.reserveCapacity(source.body.count)
  }

  /// Renders a document.
  mutating func render(_ root: MarkdownNode) {
    if style == .portal { shiftHeadings(of: root) }
    walk(root)
    if style == .portal { checkNotes(of: root) }
  }

  /// What was rendered. The renderer is done after it.
  mutating func finished() -> MarkdownDocument {
    closeNotes()
    document.html = HTML(trusted: html)
    document.parts.noteReferences = notes.counts
    document.parts.callouts = calloutCount
    document.wordCount = WordCount.words(in: document.text[..<document.notesTextStart])
    document.diagnostics.sort()
    return document
  }

  /// Visits a node and all that is in it, in the order of the text.
  mutating func walk(_ root: MarkdownNode) {
    guard enter(root) else { return }
    visitChildren(of: root)
    leave(root)
  }

  /// Visits all that is in a node.
  mutating func visitChildren(of root: MarkdownNode) {
    guard var node = root.firstChild else { return }
    var depth = 1
    while true {
      if enter(node) {
        if let child = node.firstChild, allows(depth, child) {
          node = child
          depth += 1
          continue
        }
        leave(node)
      }
      if let resumed = resumeAfter { node = resumed }
      resumeAfter = nil
      while node.next == nil {
        guard let parent = node.parent, parent != root else { return }
        node = parent
        depth -= 1
        leave(node)
      }
      guard let next = node.next else { return }
      node = next
    }
  }

  private mutating func allows(_ depth: Int, _ child: MarkdownNode) -> Bool {
    if depth < Self.deepestNesting { return true }
    if !isTooDeep {
      isTooDeep = true
      let line = child.startLine > 0 ? child.startLine : block?.startLine ?? 1
      report(at: source.offset(ofLine: line)) {
        .tooDeeplyNested(at: $0.shortened(to: Self.longestExcerpt))
      }
    }
    return false
  }

  // MARK: - Writing

  /// Begins a line unless one is at its beginning.
  mutating func startLine() {
    if let last = html.last, last != UInt8(ascii: "\n") { html.append(UInt8(ascii: "\n")) }
  }

  mutating func write(_ literal: StaticString) { html.append(literal) }

  /// Writes text for content or a quoted attribute as cmark escapes it.
  mutating func writeEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    html.appendEscaped(markdown: bytes)
  }

  /// Ends a block in the plain text.
  mutating func endTextBlock() {
    if let last = document.text.last, last != UInt8(ascii: "\n") {
      document.text.append(UInt8(ascii: "\n"))
    }
    preceding = .nothing
  }

  // MARK: - Blocks in the other language

  /// Writes an opening tag, with the language and direction of a block that is wholly in the other
  /// language.
  mutating func open(_ tag: StaticString, for node: MarkdownNode) {
    startLine()
    html.append(tag)
    writeDirection(of: node)
    html.append(UInt8(ascii: ">"))
  }

  /// Writes ` lang` and ` dir` for a block that is wholly in the other language, and isolates its
  /// runs as that language needs until the block is left.
  mutating func writeDirection(of node: MarkdownNode) {
    guard style == .portal, foreignBlock == nil, isForeign(node) else { return }
    foreignBlock = node
    isolation = reversedIsolation
    writeDirection()
  }

  /// Writes ` lang` and ` dir` of the other language.
  mutating func writeDirection() {
    html.append(" lang=\"")
    html.appendEscaped(attribute: reversedIsolation.language.tag)
    html.append("\" dir=\"")
    html.append(reversedIsolation.direction.rawValue)
    html.append("\"")
  }

  mutating func leaveDirection(of node: MarkdownNode) {
    guard foreignBlock == node else { return }
    foreignBlock = nil
    isolation = options.isolation
  }

  /// True when a node has letters of the other direction and none of the text's own. Code, images
  /// and URLs are in no language.
  func isForeign(_ root: MarkdownNode) -> Bool {
    var found = BidiScripts.none
    var node = root
    while true {
      var descends = true
      switch node.kind {
      case .text:
        switch options.isolation.scripts(in: node.literal) {
        case .own: return false
        case .otherOnly: found = .otherOnly
        case .none: break
        }
      case .image: descends = false
      case .link: descends = node.urlShownAsText == nil
      default: break
      }
      if descends, let child = node.firstChild {
        node = child
        continue
      }
      while node != root, node.next == nil, let parent = node.parent { node = parent }
      guard node != root, let next = node.next else { return found == .otherOnly }
      node = next
    }
  }
}
