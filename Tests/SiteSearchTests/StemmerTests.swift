import Testing

@testable import SiteSearch

@Suite("Stems")
struct StemmerTests {
  private func term(_ word: String) -> String {
    WordAnalyzer.analyze(text: word).map { String(decoding: $0.term, as: UTF8.self) }.joined(
      separator: " ")
  }

  @Test(arguments: [
    ("relational", "relat"), ("hopping", "hop"), ("hoped", "hope"), ("dying", "die"),
    ("organizations", "organiz"), ("Iraq's", "iraq"), ("skies", "sky"), ("café", "cafe"),
  ])
  func english(word: String, stem: String) {
    #expect(term(word) == stem)
  }
}
