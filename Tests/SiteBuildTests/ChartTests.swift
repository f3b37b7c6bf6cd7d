import SiteBuild
import SiteTestSupport
import Testing

/// Charts in texts and on the pages of terms.
struct ChartTests {
  private static let inline = """
    نص.

    ```chart
    title: العائلات
    السنة,عدد
    2023,173
    ```

    """

  private static let fromFile = """
    نص.

    ```chart line
    title: العائلات
    file: data/years.csv
    ```

    """

  private static func data(_ value: String) -> String {
    "-- content/articles/a/data/years.csv --\nYear,Families\n2023,173\n2024,\(value)\n"
  }

  @Test func aBlockBecomesAFigure() async throws {
    let built = try await build(
      article("a", text: Self.inline) + article("b", text: "```swift\nx\n```"))
    #expect(built.findings == "")
    let page = try built.text("articles/a/index.html")
    #expect(page.contains("<figure class=\"chart\"><figcaption id=\"_c7\">العائلات</figcaption>"))
    #expect(page.contains("<summary>البيانات</summary>"))
    #expect(page.contains("<p>has charts</p>"))
    #expect(!(try built.text("articles/b/index.html").contains("<p>has charts</p>")))
  }

  @Test func feedsCarryTheTable() async throws {
    let built = try await build(article("a", text: Self.fromFile) + Self.data("180"))
    let feed = try built.text("feed.xml")
    #expect(
      feed.contains(
        "&lt;figcaption&gt;العائلات&lt;/figcaption&gt;&lt;table&gt;") && !feed.contains("svg"))
  }

  @Test func valuesComeFromAFileOfTheWorkThatReadersMayHave() async throws {
    let built = try await build(article("a", text: Self.fromFile) + Self.data("١٨٠"))
    #expect(built.findings == "")
    let page = try built.text("articles/a/index.html")
    #expect(page.contains("<td class=\"num\">180</td>"))
    #expect(
      page.contains(
        "<p><a href=\"/articles/a/data/years.csv\"><bdi lang=\"en\" dir=\"ltr\">data/years.csv</bdi></a></p>"
      ))
    #expect(built.exists("articles/a/data/years.csv"))
  }

  @Test func aFileThatIsNotThereIsNamedWithItsNeighbours() async throws {
    let site = try TemporarySite(
      article("a", text: Self.fromFile.replacing("years.csv", with: "year.csv"))
        + article("b", text: Self.fromFile)
        + article("c", text: Self.fromFile.replacing("data/years.csv", with: "c.pdf"))
        + "-- content/articles/c/c.pdf --\n%PDF\n" + Self.data("1"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    #expect(
      try await site.build().findings == """
        content/articles/a/ar.md:9:7: error: the work has no file ‘data/year.csv’ [chart-file]
            file: data/year.csv
            fix: did you mean ‘data/years.csv’?
        content/articles/b/ar.md:9:7: error: the work has no file ‘data/years.csv’ [chart-file]
            file: data/years.csv
            fix: put the table beside the text as a CSV file
        content/articles/c/ar.md:9:7: error: charts are not drawn from files such as ‘c.pdf’ [chart-file]
            file: c.pdf
            fix: save the table as CSV in UTF-8

        """)
  }

  @Test func faultsOfTheFileAreToldOnce() async throws {
    let site = try TemporarySite(
      article("a", text: Self.fromFile)
        + article("a", "en", "translation: {of: ar, method: human}", text: Self.fromFile)
        + Self.data("some"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    #expect(
      try await site.build().findings == """
        content/articles/a/data/years.csv:3:6: error: ‘some’ is not a number [chart-number]
            2024,some
            fix: write digits alone, with a point before decimals: 1924 or 3.8; leave the cell empty where the value is not known

        """)
    try site.write([0xC7, 0xE1, 0x2C, 0x31], to: "content/articles/a/data/years.csv")
    #expect(try await site.build().findings.contains("years.csv:1:1: error: the file is not UTF-8"))
  }

  /// The rows and the note that it swallows are no mistakes of their own.
  @Test func aChartThatIsNotClosedIsOneError() async throws {
    func findings(_ end: String) async throws -> String {
      try await build(
        article(
          "a",
          text:
            "نص[^a].\n\n```chart bar\ntitle: T\n\nA,B\nx,1\n\(end)\n## بعد\n\nنص, آخر\n\n[^a]: هامش."
        )
      ).findings
    }
    #expect(
      try await findings("") == """
        content/articles/a/ar.md:7:1: error: no line ‘```’ closes this block, so all that follows belongs to it [fence-not-closed]
            ```chart bar
            fix: write a line ‘```’ where the block ends

        """)
    #expect(try await findings("```\n") == "")
  }

  @Test func aTextIsRenderedAgainWhenItsFileChanges() async throws {
    let site = try TemporarySite(article("a", text: Self.fromFile) + Self.data("180"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    _ = try await site.build()
    for value in ["190", "200", "210"] {
      try site.write(
        "Year,Families\n2023,173\n2024,\(value)\n", to: "content/articles/a/data/years.csv")
      let built = try await site.build()
      #expect(
        try built.text("articles/a/index.html").contains("<td class=\"num\">\(value)</td>"))
    }
  }

  @Test func theLinkToTheFileFollowsThePageOfTheOriginal() async throws {
    let translation = article(
      "a", "en", "title: A\ntranslation: {of: ar, method: human}", text: Self.fromFile)
    let site = try TemporarySite(
      article("a", text: Self.fromFile) + translation + Self.data("180"))
    try site.write(Fixtures.siteFile, to: "content/site.yaml")
    _ = try await site.build()
    try site.write(
      try site.text(of: "content/articles/a/ar.md").replacing("date:", with: "slug: b\ndate:"),
      to: "content/articles/a/ar.md")
    let built = try await site.build()
    #expect(
      try built.text("en/articles/a/index.html").contains("href=\"/articles/b/data/years.csv\""))
  }

  @Test func aTermShowsItsWorksPerYear() async throws {
    let built = try await build(
      ["2019", "2021", "2021", "2023"].enumerated().map { number, year in
        article("w\(number)", "ar", "date: \(year)-05-01\ntags: [وسم]")
      }.joined()
        + article("x", "ar", "date: 2023-05-01\ntags: [آخر]")
        + article("y", "ar", "date: 2020-05-01\ntags: [آخر]"))
    let page = try built.text("tags/وسم/index.html")
    #expect(
      page.contains(
        "<figure class=\"chart low\"><figcaption id=\"_years\">4 منشورات بين 2019 و2023</figcaption>"
      ))
    #expect(page.matches(of: /<rect class="s1"/).count == 3)
    #expect(page.contains("<th scope=\"row\">2020</th><td class=\"num\">0</td>"))
    #expect(!(try built.text("tags/آخر/index.html").contains("figure")))
    #expect(!(try built.text("years/2021/index.html").contains("figure")))
  }
}
