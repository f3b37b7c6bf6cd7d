import Foundation
import SiteBuild
import SiteDiagnostics
import SiteTestSupport
import SiteText
import Testing

/// After any changes, a build over what earlier builds left gives the bytes, the findings and the
/// files that a build of the same site from nothing gives.
///
/// `CTSITE_SEQUENCES=3000` makes a longer run.
struct EquivalenceTests {
  private static let sequences =
    ProcessInfo.processInfo.environment["CTSITE_SEQUENCES"].flatMap(Int.init) ?? 300
  private static let changesInASequence = 3
  /// Sequences that share one site, so that changes meet what many changes before them left.
  private static let sequencesOfASite = 30

  @Test(arguments: 0..<max(1, sequences / sequencesOfASite))
  func buildingOnEqualsBuildingAnew(seed: Int) async throws {
    var random = RandomSite(seed: UInt64(seed))
    let site = try TemporarySite()
    var written: [String: [UInt8]] = [:]
    var history: [String] = []
    // Errors stay for some steps, then the editor goes back to what was published.
    var published = random
    var failures = 0
    for _ in 0..<Self.sequencesOfASite {
      for _ in 0..<Self.changesInASequence { history.append(random.change()) }
      try Self.bring(site, from: written, to: random.files)
      written = random.files
      let continued = try await Self.build(site, random)
      let anew = try await Self.build(Self.copy(of: random), random)
      #expect(continued.findings == anew.findings, "\(seed): \(history.suffix(6))")
      guard !anew.report.diagnostics.containError else {
        failures += 1
        if failures % 3 == 0 { random.takeBack(to: published) }
        continue
      }
      published = random
      let (files, expected) = (try continued.files(), try anew.files())
      let different = Set(files.keys).union(expected.keys).filter { files[$0] != expected[$0] }
      try #require(
        different.isEmpty, "\(seed): \(different.sorted().prefix(8)) after \(history.suffix(6))")
    }
  }

  private static func copy(of random: RandomSite) throws -> TemporarySite {
    let site = try TemporarySite()
    for (path, bytes) in random.files { try site.write(bytes, to: path) }
    return site
  }

  /// Writes what changed, and nothing else, so that the other files keep their times.
  private static func bring(
    _ site: TemporarySite, from old: [String: [UInt8]], to new: [String: [UInt8]]
  ) throws {
    for path in old.keys where new[path] == nil {
      try site.remove(path)
      try removeEmptyFolders(above: path, in: site)
    }
    for (path, bytes) in new where old[path] != bytes { try site.write(bytes, to: path) }
  }

  private static func removeEmptyFolders(above path: String, in site: TemporarySite) throws {
    var folder = (path as NSString).deletingLastPathComponent
    while folder.contains("/"),
      try FileManager.default.contentsOfDirectory(atPath: site.absolute(folder)).isEmpty
    {
      try site.remove(folder)
      folder = (folder as NSString).deletingLastPathComponent
    }
  }

  private static func build(_ site: TemporarySite, _ random: RandomSite) async throws -> Built {
    try await site.build { options in
      options.includesDrafts = random.includesDrafts
      options.includesFuture = random.includesFuture
      options.baseURL = random.baseURL
      options.toolPath = random.hasPictureTool ? Fixtures.tools : ""
      options.clock = random.clock.flatMap { try? Timestamp($0, in: .utc) }
    }
  }
}
