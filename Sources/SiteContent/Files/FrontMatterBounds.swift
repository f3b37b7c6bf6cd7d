import SiteDiagnostics
import SiteYAML

/// Where the front matter of an article lies and where its text begins.
///
/// The front matter stands between the first line and the next line that is exactly `---`; a line
/// may end in CR LF, and a byte order mark may come first.
struct FrontMatterBounds {
  let frontMatter: Range<Int>
  let body: Range<Int>

  /// - Throws: what is wrong, where there is no front matter or no end of it.
  init(of file: SourceFile) throws(Malformed) {
    let bytes = file.bytes
    let start = file.startsWithByteOrderMark ? 3 : 0
    let first = Line(at: start, of: bytes)
    guard first.isDelimiter(in: bytes) else { throw Malformed(noStart: file, from: start) }
    var line = first
    while line.next < bytes.count {
      line = Line(at: line.next, of: bytes)
      if line.isDelimiter(in: bytes) {
        frontMatter = first.next..<line.text.lowerBound
        body = line.next..<bytes.count
        return
      }
    }
    throw Malformed(noEnd: file, from: first.next)
  }

  struct Malformed: Error {
    let diagnostic: Diagnostic

    fileprivate init(noStart file: SourceFile, from start: Int) {
      let lines = Line.lines(of: file.bytes, from: start).prefix(20)
      let first = lines.first { !$0.isBlank(in: file.bytes) }
      let place = file.location(atByte: first?.text.lowerBound ?? start)
      if let first, first.isDelimiter(in: file.bytes) {
        diagnostic = .frontMatterNotFirst(at: place)
      } else if let first, first.isToml(in: file.bytes) {
        diagnostic = .frontMatterIsToml(at: place)
      } else if let first, first.resemblesDelimiter(in: file.bytes) {
        diagnostic = .frontMatterLineNotExact(at: place)
      } else {
        diagnostic = .noFrontMatter(at: place)
      }
    }

    fileprivate init(noEnd file: SourceFile, from start: Int) {
      let similar = Line.lines(of: file.bytes, from: start).prefix(200)
        .first { $0.resemblesDelimiter(in: file.bytes) }
      if let similar {
        diagnostic = .frontMatterLineNotExact(at: file.location(atByte: similar.text.lowerBound))
      } else {
        diagnostic = .frontMatterNotClosed(at: file.location(atByte: 0))
      }
    }
  }
}

private struct Line {
  /// Without the line's end.
  let text: Range<Int>
  /// Where the next line starts.
  let next: Int

  init(at start: Int, of bytes: [UInt8]) {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
    text = start..<(hasReturn ? end - 1 : end)
    next = Swift.min(end + 1, bytes.count)
  }

  static func lines(of bytes: [UInt8], from start: Int) -> some Sequence<Line> {
    sequence(first: Line(at: start, of: bytes)) { line in
      line.next < bytes.count ? Line(at: line.next, of: bytes) : nil
    }
  }

  func isDelimiter(in bytes: [UInt8]) -> Bool {
    text.count == 3 && bytes[text].allSatisfy { $0 == UInt8(ascii: "-") }
  }

  func isToml(in bytes: [UInt8]) -> Bool { bytes[text].starts(with: "+++".utf8) }

  func isBlank(in bytes: [UInt8]) -> Bool { bytes[text].allSatisfy { $0 <= 0x20 } }

  /// Dashes, tatweel and spaces only, as word processors make of `---`.
  func resemblesDelimiter(in bytes: [UInt8]) -> Bool {
    guard text.count <= 30 else { return false }
    let scalars = String(decoding: bytes[text], as: UTF8.self).unicodeScalars
      .filter { !$0.properties.isWhitespace }
    return !scalars.isEmpty && scalars.contains { $0 != "ـ" }
      && (scalars.count > 1 || scalars.first != "-")
      && scalars.allSatisfy { $0.properties.isDash || $0 == "ـ" }
  }
}
