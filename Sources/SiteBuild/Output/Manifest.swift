import Glibc
import SiteDiagnostics
import SiteDigest
import SiteFiles

/// The list of the files that ctsite made, kept in the output folder itself, so that the two
/// change together: sorted paths with a zero byte behind each, since a name may hold any other byte.
struct Manifest: Sendable, Equatable {
  /// The list's own name in the output folder.
  static let name = RawPath(".ctsite-files")

  /// As it lies in the output folder.
  let bytes: [UInt8]

  /// - Parameter paths: the files of a site.
  init(_ paths: [String]) {
    self = Manifest(bytes: []).change(to: paths).new
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The list of an output folder; empty where there is none. One that somebody merged or sorted
  /// in another order is put right.
  init(of folder: Folder?) throws(EnvironmentFailure) {
    guard let folder, folder.kind(of: Self.name) != nil else {
      bytes = []
      return
    }
    let read = try folder.read(Self.name, followsLink: false) ?? []
    bytes = Self.isInOrder(read) ? read : Self.inOrder(read)
  }

  private static func isInOrder(_ bytes: [UInt8]) -> Bool {
    guard bytes.last ?? 0 == 0 else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        guard var path = text.baseAddress else { return true }
        let end = path + text.count
        while true {
          let next = path + strlen(path) + 1
          guard next < end else { return true }
          guard strcmp(path, next) < 0 else { return false }
          path = next
        }
      }
    }
  }

  private static func inOrder(_ bytes: [UInt8]) -> [UInt8] {
    Set(bytes.split(separator: 0)).sorted { $0.lexicographicallyPrecedes($1) }
      .flatMap { $0 + [0] }
  }

  var isEmpty: Bool { bytes.isEmpty }

  var count: Int { bytes.count { $0 == 0 } }

  var paths: [RawPath] { bytes.split(separator: 0).map { RawPath($0) } }

  /// The list of other files, and in what it differs.
  struct Change {
    let new: Manifest
    /// The files that are new to the list, sorted.
    let added: [RawPath]
    /// The files that are no longer in it, sorted.
    let removed: [RawPath]
  }

  /// - Parameter paths: the files of a site, in whatever order.
  func change(to paths: [String]) -> Change {
    let own = bytes.split(separator: 0)
    var names = NameTable(capacity: own.count)
    var isKept = [Bool](repeating: false, count: own.count)
    var added: Set<RawPath> = []
    bytes.withUnsafeBytes { bytes in
      for path in own { _ = names.number(of: path.indices, in: bytes) }
      for var path in paths {
        let known = path.withUTF8 { names.known(UnsafeRawBufferPointer($0), in: bytes) }
        if let known { isKept[known] = true } else { added.insert(RawPath(path)) }
      }
    }
    let removed = isKept.indices.filter { !isKept[$0] }.map { RawPath(own[$0]) }
    let new = added.sorted()
    return Change(new: merged(own, isKept, with: new), added: new, removed: removed)
  }

  /// What is kept of the list together with other files, both sorted.
  private func merged(
    _ own: [ArraySlice<UInt8>], _ isKept: [Bool], with added: [RawPath]
  ) -> Manifest {
    var merged: [UInt8] = []
    merged.reserveCapacity(bytes.count + added.reduce(0) { $0 + $1.bytes.count + 1 })
    var next = added[...]
    for (path, isKept) in zip(own, isKept) where isKept {
      while let other = next.first, other.bytes.lexicographicallyPrecedes(path) {
        merged += other.bytes + [0]
        next.removeFirst()
      }
      merged += path
      merged.append(0)
    }
    for other in next { merged += other.bytes + [0] }
    return Manifest(bytes: merged)
  }
}
