import Testing

@testable import SiteText

@Suite("Order of names")
struct CollationTests {
  let arabic = Collation(for: .arabic)
  let english = Collation(for: .english)

  private func sorted(_ names: [String], _ collation: Collation) -> [String] {
    collation.sorted(names) { $0 }
  }

  @Test func theArticleDoesNotCount() {
    #expect(
      sorted(["قمر", "الشمس", "النجوم", "شمال", "الله", "بحر", "ألمانيا"], arabic)
        == ["الله", "ألمانيا", "بحر", "شمال", "الشمس", "قمر", "النجوم"])
    #expect(
      sorted(["Umar", "العراق", "Ali", "علي"], english) == ["Ali", "Umar", "العراق", "علي"])
    #expect(sorted(["بهار", "البته", "آب"], Collation(for: LanguageCode("fa"))).last == "بهار")
  }

  @Test func theAlphabet() {
    let alphabet = "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي"
      .split(separator: " ").map(String.init)
    #expect(sorted(alphabet.shuffled(), arabic) == alphabet)
    let persian = ["گ", "ل", "م", "ن", "و", "ه", "ی"]
    #expect(sorted(persian.shuffled(), Collation(for: LanguageCode("fa"))) == persian)
  }

  @Test func caseMarksAndFormsCountLast() {
    #expect(
      sorted(["أحمد علي", "احمد", "أَحمد", "إحسان", "آدم"], arabic)
        == ["إحسان", "أَحمد", "احمد", "أحمد علي", "آدم"])
    #expect(
      sorted(["zebra", "Élan", "apple", "eagle", "Zoo"], english) == [
        "apple", "eagle", "Élan", "zebra", "Zoo",
      ])
    #expect(sorted(["مدرسة", "مدرسات", "مدرسي"], arabic) == ["مدرسات", "مدرسة", "مدرسي"])
  }

  @Test func scriptsAndDigits() {
    let names = ["Ω", "Zain", "2024", "بغداد", "٢٠٢٣", "Я"]
    #expect(sorted(names, arabic) == ["٢٠٢٣", "2024", "بغداد", "Zain", "Ω", "Я"])
    #expect(sorted(names, english) == ["٢٠٢٣", "2024", "Zain", "Ω", "Я", "بغداد"])
    #expect(sorted(names, Collation(for: LanguageCode("ru"))).prefix(3) == ["٢٠٢٣", "2024", "Ω"])
  }

  @Test func shorterFirstAndQuotesIgnoredAtTheStart() {
    #expect(
      sorted(["New York", "New", "Newark", "“Nest”"], english) == [
        "“Nest”", "New", "New York", "Newark",
      ])
    #expect(sorted(["علي حسن", "علياء", "علي"], arabic) == ["علي", "علي حسن", "علياء"])
  }

  @Test func theOrderIsTotalAndStable() {
    #expect(arabic.key(for: "علي") != arabic.key(for: "عليّ"))
    let pairs = [("علي", 1), ("علي", 2), ("أ", 3)]
    #expect(arabic.sorted(pairs, by: \.0).map(\.1) == [3, 1, 2])
  }

  @Test func composedAndDecomposedAreNeighbours() {
    #expect(
      sorted(["e\u{301}z", "éa", "eb"], english) == ["éa", "eb", "e\u{301}z"])
    #expect(
      sorted(["ا\u{654}حمد", "أب", "ابن"], arabic) == ["أب", "ابن", "ا\u{654}حمد"])
  }
}
