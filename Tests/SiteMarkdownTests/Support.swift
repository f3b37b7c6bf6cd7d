import SiteDiagnostics
import SiteHTML
import SiteMarkdown
import SiteText

extension MarkdownLabels {
  static let arabic = MarkdownLabels(
    notes: "الهوامش", note: "الهامش {n}", backReference: "عودة إلى النص {n}", table: "جدول {n}",
    keyPoints: "أبرز النقاط", remark: "ملاحظة", warning: "تنبيه", taskDone: "تمّ",
    taskOpen: "لم يتمّ")
  static let english = MarkdownLabels(
    notes: "Notes", note: "Note {n}", backReference: "Back to text {n}", table: "Table {n}",
    keyPoints: "Key points", remark: "Note", warning: "Warning", taskDone: "Done",
    taskOpen: "To do")
}

extension MarkdownOptions {
  static let arabic = MarkdownOptions(isolation: BidiIsolation(.arabic), labels: .arabic)
  static let english = MarkdownOptions(isolation: BidiIsolation(.english), labels: .english)
}

/// Resolves every path to itself, but for those that a test needs otherwise.
struct PathResolver: LinkResolver {
  func resolve(link destination: String) -> LinkResolution {
    switch destination {
    case "../missing/":
      .refused(
        Wording(en: "there is no work ‘missing’", ar: "لا يوجد عمل باسم «missing»"),
        fix: Wording(en: "write its folder", ar: "اكتب مجلده"))
    case "../english/": .url("/en/english/", language: .english)
    case "../same/": .url("/same/", language: .arabic)
    default: .url(destination, language: nil)
    }
  }

  func resolve(address destination: String) -> LinkResolution? {
    guard destination == "https://example.org/later/" else { return nil }
    return .unavailable(Wording(en: "not yet", ar: "ليس بعد"), fix: nil)
  }

  func resolve(image destination: String) -> ImageResolution {
    switch destination {
    case "camp.jpg": .image(url: "/i/camp.1234.jpg", width: 1200, height: 800)
    case "many.jpg":
      .image(
        ImageReference(
          url: "/i/many.jpg", width: 640, height: 480,
          copies: .init(srcset: "/i/a&b-320.webp 320w, /i/a&b-640.webp 640w", sizes: "100vw")))
    case "missing.jpg":
      .refused(
        Wording(en: "there is no file ‘missing.jpg’", ar: "لا يوجد ملف باسم «missing.jpg»"),
        fix: nil)
    default: .image(url: destination, width: nil, height: nil)
    }
  }
}

/// Renders a text that is the whole of a file.
func render(_ text: String, _ options: MarkdownOptions = .arabic) -> MarkdownDocument {
  let file = SourceFile(path: "ar.md", bytes: Array(text.utf8))
  return Markdown.render(
    file: file, body: 0..<file.bytes.count, options: options, resolver: PathResolver())
}

/// The markup of a text.
func html(_ text: String, _ options: MarkdownOptions = .arabic) -> String {
  render(text, options).html.description
}

/// What is wrong with a text: `line:column severity id message`.
func findings(_ text: String, _ options: MarkdownOptions = .arabic) -> [String] {
  render(text, options).diagnostics.map {
    let place = "\($0.location.line ?? 0):\($0.location.column ?? 0)"
    return "\(place) \($0.severity.rawValue) \($0.id) \($0.message.english)"
  }
}
