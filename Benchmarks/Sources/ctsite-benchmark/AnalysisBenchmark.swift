import SiteMarkdown
import SiteSearch
import SiteText

/// The words of texts made into terms: scanned, looked up, folded, stemmed and counted, with an
/// empty vocabulary each time.
enum AnalysisBenchmark {
  static func run(_ site: SampleSite) async -> Measurement {
    let texts = site.texts.map { (language: $0.options.language.tag, bytes: $0.document.text) }
    let documents = texts.enumerated().map { number, text in
      SearchDocument(url: "/\(number)/", title: "", language: text.language, text: { text.bytes })
    }
    var measurement = Measurement(
      "analysis for the search", floor: "words between spaces, each hashed", count: texts.count,
      bytes: texts.reduce(0) { $0 + $1.bytes.count })
    await measurement.measure {
      await processorTime {
        var analyzer = DocumentAnalyzer()
        for document in documents { consume(analyzer.analyse(document).bytes) }
      }
    } floor: {
      await processorTime { for text in texts { consume(hashesOfWords(in: text.bytes)) } }
    }
    return measurement
  }

  /// A byte of the FNV-1a hash of each word.
  ///
  /// Source: http://www.isthe.com/chongo/tech/comp/fnv/
  private static func hashesOfWords(in text: [UInt8]) -> [UInt8] {
    var hashes: [UInt8] = []
    var hash: UInt32 = 2_166_136_261
    for byte in text {
      if byte > 0x20 {
        hash = (hash ^ UInt32(byte)) &* 16_777_619
      } else {
        hashes.append(UInt8(truncatingIfNeeded: hash))
        hash = 2_166_136_261
      }
    }
    return hashes
  }
}
