/// The browser's part of the search as it is published: without comments on lines of their own and
/// without indentation, which are a fifth of what a reader's phone would fetch.
enum SearchScript {
  /// - Parameter source: JavaScript in which no text between quotes or backticks has several lines.
  static func compact(_ source: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var isInComment = false
    for line in source.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      if text.starts(with: "/*".utf8) { isInComment = true }
      defer { if text.suffix(2).elementsEqual("*/".utf8) { isInComment = false } }
      if isInComment || text.isEmpty || text.starts(with: "//".utf8) { continue }
      output += text
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }
}
