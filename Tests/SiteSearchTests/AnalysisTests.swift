import Foundation
import Testing

@testable import SiteSearch

@Suite("Words and terms")
struct AnalysisTests {
  private func terms(_ text: String) -> [String] {
    WordAnalyzer.analyze(text: text).map { String(decoding: $0.term, as: UTF8.self) }
  }

  /// The probes of Documentation/Search.md: each pair must meet in one term.
  @Test(arguments: [
    ("إرهاب", "ارهاب"), ("أحمد", "احمد"), ("آثار", "اثار"), ("مؤتمر", "موتمر"), ("شئون", "شيون"),
    ("مدرسة", "مدرسه"), ("مستشفى", "مستشفي"), ("العـــراق", "العراق"), ("الأَمْنُ", "الأمن"),
    ("ﻻجئ", "لاجئ"), ("ﷲ", "الله"), ("کتاب", "كتاب"), ("ایران", "ايران"), ("ہدف", "هدف"),
    ("٢٠٢٥", "2025"), ("۲۰۲۵", "2025"), ("والعراق", "عراق"), ("فالعراق", "عراق"),
    ("بالعراق", "عراق"), ("للعراق", "عراق"), ("كالعراق", "عراق"), ("وبالعراق", "عراق"),
    ("وسوريا", "سوريا"), ("مقاتلون", "مقاتلين"), ("منظمات", "منظمة"), ("سياستها", "سياسة"),
    ("قواتهم", "قوات"), ("OSINT", "osint"), ("organisations", "Organisation's"),
  ])
  func spellingsMeet(one: String, other: String) {
    #expect(terms(one) == terms(other))
  }

  @Test(arguments: [
    ("علم", "عمل"), ("بلد", "لد"), ("والد", "الد"), ("سلام", "سلم"), ("news", "new"),
  ])
  func differentWordsStayApart(one: String, other: String) {
    #expect(terms(one) != terms(other))
  }

  @Test(arguments: [
    ("بـOSINT", ["ب", "osint"]), ("19م", ["19", "م"]),
    ("counter-terrorism", ["counter", "terror"]),
    ("«نص» (18.5%)", ["نص", "18", "5"]), ("“don’t”", ["dont"]), ("café", ["cafe"]),
    ("", []), ("😀 \u{1} \u{202E}", []), ("'''", []), ("می\u{200C}خواهم", ["ميخ"]),
  ])
  func textsAreDivided(text: String, expected: [String]) {
    #expect(terms(text) == expected)
  }

  @Test func longWordsAreCut() {
    #expect(terms(String(repeating: "ع", count: 10_000)) == [String(repeating: "ع", count: 32)])
    #expect(terms("a" + String(repeating: "𐤀", count: 40)).first?.utf16.count == 32)
  }

  /// Words and stems as PyPI's snowballstemmer 3.1.1 gives them (scripts/record-stems).
  @Test func porter2AgreesWithSnowball() throws {
    let lines = try fixture("english-stems.tsv").split(separator: "\n")
    #expect(lines.count > 5000)
    for line in lines {
      let pair = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        Array($0.utf8)
      }
      #expect(EnglishStemmer.stem(pair[0]) == pair[1], "\(line)")
    }
  }

  /// What scripts/check-search-readers holds the browser's analysis to. With RECORD_SEARCH_TERMS set the
  /// terms are written anew, and the test fails for this run.
  @Test func recordedTerms() throws {
    let lines = try fixture("search-terms.tsv").split(separator: "\n")
    #expect(lines.count > 5000)
    var recorded = ""
    for line in lines {
      let word = line.prefix { $0 != "\t" }
      recorded += "\(word)\t\(terms(String(word)).joined(separator: " "))\n"
    }
    if ProcessInfo.processInfo.environment["RECORD_SEARCH_TERMS"] != nil {
      try recorded.write(
        to: folder.appending(path: "search-terms.tsv"), atomically: true, encoding: .utf8)
      Issue.record("recorded; run again without RECORD_SEARCH_TERMS")
    }
    for (line, known) in zip(recorded.split(separator: "\n"), lines) { #expect(line == known) }
  }

  private var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/search")
  }

  private func fixture(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}
