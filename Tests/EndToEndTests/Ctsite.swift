import Foundation
import SiteTestSupport

/// A run of the built program.
struct Ctsite {
  let status: Int32
  let output: String
  let error: String

  /// Runs `ctsite` and waits for its end.
  ///
  /// - Parameters:
  ///   - folder: the working folder.
  ///   - environment: variables beside `PATH` and the options of sanitizers; nothing else is handed
  ///     down, so that the language of the machine does not matter.
  @discardableResult
  static func run(
    _ arguments: [String], in folder: String = "/", environment: [String: String] = [:]
  ) throws -> Ctsite {
    let scratch = try TemporarySite()
    try scratch.write("", to: "output")
    try scratch.write("", to: "error")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = environment.merging(inherited) { own, _ in own }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: scratch.absolute("output")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: scratch.absolute("error")))
    try process.run()
    process.waitUntilExit()
    return Ctsite(
      status: process.terminationStatus, output: try scratch.text(of: "output"),
      error: try scratch.text(of: "error"))
  }

  private static let inherited = ProcessInfo.processInfo.environment
    .filter { ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key) }
    .merging(["PATH": "/usr/bin:/bin"]) { _, own in own }

  /// The program lies beside the one that runs the tests.
  static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "ctsite")
}

extension TemporarySite {
  /// Runs `ctsite build` in the site's folder.
  @discardableResult
  func build(_ arguments: String..., environment: [String: String] = [:]) throws -> Ctsite {
    try Ctsite.run(["build"] + arguments, in: folder, environment: environment)
  }
}

extension Ctsite {
  /// What follows the message of wrong usage of `ctsite build`.
  static let buildUsage = """
    Usage: ctsite build <options>
      See 'ctsite build --help' for more information.

    """
}
