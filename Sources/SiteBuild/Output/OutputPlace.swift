import Glibc
import SiteDiagnostics
import SiteFiles

/// Where a site is published, and where its next state is prepared.
struct OutputPlace: Sendable {
  /// Without symbolic links.
  let path: RawPath
  /// The folder in which the output folder lies.
  let parent: Folder
  /// Whether another file system begins at the output folder, as at a volume of a container. It
  /// can neither be renamed nor can files be moved into it from beside it.
  let isMountPoint: Bool
  /// Where the staging folder lies: on the same file system as the output folder.
  let stagingParent: Folder
  let stagingName: RawPath

  /// The staging folder's name in an output folder that is a mount point.
  static let innerStagingName = RawPath(".ctsite-new")

  /// - Parameter path: absolute; the folders above it are made if need be.
  init(_ path: RawPath) throws(EnvironmentFailure) {
    self.path = path.resolved
    let above = self.path.parent ?? RawPath("/")
    try Folder.make(above)
    parent = try Folder(above)
    let output = try Self.writableFolder(self.path.name, in: parent)
    if let output, output.isMountPoint {
      isMountPoint = true
      stagingParent = output
      stagingName = Self.innerStagingName
    } else {
      isMountPoint = false
      stagingParent = parent
      stagingName = self.path.name.sibling(prefix: ".", suffix: ".ctsite-new")
    }
  }

  /// The output folder as it is now; nil when there is none.
  func folder() throws(EnvironmentFailure) -> Folder? { try parent.folder(path.name) }

  private static func writableFolder(
    _ name: RawPath, in parent: Folder
  ) throws(EnvironmentFailure) -> Folder? {
    guard let kind = parent.kind(of: name) else { return nil }
    guard kind == .folder, let folder = try parent.folder(name) else {
      throw .cannot(.write, parent.path / name, ENOTDIR)
    }
    try folder.checkWritable()
    return folder
  }
}
