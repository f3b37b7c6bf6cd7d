import BenchmarkFloor
import Glibc

/// The least that a generator has to do: reads every article, renders it with plain cmark, and
/// writes a file for it, in a folder of its own as ctsite does. Nothing is checked or put together.
let arguments = CommandLine.arguments.dropFirst()
guard let input = arguments.first, let output = arguments.dropFirst().first, arguments.count == 2
else {
  print("usage: build-floor ARTICLES OUTPUT")
  exit(2)
}

let articles = Article.all(below: input)
for folder in [output] + Set(articles.map(\.language)).map({ "\(output)/\($0)" }) {
  try PlainFiles.make(folder: folder)
}
let workers = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
try await withThrowingTaskGroup { group in
  for worker in 0..<workers {
    group.addTask {
      for number in stride(from: worker, to: articles.count, by: workers) {
        try articles[number].build(below: output)
      }
    }
  }
  try await group.waitForAll()
}
