import SiteDiagnostics
import SiteHTML
import SiteText

@testable import SiteTemplate

/// A work as the sample templates see it.
struct SampleWork: Sendable {
  var title = LocalizedText("Title", in: .english)
  var summary: LocalizedText?
  var url = "/en/a/"
  var body = "<p>Body</p>"
  var date = Timestamp(year: 2025, month: 10, day: 28)
  var minutes = 5
  var isNew = false
  var tags: [LocalizedText] = []
  var related: [SampleWork] = []
  var parent: Parent?

  /// Breaks the recursion of the value type.
  final class Parent: Sendable {
    let work: SampleWork

    init(_ work: SampleWork) {
      self.work = work
    }
  }
}

/// The schema that the tests' templates are checked against.
enum Sample {
  static let work: RecordType<SampleWork> = RecordType(
    "work", "A work.",
    fields: [
      Field("title", .text, "Its title.") { .text($0.title) },
      Field("summary", .optional(.text), "Its summary.") { work in
        work.summary.map { .text($0) } ?? .absent
      },
      Field("url", .url, "Its address.") { .url($0.url) },
      Field("body", .html, "Its text.") { .html(HTML(trusted: Array($0.body.utf8))) },
      Field("date", .optional(.date), "Its date.") { work in
        work.date.map { .date($0) } ?? .absent
      },
      Field("minutes", .number, "Minutes to read it.") { .number($0.minutes) },
      Field("is_new", .flag, "Whether it is new.") { .flag($0.isNew) },
      Field("tags", .list(.text), "Its tags.") { .list($0.tags.map { .text($0) }) },
      Field("related", .list(.record("work")), "Works near it.") {
        .list($0.related.map { .record(work.record($0)) })
      },
      Field("parent", .optional(.record("work")), "The work it belongs to.") { root in
        root.parent.map { .record(work.record($0.work)) } ?? .absent
      },
      Field("data", .json, "JSON-LD.") { _ in .json(Array(#"{"a":"</script>"}"#.utf8)) },
    ])

  static let schema = TemplateSchema(
    records: [work.schema],
    entryPoints: ["page.html": [TemplateGlobal("page", .record("work"))]])

  static let english = Language(code: .english, name: "English", locale: "en-GB", path: "/en/")
  static let arabic = Language(code: .arabic, name: "العربية", locale: "ar-IQ", path: "/")

  /// Made once, since taking CLDR's patterns from Foundation is slow.
  static let formatters = [
    english.code: LanguageFormatter(for: english), arabic.code: LanguageFormatter(for: arabic),
  ]

  static let strings = """
    hello: {ar: "مرحبًا", en: "Hello"}
    by: {ar: "بقلم {name}", en: "By {name}"}
    read_time:
      ar: {zero: "أقل من دقيقة", one: "دقيقة واحدة", two: "دقيقتان", few: "{count} دقائق", \
      many: "{count} دقيقة", other: "{count} دقيقة"}
      en: {one: "{count} minute", other: "{count} minutes"}
    """
}

/// Loads templates given as text, `page.html` being the entry point.
func load(
  _ templates: [String: String], strings yaml: String = Sample.strings,
  schema: TemplateSchema = Sample.schema
) -> (library: TemplateLibrary?, strings: Strings, diagnostics: [Diagnostic]) {
  let file = SourceFile(path: "templates/strings.yaml", bytes: Array(yaml.utf8))
  let (strings, found) = Strings.load(file, languages: [.arabic, .english])
  let files = templates.sorted { $0.key < $1.key }
    .map { SourceFile(path: "templates/" + $0.key, bytes: Array($0.value.utf8)) }
  let (library, diagnostics) = TemplateLibrary.load(
    files: files, folder: "templates/", schema: schema, strings: strings,
    stringsUsedByCode: ["hello", "by", "read_time"])
  return (library, strings, found + diagnostics)
}

/// What a page prints; the diagnostics when it does not load.
func render(
  _ templates: [String: String], _ work: SampleWork = SampleWork(),
  in language: Language = Sample.english
) -> String {
  let (library, strings, diagnostics) = load(templates)
  guard let library else { return describe(diagnostics) }
  let context = RenderContext(
    language: language,
    formatter: Sample.formatters[language.code] ?? LanguageFormatter(for: language),
    isolation: BidiIsolation(language.code), baseURL: "https://example.org/", strings: strings)
  var page: [UInt8] = []
  library.pages(for: context).render(
    "page.html", globals: [.record(Sample.work.record(work))], into: &page)
  return String(decoding: page, as: UTF8.self)
}

func render(
  _ template: String, _ work: SampleWork = SampleWork(), in language: Language = Sample.english
) -> String {
  render(["page.html": template], work, in: language)
}

/// The diagnostics of templates as they are shown, one a line, each followed by its remedy.
func errors(_ templates: [String: String], strings: String = Sample.strings) -> String {
  describe(load(templates, strings: strings).diagnostics)
}

func errors(_ template: String) -> String { errors(["page.html": template]) }

func describe(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map { diagnostic in
    "\(diagnostic.location): \(diagnostic.message.english) [\(diagnostic.id)]"
      + (diagnostic.fix.map { "\n  fix: \($0.english)" } ?? "")
      + diagnostic.notes.map { "\n  \($0.location): \($0.message.english)" }.joined()
  }.joined(separator: "\n")
}

extension LocalizedText {
  static func ar(_ text: String) -> LocalizedText { LocalizedText(text, in: .arabic) }
  static func en(_ text: String) -> LocalizedText { LocalizedText(text, in: .english) }
}
