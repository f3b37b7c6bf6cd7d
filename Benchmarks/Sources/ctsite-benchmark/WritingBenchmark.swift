import BenchmarkFloor
import Glibc
import SiteFiles

@testable import SiteBuild

/// A new site written: staged, flushed to the disk and put in its place.
enum WritingBenchmark {
  static func run(_ site: SampleSite) async throws -> Measurement {
    let contents = zip(site.articles, site.pages).map { plan, bytes in
      (path: OutputPaths.file(at: site.site.path(of: plan)), bytes: bytes)
    }
    let files = contents.map { OutputFile(path: $0.path, content: .bytes($0.bytes)) }
    var measurement = Measurement(
      "staging and publishing", floor: "mkdir, open, write, close", count: files.count,
      bytes: contents.reduce(0) { $0 + $1.bytes.count })
    let scratch = "\(site.folder)/writing-\(getpid())"
    try PlainFiles.make(folder: scratch)
    var number = 0
    try await measurement.measure {
      number += 1
      sync()
      return try await processorTime {
        try await publish(files, to: "\(scratch)/\(number)", siteFolder: scratch)
      }
    } floor: {
      number += 1
      sync()
      return try await processorTime { try write(contents, to: "\(scratch)/\(number)") }
    }
    // All at once and last, since files that were deleted make the next ones slower on ext4.
    try await Folder(RawPath(site.folder)).remove(
      RawPath(scratch).name, jobs: SampleSite.jobs)
    return measurement
  }

  private static func publish(
    _ files: [OutputFile], to folder: String, siteFolder: String
  ) async throws {
    let tree = try await OutputTree(
      folder: folder, siteFolder: siteFolder, jobs: SampleSite.jobs)
    for file in files { try tree.writeIfChanged(file) }
    _ = try await tree.publish(files.map(\.path))
  }

  private static func write(
    _ files: [(path: String, bytes: [UInt8])], to folder: String
  ) throws(PlainFiles.Failure) {
    try PlainFiles.make(folder: folder)
    var made: Set<Substring> = []
    for file in files {
      let slashes = file.path.indices.filter { file.path[$0] == "/" }
      for parent in slashes.map({ file.path[..<$0] }) where made.insert(parent).inserted {
        try PlainFiles.make(folder: "\(folder)/\(parent)")
      }
      try PlainFiles.write(file.bytes, to: "\(folder)/\(file.path)")
    }
  }
}
