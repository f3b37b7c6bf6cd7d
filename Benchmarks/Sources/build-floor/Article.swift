import BenchmarkFloor
import Glibc

/// A file that holds an article in one language.
struct Article: Sendable {
  let path: String
  /// The name of the folder that it lies in.
  let name: String
  /// The name of the file without its ending.
  let language: String

  /// Reads and renders it, and writes its page.
  func build(below output: String) throws(PlainFiles.Failure) {
    let file = try PlainFiles.read(path)
    let html = PlainMarkdown.html(of: file, from: PlainMarkdown.bodyStart(of: file))
    let folder = "\(output)/\(language)/\(name)"
    try PlainFiles.make(folder: folder)
    try PlainFiles.write(html, to: folder + "/index.html")
  }

  /// Every file of Markdown below a folder.
  static func all(below folder: String) -> [Article] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    var found: [Article] = []
    while let entry = readdir(stream) {
      let entryName = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !entryName.hasPrefix(".") else { continue }
      let path = "\(folder)/\(entryName)"
      if entry.pointee.d_type == DT_DIR {
        found += all(below: path)
      } else if entryName.hasSuffix(".md") {
        found.append(Article(path: path, name: name, language: String(entryName.dropLast(3))))
      }
    }
    return found
  }
}
