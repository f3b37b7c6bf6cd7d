import SiteHTML

/// Diagnostics as one JSON array on one line, for programs.
///
/// Each has `path`, `line`, `column`, `severity` (`error`, `warning`, `note`), `id`, `message`,
/// `fix` and `notes` (of `path`, `line`, `column`, `message`); what is not known is null. Lines and
/// columns count from 1, columns in Unicode scalars.
public struct JSONFormatter: DiagnosticFormatter {
  private let language: Wording.Language

  /// - Parameter language: of the messages.
  public init(language: Wording.Language) {
    self.language = language
  }

  /// The array and a line feed.
  public func format(_ diagnostics: some Sequence<Diagnostic>) -> String {
    "\(JSONValue.array(diagnostics.map(value)))\n"
  }

  private func value(of diagnostic: Diagnostic) -> JSONValue {
    let notes = diagnostic.notes.map { note in
      JSONValue.object(place(note.location) + [("message", .string(note.message[language]))])
    }
    return .object(
      place(diagnostic.location) + [
        ("severity", .string(diagnostic.severity.rawValue)), ("id", .string(diagnostic.id)),
        ("message", .string(diagnostic.message[language])),
        ("fix", .optional(diagnostic.fix?[language])), ("notes", .array(notes)),
      ])
  }

  private func place(_ location: SourceLocation) -> [(name: String, value: JSONValue)] {
    [
      ("path", .string(location.path)), ("line", .optional(location.line)),
      ("column", .optional(location.column)),
    ]
  }
}
