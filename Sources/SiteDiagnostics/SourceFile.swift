/// A text file as it was read, from which places in it can be named.
public struct SourceFile: Sendable {
  /// The path as people are told it: relative to the site's folder, with `/` between parts.
  public let path: String
  private let content: Content

  private enum Content: Sendable {
    case bytes([UInt8])
    case onDemand(@Sendable () -> [UInt8])
  }

  /// A file that was read from a path.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
  }

  /// A file that is read again whenever its bytes are asked for, so that thousands of them need not
  /// be held for the few of which a message names a place.
  public init(path: String, reading: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    content = .onDemand(reading)
  }

  /// The whole content, UTF-8.
  public var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .onDemand(let read): read()
    }
  }

  /// The file with its bytes in memory.
  public var inMemory: SourceFile { SourceFile(path: path, bytes: bytes) }

  /// The place of a byte, with the line it stands on.
  ///
  /// A byte order mark at the start of the file is not counted, as editors do not show it.
  ///
  /// - Parameter offset: a byte offset from the start of the file; past the end means the end.
  public func location(atByte offset: Int) -> SourceLocation {
    guard case .bytes(let bytes) = content else { return inMemory.location(atByte: offset) }
    let end = startOfScalar(at: Swift.min(Swift.max(offset, 0), bytes.count))
    var line = 1
    var lineStart = startOfFirstLine
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    return location(atByte: end, line: line, startingAt: lineStart)
  }

  /// The place of a byte of a line that is known.
  func location(atByte offset: Int, line: Int, startingAt lineStart: Int) -> SourceLocation {
    let place = Swift.max(startOfScalar(at: Swift.min(offset, bytes.count)), lineStart)
    return SourceLocation(
      path: path, line: line, column: 1 + scalarCount(bytes[lineStart..<place]),
      excerpt: excerpt(ofLineAt: lineStart, around: place))
  }

  /// The place of a byte that is named by its line and its byte column, both counted from 1, as
  /// cmark names places; a column outside the line means the line's nearest end.
  public func location(line: Int, byteColumn: Int) -> SourceLocation {
    guard case .bytes(let bytes) = content else {
      return inMemory.location(line: line, byteColumn: byteColumn)
    }
    var start = 0
    var current = 1
    while current < line, let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      start = newline + 1
      current += 1
    }
    return location(
      atByte: Swift.min(start + Swift.max(byteColumn - 1, 0), endOfLine(from: start)))
  }

  /// Behind the byte order mark, where there is one.
  var startOfFirstLine: Int {
    bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
  }

  /// The file as a whole, where no line is to blame.
  public var location: SourceLocation { SourceLocation(path: path) }

  /// The line's text; of a long one, what is around the place.
  private func excerpt(ofLineAt start: Int, around place: Int) -> String {
    let end = endOfLine(from: start)
    let half = Self.longestExcerpt / 2
    let from = place - start <= half ? start : startOfScalar(at: place - half)
    let to = end - from <= Self.longestExcerpt ? end : startOfScalar(at: from + 2 * half)
    let text = String(decoding: bytes[from..<to], as: UTF8.self).trimmingEnd()
    return (from > start ? "…" : "") + text + (to < end ? "…" : "")
  }

  private func endOfLine(from start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  /// The first byte of the character that a byte belongs to.
  private func startOfScalar(at offset: Int) -> Int {
    var start = offset
    while start > 0, start < bytes.count, isContinuation(bytes[start]) { start -= 1 }
    return start
  }

  /// Bytes of a line that a message repeats: enough to recognise it, however long the line.
  private static let longestExcerpt = 400

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

private func scalarCount(_ text: ArraySlice<UInt8>) -> Int {
  text.count(where: { !isContinuation($0) })
}

private func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }

extension String {
  fileprivate func trimmingEnd() -> String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace {
      scalars.removeLast()
    }
    return String(scalars)
  }
}
