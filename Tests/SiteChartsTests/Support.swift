import SiteCharts
import SiteDiagnostics
import SiteHTML
import SiteText

/// Reads a block as it stands in a file, behind a heading and an empty line.
///
/// - Parameters:
///   - indentation: what stands before each line of the file, and Markdown takes away.
///   - files: the files of the work.
func read(
  _ block: String, info: String = "chart bar", indentation: String = "",
  files: [String: String] = [:]
) -> ChartReader {
  let content = Array((block + "\n").utf8)
  let head = ["# عنوان", "", "```" + info].map { indentation + $0 + "\n" }.joined()
  let body = block.split(separator: "\n", omittingEmptySubsequences: false)
    .map { indentation + $0 + "\n" }.joined()
  let text = head + body + indentation + "```\n"
  return ChartReader(
    info: info, content: content, file: SourceFile(path: "ar.md", bytes: Array(text.utf8)),
    offset: head.utf8.count
  ) { name in
    files[name].map { .found(SourceFile(path: name, bytes: Array($0.utf8))) }
      ?? .refused(Wording(en: "no ‘\(name)’", ar: "لا «\(name)»"), fix: nil)
  }
}

/// What is wrong with a block, as an editor is told it.
func findings(
  _ block: String, info: String = "chart bar", indentation: String = "",
  files: [String: String] = [:], in language: Wording.Language = .english
) -> String {
  let reader = read(block, info: info, indentation: indentation, files: files)
  return PlainFormatter(language: language, usesColour: false).format(reader.diagnostics)
}

extension ChartWriter {
  static let arabic = make("ar", "ar-IQ", data: "البيانات", source: "المصدر:")
  static let arabicDigits = make(
    "ar", "ar-IQ", digits: .arabic, data: "البيانات", source: "المصدر:")
  static let english = make("en", "en-GB", data: "Data", source: "Source:")

  private static func make(
    _ code: String, _ locale: String, digits: Language.Digits = .latin, data: String,
    source: String
  ) -> ChartWriter {
    let code: LanguageCode = code == "ar" ? .arabic : .english
    return ChartWriter(
      formatter: LanguageFormatter(
        for: Language(code: code, name: "", locale: locale, path: "/", digits: digits)),
      isolation: BidiIsolation(code), labels: ChartLabels(data: data, source: source))
  }
}

/// A shape of a drawing: its name and its attributes.
struct Shape: Equatable {
  let name: String
  let attributes: [String: String]

  /// A length without its unit.
  subscript(_ attribute: String) -> Double {
    Double(attributes[attribute]?.filter { "-.0123456789".contains($0) } ?? "") ?? .nan
  }
}

/// The shapes of a chart's drawing, in their order.
func shapes(_ chart: Chart, _ writer: ChartWriter, _ names: Set<String>) -> [Shape] {
  let html = writer.figure(chart, id: "_c1").description
  guard let start = html.firstRange(of: "<svg class=\"plot\""),
    let end = html.firstRange(of: "<details>")
  else { return [] }
  return html[start.lowerBound..<end.lowerBound].matches(of: /<([a-z]+)((?: [\w-]+="[^"]*")*)/)
    .filter { names.contains(String($0.output.1)) }
    .map { match in
      let attributes = match.output.2.matches(of: /([\w-]+)="([^"]*)"/).map {
        (String($0.output.1), String($0.output.2))
      }
      return Shape(
        name: String(match.output.1),
        attributes: Dictionary(attributes, uniquingKeysWith: { first, _ in first }))
    }
}

/// Markup with each tag on a line of its own.
func drawing(_ html: HTML) -> String { html.description.replacing("><", with: ">\n<") }
