import Glibc

/// What can be measured, by name.
let benchmarks: [(name: String, run: (SampleSite) async throws -> Measurement)] = [
  ("markdown", MarkdownBenchmark.run), ("templates", TemplateBenchmark.run),
  ("analysis", AnalysisBenchmark.run), ("writing", WritingBenchmark.run),
]

let arguments = CommandLine.arguments.dropFirst()
let names = arguments.dropFirst()
guard let folder = arguments.first,
  names.allSatisfy({ name in benchmarks.contains { $0.name == name } })
else {
  print("usage: ctsite-benchmark SITE [\(benchmarks.map(\.name).joined(separator: " | ")) …]")
  exit(2)
}

let site = try await SampleSite(folder)
print(Measurement.heading)
for benchmark in benchmarks where names.isEmpty || names.contains(benchmark.name) {
  print(try await benchmark.run(site).row)
}
