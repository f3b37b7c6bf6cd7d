import Glibc

/// What can be measured: a name, and what it takes.
let benchmarks: [(name: String, arguments: String, run: ([String]) throws -> Void)] = [
  ("analysis", "FILE…", AnalysisBenchmark.run)
]

let arguments = CommandLine.arguments.dropFirst()
guard let benchmark = benchmarks.first(where: { $0.name == arguments.first }) else {
  for (name, arguments, _) in benchmarks { print("usage: ctsite-benchmark \(name) \(arguments)") }
  exit(2)
}
try benchmark.run(Array(arguments.dropFirst()))
