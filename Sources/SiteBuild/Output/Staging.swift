import SiteConcurrency
import SiteDiagnostics
import SiteFiles
import Synchronization

/// Files that wait to be published, in a folder on the file system of the output folder.
///
/// The first site is written as the tree that it will be. Files of later ones lie under numbers,
/// since a folder for each would cost more than the file: 75 µs to make and as much to remove.
final class Staging: Sendable {
  /// A file that is staged under a number.
  struct File: Sendable, Hashable {
    let number: Int
    /// Where it is to stand in the output folder.
    let path: RawPath

    var name: RawPath { RawPath(String(number)) }
  }

  private let place: OutputPlace
  private let writesTree: Bool
  private let state = Mutex(State())

  private struct State {
    var folders: [RawPath: Folder] = [:]
    var paths: [RawPath] = []
  }

  /// The new tree in the staging folder.
  static let tree = RawPath("site")
  /// The folder of the files under numbers.
  static let files = RawPath("files")
  /// Where what is replaced goes.
  static let old = RawPath("old")

  /// - Parameter writesTree: whether files are staged as the tree that they will be.
  init(for place: OutputPlace, writesTree: Bool) {
    self.place = place
    self.writesTree = writesTree
  }

  /// Takes a file. Safe to call from several workers.
  func write(_ bytes: [UInt8], to path: RawPath) throws(EnvironmentFailure) -> OutputStamp {
    try take(path) { folder, name throws(EnvironmentFailure) in try folder.write(bytes, to: name) }
  }

  /// Takes a copy of a file.
  ///
  /// - Parameter source: its absolute path.
  func copy(_ source: RawPath, to path: RawPath) throws(EnvironmentFailure) -> OutputStamp {
    try take(path) { folder, name throws(EnvironmentFailure) in try folder.copy(source, to: name) }
  }

  private func take(
    _ path: RawPath, _ write: (Folder, RawPath) throws(EnvironmentFailure) -> FileStatus
  ) throws(EnvironmentFailure) -> OutputStamp {
    let folder = try writesTree ? tree() : files()
    let number = state.withLock { state in
      state.paths.append(path)
      return state.paths.count - 1
    }
    let name = writesTree ? path : File(number: number, path: path).name
    return OutputStamp(try write(folder, name))
  }

  /// Takes a file under a number.
  func add(_ bytes: [UInt8], for path: RawPath) throws(EnvironmentFailure) -> File {
    let folder = try files()
    let number = state.withLock { state in
      state.paths.append(path)
      return state.paths.count - 1
    }
    let file = File(number: number, path: path)
    try folder.write(bytes, to: file.name)
    return file
  }

  /// The files under numbers, one for a path, sorted by path.
  var numberedFiles: [File] {
    let paths = writesTree ? [] : state.withLock { $0.paths }
    let newest = Dictionary(
      paths.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { max($0, $1) })
    return newest.map { File(number: $0.value, path: $0.key) }.sorted { $0.path < $1.path }
  }

  /// The paths of the staged files.
  var paths: Set<RawPath> { Set(state.withLock { $0.paths }) }

  func folder() throws(EnvironmentFailure) -> Folder { try opened(RawPath("")) }

  func tree() throws(EnvironmentFailure) -> Folder { try opened(Self.tree) }

  func files() throws(EnvironmentFailure) -> Folder { try opened(Self.files) }

  /// A folder in the staging folder, which is made before the first file is.
  private func opened(_ name: RawPath) throws(EnvironmentFailure) -> Folder {
    if let folder = state.withLock({ $0.folders[name] }) { return folder }
    let folder = try place.stagingParent.makeFolder(place.stagingName / name)
    state.withLock { $0.folders[name] = folder }
    return folder
  }

  /// Removes what is staged, and what an earlier run left.
  func remove(jobs: Jobs) async throws(EnvironmentFailure) {
    try await place.stagingParent.remove(place.stagingName, jobs: jobs)
  }
}
