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
///
/// Terminals that know bidirectional text lay a line out from left to right, or by its first letter,
/// which is that of a path: an Arabic sentence with names in Latin letters would be shown with its
/// parts in the wrong order. For a terminal an Arabic sentence is therefore isolated, and so is each
/// name in it together with its «…», so that who copies the name copies no invisible character.
/// In a pipe or a log the bytes are those of the message.
public struct PlainFormatter: DiagnosticFormatter {
  private let language: Wording.Language
  private let usesColour: Bool
  private let isForTerminal: Bool

  /// - Parameters:
  ///   - language: of the messages.
  ///   - usesColour: whether the terminal shows colours.
  ///   - isForTerminal: whether the report goes to a terminal, as text of mixed direction.
  public init(language: Wording.Language, usesColour: Bool = false, isForTerminal: Bool = false) {
    self.language = language
    self.usesColour = usesColour
    self.isForTerminal = isForTerminal
  }

  /// The findings, with their remedies and notes.
  public func format(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.flatMap(lines).map { $0 + "\n" }.joined()
  }

  private func lines(of diagnostic: Diagnostic) -> [String] {
    var lines = heading(
      diagnostic.location, diagnostic.severity, diagnostic.message, " [\(diagnostic.id)]")
    if let fix = diagnostic.fix {
      lines.append("    " + sentence(Wording.fixLabel, .green, fix))
    }
    for note in diagnostic.notes {
      lines += heading(note.location, .note, note.message, "")
    }
    return lines
  }

  private func heading(
    _ location: SourceLocation, _ severity: Diagnostic.Severity, _ message: Wording, _ end: String
  ) -> [String] {
    let place = styled("\(location.description.withControlsShown):", .bold)
    let excerpt = location.excerpt.map { "    " + $0.withControlsShown }
    return [
      place + " " + sentence(severity.label, Style(severity), message) + end, excerpt,
    ].compactMap(\.self)
  }

  private func sentence(_ label: Wording, _ style: Style, _ text: Wording) -> String {
    let label = styled(label[language] + ":", style)
    let text = "\(label) \(text[language].withControlsShown)"
    return isForTerminal && language == .arabic ? text.isolatedArabic : text
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
  /// The sentence as a right-to-left isolate, and each name in it with its «…» as an isolate of the
  /// direction of its first letter (UAX #9, section 2.4): for terminals.
  public var isolatedArabic: String {
    var text = "\u{2067}"
    var depth = 0
    for scalar in unicodeScalars {
      if scalar == "«" {
        text += "\u{2068}"
        depth += 1
      }
      text.unicodeScalars.append(scalar)
      if scalar == "»", depth > 0 {
        text += "\u{2069}"
        depth -= 1
      }
    }
    return text + String(repeating: "\u{2069}", count: depth + 1)
  }

  /// The text with control and bidi control characters written out, `<U+202E>`: a file's text must
  /// not be able to steer the terminal, nor to show something that it does not say.
  public var withControlsShown: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isControl {
        text += "<\(scalar.codePoint)>"
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
