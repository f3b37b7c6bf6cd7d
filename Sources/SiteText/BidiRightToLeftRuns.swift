/// Finds, in left-to-right text, the runs of words that are written right to left.
struct BidiRightToLeftRuns {
  let text: UTF8Text

  /// How far back a URL is looked for around a right-to-left letter: longer than any host and the
  /// first parts of a path, and short enough to keep the scan linear.
  private static let longestLookBack = 256

  /// What begins with the letter at `index`.
  func finding(at index: Int, floor: Int) -> BidiFinding {
    if let end = urlEnd(around: index, floor: floor) { return .nothing(until: end) }
    var run = BidiRun(start: index, end: index, kind: .words)
    var open: [Int] = []
    var position = index
    while position < text.count {
      let found = text.scalar(at: position)
      let after = position + found.length
      switch BidiClass(found.value) {
      case .rightToLeft: run.end = after
      case .arabicQuestionMark where run.end == position: run.end = after
      case .opener:
        guard open.count < 8 else { return finished(run, open) }
        open.append(run.end)
      case .closer:
        guard !open.isEmpty else { return finished(run, open) }
        open.removeLast()
        if run.end == position { run.end = after }
      case .latin, .otherLeftToRight, .control: return finished(run, open)
      case .neutral where separates(at: position): return finished(run, open)
      default: break
      }
      position = after
    }
    return finished(run, open)
  }

  private func finished(_ run: BidiRun, _ open: [Int]) -> BidiFinding {
    var run = run
    if let end = open.first { run.end = end }
    return .run(run)
  }

  /// A comma or semicolon of the left-to-right text divides the items of its list.
  private func separates(at index: Int) -> Bool {
    let byte = text.bytes[index]
    return byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  private func urlEnd(around index: Int, floor: Int) -> Int? {
    var start = index
    let lowest = max(floor, index - Self.longestLookBack)
    while start > lowest, text.bytes[start - 1] > 0x20 { start -= 1 }
    while start < index {
      if let end = text.urlEnd(from: start), end > index { return end }
      start += 1
    }
    return nil
  }
}
