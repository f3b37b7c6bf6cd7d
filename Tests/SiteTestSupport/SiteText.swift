import Foundation

extension TemporarySite {
  /// Writes a site from one text, in which each file begins with a line `-- path --`.
  ///
  /// - Parameter text: files in the txtar format of Go's tools: whatever stands above the first
  ///   such line belongs to no file.
  public convenience init(_ text: String) throws {
    try self.init()
    for (path, text) in Self.files(in: text) { try write(text, to: path) }
  }

  /// The files of a text in the txtar format, in its order.
  public static func files(in text: String) -> [(path: String, text: String)] {
    var files: [(path: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      }
    }
    return files.map { file in
      (file.path, file.text.hasSuffix("\n\n") ? String(file.text.dropLast()) : file.text)
    }
  }

  /// The bytes of every file below a folder, by its path relative to that folder; symbolic links
  /// are not followed.
  public func files(below folder: String) throws -> [String: [UInt8]] {
    let root = absolute(folder)
    var files: [String: [UInt8]] = [:]
    guard let paths = FileManager.default.enumerator(atPath: root) else { return [:] }
    for case let path as String in paths {
      let attributes = try FileManager.default.attributesOfItem(atPath: root + "/" + path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      files[path] = [UInt8](try Data(contentsOf: URL(filePath: root + "/" + path)))
    }
    return files
  }

  /// The text of a file.
  public func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: absolute(path))), as: UTF8.self)
  }

  /// Whether there is a file, folder or link at a path.
  public func exists(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: absolute(path))) != nil
  }
}
