/// Diagnostics for a terminal or a log.
///
/// ```
/// content/a/ar.md:12:8: error: the page has no title [missing-title]
///     title:
///     fix: write the title after ‘title:’
/// content/b/ar.md:3:1: note: the title is required since this file is the original
/// ```
///
/// The line of the file stands alone: a caret under it would point nowhere when a terminal shows it
/// from right to left.
public struct PlainFormatter: DiagnosticFormatter {
  private let language: Wording.Language
  private let usesColour: Bool

  /// Writes in one of the languages of messages, with colours for a terminal or without.
  public init(language: Wording.Language, usesColour: Bool = false) {
    self.language = language
    self.usesColour = usesColour
  }

  public func format(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.flatMap(lines).map { $0 + "\n" }.joined()
  }

  private func lines(of diagnostic: Diagnostic) -> [String] {
    var lines = heading(
      diagnostic.location, diagnostic.severity,
      diagnostic.message[language].withControlsShown + " [\(diagnostic.id)]")
    if let fix = diagnostic.fix {
      let label = styled(Wording.fixLabel[language] + ":", .green)
      lines.append("    \(label) \(fix[language].withControlsShown)")
    }
    for note in diagnostic.notes {
      lines += heading(note.location, .note, note.message[language].withControlsShown)
    }
    return lines
  }

  private func heading(
    _ location: SourceLocation, _ severity: Diagnostic.Severity, _ message: String
  ) -> [String] {
    let place = styled("\(location.description.withControlsShown):", .bold)
    let label = styled(severity.label[language] + ":", Style(severity))
    let excerpt = location.excerpt.map { "    " + $0.withControlsShown }
    return ["\(place) \(label) \(message)", excerpt].compactMap(\.self)
  }

  /// Select Graphic Rendition parameters (ECMA-48, 8.3.117).
  private enum Style: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case green = "32"
    case cyan = "36"

    init(_ severity: Diagnostic.Severity) {
      switch severity {
      case .error: self = .red
      case .warning: self = .yellow
      case .note: self = .cyan
      }
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// The text with control and bidi control characters written out, `<U+202E>`: a file's text must
  /// not be able to steer the terminal, nor to show something that it does not say.
  var withControlsShown: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isControl {
        let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
        text += "<U+" + String(repeating: "0", count: 4 - Swift.min(4, hexadecimal.count))
        text += hexadecimal + ">"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    switch value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: properties.isBidiControl
    }
  }
}
