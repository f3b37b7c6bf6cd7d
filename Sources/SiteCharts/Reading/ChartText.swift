import SiteDiagnostics

/// The text of a chart or of its data, with the places of its bytes in a file.
struct ChartText {
  /// UTF-8.
  let bytes: [UInt8]
  private let file: SourceFile
  /// The byte of the file at which the first line begins.
  private let start: Int

  /// The content of a block, which Markdown may have indented in the file.
  init(block bytes: [UInt8], of file: SourceFile, at start: Int) {
    self.bytes = bytes
    self.file = file
    self.start = start
  }

  /// A whole file, without its byte order mark.
  init(_ file: SourceFile) {
    let bytes = file.bytes
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.file = file
    start = 0
  }

  /// The place in the file of a byte of the text.
  func location(at offset: Int) -> SourceLocation {
    let offset = Swift.min(offset, bytes.count)
    let lineStart = Self.start(ofLineWith: offset, in: bytes)
    let lineCount = bytes[..<lineStart].count { $0 == UInt8(ascii: "\n") }
    let source = file.bytes
    var fileStart = start
    for _ in 0..<lineCount {
      fileStart = (source[fileStart...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count - 1) + 1
    }
    let indentation =
      Self.line(from: fileStart, in: source).count - Self.line(from: lineStart, in: bytes).count
    return file.location(atByte: fileStart + Swift.max(indentation, 0) + offset - lineStart)
  }

  /// The line before the text: that of the fence.
  ///
  /// - Parameter word: where the place is, if the line has it.
  func locationOfFence(_ word: String? = nil) -> SourceLocation {
    let source = file.bytes
    let end = Swift.max(start - 1, 0)
    let fence = Self.start(ofLineWith: end, in: source)
    let line = source[fence..<Swift.max(end, fence)]
    let place = word.flatMap { word in line.indices.last { line[$0...].starts(with: word.utf8) } }
    return file.location(
      atByte: place ?? line.firstIndex { $0 != 0x20 && $0 != UInt8(ascii: ">") } ?? fence)
  }

  private static func start(ofLineWith offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  private static func line(from start: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let line = bytes[start..<end]
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }
}
