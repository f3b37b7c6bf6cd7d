import SiteDiagnostics

/// The output folder, which always holds one whole site: the old one until the new one is complete.
///
/// Files are written into a folder beside it, which then changes places with it in one step. Files
/// of the old folder that ctsite did not make are carried over, and so are its empty folders, which
/// ctsite never makes: without `refs/`, a `.git` would be no repository. Which files are ctsite's
/// is written in the folder itself (`Manifest`).
struct OutputTree: Sendable {
  private let folder: RawPath
  private let staging: RawPath
  private let siteFolder: RawPath
  private let lock: OutputLock

  /// Waits for other builds of the folder and prepares the staging folder.
  ///
  /// - Parameters:
  ///   - folder: the output folder's absolute path.
  ///   - siteFolder: the site's, from which assets are copied.
  ///   - whenWaiting: called before a wait for another build.
  init(
    folder: String, siteFolder: String, whenWaiting: () -> Void = {}
  ) throws(EnvironmentFailure) {
    let folder = Folder.resolved(RawPath(folder))
    self.folder = folder
    self.siteFolder = RawPath(siteFolder)
    staging = folder.sibling(prefix: ".", suffix: ".ctsite-new")
    if Folder.exists(folder) { try Folder.checkWritable(folder) }
    lock = try OutputLock(on: folder, siteFolder: self.siteFolder, whenWaiting: whenWaiting)
    try Folder.remove(staging)
    try Folder.make(staging)
  }

  /// Writes a file of the new site.
  func write(_ file: OutputFile) throws(EnvironmentFailure) {
    let bytes =
      switch file.content {
      case .bytes(let bytes): bytes
      case .copy(let source): try Folder.read(siteFolder / RawPath(source)) ?? []
      }
    try Folder.write(bytes, to: staging / RawPath(file.path))
  }

  /// What became of a site that was to be published.
  enum Outcome: Sendable {
    /// - Parameter kept: the files that ctsite did not make and that were carried over.
    case published(kept: [String])
    /// Files that ctsite did not make stand where the new site has something; nothing changed.
    case obstructed(by: [String])
  }

  /// Puts the new site in the place of the old one.
  ///
  /// - Parameter paths: every file of the new site, relative to the output folder.
  func publish(_ paths: [String]) throws(EnvironmentFailure) -> Outcome {
    let foreign = try foreignItems()
    let obstacles = Self.obstacles(among: foreign, for: paths.map { RawPath($0) })
    guard obstacles.isEmpty else {
      try Folder.remove(staging)
      return .obstructed(by: obstacles.map(\.text))
    }
    for item in foreign {
      let copy = staging / item.path
      if item.kind == .folder {
        try Folder.make(copy)
      } else {
        try Folder.link(folder / item.path, as: copy)
      }
    }
    try Manifest.write(paths, in: staging)
    try Folder.exchange(staging, with: folder)
    try Folder.remove(staging)
    return .published(kept: foreign.filter { $0.kind != .folder }.map(\.path.text).sorted())
  }

  /// Removes what was staged.
  func discard() {
    try? Folder.remove(staging)
  }

  /// The files of the output folder that ctsite did not make, and its empty folders.
  private func foreignItems() throws(EnvironmentFailure) -> [Folder.Item] {
    let own = try Manifest.read(in: folder).union([Manifest.name])
    let items = try Folder.contents(of: folder)
    let emptyFolders = Set(Folder.empty(among: items))
    return items.filter { item in
      item.kind == .folder ? emptyFolders.contains(item.path) : !own.contains(item.path)
    }
  }

  /// Items that would be in the way of a new site, as a file or as a folder above one.
  private static func obstacles(among items: [Folder.Item], for paths: [RawPath]) -> [RawPath] {
    let files = Set(paths)
    var folders: Set<RawPath> = []
    for path in paths {
      var folder = path.parent
      while let next = folder, folders.insert(next).inserted { folder = next.parent }
    }
    return items.filter { item in
      if files.contains(item.path) { return true }
      if item.kind != .folder, folders.contains(item.path) { return true }
      var folder = item.path.parent
      while let next = folder {
        if files.contains(next) { return true }
        folder = next.parent
      }
      return false
    }.map(\.path)
  }
}
