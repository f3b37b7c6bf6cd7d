import SiteDiagnostics
import SiteHTML
import SiteText

extension MarkdownRenderer {
  /// Writes what comes before the content of a node.
  ///
  /// - Returns: whether its children are to be visited and `leave` called after them.
  mutating func enter(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .document: break
    case .paragraph: return enterParagraph(node)
    case .heading: enterHeading(node)
    case .blockQuote: return enterBlockQuote(node)
    case .list: enterList(node)
    case .item: enterItem(node)
    case .codeBlock: return leaf { $0.writeCodeBlock(node) }
    case .htmlBlock: return leaf { $0.writeHTMLBlock(node) }
    case .thematicBreak: return leaf { $0.writeThematicBreak() }
    case .table: enterTable(node)
    case .tableRow: enterRow(node)
    case .tableCell: enterCell(node)
    case .footnoteDefinition: return enterNote(node)
    default: return enterInline(node)
    }
    return true
  }

  /// Writes what comes after the content of a node.
  mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .paragraph: leaveParagraph(node)
    case .heading: leaveHeading(node)
    case .blockQuote: leaveBlockQuote(node)
    case .list: write(node.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item: write("</li>\n")
    case .table: leaveTable(node)
    case .tableRow: leaveRow(node)
    case .tableCell: leaveCell()
    case .footnoteDefinition: leaveNote(node)
    default: leaveInline(node)
    }
    leaveDirection(of: node)
  }

  private mutating func leaf(_ write: (inout Self) -> Void) -> Bool {
    write(&self)
    return false
  }

  // MARK: - Paragraphs

  private mutating func enterParagraph(_ node: MarkdownNode) -> Bool {
    block = node
    if style == .portal {
      if isCaption(node) || isOnlyCalloutMarker(node) { return false }
      checkCaption(node)
      checkLines(of: node)
      checkPastedItems(of: node)
      if let image = node.loneChild, image.kind == .image {
        writeFigure(image)
        return false
      }
      noteFirstParagraph(node)
    }
    preceding = .nothing
    if isBare(node) {
      if style == .portal, foreignBlock == nil, isForeign(node) { open("<p", for: node) }
    } else {
      open("<p", for: node)
    }
    return true
  }

  private mutating func leaveParagraph(_ node: MarkdownNode) {
    if let note = node.parent, note.kind == .footnoteDefinition, node.next == nil {
      writeBackReferences(of: note)
    }
    if !isBare(node) {
      write("</p>\n")
    } else if foreignBlock == node {
      write("</p>")
    }
    endTextBlock()
    closeFirstParagraph(node)
  }

  /// True for a paragraph that is written without tags: in a tight list, and alone in a note.
  private func isBare(_ node: MarkdownNode) -> Bool {
    guard let parent = node.parent else { return false }
    if parent.kind == .item { return parent.parent?.isTight ?? false }
    return style == .portal && parent.kind == .footnoteDefinition && node.previous == nil
      && node.next == nil
  }

  private mutating func noteFirstParagraph(_ node: MarkdownNode) {
    guard document.firstParagraphRange.isEmpty, node.parent?.kind == .document else { return }
    let start = document.text.count
    document.firstParagraphRange = start..<start
  }

  private mutating func closeFirstParagraph(_ node: MarkdownNode) {
    let range = document.firstParagraphRange
    guard range.isEmpty, node.parent?.kind == .document else { return }
    document.firstParagraphRange = range.lowerBound..<max(range.lowerBound, document.text.count - 1)
  }

  // MARK: - Lists

  private mutating func enterList(_ node: MarkdownNode) {
    startLine()
    if !node.isOrdered {
      open("<ul", for: node)
    } else if node.listStart == 1 {
      open("<ol", for: node)
    } else {
      write("<ol start=\"")
      html.append(String(node.listStart))
      write("\"")
      writeDirection(of: node)
      write(">")
    }
    write("\n")
  }

  private mutating func enterItem(_ node: MarkdownNode) {
    startLine()
    guard node.isTask else { return write("<li>") }
    if style == .specification {
      write(node.isChecked ? "<li><input checked=\"\" " : "<li><input ")
      return write("disabled=\"\" type=\"checkbox\"> ")
    }
    write("<li class=\"task\"><input type=\"checkbox\" disabled=\"\"")
    if node.isChecked { write(" checked=\"\"") }
    write(" aria-label=\"")
    html.appendEscaped(
      attribute: node.isChecked ? options.labels.taskDone : options.labels.taskOpen)
    write("\" /> ")
  }

  // MARK: - Code, HTML, breaks

  private mutating func writeCodeBlock(_ node: MarkdownNode) {
    noteLiteralLines(of: node)
    if style == .portal {
      checkIndentation(of: node)
      if writeFencedBlock(node, isClosed: checkFence(of: node)) { return }
    }
    startLine()
    write(
      style == .portal && options.isolation.direction == .rightToLeft
        ? "<pre dir=\"ltr\">" : "<pre>")
    let language = node.info.prefix { $0 > 0x20 }
    if language.isEmpty {
      write("<code>")
    } else {
      write("<code class=\"language-")
      writeEscaped(UnsafeBufferPointer(rebasing: language))
      write("\">")
    }
    writeEscaped(node.literal)
    write("</code></pre>\n")
    document.text.append(contentsOf: node.literal)
    endTextBlock()
  }

  /// What is wrong inside a block that is not closed follows from that, and is not told.
  private mutating func writeFencedBlock(_ node: MarkdownNode, isClosed: Bool) -> Bool {
    guard let fencedBlocks = options.fencedBlocks, !node.info.isEmpty else { return false }
    let block = fencedBlocks.render(
      info: String(decoding: node.info, as: UTF8.self), content: Array(node.literal),
      file: source.file, offset: source.offset(ofLine: node.startLine + 1))
    guard let block else { return false }
    startLine()
    html.append(contentsOf: block.html.bytes)
    startLine()
    document.hasDrawnBlocks = true
    document.text.append(block.text)
    endTextBlock()
    document.links.append(contentsOf: block.links)
    if isClosed { document.diagnostics.append(contentsOf: block.diagnostics) }
    return true
  }

  private mutating func writeThematicBreak() {
    startLine()
    write("<hr />\n")
  }
}

extension MarkdownNode {
  /// The only child of a node, where there is one.
  var loneChild: MarkdownNode? {
    guard let child = firstChild, child.next == nil else { return nil }
    return child
  }
}
