import SiteText

/// How a text is rendered.
public struct MarkdownOptions: Sendable {
  /// Isolates the runs of the other direction, and knows the language of the text.
  public let isolation: BidiIsolation
  /// The words that the renderer writes itself.
  public let labels: MarkdownLabels
  /// Writes the numbers of notes and tables; in the digits 0–9 where there is none.
  public let formatter: LanguageFormatter?
  /// Whether raw HTML is passed on, filtered as the tagfilter extension does, or is an error.
  public let allowsRawHTML: Bool
  /// Renders fenced blocks whose content is not code; nil where all are code.
  public var fencedBlocks: (any FencedBlockRenderer)?

  /// Makes options for texts in one language.
  public init(
    isolation: BidiIsolation, labels: MarkdownLabels, formatter: LanguageFormatter? = nil,
    allowsRawHTML: Bool = false
  ) {
    self.isolation = isolation
    self.labels = labels
    self.formatter = formatter
    self.allowsRawHTML = allowsRawHTML
  }

  /// The language of the text.
  public var language: LanguageCode { isolation.language }

  /// A number as readers see it.
  func shown(_ number: Int) -> String {
    guard let formatter else { return String(number) }
    var bytes: [UInt8] = []
    formatter.append(ungrouped: number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The words that the renderer writes itself, in the language of the text.
///
/// `{n}` stands for a number.
public struct MarkdownLabels: Sendable, Hashable {
  /// The heading of the notes: الهوامش.
  public var notes: String
  /// What a reference to a note is called: الهامش {n}.
  public var note: String
  /// What leads from a note back to the text: عودة إلى النص {n}.
  public var backReference: String
  /// What a table without a caption is called: جدول {n}.
  public var table: String
  /// The headings of the callouts `[!KEY]`, `[!NOTE]` and `[!WARNING]`.
  public var keyPoints: String
  /// The heading of `[!NOTE]`.
  public var remark: String
  /// The heading of `[!WARNING]`.
  public var warning: String
  /// What the box of a task is called.
  public var taskDone: String
  /// What the empty box of a task is called.
  public var taskOpen: String

  /// Makes labels in one language.
  public init(
    notes: String, note: String, backReference: String, table: String, keyPoints: String,
    remark: String, warning: String, taskDone: String, taskOpen: String
  ) {
    self.notes = notes
    self.note = note
    self.backReference = backReference
    self.table = table
    self.keyPoints = keyPoints
    self.remark = remark
    self.warning = warning
    self.taskDone = taskDone
    self.taskOpen = taskOpen
  }

  /// All of them.
  public var texts: [String] {
    [notes, note, backReference, table, keyPoints, remark, warning, taskDone, taskOpen]
  }
}
