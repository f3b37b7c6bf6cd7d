import CCMarkGFM
import Glibc
import Synchronization

/// Held while a parser uses what all parsers of cmark-gfm share (`SiteMarkdown/MarkdownTree.swift`).
private let parserLock = Mutex(())

/// Markdown by cmark-gfm alone, with the extensions that ctsite uses.
public enum PlainMarkdown {
  /// The HTML of a file's bytes from an offset on.
  public static func html(of file: [UInt8], from start: Int) -> [UInt8] {
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return [] }
    defer { cmark_parser_free(parser) }
    parserLock.withLock { _ in attachExtensions(to: parser) }
    file.withUnsafeBytes { bytes in
      UnsafeRawBufferPointer(rebasing: bytes[start...]).withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    let finished = parserLock.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
    guard let document = UnsafeMutablePointer<cmark_node>(bitPattern: finished) else { return [] }
    defer { cmark_node_free(document) }
    guard let html = cmark_render_html(document, CMARK_OPT_FOOTNOTES, nil) else { return [] }
    defer { free(html) }
    return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
  }

  /// Where the text begins, behind the front matter.
  public static func bodyStart(of file: [UInt8]) -> Int {
    let fence: [UInt8] = [0x0A, 0x2D, 0x2D, 0x2D, 0x0A]
    return file.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress,
        let found = ctsite_find(start, bytes.count, fence, fence.count)
      else { return 0 }
      return found - start + fence.count
    }
  }

  private static func attachExtensions(to parser: OpaquePointer) {
    cmark_gfm_core_extensions_ensure_registered()
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      guard let found = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, found)
    }
  }
}
