import Foundation
import Testing

@testable import SiteBuild

/// Programs that are run with bounds.
struct BoundedProcessTests {
  private static let limits = BoundedProcess.Limits(
    seconds: 1, memoryBytes: 1 << 30, outputBytes: 1000)

  @Test func aProgramThatDoesNotEndIsEnded() {
    for command in [
      ["/bin/sleep", "100"], ["/usr/bin/yes"], ["/bin/sh", "-c", "kill -9 $$"],
      ["/bin/sh", "-c", "exec >&-; sleep 100"],
    ] {
      guard case .stopped = BoundedProcess(command, limits: Self.limits).run() else {
        Issue.record("\(command) was not stopped")
        continue
      }
    }
    guard case .failed = BoundedProcess(["/nowhere/vips"], limits: Self.limits).run() else {
      Issue.record("a program that is not there did not fail")
      return
    }
    guard
      case .output(let output) = BoundedProcess(["/bin/echo", "a b"], limits: Self.limits).run()
    else {
      Issue.record("‘echo’ failed")
      return
    }
    #expect(output == Array("a b\n".utf8))
  }

  @Test func nothingThatAProgramStartedStays() throws {
    // A number that no other process is given.
    let mark = "10\(getpid())"
    for script in [
      "sleep \(mark) & exit", "sleep \(mark)", "sleep \(mark) & exec >&-; sleep \(mark)",
    ] {
      _ = BoundedProcess(["/bin/sh", "-c", script], limits: Self.limits).run()
      // What was killed is there until it is waited for.
      for _ in 0..<1000 where try Self.isRunning(mark) { usleep(1000) }
      #expect(try !Self.isRunning(mark), "\(script)")
    }
  }

  private static func isRunning(_ argument: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").contains { process in
      guard process.allSatisfy(\.isNumber),
        let line = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)
      else { return false }
      return line.split(separator: "\0").contains { $0 == argument }
    }
  }

  @Test func whatProgramsTakeCountsAsTimeOfTheStage() throws {
    var clock = StageClock()
    clock.begin(.assets)
    let before = Self.timeOfPrograms
    let script = "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done"
    _ = BoundedProcess(
      ["/bin/sh", "-c", script], limits: .init(seconds: 60, memoryBytes: 1 << 30, outputBytes: 0)
    ).run()
    let taken = Self.timeOfPrograms - before
    clock.end()
    #expect(taken > .zero)
    #expect(try #require(clock.stages.first).processorTime >= taken)
  }

  private static var timeOfPrograms: Duration {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    return .seconds(usage.ru_utime.tv_sec) + .microseconds(usage.ru_utime.tv_usec)
  }
}
