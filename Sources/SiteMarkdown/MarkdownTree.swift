import CCMarkGFM
import Synchronization

/// A parsed document, and the only door to cmark-gfm.
///
/// The tree belongs to this value; its nodes are valid as long as it lives.
struct MarkdownTree: ~Copyable {
  /// The extensions of GitHub Flavored Markdown 0.29, and footnotes, that a parse can use.
  struct Extensions: OptionSet {
    let rawValue: Int

    static let table = Extensions(rawValue: 1)
    static let strikethrough = Extensions(rawValue: 2)
    static let autolink = Extensions(rawValue: 4)
    static let taskList = Extensions(rawValue: 8)
    static let footnotes = Extensions(rawValue: 16)
    static let all: Extensions = [.table, .strikethrough, .autolink, .taskList, .footnotes]

    fileprivate static let names: [(Extensions, StaticString)] = [
      (.table, "table"), (.strikethrough, "strikethrough"), (.autolink, "autolink"),
      (.taskList, "tasklist"),
    ]
  }

  private let document: UnsafeMutablePointer<cmark_node>

  /// Parses UTF-8; nil only when cmark gives no tree.
  init?(parsing bytes: UnsafeBufferPointer<UInt8>, extensions: Extensions) {
    let options = extensions.contains(.footnotes) ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    parserLock.withLock { _ in Self.attach(extensions, to: parser) }
    bytes.withMemoryRebound(to: CChar.self) {
      cmark_parser_feed(parser, $0.baseAddress, $0.count)
    }
    let finished = parserLock.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
    guard let document = UnsafeMutablePointer<cmark_node>(bitPattern: finished) else {
      return nil
    }
    self.document = document
  }

  deinit { cmark_node_free(document) }

  /// The document's node.
  var root: MarkdownNode { MarkdownNode(pointer: document) }

  private static func attach(
    _ extensions: Extensions, to parser: OpaquePointer
  ) {
    cmark_gfm_core_extensions_ensure_registered()
    for (member, name) in Extensions.names where extensions.contains(member) {
      name.withUTF8Buffer { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          guard let found = cmark_find_syntax_extension($0.baseAddress) else { return }
          cmark_parser_attach_syntax_extension(parser, found)
        }
      }
    }
  }
}

/// Held while cmark-gfm reads or writes what all its parsers share: the list of registered
/// extensions, and the table of special characters that every parse with strikethrough or autolink
/// sets and clears while it reads inlines. Without it two threads give wrong output.
private let parserLock = Mutex(())

/// A node of a tree. It must not outlive its `MarkdownTree`.
struct MarkdownNode: Equatable {
  enum Kind: Int32 {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading
    case thematicBreak, footnoteDefinition, table, tableRow, tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    case footnoteReference, strikethrough, other
  }

  fileprivate let pointer: UnsafeMutablePointer<cmark_node>

  fileprivate init(pointer: UnsafeMutablePointer<cmark_node>) {
    self.pointer = pointer
  }

  private init?(_ pointer: UnsafeMutablePointer<cmark_node>?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  var kind: Kind { Kind(rawValue: Int32(ctsite_node_kind(pointer))) ?? .other }

  var next: MarkdownNode? { MarkdownNode(ctsite_node_next(pointer)) }
  var previous: MarkdownNode? { MarkdownNode(ctsite_node_previous(pointer)) }
  var parent: MarkdownNode? { MarkdownNode(ctsite_node_parent(pointer)) }
  var firstChild: MarkdownNode? { MarkdownNode(ctsite_node_first_child(pointer)) }

  /// From 1, in the text that was parsed. Right for blocks; cmark leaves it at 0 for many inlines.
  var startLine: Int { Int(ctsite_node_start_line(pointer)) }
  var endLine: Int { Int(ctsite_node_end_line(pointer)) }
  /// The byte of its first line at which a block begins, from 1.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }

  /// The text of a text, code, HTML or code block, the name of a note, the number of a reference.
  var literal: UnsafeBufferPointer<UInt8> { bytes(ctsite_node_literal) }
  /// The words after the fence of a code block.
  var info: UnsafeBufferPointer<UInt8> { bytes(ctsite_node_info) }
  /// The destination of a link or an image.
  var url: UnsafeBufferPointer<UInt8> { bytes(ctsite_node_url) }
  /// The title of a link or an image.
  var title: UnsafeBufferPointer<UInt8> { bytes(ctsite_node_title) }

  /// The fence that opens a code block; nil for one that is indented.
  var fence: [UInt8]? {
    var (length, offset): (Int32, Int32) = (0, 0)
    var sign: CChar = 0
    guard cmark_node_get_fenced(pointer, &length, &offset, &sign) != 0 else { return nil }
    return Array(repeating: UInt8(bitPattern: sign), count: Int(length))
  }

  var headingLevel: Int { Int(ctsite_heading_level(pointer)) }

  /// Of a list.
  var isOrdered: Bool { ctsite_list_is_ordered(pointer) }
  var listStart: Int { Int(ctsite_list_start(pointer)) }
  var isTight: Bool { ctsite_list_is_tight(pointer) }

  /// Of an item.
  var isTask: Bool { ctsite_item_is_task(pointer) }
  var isChecked: Bool { ctsite_item_is_checked(pointer) }

  /// The note that a reference names.
  var definition: MarkdownNode? { MarkdownNode(ctsite_reference_definition(pointer)) }
  /// How many references name a note.
  var referenceCount: Int { Int(ctsite_definition_references(pointer)) }

  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  /// The alignment of each column of a table, as `l`, `c`, `r` or 0.
  var alignments: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: cmark_gfm_extensions_get_table_alignments(pointer),
      count: Int(cmark_gfm_extensions_get_table_columns(pointer)))
  }

  private func bytes(
    _ get: (UnsafePointer<cmark_node>, UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?
  ) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    let start = get(pointer, &count)
    return UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
  }
}
