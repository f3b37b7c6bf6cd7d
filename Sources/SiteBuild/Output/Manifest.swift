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

  /// - Parameter paths: the files of a site; that they are sorted makes it cheap.
  init(_ paths: [String]) {
    var sorted = paths.map { RawPath($0) }
    if !zip(sorted, sorted.dropFirst()).allSatisfy({ $0 < $1 }) { sorted = Set(sorted).sorted() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sorted.reduce(0) { $0 + $1.bytes.count + 1 })
    for path in sorted {
      bytes += path.bytes
      bytes.append(0)
    }
    self.bytes = bytes
  }

  /// The list of an output folder; empty where there is none.
  init(of folder: Folder?) throws(EnvironmentFailure) {
    guard let folder, folder.kind(of: Self.name) != nil else {
      bytes = []
      return
    }
    bytes = try folder.read(Self.name, followsLink: false) ?? []
  }

  var isEmpty: Bool { bytes.isEmpty }

  var count: Int { bytes.count { $0 == 0 } }

  /// Whether these are the files, in whatever order. Sums of 128-bit digests are compared, which is
  /// faster by far than sorting.
  func lists(_ paths: [String]) -> Bool {
    var sum = (high: UInt64(0), low: UInt64(0), count: 0)
    for path in bytes.split(separator: 0) {
      let digest = path.withUnsafeBytes { Fingerprint(of: $0) }
      sum = (sum.high &+ digest.high, sum.low &+ digest.low, sum.count + 1)
    }
    guard sum.count == paths.count else { return false }
    for path in paths {
      let digest = Fingerprint(of: Array(path.utf8))
      sum = (sum.high &- digest.high, sum.low &- digest.low, sum.count)
    }
    return sum.high == 0 && sum.low == 0
  }

  var paths: [RawPath] { bytes.split(separator: 0).map { RawPath($0) } }
}
