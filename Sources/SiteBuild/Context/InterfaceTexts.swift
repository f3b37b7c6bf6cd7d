import SiteCharts
import SiteMarkdown
import SiteModel
import SiteTemplate
import SiteText

/// A text of `templates/strings.yaml` that the generator itself writes.
struct InterfaceText: Sendable, Hashable {
  let key: String

  private init(_ key: String) {
    self.key = key
  }

  static let home = InterfaceText("home")
  static let search = InterfaceText("search")
  static let articles = InterfaceText("articles")
  static let notFoundTitle = InterfaceText("not_found_title")
  static let notFoundText = InterfaceText("not_found_text")
  static let pageNumber = InterfaceText("page_number")
  static let redirectText = InterfaceText("redirect_text")
  static let notesTitle = InterfaceText("notes_title")
  static let noteLabel = InterfaceText("note_label")
  static let noteBackLabel = InterfaceText("note_back_label")
  static let tableLabel = InterfaceText("table_label")
  static let calloutKey = InterfaceText("callout_key")
  static let calloutNote = InterfaceText("callout_note")
  static let calloutWarning = InterfaceText("callout_warning")
  static let taskDone = InterfaceText("task_done")
  static let taskOpen = InterfaceText("task_open")
  static let chartData = InterfaceText("chart_data")
  static let chartSource = InterfaceText("chart_source")
  static let worksByYear = InterfaceText("works_by_year")

  /// The name of a taxonomy, as the title of its index.
  static func name(of taxonomy: Taxonomy) -> InterfaceText { InterfaceText(taxonomy.rawValue) }

  /// The name of a type of works, as the title of its index.
  static func name(of type: WorkType) -> InterfaceText { InterfaceText("type_\(type.rawValue)") }

  /// What one work of a type is called.
  static func kind(_ type: WorkType) -> InterfaceText { InterfaceText("kind_\(type.rawValue)") }

  /// Every key that `strings.yaml` must have for the generator's sake.
  static let keys: Set<String> = Set(all.map(\.key))

  /// Every text that the generator itself writes.
  static let all: [InterfaceText] =
    [
      home, search, articles, notFoundTitle, notFoundText, pageNumber, redirectText, notesTitle,
      noteLabel, noteBackLabel, tableLabel, calloutKey, calloutNote, calloutWarning, taskDone,
      taskOpen, chartData, chartSource, worksByYear,
    ] + Taxonomy.allCases.map(name(of:)) + WorkType.allCases.map(name(of:))
    + WorkType.allCases.map(kind)
}

/// The texts that the generator itself writes, in every language of the site.
struct InterfaceTexts: Sendable {
  /// Loaded with `InterfaceText.keys` required; a key stands for a text that is missing, which is an
  /// error.
  let strings: Strings

  /// A text, with what stands for its placeholders.
  func text(
    _ text: InterfaceText, in language: LanguageCode, _ arguments: [String: String] = [:]
  ) -> LocalizedText {
    LocalizedText(
      strings.text(text.key, in: language, arguments: arguments) ?? text.key, in: language)
  }

  /// A text that speaks of a number of things.
  func text(
    _ text: InterfaceText, in language: SiteLanguage, count: Int,
    _ arguments: [String: String]
  ) -> LocalizedText {
    LocalizedText(
      strings.text(
        text.key, in: language.code, count: count, arguments: arguments,
        formatter: language.formatter) ?? text.key, in: language.code)
  }

  /// The words around charts, in one language.
  func chartLabels(in language: LanguageCode) -> ChartLabels {
    ChartLabels(
      data: text(.chartData, in: language).text, source: text(.chartSource, in: language).text)
  }

  /// The words that the Markdown renderer writes, in one language.
  func markdownLabels(in language: LanguageCode) -> MarkdownLabels {
    let number = ["number": "{n}"]
    return MarkdownLabels(
      notes: text(.notesTitle, in: language).text,
      note: text(.noteLabel, in: language, number).text,
      backReference: text(.noteBackLabel, in: language, number).text,
      table: text(.tableLabel, in: language, number).text,
      keyPoints: text(.calloutKey, in: language).text,
      remark: text(.calloutNote, in: language).text,
      warning: text(.calloutWarning, in: language).text,
      taskDone: text(.taskDone, in: language).text,
      taskOpen: text(.taskOpen, in: language).text)
  }
}
