import Foundation

/// A small site in a folder of its own, written from values and removed with the last reference.
public final class TemporarySite: Sendable {
  /// The absolute path of the folder that holds `content/`.
  public let folder: String

  /// Writes a site.
  ///
  /// - Parameter files: texts by their paths in the site's folder: `content/site.yaml`.
  public init(files: [String: String] = [:]) throws {
    folder =
      FileManager.default.temporaryDirectory
      .appending(path: "ctsite-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Writes a file, with the folders above it.
  public func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Writes a file of any bytes, with the folders above it.
  public func write(_ bytes: [UInt8], to path: String) throws {
    let file = absolute(path)
    try makeFolder(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)))
    try Data(bytes).write(to: URL(filePath: file))
  }

  /// Makes a folder, with the folders above it.
  public func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: absolute(path), withIntermediateDirectories: true)
  }

  /// Makes a symbolic link.
  public func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: absolute(path), withDestinationPath: target)
  }

  /// Gives a file a size without writing it out: the bytes are zero and take no room.
  public func extend(_ path: String, to byteCount: UInt64) throws {
    let handle = try FileHandle(forUpdating: URL(filePath: absolute(path)))
    try handle.truncate(atOffset: byteCount)
    try handle.close()
  }

  /// Removes a file or a folder.
  public func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: absolute(path))
  }

  /// The path of a file from the root of the file system.
  public func absolute(_ path: String) -> String { path.isEmpty ? folder : folder + "/" + path }
}
