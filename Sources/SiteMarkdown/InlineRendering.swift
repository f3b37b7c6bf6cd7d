import SiteHTML
import SiteText

extension MarkdownRenderer {
  /// Writes what comes before the content of an inline, or the whole of one without children.
  mutating func enterInline(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .text: writeText(node)
    case .softBreak: writeSoftBreak()
    case .lineBreak: writeLineBreak()
    case .code: writeCode(node)
    case .htmlInline: writeInlineHTML(node)
    case .image: writeImage(node, inFigure: false)
    case .footnoteReference: writeReference(node)
    case .link: return enterLink(node)
    case .emphasis:
      write("<em>")
      return true
    case .strong:
      write("<strong>")
      return true
    case .strikethrough:
      write("<del>")
      return true
    default: return true
    }
    return false
  }

  mutating func leaveInline(_ node: MarkdownNode) {
    switch node.kind {
    case .emphasis: write("</em>")
    case .strong: write("</strong>")
    case .strikethrough: write("</del>")
    case .link: leaveLink()
    default: break
    }
  }

  // MARK: - Text

  private mutating func writeText(_ node: MarkdownNode) {
    guard style == .portal else { return writeEscaped(node.literal) }
    let literal = textWithoutMarker(node)
    if literal.isEmpty, let pause = node.next, pause.kind == .softBreak {
      resumeAfter = pause
      return
    }
    // A run may go on after the end of its line, so lines that only a break divides are one text.
    guard let second = nextLine(after: node) else { return write(literal) }
    var lines = Array(literal)
    var last = node
    var next: MarkdownNode? = second
    while let line = next {
      lines.append(UInt8(ascii: "\n"))
      lines.append(contentsOf: line.literal)
      last = line
      next = nextLine(after: line)
    }
    resumeAfter = last
    let start = document.text.count
    lines.withUnsafeBufferPointer { write($0) }
    for index in start..<document.text.count where document.text[index] == UInt8(ascii: "\n") {
      document.text[index] = UInt8(ascii: " ")
    }
  }

  private func nextLine(after node: MarkdownNode) -> MarkdownNode? {
    guard let pause = node.next, pause.kind == .softBreak, let line = pause.next,
      line.kind == .text
    else { return nil }
    return line
  }

  /// Writes a piece of the text and gathers it.
  private mutating func write(_ literal: UnsafeBufferPointer<UInt8>) {
    document.text.append(contentsOf: literal)
    preceding = isolation.append(literal, after: preceding, to: &html)
    checkMarks(in: literal)
    checkReferences(decodedTo: literal)
  }

  private mutating func writeSoftBreak() {
    write("\n")
    preceding = .neutral
    document.text.append(UInt8(ascii: " "))
  }

  private mutating func writeLineBreak() {
    write("<br />\n")
    preceding = .neutral
    document.text.append(UInt8(ascii: " "))
  }

  private mutating func writeCode(_ node: MarkdownNode) {
    write(
      style == .portal && isolation.direction == .rightToLeft ? "<code dir=\"ltr\">" : "<code>")
    writeEscaped(node.literal)
    write("</code>")
    document.text.append(contentsOf: node.literal)
    preceding = .word
  }
}
