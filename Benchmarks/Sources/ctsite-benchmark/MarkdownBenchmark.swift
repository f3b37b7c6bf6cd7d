import BenchmarkFloor
import SiteDiagnostics
import SiteHTML
import SiteMarkdown

/// Texts rendered with all that a portal adds: anchors, links, isolation, checks, plain text.
enum MarkdownBenchmark {
  static func run(_ site: SampleSite) async -> Measurement {
    var measurement = Measurement(
      "Markdown", floor: "cmark's own parser and renderer", count: site.texts.count,
      bytes: site.texts.reduce(0) { $0 + $1.body.count })
    await measurement.measure {
      await processorTime { for text in site.texts { consume(text.document.html.bytes) } }
    } floor: {
      await processorTime {
        for text in site.texts {
          consume(PlainMarkdown.html(of: text.file.bytes, from: text.body.lowerBound))
        }
      }
    }
    return measurement
  }
}

/// Takes what was made, so that making it cannot be left out.
@inline(never)
func consume(_ bytes: [UInt8]) {}
