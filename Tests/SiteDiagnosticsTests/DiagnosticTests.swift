import SiteDiagnostics
import Testing

import struct SiteDiagnostics.SourceLocation

@Suite("Diagnostics")
struct DiagnosticTests {
  @Test func theNearestNamesAreFoundHoweverFar() {
    let names = NearMiss(["title", "subtitle", "summary", "date", "url"])
    #expect(names.nearest(to: "tittel", limit: 2) == ["title", "date"])
    #expect(names.nearest(to: "x", limit: 9).count == 5)
  }

  @Test func orderIsByPlaceThenRule() {
    let places: [SourceLocation] = [
      SourceLocation(path: "b", line: 1, column: 1),
      SourceLocation(path: "a", line: 10, column: 1),
      SourceLocation(path: "a", line: 2, column: 30),
      SourceLocation(path: "a", line: 2, column: 4, excerpt: "x"),
      SourceLocation(path: "a", line: 2),
      SourceLocation(path: "a"),
    ]
    let diagnostics = places.flatMap { place in
      ["two", "one"].map { Diagnostic($0, at: place, Wording(en: "m", ar: "م")) }
    }
    #expect(
      diagnostics.sorted().map { "\($0.location) \($0.id)" } == [
        "a one", "a two", "a:2 one", "a:2 two", "a:2:4 one", "a:2:4 two", "a:2:30 one",
        "a:2:30 two", "a:10:1 one", "a:10:1 two", "b:1:1 one", "b:1:1 two",
      ])
  }

  @Test func severities() {
    #expect(Diagnostic.Severity.note < .warning)
    #expect(Diagnostic.Severity.warning < .error)
    let warning = Diagnostic("x", .warning, at: SourceLocation(path: "a"), Wording(en: "", ar: ""))
    #expect(![warning].containError)
    #expect([warning, Diagnostic("y", at: warning.location, warning.message)].containError)
  }

  @Test(arguments: [
    ("titel", ["title"]), ("Title", ["title"]), ("athors", ["authors"]), ("dat", ["date"]),
    ("summray", ["summary"]), ("xyzzy", []), ("", []), ("t", []), ("tags", ["tags"]),
  ])
  func nearMisses(name: String, expected: [String]) {
    let keys = ["title", "date", "authors", "summary", "tags", "d", "authors"]
    #expect(NearMiss.suggestions(for: name, among: keys) == expected)
  }

  @Test func namesThatManyEditsPartAreNotNear() {
    let names = ["iraq-families", "border-management-study", "x"]
    #expect(
      NearMiss.suggestions(for: "iraq-familys", among: names) == ["iraq-families"])
    #expect(NearMiss.suggestions(for: "border-managament-stdy", among: names).count == 1)
    #expect(NearMiss.suggestions(for: "border-regulation-study", among: names) == [])
    #expect(NearMiss.suggestions(for: "X", among: names) == ["x"])
  }

  @Test func everyEditOfANameLeavesItNear() {
    let name = Array("families")
    for index in name.indices {
      var dropped = name
      dropped.remove(at: index)
      var replaced = name
      replaced[index] = "q"
      var swapped = name
      swapped.swapAt(index, (index + 1) % name.count)
      for misspelt in [dropped, replaced, name + ["q"], Array(swapped)] {
        let near = NearMiss.suggestions(for: String(misspelt), among: ["families", "years"])
        #expect(near == ["families"], "\(String(misspelt))")
      }
    }
  }

  @Test func listsHaveTheCommaOfTheirLanguage() {
    #expect(Wording.list(["a", "b"]) == Wording(en: "a, b", ar: "a، b"))
    #expect(
      Wording.list(["a", "b", "c"], limit: 1) == Wording(en: "a and 2 more", ar: "a وغيرها (2)"))
    #expect(
      Wording.oneOf(["a", "b"])
        == Wording(en: "write one of: a, b", ar: "اكتب واحدًا مما يلي: a، b"))
  }

  @Test func theNearestComesFirst() {
    let near = NearMiss.suggestions(
      for: "authorz", among: ["author", "authors", "authorxx", "auth"])
    #expect(near == ["author", "authors", "authorxx"])
  }

  @Test func didYouMean() {
    let one = Wording.didYouMean("titel", among: ["title"])
    #expect(one == Wording(en: "did you mean ‘title’?", ar: "هل تقصد «title»؟"))
    let two = Wording.didYouMean("العراف", among: ["العراق", "العراك"])
    #expect(two?.english == "did you mean ‘العراق’ or ‘العراك’?")
    #expect(two?.arabic == "هل تقصد «العراق» أو «العراك»؟")
    #expect(Wording.didYouMean("xyzzy", among: ["title"]) == nil)
  }
}
