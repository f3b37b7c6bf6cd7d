import SiteDiagnostics
import SiteHTML
import SiteText

/// A table that is being written.
struct OpenTable {
  /// Whether each column is one of numbers.
  var numeric: [Bool]
  /// True when the first column names the rows: it is the only one that is not numeric.
  var hasRowHeadings: Bool
  /// `l`, `c`, `r` or 0 for each column.
  var alignments: [UInt8]
  var column = 0
  var isInHeader = false
  var hasBody = false
}

extension MarkdownRenderer {
  // MARK: - Captions

  /// True for a paragraph that is the caption of the table beside it, and is written there: one
  /// that begins with a colon and a space, as in Pandoc.
  mutating func isCaption(_ node: MarkdownNode) -> Bool {
    guard node.hasCaptionMark else { return false }
    if let table = node.previous, table.kind == .table, caption(of: table) == node { return true }
    guard let table = node.next, table.kind == .table else { return false }
    return caption(of: table) == node
  }

  /// The paragraph before a table, unless it belongs to the table before that, else the one after.
  private func caption(of table: MarkdownNode) -> MarkdownNode? {
    if let before = table.previous, before.hasCaptionMark, !belongsToTableBefore(before) {
      return before
    }
    guard let after = table.next, after.hasCaptionMark else { return nil }
    return after
  }

  /// A caption between two tables belongs to the first unless that has one above it.
  private func belongsToTableBefore(_ paragraph: MarkdownNode) -> Bool {
    guard let table = paragraph.previous, table.kind == .table else { return false }
    return table.previous?.hasCaptionMark != true
  }

  /// Reports a paragraph beside a table without a caption that was most likely meant as one: it
  /// begins with a colon, and no space follows.
  mutating func checkCaption(_ node: MarkdownNode) {
    guard node.hasGluedCaptionMark else { return }
    let tables = [node.previous, node.next].compactMap(\.self).filter { $0.kind == .table }
    guard tables.contains(where: { caption(of: $0) == nil }) else { return }
    reportCaption(in: node) { .captionWithoutSpace(at: $0) }
  }

  /// Reports a last row that is a caption, with no empty line between it and the table.
  private mutating func checkLastRow(_ row: MarkdownNode) {
    guard style == .portal, row.next == nil, let cell = row.firstChild, cell.hasCaptionStart
    else { return }
    var other = cell.next
    while let cell = other {
      guard cell.firstChild == nil else { return }
      other = cell.next
    }
    reportCaption(in: row) { .captionInTable(at: $0) }
  }

  private mutating func reportCaption(
    in node: MarkdownNode, _ diagnostic: (SourceLocation) -> Diagnostic
  ) {
    let line = source.range(ofLines: node.startLine, through: node.startLine)
    report(at: source.find([UInt8(ascii: ":")], in: line) ?? line.lowerBound, diagnostic)
  }

  // MARK: - Tables

  mutating func enterTable(_ node: MarkdownNode) {
    let alignments = Array(node.alignments)
    guard style == .portal else {
      startLine()
      write("<table>")
      table = OpenTable(numeric: [], hasRowHeadings: false, alignments: alignments)
      return
    }
    endTextBlock()
    startLine()
    tableCount += 1
    let numeric = numericColumns(of: node, count: alignments.count)
    table = OpenTable(
      numeric: numeric,
      hasRowHeadings: numeric.count > 1 && numeric.filter { !$0 }.count == 1
        && !numeric[0], alignments: alignments)
    write("<div class=\"tbl\" role=\"region\" ")
    let caption = caption(of: node)
    if caption == nil {
      write("aria-label=\"")
      html.append(label: options.labels.table, number: options.shown(tableCount))
    } else {
      html.append("aria-labelledby=\"t\(tableCount)")
    }
    write("\" tabindex=\"0\"><table")
    writeDirection(of: node)
    write(">")
    if let caption { writeCaption(caption) }
  }

  private mutating func writeCaption(_ paragraph: MarkdownNode) {
    document.parts.captionedTables.append(tableCount)
    html.append("<caption id=\"t\(tableCount)\"")
    let isForeignHere = foreignBlock == nil
    writeDirection(of: paragraph)
    write(">")
    block = paragraph
    preceding = .nothing
    caption = paragraph.firstChild
    visitChildren(of: paragraph)
    caption = nil
    if isForeignHere { leaveDirection(of: paragraph) }
    write("</caption>")
    endTextBlock()
  }

  mutating func leaveTable(_ node: MarkdownNode) {
    if table?.hasBody == true { write("</tbody>") }
    if style == .specification, table?.hasBody == true { write("\n") }
    write(style == .portal ? "</table></div>\n" : "</table>\n")
    table = nil
    endTextBlock()
  }

  // MARK: - Rows and cells

  mutating func enterRow(_ node: MarkdownNode) {
    startLine()
    table?.column = 0
    table?.isInHeader = node.isHeaderRow
    if node.isHeaderRow {
      write("<thead>\n")
    } else {
      checkLastRow(node)
      checkLength(of: node)
      if table?.hasBody == false {
        table?.hasBody = true
        write("<tbody>\n")
      }
    }
    write("<tr>")
  }

  mutating func leaveRow(_ node: MarkdownNode) {
    startLine()
    write("</tr>")
    if node.isHeaderRow { write("\n</thead>") }
    write("\n")
    endTextBlock()
  }

  mutating func enterCell(_ node: MarkdownNode) {
    guard let table else { return }
    block = node
    preceding = .nothing
    startLine()
    write(tag(in: table))
    if style == .portal {
      if table.column < table.numeric.count, table.numeric[table.column] {
        write(" class=\"num\"")
      } else if table.column < table.alignments.count,
        table.alignments[table.column] == UInt8(ascii: "c")
      {
        write(" class=\"mid\"")
      }
      if node.previous != nil { document.text.append(UInt8(ascii: " ")) }
      writeDirection(of: node)
    } else if table.column < table.alignments.count {
      switch table.alignments[table.column] {
      case UInt8(ascii: "l"): write(" align=\"left\"")
      case UInt8(ascii: "c"): write(" align=\"center\"")
      case UInt8(ascii: "r"): write(" align=\"right\"")
      default: break
      }
    }
    write(">")
  }

  private func tag(in table: OpenTable) -> StaticString {
    if style == .specification { return table.isInHeader ? "<th" : "<td" }
    if table.isInHeader { return "<th scope=\"col\"" }
    return table.hasRowHeadings && table.column == 0 ? "<th scope=\"row\"" : "<td"
  }

  mutating func leaveCell() {
    guard let table else { return }
    let isHeading = table.isInHeader || table.hasRowHeadings && table.column == 0
    write(isHeading ? "</th>" : "</td>")
    self.table?.column += 1
  }
}

extension MarkdownNode {
  /// True for a paragraph that begins with a colon and a space.
  fileprivate var hasCaptionMark: Bool { kind == .paragraph && hasCaptionStart }

  /// True for what begins with a colon and a space.
  fileprivate var hasCaptionStart: Bool {
    guard let text = firstChild, text.kind == .text else { return false }
    return text.literal.starts(with: [UInt8(ascii: ":"), UInt8(ascii: " ")])
  }

  /// True for a paragraph that begins with a colon and, right behind it, anything but a sign.
  fileprivate var hasGluedCaptionMark: Bool {
    guard kind == .paragraph, let text = firstChild, text.kind == .text else { return false }
    let start = text.literal.prefix(2)
    guard start.count == 2, start[0] == UInt8(ascii: ":") else { return false }
    return !" :-|".utf8.contains(start[1])
  }
}
