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
    self = Manifest(bytes: []).updated(to: paths)
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
    let paths = bytes.split(separator: 0)
    return zip(paths, paths.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
  }

  private static func inOrder(_ bytes: [UInt8]) -> [UInt8] {
    Set(bytes.split(separator: 0)).sorted { $0.lexicographicallyPrecedes($1) }
      .flatMap { $0 + [0] }
  }

  var isEmpty: Bool { bytes.isEmpty }

  var count: Int { bytes.count { $0 == 0 } }

  /// The list of other files, in whatever order they come. What both lists have is found by 128-bit
  /// digests, and the rest is merged into what is sorted already.
  func updated(to paths: [String]) -> Manifest {
    let known = bytes.split(separator: 0)
    let knownDigests = known.map { path in path.withUnsafeBytes { Fingerprint(of: $0) } }
    let old = Set(knownDigests)
    var new: Set<Fingerprint> = []
    new.reserveCapacity(paths.count)
    var added: [RawPath] = []
    for path in paths {
      let bytes = Array(path.utf8)
      let digest = Fingerprint(of: bytes)
      if new.insert(digest).inserted, !old.contains(digest) { added.append(RawPath(bytes)) }
    }
    added.sort()
    var merged: [UInt8] = []
    merged.reserveCapacity(bytes.count + added.reduce(0) { $0 + $1.bytes.count + 1 })
    var next = added[...]
    for (path, digest) in zip(known, knownDigests) where new.contains(digest) {
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

  var paths: [RawPath] { bytes.split(separator: 0).map { RawPath($0) } }

  /// The files that are in the list and not in another one, sorted.
  func paths(notIn other: Manifest) -> [RawPath] {
    var found: [RawPath] = []
    var others = other.bytes.split(separator: 0)[...]
    for path in bytes.split(separator: 0) {
      while let next = others.first, next.lexicographicallyPrecedes(path) { others.removeFirst() }
      if others.first != path { found.append(RawPath(path)) }
    }
    return found
  }
}
