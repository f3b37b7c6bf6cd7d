import SiteDiagnostics

/// A cell of a table of values, and the byte at which it stands.
struct CSVCell {
  let text: String
  let offset: Int
}

/// Reads values separated by commas (RFC 4180), or by semicolons or tabs, which spreadsheets write
/// and copy.
///
/// Beyond the standard, spaces around cells do not count, and rows without any text are left out.
struct CSVReader {
  private let text: ChartText
  private let separator: UInt8
  private var index: Int
  private(set) var diagnostics: [Diagnostic] = []

  private static let quote = UInt8(ascii: "\"")

  /// - Parameter start: the byte at which the values begin.
  init(_ text: ChartText, from start: Int) {
    self.text = text
    index = start
    separator = Self.separator(of: text.bytes[start...])
  }

  /// What separates the cells of the first line that has text.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let line = bytes.drop { $0 <= 0x20 }.prefix { $0 != UInt8(ascii: "\n") }
    var isQuoted = false
    let open = line.filter { byte in
      if byte == quote { isQuoted.toggle() }
      return !isQuoted
    }
    return [UInt8(ascii: "\t"), UInt8(ascii: ";")].first(where: open.contains)
      ?? UInt8(ascii: ",")
  }

  /// The rows that have any text.
  mutating func rows() -> [[CSVCell]] {
    var rows: [[CSVCell]] = []
    while index < text.bytes.count {
      let row = self.row()
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
    }
    return rows
  }

  private mutating func row() -> [CSVCell] {
    var cells = [cell()]
    while index < text.bytes.count {
      let byte = text.bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { break }
      cells.append(cell())
    }
    return cells
  }

  /// Reads a cell up to what ends it: a separator, the end of a line or that of the text.
  private mutating func cell() -> CSVCell {
    skipSpaces()
    let start = index
    guard index < text.bytes.count, text.bytes[index] == Self.quote else {
      return CSVCell(text: Self.text(of: rest()), offset: start)
    }
    let content = quoted()
    skipSpaces()
    let after = index
    if !rest().isEmpty { diagnostics.append(.textAfterQuote(at: text.location(at: after))) }
    return CSVCell(text: content, offset: start)
  }

  /// What stands before the end of the cell, without the spaces at its end.
  private mutating func rest() -> ArraySlice<UInt8> {
    let start = index
    while index < text.bytes.count, text.bytes[index] != separator,
      text.bytes[index] != UInt8(ascii: "\n")
    {
      index += 1
    }
    var bytes = text.bytes[start..<index]
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
  }

  /// The content of a quoted cell, in which two quotation marks stand for one.
  private mutating func quoted() -> String {
    let start = index
    var bytes: [UInt8] = []
    index += 1
    while index < text.bytes.count {
      let byte = text.bytes[index]
      index += 1
      guard byte == Self.quote else {
        bytes.append(byte)
        continue
      }
      guard index < text.bytes.count, text.bytes[index] == Self.quote else {
        return Self.text(of: bytes)
      }
      bytes.append(Self.quote)
      index += 1
    }
    diagnostics.append(.unclosedQuote(at: text.location(at: start)))
    return Self.text(of: bytes)
  }

  /// Text with a space for each control, among them the ends of lines.
  private static func text(of bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while index < text.bytes.count, text.bytes[index] == 0x20 || text.bytes[index] == 0x0D {
      index += 1
    }
  }
}
