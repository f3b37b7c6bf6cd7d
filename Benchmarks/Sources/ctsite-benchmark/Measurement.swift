import Glibc

/// What a part of a build takes, and the least that its work could take, in the same run.
struct Measurement {
  /// What is measured: `Markdown, rendered`.
  let name: String
  /// What the floor does.
  let floorName: String
  /// How many things are worked on.
  let count: Int
  /// The size of what is worked on.
  let megabytes: Double
  /// CPU-seconds of each run, of the part and of its floor.
  private(set) var own: [Double] = []
  private(set) var floor: [Double] = []

  private static let runs = 7

  init(_ name: String, floor: String, count: Int, bytes: Int) {
    self.name = name
    floorName = floor
    self.count = count
    megabytes = Double(bytes) / 1e6
  }

  /// Measures both by turns, so that what slows the machine down slows both.
  mutating func measure(
    _ work: () async throws -> Duration, floor: () async throws -> Duration
  ) async rethrows {
    for _ in 0..<Self.runs {
      own.append(try await work() / .seconds(1))
      self.floor.append(try await floor() / .seconds(1))
    }
  }

  static let heading = """
    | Part | Things, MB | MB/s | MB/s of the floor | ratio | the floor |
    |---|--:|--:|--:|--:|---|
    """

  /// A row of the table.
  var row: String {
    let times = (own: Self.median(own), floor: Self.median(floor))
    let ratio = Self.median(zip(own, floor).map { $0 / $1 })
    return "| \(name) | \(count), \(rounded(megabytes)) | \(rounded(megabytes / times.own)) | "
      + "\(rounded(megabytes / times.floor)) | \(rounded(ratio)) | \(floorName) |"
  }

  private func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return value >= 100 ? "\((tenths + 5) / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

/// What the processors spend on some work, in the program and in the system, all threads together.
func processorTime(of work: () async throws -> Void) async rethrows -> Duration {
  let start = processorTime()
  try await work()
  return processorTime() - start
}

private func processorTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
