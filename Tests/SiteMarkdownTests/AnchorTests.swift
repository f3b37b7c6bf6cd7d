import Testing

@testable import SiteMarkdown

@Suite struct AnchorTests {
  @Test func noTwoNamesAreTheSame() {
    var names = AnchorNames()
    func name(_ text: String) -> String {
      String(decoding: names.name(for: Array(text.utf8)), as: UTF8.self)
    }
    #expect(["أ", "أ", "أ-2", "أ", "أ 2"].map(name) == ["أ", "أ-2", "أ-2-2", "أ-3", "أ-2-3"])
    #expect(["؟", "!"].map(name) == ["section", "section-2"])
    #expect(
      ["main", "Notes", "fn1", "r1-2", "t3", "c1", "fn", "T"].map(name)
        == ["main-2", "notes-2", "fn1-2", "r1-2-2", "t3-2", "c1-2", "fn", "t"])
  }
}
