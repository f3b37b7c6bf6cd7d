/// Finds the ends of lines as cmark sees them: LF, CR or both.
struct LineEnds {
  private let text: UnsafeBufferPointer<UInt8>
  private let hasReturns: Bool

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    hasReturns = text.holds(0x0D)
  }

  /// The first LF or CR from `start` on; the end of the text when there is none.
  func next(from start: Int) -> Int {
    guard hasReturns else { return text.index(of: 0x0A, from: start) }
    var index = start
    while index < text.count, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
    return index
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// True where CR and LF end a line together.
  func hasLineFeed(afterReturnAt index: Int) -> Bool {
    self[index] == 0x0D && index + 1 < count && self[index + 1] == 0x0A
  }
}
