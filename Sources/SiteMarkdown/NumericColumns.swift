extension MarkdownRenderer {
  /// The columns of a table that hold numbers: below the header no cell has words, and one has a
  /// number.
  func numericColumns(of table: MarkdownNode, count: Int) -> [Bool] {
    var numeric = [Bool](repeating: true, count: count)
    var hasNumber = [Bool](repeating: false, count: count)
    var row = table.firstChild
    while let node = row {
      row = node.next
      guard !node.isHeaderRow else { continue }
      var column = 0
      var cell = node.firstChild
      while let node = cell, column < count {
        switch node.cellContent {
        case .number: hasNumber[column] = true
        case .words: numeric[column] = false
        case .nothing: break
        }
        column += 1
        cell = node.next
      }
    }
    return zip(numeric, hasNumber).map { $0 && $1 }
  }
}

extension MarkdownNode {
  /// What a cell holds, as far as its column's alignment depends on it.
  fileprivate var cellContent: CellContent {
    guard firstChild != nil else { return .nothing }
    guard let text = loneChild, text.kind == .text else { return .words }
    var hasDigit = false
    for scalar in String(decoding: text.literal, as: UTF8.self).unicodeScalars {
      if scalar.properties.numericType != nil {
        hasDigit = true
      } else if !CellContent.signs.contains(scalar) {
        return .words
      }
    }
    return hasDigit ? .number : .nothing
  }
}

private enum CellContent {
  /// Digits of any kind with signs and separators.
  case number
  /// No digit and no letter: an empty cell, or a dash for what is not known.
  case nothing
  case words

  /// What may stand beside digits: separators, also the comma of Arabic, currencies, dashes, and
  /// marks of direction, which are not seen.
  static let signs = Set(
    ",.:/%‰+-()−–—…'’٪٫٬،$€£~≈ \u{A0}\u{202F}\u{61C}\u{200E}\u{200F}".unicodeScalars)
}
