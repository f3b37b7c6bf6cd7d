import Foundation
import SiteBuild
import SiteTestSupport
import SiteText
import Testing

/// The same content gives the same bytes.
struct DeterminismTests {
  /// 120 works in two languages with terms, links, notes and related works.
  private static let files = files(linksForward: true)

  /// - Parameter linksForward: whether works link to later ones, which the clock may hold back.
  private static func files(linksForward: Bool) -> [(path: String, text: String)] {
    var text = """
      -- content/site.yaml --
      \(Fixtures.siteFile)
      -- content/topics.yaml --
      security: {name: {ar: الأمن, en: Security}}
      borders: {name: {ar: الحدود, en: Borders}, parent: security}
      -- content/authors.yaml --
      layla: {name: {ar: ليلى, en: Layla}}
      omar: {name: {ar: عمر, en: Omar}}

      """
    let words = ["الحدود", "التهريب", "العائدين", "الأدلة", "القضاء", "المنافذ", "التمويل"]
    for number in 1...120 {
      let word = words[number % 7]
      let next = linksForward ? number % 120 + 1 : number
      text += article(
        "work-\(number)", "ar",
        """
        title: دراسة \(word) \(words[number % 5]) \(number)
        date: 20\(10 + number % 14)-0\(1 + number % 9)-1\(number % 10)
        id: \(number)
        topics: [\(number % 2 == 0 ? "security" : "borders")]
        authors: [\(number % 3 == 0 ? "layla" : "omar")]
        tags: [\(word), EU]
        aliases: [/old/\(number)/]
        """,
        text: "نص عن \(word)[^1] و[التالي](../work-\(next)/).\n\n## قسم\n\n[^1]: ملاحظة \(number).")
      text += article(
        "work-\(number)", "en",
        "title: Study \(number)\ntranslation: {of: ar, method: human}\ntags: [EU]",
        text: "Text[^1] and [next](../work-\(next)/ar.md#قسم).\n\n[^1]: Note \(number).")
    }
    return TemporarySite.files(in: text)
  }

  private static func output(
    of files: [(path: String, text: String)], jobs: Int, clock: String? = nil
  ) async throws -> [String: [UInt8]] {
    let site = try TemporarySite()
    for (path, text) in files { try site.write(text, to: path) }
    let built = try await site.build(jobs: jobs) { options in
      options.clock = clock.flatMap { try? Timestamp($0, in: .utc) }
    }
    #expect(built.report.isPublished, "\(built.findings)")
    return try built.files()
  }

  @Test func bytesDoNotDependOnTheNumberOfWorkersNorOnTheOrderOfFiles() async throws {
    let first = try await Self.output(of: Self.files, jobs: 1)
    #expect(first.count > 800)
    let others = [
      try await Self.output(of: Self.files.reversed(), jobs: 1),
      try await Self.output(of: Self.files, jobs: 2),
      try await Self.output(of: Self.files.sorted { $0.text < $1.text }, jobs: 5),
    ]
    for other in others { #expect(Self.differing(first, other) == []) }
  }

  @Test func theClockDecidesWhatIsNow() async throws {
    let files = Self.files(linksForward: false)
    let early = try await Self.output(of: files, jobs: 2, clock: "2016-01-01")
    let again = try await Self.output(of: files, jobs: 5, clock: "2016-01-01")
    #expect(Self.differing(early, again) == [])
    #expect(early["years/2015/index.html"] != nil)
    #expect(early["years/2017/index.html"] == nil)
    let footer = String(decoding: try #require(early["index.html"]), as: UTF8.self)
    #expect(footer.contains("<footer>2016"))
  }

  /// The paths of files that are not the same in both.
  private static func differing(
    _ first: [String: [UInt8]], _ second: [String: [UInt8]]
  ) -> [String] {
    Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
  }
}
