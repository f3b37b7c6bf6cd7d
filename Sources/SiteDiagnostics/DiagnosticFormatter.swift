/// Writes diagnostics for a reader: a person, an editor or a service.
public protocol DiagnosticFormatter: Sendable {
  /// The whole report, in the order given, with a line feed at its end unless it is empty.
  func format(_ diagnostics: some Sequence<Diagnostic>) -> String
}

/// The forms in which a report can be had, by the names of the option `--format`.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
  case text
  case json
  case github
  case sarif

  /// The formatter of the form.
  ///
  /// - Parameters:
  ///   - language: the language of the messages.
  ///   - usesColour: whether plain text is for a terminal that shows colours.
  ///   - isForTerminal: whether plain text goes to a terminal.
  ///   - version: of the tool, for the forms that name it.
  public func formatter(
    language: Wording.Language, usesColour: Bool = false, isForTerminal: Bool = false,
    version: String = ""
  ) -> any DiagnosticFormatter {
    switch self {
    case .text:
      PlainFormatter(language: language, usesColour: usesColour, isForTerminal: isForTerminal)
    case .json: JSONFormatter(language: language)
    case .github: GitHubFormatter(language: language)
    case .sarif: SARIFFormatter(language: language, version: version)
    }
  }
}

extension Wording {
  static let fixLabel = Wording(en: "fix", ar: "الإصلاح")
  static let noteLabel = Diagnostic.Severity.note.label
}

extension Diagnostic.Severity {
  /// The word for it that stands before a message.
  public var label: Wording {
    switch self {
    case .note: Wording(en: "note", ar: "ملاحظة")
    case .warning: Wording(en: "warning", ar: "تحذير")
    case .error: Wording(en: "error", ar: "خطأ")
    }
  }
}
