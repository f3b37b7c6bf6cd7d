import SiteText
import Testing

@testable import SiteMarkdown

@Suite struct AnchorTests {
  @Test func theShortWayGivesWhatSlugsGive() {
    let pieces = [
      "العراق", "مُكافَحةُ", "ـ", "إ", "ا\u{0654}", "CT", "Just", "2024", "٢٠٢٤", " ", "-", "،", "؟", "«",
      "»", "\u{A0}", "’", "'", "“", "é", "e\u{0301}", "_", ".", "پ", "گ", "\u{200F}", "&", "İ",
    ]
    var generator = SystemRandomNumberGenerator()
    for first in pieces {
      for second in pieces {
        let third = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        let text = first + second + third
        #expect(
          String(decoding: AnchorNames.anchor(for: Array(text.utf8)[...]), as: UTF8.self)
            == Slug.anchor(for: text), "\(text.unicodeScalars.map { $0.value })")
      }
    }
  }

  @Test func noTwoNamesAreTheSame() {
    var names = AnchorNames()
    func name(_ text: String) -> String {
      String(decoding: names.name(for: Array(text.utf8)[...]), as: UTF8.self)
    }
    #expect(["أ", "أ", "أ-2", "أ", "أ 2"].map(name) == ["أ", "أ-2", "أ-2-2", "أ-3", "أ-2-3"])
    #expect(["؟", "!"].map(name) == ["section", "section-2"])
    #expect(
      ["main", "Notes", "fn1", "r1-2", "t3", "c1", "fn", "T"].map(name)
        == ["main-2", "notes-2", "fn1-2", "r1-2-2", "t3-2", "c1-2", "fn", "t"])
  }
}
