import CLinux
import Glibc

/// Measures stages that follow one another.
struct StageClock {
  private(set) var stages: [BuildReport.StageTime] = []
  private let whenBegun: @Sendable (BuildReport.Stage) -> Void
  private var current: BuildReport.Stage?
  private var items: Int?
  private var start = ContinuousClock.now
  private var startOnProcessor = Self.processorTime

  /// - Parameter whenBegun: called before each stage.
  init(whenBegun: @escaping @Sendable (BuildReport.Stage) -> Void = { _ in }) {
    self.whenBegun = whenBegun
  }

  /// Ends the stage before, if there is one, and begins another.
  mutating func begin(_ stage: BuildReport.Stage) {
    end()
    current = stage
    whenBegun(stage)
  }

  /// Says how many things the stage at hand works on.
  mutating func count(_ items: Int) { self.items = items }

  /// Ends the last stage.
  mutating func end() {
    let now = ContinuousClock.now
    let nowOnProcessor = Self.processorTime
    if let current {
      stages.append(
        BuildReport.StageTime(
          stage: current, duration: now - start, processorTime: nowOnProcessor - startOnProcessor,
          itemCount: items))
    }
    current = nil
    items = nil
    start = now
    startOnProcessor = nowOnProcessor
  }

  /// What all threads of the process and the programs that it started took so far, in them and in
  /// the system.
  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    var programs = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &programs)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
      + [programs.ru_utime, programs.ru_stime].reduce(.zero) {
        $0 + .seconds($1.tv_sec) + .microseconds($1.tv_usec)
      }
  }
}
