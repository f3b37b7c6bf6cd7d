import SiteCache
import SiteDigest
import SiteModel
import SiteText
import Testing

@testable import SiteBuild

/// Related works of an earlier build.
struct KeptRelationsTests {
  private static let alike = [[1], [0]]

  private static func article(
    _ title: String, summary: String? = nil, tags: [Int] = []
  ) -> SiteEdition {
    let language = LanguageCode("ar")
    var article = SiteEdition(
      edition: Edition(
        language: language, path: "content/articles/\(title)/ar.md", slug: title,
        slugLocation: nil, title: title, subtitle: nil, summary: summary, keywords: [], tags: [],
        dateline: nil, metadata: WorkMetadata(), translation: nil, aliases: [], corrections: []),
      section: .articles, work: 0, language: 0, path: "/articles/\(title)/", excerpt: "",
      image: nil, pdfPath: nil, readingMinutes: 1)
    article.terms[.tags] = tags
    return article
  }

  /// What is known of some articles after a build of others.
  private static func known(
    of articles: [SiteEdition], after earlier: [SiteEdition], in language: String = "ar"
  ) -> [[Int]]? {
    let writer = Fingerprint(of: [])
    let arabic = LanguageCode("ar")
    let empty = CacheLog([], writer: writer)
    let kept = KeptRelations(in: empty, language: arabic, of: earlier)
    #expect(kept.alike == nil)
    var bytes: [UInt8] = []
    empty.write([kept.change(to: alike)], to: .replacement) { bytes += $0 }
    return KeptRelations(
      in: CacheLog(bytes, writer: writer), language: LanguageCode(language),
      of: articles
    ).alike
  }

  @Test func theSameArticlesAreNotComparedAgain() {
    let articles = [Self.article("أ", summary: "خلاصة", tags: [3]), Self.article("ب")]
    #expect(Self.known(of: articles, after: articles) == Self.alike)
    #expect(Self.known(of: articles, after: articles, in: "en") == nil)
  }

  @Test func anyThingThatArticlesMayShareCounts() {
    let other = Self.article("ب")
    let articles = [Self.article("أ", summary: "خلاصة", tags: [3]), other]
    for changed in [
      Self.article("ج", summary: "خلاصة", tags: [3]),
      Self.article("أ", summary: "أخرى", tags: [3]),
      Self.article("أ", tags: [3]),
      Self.article("أ", summary: "خلاصة", tags: [3, 4]),
      Self.article("أ", summary: "خلاصة", tags: [4]),
    ] {
      #expect(Self.known(of: [changed, other], after: articles) == nil)
    }
    #expect(Self.known(of: articles.reversed(), after: articles) == nil)
    #expect(Self.known(of: [articles[0]], after: articles) == nil)
  }
}
