/// Diagnostics as GitHub Actions workflow commands, which become annotations on a commit's files.
///
/// The form and its escapes are those of `@actions/core` (packages/core/src/command.ts).
public struct GitHubFormatter: DiagnosticFormatter {
  private let language: Wording.Language

  /// - Parameter language: of the messages.
  public init(language: Wording.Language) {
    self.language = language
  }

  /// A workflow command a line.
  public func format(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.map { command(for: $0) + "\n" }.joined()
  }

  private func command(for diagnostic: Diagnostic) -> String {
    let location = diagnostic.location
    let properties: [(name: String, value: String?)] = [
      ("file", location.path), ("line", location.line.map(String.init)),
      ("col", location.column.map(String.init)), ("title", diagnostic.id),
    ]
    let written = properties.compactMap { property in
      property.value.map { "\(property.name)=\($0.escapedProperty)" }
    }
    let name =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    return "::\(name) \(written.joined(separator: ","))::\(message(of: diagnostic).escapedData)"
  }

  private func message(of diagnostic: Diagnostic) -> String {
    let fix = diagnostic.fix.map { "\(Wording.fixLabel[language]): \($0[language])" }
    let notes = diagnostic.notes.map { note in
      "\(note.location): \(Wording.noteLabel[language]): \(note.message[language])"
    }
    return ([diagnostic.message[language], fix].compactMap(\.self) + notes)
      .joined(separator: "\n")
  }
}

extension String {
  fileprivate var escapedData: String { escaping("%\r\n") }

  fileprivate var escapedProperty: String { escaping("%\r\n:,") }

  private func escaping(_ special: String) -> String {
    var text = ""
    for scalar in unicodeScalars {
      if special.unicodeScalars.contains(scalar) {
        text += scalar.value < 16 ? "%0" : "%"
        text += String(scalar.value, radix: 16, uppercase: true)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
