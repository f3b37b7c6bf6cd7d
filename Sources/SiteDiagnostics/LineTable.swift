/// A file in memory with the places of its lines, to name many places of one file.
public struct LineTable: Sendable {
  private let file: SourceFile
  private let starts: [Int]

  /// Reads the file if it is not in memory, and finds its lines.
  public init(of file: SourceFile) {
    self.file = file.inMemory
    let bytes = self.file.bytes
    starts =
      [self.file.startOfFirstLine]
      + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The place of a byte, as `SourceFile.location(atByte:)` gives it.
  public func location(atByte offset: Int) -> SourceLocation {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return file.location(atByte: Swift.max(offset, 0), line: low + 1, startingAt: starts[low])
  }
}
