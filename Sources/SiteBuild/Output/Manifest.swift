import Glibc
import SiteDiagnostics

/// The list of the files that ctsite made, kept in the output folder itself, so that the two
/// change in one step: paths with a zero byte behind each, since a name may hold any other byte.
enum Manifest {
  /// The list's own name in the output folder.
  static let name = RawPath(".ctsite-files")

  /// The files of an output folder that ctsite made; none where there is no list.
  static func read(in folder: RawPath) throws(EnvironmentFailure) -> Set<RawPath> {
    let path = folder / name
    guard Folder.exists(path), let bytes = try Folder.read(path, followsLink: false) else {
      return []
    }
    return Set(bytes.split(separator: 0).map { RawPath($0) })
  }

  /// - Parameter paths: the files of the site, relative to the output folder.
  static func write(_ paths: [String], in folder: RawPath) throws(EnvironmentFailure) {
    let sorted = paths.map { RawPath($0) }.sorted()
    try Folder.write(sorted.flatMap { $0.bytes + [0] }, to: folder / name)
  }
}
