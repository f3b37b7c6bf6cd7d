import Foundation
import SiteSearch

/// How fast the words of texts become terms: scanning, looking up, folding, stemming and counting,
/// on one core and with an empty vocabulary each time.
enum AnalysisBenchmark {
  private static let runs = 5

  /// - Parameter files: texts, each a document.
  static func run(_ files: [String]) throws {
    let texts = try files.map { [UInt8](try Data(contentsOf: URL(filePath: $0))) }
    let documents = zip(files, texts).map { file, text in
      SearchDocument(url: file, title: "", language: "ar", text: { text })
    }
    let megabytes = Double(texts.reduce(0) { $0 + $1.count }) / 1e6
    let speeds = (0..<runs).map { _ in
      var analyzer = DocumentAnalyzer()
      let start = processorSeconds()
      let kept = documents.reduce(0) { $0 + analyzer.analyse($1).bytes.count }
      let seconds = processorSeconds() - start
      print(
        "\(documents.count) documents, \(rounded(megabytes)) MB in \(rounded(seconds)) CPU-s:",
        "\(rounded(megabytes / seconds)) MB/s; \(kept / max(1, documents.count)) bytes kept of each"
      )
      return megabytes / seconds
    }
    print("median: \(rounded(speeds.sorted()[runs / 2])) MB/s")
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
