import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import Testing

/// cmark-gfm's parsers share a table that strikethrough and autolinks change while they read.
@Suite struct ThreadTests {
  @Test func twoThreadsRenderAHundredThousandDocumentsAsOneDoes() async {
    let texts = (0..<1_000).map { index in
      "~~\(index)~~ www.a\(index).org ~b~ https://c.org/\(index) *d* | e~\n"
        + (index.isMultiple(of: 3) ? "\n|a|\n|-|\n|~~b~~|\n" : "- [x] f@g.org\n")
    }
    let expected = texts.map { render($0).html }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<2 {
        group.addTask {
          var wrong = 0
          for _ in 0..<50 {
            for (text, html) in zip(texts, expected) where render(text).html != html { wrong += 1 }
          }
          return wrong
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}
