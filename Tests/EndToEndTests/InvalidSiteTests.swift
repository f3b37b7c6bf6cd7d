import Foundation
import SiteTestSupport
import Testing

/// Bad input through the built program: what it prints, how it ends, and that nothing is published.
struct InvalidSiteTests {
  private static let siteFile = """
    title: {ar: مرصد, en: Observatory}
    description: {ar: وصف, en: Description}
    url: https://example.org/
    timezone: Asia/Baghdad
    languages:
      - {code: ar, name: العربية, locale: ar-IQ, path: /}
      - {code: en, name: English, locale: en-GB, path: /en/}

    """
  private static let ar = "content/articles/a/ar.md"
  private static let good = "---\ntitle: عنوان\ndate: 2024-05-25\n---\nنص.\n"

  /// A site with one article, and a file in the output folder that must stay as it is.
  private static func site(_ text: String = good) throws -> TemporarySite {
    let site = try TemporarySite(files: ["content/site.yaml": siteFile, ar: text])
    try site.write("mine", to: "public/mine.txt")
    return site
  }

  /// Builds the site and expects errors.
  private static func expect(
    _ error: String, of site: TemporarySite, arguments: [String] = [], status: Int32 = 1,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let before = try site.files(below: "public")
    let run = try Ctsite.run(["build"] + arguments, in: site.folder)
    #expect(run.error == error, sourceLocation: sourceLocation)
    #expect(run.status == status, sourceLocation: sourceLocation)
    #expect(try site.files(below: "public") == before, sourceLocation: sourceLocation)
    #expect(!site.exists(".public.ctsite-new"), sourceLocation: sourceLocation)
    if status == 1 {
      let count = error.split(separator: "\n").count { $0.contains(": error: ") }
      #expect(
        run.output == "nothing was published: \(count) \(count == 1 ? "error" : "errors")\n",
        sourceLocation: sourceLocation)
    }
  }

  // MARK: Files and folders

  @Test func aMissingContentFolder() throws {
    let site = try TemporarySite(files: ["readme.txt": ""])
    try Self.expect(
      """
      content: error: there is no folder ‘content’ here [missing-content]
          fix: run ctsite in the folder of the site, or name it with --site

      """, of: site)
  }

  @Test func anEmptyContentFolder() throws {
    let site = try TemporarySite()
    try site.makeFolder("content")
    try Self.expect(
      """
      content: error: the folder ‘content’ is empty [empty-content]
          fix: begin with content/site.yaml, which names the site, its address and its languages

      """, of: site)
  }

  @Test func aFileThatIsNotUTF8() throws {
    let site = try Self.site()
    try site.write(Array("---\ntitle: ".utf8) + [0xC7, 0xE1, 0x0A], to: Self.ar)
    try Self.expect(
      """
      content/articles/a/ar.md:2:8: error: the file is not UTF-8; it looks like Windows-1256 [not-utf8]
          fix: save it again with the encoding UTF-8

      """, of: site)
  }

  @Test func aByteOrderMarkAndLineEndsOfWindowsAreFine() throws {
    let site = try Self.site("\u{FEFF}" + Self.good.replacing("\n", with: "\r\n"))
    let run = try site.build()
    #expect(run.status == 0)
    #expect(run.error == "")
    #expect(site.exists("public/articles/a/index.html"))
  }

  @Test func noFrontMatter() throws {
    try Self.expect(
      """
      content/articles/a/ar.md:1:1: error: the file does not begin with front matter [no-front-matter]
          نص.
          fix: begin with a line ‘---’, then ‘title: …’ and ‘date: …’, then another line ‘---’

      """, of: Self.site("نص.\n"))
  }

  @Test func unclosedFrontMatter() throws {
    try Self.expect(
      """
      content/articles/a/ar.md:1:1: error: the front matter that begins here has no end [front-matter-not-closed]
          ---
          fix: write a line ‘---’ between the last key and the text

      """, of: Self.site("---\ntitle: عنوان\nنص.\n"))
  }

  @Test func anArticleOf50Megabytes() throws {
    let site = try Self.site()
    try site.extend(Self.ar, to: 50_000_000)
    try Self.expect(
      """
      content/articles/a/ar.md: error: the text is 50 MB long, and at most 10 MB are read [file-too-large]
          fix: split the text into several works, and keep data in files beside it

      """, of: site)
  }

  @Test func aFolderWithoutALanguageFile() throws {
    let site = try Self.site()
    try site.write("x", to: "content/articles/b/notes.txt")
    try Self.expect(
      """
      content/articles/b: error: there are files in this folder, but no text in any language [no-language-file]
          fix: add ar.md or en.md

      """, of: site)
  }

  @Test func twoFilesForOneLanguage() throws {
    let site = try Self.site()
    try site.write(Self.good, to: "content/articles/a/AR.md")
    try Self.expect(
      """
      content/articles/a/AR.md: error: ‘AR.md’ and ‘ar.md’ are two files for one language [two-files-for-one-language]
          fix: keep what belongs into ar.md, and delete the other file

      """, of: site)
  }

  @Test func symbolicLinksOutOfTheSite() throws {
    let site = try Self.site()
    try site.link("content/articles/a/en.md", to: "/etc/hostname")
    try site.link("content/articles/a/passwords.txt", to: "/etc/passwd")
    try Self.expect(
      """
      content/articles/a/en.md: error: the symbolic link leads out of the site's content [link-leaves-site]
          fix: copy the file here in place of the link
      content/articles/a/passwords.txt: error: the symbolic link leads out of the site's content [link-leaves-site]
          fix: copy the file here in place of the link

      """, of: site)
  }

  // MARK: Hostile text

  @Test func aSlugThatClimbsOutOfTheOutputFolder() throws {
    try Self.expect(
      """
      content/articles/a/ar.md:4:7: error: ‘../../etc’ cannot stand in an address: the character ‘.’ is not allowed [bad-slug]
          slug: ../../etc
          fix: write etc

      """, of: Self.site("---\ntitle: عنوان\ndate: 2024-05-25\nslug: ../../etc\n---\nنص.\n"))
  }

  @Test func anAliasThatClimbsOutOfTheOutputFolder() throws {
    try Self.expect(
      """
      content/articles/a/ar.md:4:11: error: ‘/../../etc/’ is not a path of the site [bad-alias]
          aliases: [/../../etc/]
          fix: write the old address from the slash behind the host: /2019/05/old-name/

      """, of: Self.site("---\ntitle: عنوان\ndate: 2024-05-25\naliases: [/../../etc/]\n---\nنص.\n"))
  }

  @Test func aBombOfYAMLAliases() throws {
    let lines = (1...9).map { level in
      let inner = Array(repeating: level == 1 ? "x" : "*a\(level - 1)", count: 9)
      return "a\(level): &a\(level) [\(inner.joined(separator: ", "))]\n"
    }
    try Self.expect(
      """
      content/articles/a/ar.md:2:5: error: anchors (&name) and aliases (*name) are not read, since a few of them can stand for millions of values [yaml-alias]
          a1: &a1 [x, x, x, x, x, x, x, x, x]
          fix: write the value out; if it is text, put the whole value in quotation marks: a1: "&a1 [x, x, x, x, x, x, x, x, x]"

      """,
      of: Self.site("---\n\(lines.joined())title: عنوان\ndate: 2024-05-25\n---\nنص.\n"))
  }

  @Test(arguments: ["[", "[a](", "![", "**a ", "`", "<", "> ", "- ", "\\[*_"])
  func tenThousandNestedMarksEnd(mark: String) throws {
    let text = String(repeating: mark, count: 10_000)
    let closing = mark == "[" ? String(repeating: "]", count: 10_000) : ""
    let run = try Self.site(Self.good + text + closing + "\n").build()
    #expect(
      run.status == 0
        || ["too-deeply-nested", "too-complex", "fence-not-closed"].contains {
          run.error.contains("[\($0)]")
        })
  }

  @Test func rawHTMLAndLinksToScript() throws {
    try Self.expect(
      """
      content/articles/a/ar.md:6:1: error: HTML is not allowed in the text: ‘<script>’ [raw-html]
          <script>alert(1)</script>
          fix: write it in Markdown, put a backslash before ‘<’ if it is text, or set ‘raw_html: allow’ in site.yaml
      content/articles/a/ar.md:8:5: error: a link may not use ‘javascript:’ [unsafe-link]
          [a](JavaScript:alert(1)) [ب](data:image/svg+xml,x)
          fix: use http, https, mailto, tel or a path within the site
      content/articles/a/ar.md:8:30: error: a link may not use ‘data:’ [unsafe-link]
          [a](JavaScript:alert(1)) [ب](data:image/svg+xml,x)
          fix: use http, https, mailto, tel or a path within the site

      """,
      of: Self.site(
        Self.good
          + "<script>alert(1)</script>\n\n[a](JavaScript:alert(1)) [ب](data:image/svg+xml,x)\n"
      ))
  }

  // MARK: The machine

  @Test(arguments: ["file/below", "file"])
  func anOutputFolderThatCannotBeWritten(output: String) throws {
    let site = try Self.site()
    try site.write("a file", to: "file")
    let action =
      output == "file"
      ? "write ‘\(site.absolute("file"))’"
      : "make the folder ‘\(site.absolute("file"))’"
    try Self.expect(
      """
      ctsite: error: cannot \(action): Not a directory
          fix: move the file of that name away, or choose another folder with --output

      """, of: site, arguments: ["--output", output], status: 3)
    #expect(try site.text(of: "file") == "a file")
  }

  @Test(arguments: [".", "..", "/", "content", "content/public", "templates/x", "way/articles"])
  func anOutputFolderAmongTheSourcesIsRefused(output: String) throws {
    let site = try Self.site()
    try site.link("way", to: "content")
    try Self.expect(
      """
      Error: ‘--output \(output)’: give a folder that neither holds the site nor lies in its ‘content’ or ‘templates’.
      \(Ctsite.buildUsage)
      """, of: site, arguments: ["--output", output], status: 2)
    #expect(try site.text(of: Self.ar) == Self.good)
  }

  // MARK: Many at once

  @Test func everythingThatIsWrongIsReportedInOneRunInOrder() throws {
    let site = try Self.site(
      """
      ---
      titel: عنوان
      date: 2021-29-11
      ---
      ![](x.png)

      [a](../q/) [b](../draft/) [c](#nowhere)

      """)
    try site.write(
      "---\ntitle: T\ndate: 2024-01-01\ntopics: [securty]\n---\n[x](/nopage/)\n",
      to: "content/articles/b/en.md")
    try site.write(
      "---\ntitle: مسودة\ndate: 2024-01-01\nstatus: draft\n---\nنص.\n",
      to: "content/articles/draft/ar.md")
    try site.write(
      "security: {nmae: {ar: الأمن}, name: {ar: الأمن, en: Security}}\n", to: "content/topics.yaml")
    try Self.expect(
      """
      content/articles/a/ar.md:2:1: error: there is no key ‘titel’ [unknown-key]
          titel: عنوان
          fix: did you mean ‘title’?
      content/articles/a/ar.md:3:7: error: ‘2021-29-11’ is not a date: there is no month 29 [bad-date]
          date: 2021-29-11
          fix: write 2021-11-29
      content/articles/a/ar.md:5:5: error: the image has no alternative text [missing-alt]
          ![](x.png)
          fix: say between the brackets what the image shows: ![a camp at dawn](camp.jpg)
      content/articles/a/ar.md:5:5: error: no image is at ‘content/articles/a/x.png’ [unresolved-image]
          ![](x.png)
          fix: put the image into the work's folder
      content/articles/a/ar.md:7:5: error: no work and no file is at ‘../q/’ [unresolved-link]
          [a](../q/) [b](../draft/) [c](#nowhere)
          fix: give the work's folder relative to this file, such as ‘../iraq-families/’
      content/articles/a/ar.md:7:16: error: ‘../draft/’ is not published: its status is ‘draft’ [unresolved-link]
          [a](../q/) [b](../draft/) [c](#nowhere)
          fix: publish that work first, or take the link out
      content/articles/a/ar.md:7:31: error: no heading has the anchor ‘#nowhere’ [unknown-anchor]
          [a](../q/) [b](../draft/) [c](#nowhere)
          fix: that text has no headings: link to it without ‘#’
      content/articles/b/en.md:4:10: error: ‘securty’ is not in content/topics.yaml [undefined-topic]
          topics: [securty]
          fix: did you mean ‘security’?
      content/articles/b/en.md:6:5: error: the site has no page ‘/nopage/’ [unknown-page]
          [x](/nopage/)
          fix: link to works by their folder, such as ‘../iraq-families/’, so that the link is checked and follows the reader's language
      content/topics.yaml:1:12: error: there is no key ‘nmae’ [unknown-key]
          security: {nmae: {ar: الأمن}, name: {ar: الأمن, en: Security}}
          fix: did you mean ‘name’?

      """, of: site)
  }

  @Test func templatesAndContentAreReportedTogether() throws {
    let site = try Self.site("---\ntitle: عنوان\ndate: soon\n---\nنص.\n")
    try site.write(
      "{% extends \"base.html\" %}\n{% block main %}\n  {{ article.tilte }}\n{% endblock %}\n",
      to: "templates/page.html")
    try Self.expect(
      """
      content/articles/a/ar.md:3:7: error: ‘soon’ is not a date of the form 2025-05-25 [bad-date]
          date: soon
          fix: write date: 2025-05-25, or with a time 2025-05-25T09:30
      templates/page.html:3:14: error: the record ‘article’ has no field ‘tilte’ [unknown-field]
            {{ article.tilte }}
          fix: did you mean ‘title’?

      """, of: site)
  }
}
