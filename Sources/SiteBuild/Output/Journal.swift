import SiteDigest
import SiteFiles

/// What is to be done to an output folder, written down before it is begun, so that the next run
/// can end what a kill or a power cut interrupted.
struct Journal: Sendable, Equatable {
  /// Staged files, each to be put in its place.
  let files: [Staging.File]
  /// Files that go.
  let removed: [RawPath]
  /// The new list of files, where it is another.
  let manifest: Staging.File?
  /// What tells the output folder from one that was emptied or replaced since: the inode of its
  /// list of files, before and after.
  let trees: [UInt64]
  /// Whether files go before others come, since a folder takes the place of a file or a file that
  /// of a folder.
  let removesFirst: Bool

  /// The journal's name in the staging folder.
  static let name = RawPath("journal")

  private static let magic = "ctsite journal 1"

  init(
    files: [Staging.File], removed: [RawPath], manifest: Staging.File?, trees: [UInt64],
    removesFirst: Bool
  ) {
    self.files = files
    self.removed = removed
    self.manifest = manifest
    self.trees = trees
    self.removesFirst = removesFirst
  }

  /// Fields with a zero byte behind each, the first of them a digest of the others.
  var bytes: [UInt8] {
    var content: [UInt8] = []
    func add(_ field: RawPath) {
      content += field.bytes
      content.append(0)
    }
    let head = [
      Self.magic, removesFirst ? "first" : "last", String(manifest?.number ?? -1),
      String(trees.count),
    ]
    for field in head + trees.map(String.init) + [String(files.count)] { add(RawPath(field)) }
    for file in files {
      add(file.name)
      add(file.path)
    }
    removed.forEach(add)
    return Array(Digest(of: content).hexadecimal.utf8) + [0] + content
  }

  /// - Returns: nil for what is not a whole journal.
  init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0), bytes.last == 0 else { return nil }
    let content = [UInt8](bytes[(end + 1)...])
    guard RawPath(bytes[..<end]) == RawPath(Digest(of: content).hexadecimal) else { return nil }
    var fields = content.dropLast().split(separator: 0, omittingEmptySubsequences: false)
      .map { RawPath($0) }[...]
    guard fields.popFirst() == RawPath(Self.magic), let order = fields.popFirst(),
      let manifest = fields.popNumber(), let treeCount = fields.popNumber()
    else { return nil }
    var trees: [UInt64] = []
    for _ in 0..<max(0, treeCount) {
      guard let tree = fields.popFirst().flatMap({ UInt64($0.text) }) else { return nil }
      trees.append(tree)
    }
    guard let count = fields.popNumber(), count >= 0, fields.count >= 2 * count else { return nil }
    var files: [Staging.File] = []
    for _ in 0..<count {
      guard let number = fields.popNumber(), let path = fields.popFirst() else { return nil }
      files.append(Staging.File(number: number, path: path))
    }
    self.init(
      files: files, removed: Array(fields),
      manifest: manifest < 0 ? nil : Staging.File(number: manifest, path: Manifest.name),
      trees: trees, removesFirst: order == RawPath("first"))
  }
}

extension ArraySlice<RawPath> {
  fileprivate mutating func popNumber() -> Int? { popFirst().flatMap { Int($0.text) } }
}
