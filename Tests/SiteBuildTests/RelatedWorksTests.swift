import SiteBuild
import SiteTestSupport
import Testing

/// Which works an article calls related.
struct RelatedWorksTests {
  private static let series = "-- content/series.yaml --\nfile: {name: {ar: ملف, en: File}}\n"

  @Test func aSeriesOutranksTagsAndTagsOutrankWords() async throws {
    let built = try await build(
      Self.series
        + article(
          "it", "ar", "title: الحدود المنافذ\nseries: file\ntags: [تهريب]\ndate: 2024-05-01")
        + article("series", "ar", "title: شيء آخر تماما\nseries: file\ndate: 2010-01-01")
        + article("tag", "ar", "title: موضوع مختلف\ntags: [تهريب]\ndate: 2011-01-01")
        + article("word", "ar", "title: حديث المنافذ\ndate: 2024-05-02")
        + article("other", "ar", "title: بلا صلة\ndate: 2024-05-03"))
    #expect(
      try built.links("related", on: "articles/it/index.html")
        == ["/articles/series/", "/articles/tag/", "/articles/word/"])
  }

  @Test func whatTheEditorNamesComesFirstAndOnce() async throws {
    let built = try await build(
      Self.series
        + article("it", "ar", "series: file\nrelated: [named, series-2]")
        + (1...6).map { article("series-\($0)", "ar", "series: file\ndate: 2024-01-1\($0)") }
        .joined()
        + article("named", "ar", "date: 2001-01-01"))
    let related = try built.links("related", on: "articles/it/index.html")
    #expect(related.prefix(2) == ["/articles/named/", "/articles/series-2/"])
    #expect(related.count == 4)
    #expect(Set(related).count == 4)
  }

  @Test func aWorkIsNotRelatedToItselfNorToWorksInOtherLanguages() async throws {
    let built = try await build(
      Self.series
        + article("it", "ar", "title: ع\nseries: file")
        + article("it", "en", "title: It\ntranslation: {of: ar, method: human}")
        + article("english", "en", "title: It too\nseries: file"))
    #expect(try built.links("related", on: "articles/it/index.html") == [])
    #expect(
      try built.links("related", on: "en/articles/it/index.html") == ["/en/articles/english/"])
  }

  @Test func ofEquallyAlikeWorksTheNearestInTimeAreTaken() async throws {
    let works = (1...9).map {
      article("w\($0)", "ar", "title: ع \($0)\ntags: [و]\ndate: 2024-01-0\($0)")
    }
    let built = try await build(works.joined())
    #expect(
      try built.links("related", on: "articles/w5/index.html")
        == ["/articles/w6/", "/articles/w4/", "/articles/w7/", "/articles/w3/"])
    #expect(
      try built.links("related", on: "articles/w9/index.html")
        == ["/articles/w8/", "/articles/w7/", "/articles/w6/", "/articles/w5/"])
  }

  @Test func aSiteWithoutArticlesIsFine() async throws {
    let built = try await build("-- content/pages/about/ar.md --\n---\ntitle: عنّا\n---\nنص.\n")
    #expect(built.findings == "")
    #expect(built.exists("about/index.html"))
    #expect(try built.text("feed.xml").contains("<updated>1970-01-01T00:00:00Z</updated>"))
  }
}
