/// A text file as it was read, from which places in it can be named.
public struct SourceFile: Sendable {
  /// The path as people are told it: relative to the site's folder, with `/` between parts.
  public let path: String
  /// The whole content, UTF-8.
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The place of a byte, with the line it stands on.
  ///
  /// - Parameter offset: a byte offset from the start of the file; past the end means the end.
  public func location(atByte offset: Int) -> SourceLocation {
    let end = Swift.min(Swift.max(offset, 0), bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    let column = 1 + bytes[lineStart..<end].count(where: { !isContinuation($0) })
    return SourceLocation(
      path: path, line: line, column: column, excerpt: text(ofLineAt: lineStart))
  }

  /// The place of a byte that is named by its line and its byte column, both counted from 1, as
  /// cmark names places.
  public func location(line: Int, byteColumn: Int) -> SourceLocation {
    var start = 0
    var current = 1
    while current < line, let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      start = newline + 1
      current += 1
    }
    return location(atByte: Swift.min(start + Swift.max(byteColumn - 1, 0), bytes.count))
  }

  /// The file as a whole, where no line is to blame.
  public var location: SourceLocation { SourceLocation(path: path) }

  private func text(ofLineAt start: Int) -> String {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let line = bytes[start..<end].prefix(Self.longestExcerpt)
    return String(decoding: line, as: UTF8.self).trimmingEnd()
  }

  /// Bytes of a line that a message repeats: enough to recognise it, however long the line.
  private static let longestExcerpt = 400
}

private func isContinuation(_ byte: UInt8) -> Bool { byte & 0b1100_0000 == 0b1000_0000 }

extension String {
  fileprivate func trimmingEnd() -> String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace || last == "\u{FFFD}" {
      scalars.removeLast()
    }
    return String(scalars)
  }
}
