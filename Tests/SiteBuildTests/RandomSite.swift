import Foundation
import SiteTestSupport

/// A site that changes at random, from a seed: what editors do to a site over the years, in no
/// order.
struct RandomSite {
  /// The files of the site by their paths.
  private(set) var files: [String: [UInt8]]
  /// How the site is built.
  private(set) var includesDrafts = false
  private(set) var includesFuture = false
  private(set) var baseURL: String?
  private(set) var clock: String?
  private(set) var hasPictureTool = true
  private var random: SplitMix64
  private var nextNumber = 1
  private var pageSize = 2
  private var title = "مرصد"
  /// The works that a menu names, by their folders.
  private var worksInMenu: [String] = []
  /// How many entries stand in a menu besides: with many it is not unrolled.
  private var otherEntries = 0
  /// Whether the site may ask for social cards. Drawing takes time, so such a site has few works.
  private let mayHaveCards: Bool
  private var hasCards = false

  /// Two folders in which works lie, so that links between them have several parts.
  private static let folders = ["2023", "2024"]
  private static let words = [
    "الحدود", "التهريب", "العائدين", "الأدلة", "القضاء", "المنافذ", "التمويل", "الأمن",
  ]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    mayHaveCards = seed % 5 == 4
    files = [:]
    write(Self.topics(["security", "borders"], name: "الأمن"), to: "content/topics.yaml")
    write(Self.authors(bio: "تبحث."), to: "content/authors.yaml")
    write("---\ntitle: عنّا\n---\nمن نحن.\n", to: "content/pages/about/ar.md")
    for _ in 0..<(mayHaveCards ? 3 : 6) { addWork() }
    if mayHaveCards { addCardTheme() }
    writeSiteFile()
  }

  /// Makes one change, and says what it was.
  mutating func change() -> String {
    let changes: [(String, (inout RandomSite) -> Void)] = [
      ("add a work", { $0.addWork() }), ("add a work", { $0.addWork() }),
      ("edit a text", { $0.editText() }), ("edit a text", { $0.editText() }),
      ("edit a field", { $0.editField() }), ("edit a field", { $0.editField() }),
      ("remove a work", { $0.removeWork() }), ("rename a work", { $0.renameWork() }),
      ("add a translation", { $0.addTranslation() }),
      ("remove a translation", { $0.removeTranslation() }),
      ("add a picture", { $0.addPicture() }), ("add a chart", { $0.addChart() }),
      ("replace a file", { $0.replaceAsset() }),
      ("remove a file", { $0.removeAsset() }), ("edit topics", { $0.editTopics() }),
      ("edit authors", { $0.editAuthors() }), ("edit the site", { $0.editSite() }),
      ("edit a template", { $0.editTemplate() }), ("edit a string", { $0.editString() }),
      ("edit the style sheet", { $0.editStyleSheet() }),
      ("build otherwise", { $0.changeOptions() }), ("change nothing", { _ in }),
      ("install or remove the picture tool", { $0.hasPictureTool.toggle() }),
      ("swap two works", { $0.swapWorks() }), ("spoil a file", { $0.spoil() }),
      ("mend the files", { $0.mend() }), ("mend the files", { $0.mend() }),
      ("paste a control character", { $0.pasteControl() }),
      ("remove control characters", { $0.removeControls() }),
      ("link to a language", { $0.linkToLanguage() }), ("edit tags", { $0.editTags() }),
      ("edit series and regions", { $0.editSeries() }),
      ("edit the glossary", { $0.editGlossary() }),
      ("edit several works", { for _ in 0..<3 { $0.editField() } }),
      ("edit the menu", { $0.editMenu() }), ("edit the menu", { $0.editMenu() }),
      ("edit the page of the menu", { $0.editPage() }),
      ("link by an address", { $0.linkByAddress() }),
    ]
    let (name, apply) = changes[number(below: changes.count)]
    apply(&self)
    writeSiteFile()
    return name
  }

  /// Brings the files and the options back to what they were.
  mutating func takeBack(to earlier: RandomSite) {
    files = earlier.files
    includesDrafts = earlier.includesDrafts
    includesFuture = earlier.includesFuture
    baseURL = earlier.baseURL
    clock = earlier.clock
    hasPictureTool = earlier.hasPictureTool
    pageSize = earlier.pageSize
    title = earlier.title
    worksInMenu = earlier.worksInMenu
    otherEntries = earlier.otherEntries
    hasCards = earlier.hasCards
  }

  // MARK: Works

  private var works: [String] {
    files.keys.filter { $0.hasPrefix("content/articles/") && $0.hasSuffix("/ar.md") }
      .map { String($0.dropLast("/ar.md".count)) }.sorted()
  }

  private mutating func addWork() {
    if mayHaveCards, works.count > 4 { return removeWork() }
    let folder = "content/articles/\(pick(Self.folders))/work-\(nextNumber)"
    nextNumber += 1
    write(work(number: nextNumber, linkingTo: works), to: folder + "/ar.md")
    if number(below: 2) == 0 { write(translation(), to: folder + "/en.md") }
  }

  private mutating func work(number: Int, linkingTo others: [String]) -> String {
    let link = others.isEmpty ? "" : " و[عمل](../../\(Self.tail(pick(others)))/)"
    let status = pick(["published", "published", "published", "draft", "retracted"])
    return """
      ---
      id: \(number)
      title: دراسة \(pick(Self.words)) \(number)
      date: 20\(10 + self.number(below: 14))-0\(1 + self.number(below: 9))-1\(self.number(below: 9))
      type: \(pick(["study", "news", "brief"]))
      status: \(status)
      topics: [\(pick(["security", "borders"]))]
      authors: [\(pick(["layla", "omar"]))]
      tags: [\(pick(Self.words))]
      aliases: [/old/\(number)/]
      ---
      نص عن \(pick(Self.words))[^1].

      ## قسم

      فقرة\(link).

      [^1]: ملاحظة \(number).

      """
  }

  private mutating func translation() -> String {
    """
    ---
    title: Study \(number(below: 1000))
    translation: {of: ar, method: human}
    ---
    Text of \(number(below: 1000)).

    """
  }

  private mutating func editText() {
    edit { text, site in
      text + "\nفقرة \(site.number(below: 1000)) عن \(site.pick(Self.words)).\n"
    }
  }

  private mutating func editField() {
    edit { text, site in
      let fields = [
        ("title", "دراسة \(site.pick(Self.words)) أخرى \(site.number(below: 100))"),
        ("summary", "خلاصة \(site.number(below: 100))"),
        ("date", "20\(10 + site.number(below: 14))-11-2\(site.number(below: 9))"),
        ("status", site.pick(["published", "draft", "retracted"])),
        ("expires", "20\(12 + site.number(below: 14))-12-3\(site.number(below: 2))"),
        ("tags", "[\(site.pick(Self.words)), \(site.pick(Self.words))]"),
        ("topics", "[\(site.pick(["security", "borders"]))]"),
        ("slug", "slug-\(site.number(below: 100_000))"),
      ]
      let (key, value) = site.pick(fields)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let end = lines.dropFirst().firstIndex(of: "---") ?? 1
      let others = lines[1..<end].filter { !$0.hasPrefix(key + ":") }
      return (["---", "\(key): \(value)"] + others + lines[end...]).joined(separator: "\n")
    }
  }

  private mutating func edit(_ change: (String, inout RandomSite) -> String) {
    guard !works.isEmpty else { return addWork() }
    let path = pick(works) + "/ar.md"
    write(change(text(of: path), &self), to: path)
  }

  private mutating func removeWork() {
    guard works.count > 2 else { return addWork() }
    let folder = pick(works)
    for path in files.keys where path.hasPrefix(folder + "/") { files[path] = nil }
  }

  private mutating func renameWork() {
    guard !works.isEmpty else { return addWork() }
    let folder = pick(works)
    nextNumber += 1
    let target = "content/articles/\(pick(Self.folders))/renamed-\(nextNumber)"
    for (path, bytes) in files where path.hasPrefix(folder + "/") {
      files[path] = nil
      files[target + path.dropFirst(folder.count)] = bytes
    }
  }

  private mutating func swapWorks() {
    guard works.count > 1 else { return addWork() }
    let (first, second) = (pick(works) + "/ar.md", pick(works) + "/ar.md")
    (files[first], files[second]) = (files[second], files[first])
  }

  private mutating func addTranslation() {
    guard !works.isEmpty else { return addWork() }
    write(translation(), to: pick(works) + "/en.md")
  }

  private mutating func removeTranslation() {
    let translations = files.keys.filter { $0.hasSuffix("/en.md") }.sorted()
    if !translations.isEmpty { files[pick(translations)] = nil }
  }

  /// Takes the front matter from a translation, so that it cannot be read.
  private mutating func spoil() {
    let translations = files.keys.filter { $0.hasSuffix("/en.md") }.sorted()
    guard !translations.isEmpty else { return addTranslation() }
    write("Text without front matter.\n", to: pick(translations))
  }

  private mutating func mend() {
    for path in files.keys.sorted() where path.hasSuffix("/en.md") {
      if !text(of: path).hasPrefix("---") { write(translation(), to: path) }
    }
  }

  private mutating func pasteControl() { edit { text, _ in text + "\nفقرة\u{B} \u{8D}أخرى.\n" } }

  private mutating func removeControls() {
    for path in files.keys.sorted() where path.hasSuffix(".md") {
      let text = text(of: path).unicodeScalars.filter { $0 != "\u{B}" && $0 != "\u{8D}" }
      write(String(String.UnicodeScalarView(text)), to: path)
    }
  }

  /// A link that names the file of a language, with an anchor that may be in that language only.
  private mutating func linkToLanguage() {
    let language = pick(["ar", "en"])
    let target = Self.tail(pick(works.isEmpty ? [""] : works))
    let anchor = pick(["", "#قسم", "#section-\(number(below: 3))"])
    edit { text, _ in text + "\nانظر [النص](../../\(target)/\(language).md\(anchor)).\n" }
  }

  /// A link to a page as readers see it, at times with the site's own name.
  private mutating func linkByAddress() {
    let pages = works.map { address(of: $0) } + ["/topics/", "/search/", "/about/"]
    let link = pick(["", "https://example.org", "https://example.net/portal"]) + pick(pages)
    edit { text, _ in text + "\nانظر [العنوان](\(link)).\n" }
  }

  /// The address of a work's original.
  private func address(of folder: String) -> String {
    let lines = text(of: folder + "/ar.md").split(separator: "\n")
    let slug = lines.first { $0.hasPrefix("slug: ") }.map { String($0.dropFirst(6)) }
    return "/articles/\(slug ?? (folder as NSString).lastPathComponent)/"
  }

  // MARK: Files

  private mutating func addPicture() {
    guard !works.isEmpty else { return addWork() }
    let folder = pick(works)
    files[folder + "/map.png"] = picture()
    let link = number(below: 2) == 0 ? "\n[التقرير](report.pdf)\n" : ""
    write(text(of: folder + "/ar.md") + "\n![خريطة](map.png)\n\(link)", to: folder + "/ar.md")
    files[folder + "/report.pdf"] = Array("%PDF-1.4 \(number(below: 1000))".utf8)
  }

  private mutating func addChart() {
    guard !works.isEmpty else { return addWork() }
    let folder = pick(works)
    let data = number(below: 2) == 0 ? "file: data.csv\n" : table()
    write(table(), to: folder + "/data.csv")
    if files[folder + "/en.md"] != nil {
      write(
        text(of: folder + "/en.md") + "\n```chart\ntitle: Chart\nfile: data.csv\n```\n",
        to: folder + "/en.md")
    }
    write(
      text(of: folder + "/ar.md")
        + "\n```chart \(pick(["bar", "line"]))\ntitle: مخطط\n\(data)```\n",
      to: folder + "/ar.md")
  }

  /// The values of a chart.
  private mutating func table() -> String {
    "السنة,عدد\n" + (2020...2023).map { "\($0),\(number(below: 1000))\n" }.joined()
  }

  private mutating func replaceAsset() {
    let assets = files.keys.filter {
      $0.hasSuffix(".png") || $0.hasSuffix(".pdf") || $0.hasSuffix(".csv")
    }.sorted()
    guard !assets.isEmpty else { return addPicture() }
    let path = pick(assets)
    files[path] =
      path.hasSuffix(".png")
      ? picture()
      : Array((path.hasSuffix(".csv") ? table() : "%PDF-1.4 \(number(below: 1000))").utf8)
  }

  private mutating func removeAsset() {
    let assets = files.keys.filter { $0.hasSuffix(".png") || $0.hasSuffix(".pdf") }.sorted()
    if !assets.isEmpty { files[pick(assets)] = nil }
  }

  /// A PNG of one pixel with some bytes behind its end, at times as many as make a copy worth while.
  private mutating func picture() -> [UInt8] {
    let content = pick(["", "", "", "DAMAGED"]) + String(number(below: 1000))
    return SmallSite.picture + Array(content.utf8)
      + [UInt8](repeating: 0, count: number(below: 2) * 10_000)
  }

  // MARK: The site

  private mutating func editTopics() {
    write(
      Self.topics(["security", "borders"], name: "الأمن \(number(below: 100))"),
      to: "content/topics.yaml")
  }

  private mutating func editAuthors() {
    write(Self.authors(bio: "تبحث في \(pick(Self.words))."), to: "content/authors.yaml")
  }

  private mutating func editTags() {
    write(
      """
      smuggling:
        name: {ar: التهريب \(number(below: 10)), en: Smuggling}
        aliases: [\(pick(["تهريب", "المهربون"]))]

      """, to: "content/tags.yaml")
  }

  private mutating func editSeries() {
    write(
      "returns: {name: {ar: العودة \(number(below: 10)), en: Returns}}\n", to: "content/series.yaml"
    )
    write(
      "iraq: {name: {ar: العراق, en: Iraq \(number(below: 10))}}\n", to: "content/regions.yaml")
    edit { text, site in
      let field = site.pick(["series: returns", "regions: [iraq]"])
      let key = field.prefix { $0 != ":" }
      guard text.hasPrefix("---\n"), !text.contains("\n\(key):") else { return text }
      return "---\n\(field)\n" + text.dropFirst(4)
    }
  }

  private mutating func editGlossary() {
    write(
      """
      evidence:
        preferred: {ar: الأدلة, en: evidence}
        variants: [البينات \(number(below: 10))]

      """, to: "content/glossary.yaml")
  }

  private mutating func editSite() {
    pageSize = 2 + number(below: 3)
    title = "مرصد \(number(below: 3))"
    hasCards = mayHaveCards && number(below: 2) == 0
  }

  private mutating func editMenu() {
    worksInMenu = works.isEmpty ? [] : (0..<number(below: 4)).map { _ in pick(works) }
    otherEntries = pick([0, 0, 70])
  }

  /// Edits the page that is in the menu as long as there is one.
  private mutating func editPage() {
    let state = pick([
      "status: published", "expires: 2015-01-01", "expires: 2020-01-01", "date: 2019-01-01",
      "status: draft",
    ])
    write(
      "---\ntitle: عنّا \(number(below: 3))\n\(state)\n---\nمن نحن.\n",
      to: "content/pages/about/ar.md")
  }

  /// What cards are drawn with, and templates that show them.
  private mutating func addCardTheme() {
    let fonts = Fixtures.folder + "/../../templates/assets/fonts/"
    for font in ["literata.woff2", "naskh-400.woff2", "naskh-700.woff2"] {
      files["templates/assets/fonts/\(font)"] = FileManager.default.contents(
        atPath: fonts + font
      ).map(Array.init)
    }
    let head = "partials/head.html"
    let text = try? String(contentsOfFile: "\(Fixtures.theme)/\(head)", encoding: .utf8)
    write(
      (text ?? "")
        + "{% if page.card %}<meta name=\"card\" content=\"{{ page.card.url }}\">{% endif %}\n",
      to: "templates/\(head)")
  }

  private mutating func editTemplate() {
    let name = pick(["article", "term", "page"])
    let path = "\(Fixtures.theme)/\(name).html"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    if number(below: 3) == 0 {
      files["templates/\(name).html"] = nil
    } else {
      write(
        text.replacingOccurrences(of: "<h1", with: "<p>\(number(below: 100))</p><h1"),
        to: "templates/\(name).html")
    }
  }

  private mutating func editString() {
    let path = Fixtures.theme + "/strings.yaml"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    write(
      text.replacingOccurrences(of: "الهوامش", with: "الهوامش \(number(below: 3))")
        .replacingOccurrences(of: "منشورات بين", with: "أعمال \(number(below: 3)) بين"),
      to: "templates/strings.yaml")
  }

  private mutating func editStyleSheet() {
    write("body { color: #\(100 + number(below: 800)); }\n", to: "templates/assets/site.css")
  }

  private mutating func changeOptions() {
    switch number(below: 4) {
    case 0: includesDrafts.toggle()
    case 3: includesFuture.toggle()
    case 1: baseURL = baseURL == nil ? "https://example.net/portal/" : nil
    default: clock = clock == nil ? "2018-01-01" : nil
    }
  }

  private mutating func writeSiteFile() {
    worksInMenu = worksInMenu.filter(works.contains)
    let main = (worksInMenu.map { address(of: $0) } + ["/topics/"])
    let others = (0..<otherEntries).map { "/topics/?\($0)" }
    let text = Fixtures.siteFile.replacingOccurrences(of: "مرصد", with: title)
    write(
      """
      \(text)page_size: \(pageSize)
      social_cards: \(hasCards)
      menus:
        main:
      \(Self.entries(main + others))
        footer:
      \(Self.entries(["/about/"]))

      """, to: "content/site.yaml")
  }

  private static func entries(_ addresses: [String]) -> String {
    addresses.map { "    - {url: \"\($0)\", label: {ar: بند, en: Entry}}" }.joined(separator: "\n")
  }

  private static func topics(_ keys: [String], name: String) -> String {
    keys.map { "\($0): {name: {ar: \(name) \($0), en: \($0)}}\n" }.joined()
  }

  private static func authors(bio: String) -> String {
    """
    layla: {name: {ar: ليلى, en: Layla}, bio: {ar: \(bio), en: Studies.}}
    omar: {name: {ar: عمر, en: Omar}}

    """
  }

  // MARK: Chance

  private static func tail(_ folder: String) -> String {
    folder.split(separator: "/").suffix(2).joined(separator: "/")
  }

  private func text(of path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }

  private mutating func write(_ text: String, to path: String) { files[path] = Array(text.utf8) }

  private mutating func number(below limit: Int) -> Int {
    Int.random(in: 0..<limit, using: &random)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }
}
