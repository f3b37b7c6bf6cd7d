import SiteDiagnostics
import SiteDigest

/// The output folder, which always holds one whole site: the old one until the new one is complete.
///
/// Files are written into a folder beside it, which then changes places with it in one step. Files
/// of the old folder that ctsite did not make are carried over, and so are its empty folders, which
/// ctsite never makes: without `refs/`, a `.git` would be no repository.
struct OutputTree: Sendable {
  private let folder: String
  private let staging: String
  private let siteFolder: String

  /// Prepares the staging folder.
  ///
  /// - Parameters:
  ///   - folder: the output folder's absolute path.
  ///   - siteFolder: the site's, from which assets are copied.
  init(folder: String, siteFolder: String) throws(EnvironmentFailure) {
    let folder = Folder.resolved(folder)
    self.folder = folder
    self.siteFolder = siteFolder
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    staging = String(folder.dropLast(name.count)) + ".\(name).ctsite-new"
    if Folder.exists(folder) { try Folder.checkWritable(folder) }
    try Folder.remove(staging)
    try Folder.make(staging)
  }

  /// Writes a file of the new site.
  func write(_ file: OutputFile) throws(EnvironmentFailure) {
    let bytes =
      switch file.content {
      case .bytes(let bytes): bytes
      case .copy(let source): try Folder.read("\(siteFolder)/\(source)")
      }
    try Folder.write(bytes, to: "\(staging)/\(file.path)")
  }

  /// Puts the new site in the place of the old one.
  ///
  /// - Parameter paths: every file of the new site, relative to the output folder.
  /// - Returns: how many files that ctsite did not make were carried over.
  func publish(_ paths: [String]) throws(EnvironmentFailure) -> Int {
    let manifest = Manifest(outputFolder: folder, siteFolder: siteFolder)
    let kept = try carryOver(except: Set(paths), madeBefore: manifest.read())
    try Folder.exchange(staging, with: folder)
    try Folder.remove(staging)
    try manifest.write(paths)
    return kept
  }

  /// Removes what was staged.
  func discard() {
    try? Folder.remove(staging)
  }

  private func carryOver(
    except new: Set<String>, madeBefore: Set<String>
  ) throws(EnvironmentFailure) -> Int {
    let items = try Folder.contents(of: folder)
    var kept = 0
    for item in items where item.kind != .folder {
      guard !new.contains(item.path), !madeBefore.contains(item.path) else { continue }
      try Folder.link("\(folder)/\(item.path)", as: "\(staging)/\(item.path)")
      kept += 1
    }
    for path in Folder.empty(among: items) { try Folder.make("\(staging)/\(path)") }
    return kept
  }
}

/// The list of the files that the last build wrote to an output folder, kept in `.ctsite/`.
struct Manifest: Sendable {
  private let path: String

  init(outputFolder: String, siteFolder: String) {
    let name = Digest(of: Array(outputFolder.utf8)).hexadecimal.prefix(16)
    path = "\(siteFolder)/.ctsite/output-\(name)"
  }

  /// The files of the last build; none where there was none.
  func read() -> Set<String> {
    guard let bytes = try? Folder.read(path) else { return [] }
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  func write(_ paths: [String]) throws(EnvironmentFailure) {
    let lines = paths.sorted().map { $0 + "\n" }.joined()
    try Folder.write(Array(lines.utf8), to: path)
  }
}
