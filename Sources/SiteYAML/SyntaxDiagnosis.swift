import SiteDiagnostics

extension TreeBuilder.Failure {
  /// What to tell the editor.
  func diagnostic(in file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    switch self {
    case .refused(let diagnostic): diagnostic
    case .syntax(let problem): SyntaxDiagnosis(file: file, range: range, problem: problem).verdict
    }
  }
}

/// Finds out, from libyaml's complaint and the text around it, what the editor most likely wrote
/// wrong. libyaml's own words name its grammar, not the mistake.
struct SyntaxDiagnosis {
  private let file: SourceFile
  private let range: Range<Int>
  private let problem: SyntaxProblem
  private let line: SourceLine

  init(file: SourceFile, range: Range<Int>, problem: SyntaxProblem) {
    self.file = file
    self.range = range
    self.problem = problem
    line = SourceLine(of: file, at: problem.byte, in: range)
  }

  var verdict: Diagnostic {
    switch problem.kind {
    case .alias: return .yamlAlias(at: place(problem.byte), quoted: line.quotedValue)
    case .tag: return .yamlTag(at: place(problem.byte), quoted: line.quotedValue)
    case .reported(let reported, let context):
      return tabInIndentation ?? diagnosis(of: reported, context)
        ?? .yamlSyntax(at: place(problem.byte))
    }
  }

  private func diagnosis(of reported: String, _ context: String) -> Diagnostic? {
    switch reported {
    case "mapping values are not allowed in this context": misplacedColon
    case "could not find expected ':'": missingColon
    case "found unexpected end of stream", "found unexpected document indicator":
      .yamlUnclosedQuote(at: place(problem.contextByte ?? problem.byte))
    case "found character that cannot start any token":
      .yamlReservedStart(character, at: place(problem.byte), quoted: line.quotedValue)
    case "did not find expected key", "did not find expected '-' indicator": leftOver
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": unclosedBracket
    case "found unexpected ':'": mistakeInBraces
    case "did not find expected <document start>": indentedStart
    case "did not find expected node content": unexpectedContent
    case "block sequence entries are not allowed in this context",
      "mapping keys are not allowed in this context":
      .yamlReservedStart(character, at: place(problem.byte), quoted: line.quotedValue)
    case "control characters are not allowed":
      .yamlControlCharacter(scalar, at: place(problem.byte))
    default: diagnosis(ofContext: context)
    }
  }

  private func diagnosis(ofContext context: String) -> Diagnostic? {
    let start = place(problem.contextByte ?? problem.byte)
    switch context {
    case "while scanning an alias", "while scanning an anchor":
      return .yamlAlias(at: start, quoted: line.quotedValue)
    case "while scanning a tag", "while parsing a tag":
      return .yamlTag(at: start, quoted: line.quotedValue)
    case "while parsing a quoted scalar": return .yamlEscape(at: place(problem.byte))
    case "while scanning a block scalar":
      return .yamlBlockHeader(at: start, quoted: line.quotedValue)
    case "while scanning a directive", "while scanning a %YAML directive",
      "while scanning a %TAG directive":
      return .yamlReservedStart("%", at: start, quoted: nil)
    default: return nil
    }
  }

  private var tabInIndentation: Diagnostic? {
    line.indentation.firstIndex(of: UInt8(ascii: "\t"))
      .map { .yamlTab(at: place($0)) }
  }

  /// A colon where no key can be: a value with a colon in it, a line that is indented too deep, or
  /// the line before it without a space after its colon.
  private var misplacedColon: Diagnostic {
    if let item = missingSpaceInItem { return item }
    if let colon = line.separator, colon < problem.byte {
      return .yamlColonInValue(at: place(problem.byte), quoted: line.quotedValue)
    }
    if let before = line.previous(in: file, range), line.indentation.isEmpty {
      return before.missingSpace(in: file) ?? .yamlSyntax(at: place(problem.byte))
    }
    return .yamlIndentation(at: place(line.content.lowerBound))
  }

  /// A hyphen without a space that begins the line at fault, or the line above to which it belongs
  /// by its indentation.
  private var missingSpaceInItem: Diagnostic? {
    if let item = line.missingSpaceInItem(in: file) { return item }
    guard let above = line.previous(in: file, range),
      above.indentation.count < line.indentation.count
    else { return nil }
    return above.missingSpaceInItem(in: file)
  }

  /// Where the first key is indented and a later one is not, the document has ended for YAML.
  private var indentedStart: Diagnostic? {
    var start = range.lowerBound
    while start < problem.byte {
      let line = SourceLine(of: file, at: start, in: range)
      if let first = line.bytes[line.content].first, first != UInt8(ascii: "#") {
        return line.indentation.isEmpty ? nil : .yamlIndentation(at: place(line.content.lowerBound))
      }
      start = line.bytes.endIndex + 1
    }
    return nil
  }

  /// A line without a key.
  private var missingColon: Diagnostic {
    let start = problem.contextByte ?? problem.byte
    let blamed = SourceLine(of: file, at: start, in: range)
    return blamed.missingSpaceInItem(in: file) ?? blamed.missingSpace(in: file)
      ?? afterUnclosedQuote ?? .yamlMissingColon(at: place(start))
  }

  /// Text after a value has ended: behind a closing quote or bracket, or on a line that is
  /// indented unlike its neighbours.
  private var leftOver: Diagnostic {
    if let mistake = afterUnclosedQuote { return mistake }
    if problem.byte == line.separator { return .yamlEmptyKey(at: place(problem.byte)) }
    let before = file.bytes[
      line.content.lowerBound..<Swift.max(problem.byte, line.content.lowerBound)
    ]
    .last { $0 != UInt8(ascii: " ") }
    switch before {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return .yamlTextAfterQuote(at: place(problem.byte), quoted: line.quotedValue)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return .yamlTextAfterBracket(at: place(problem.byte), quoted: line.quotedValue)
    default:
      return missingSpaceInItem ?? .yamlIndentation(at: place(problem.byte))
    }
  }

  /// A quoted value that runs over a line's end into the line at fault was not closed where it
  /// was meant to be.
  private var afterUnclosedQuote: Diagnostic? {
    guard let quoted = problem.lastQuoted, line.bytes.indices.contains(quoted.upperBound - 1),
      quoted.lowerBound < line.bytes.startIndex
    else { return nil }
    return .yamlUnclosedQuote(at: place(quoted.lowerBound))
  }

  private var unclosedBracket: Diagnostic {
    let start = problem.contextByte ?? problem.byte
    return afterUnclosedQuote ?? mistakeInBraces
      ?? .yamlUnclosedBracket(
        String(decoding: [file.bytes[start]], as: UTF8.self), at: place(start))
  }

  /// A value in braces with a colon or a placeholder in it: `{ar: قال: نعم, en: by {name}}`.
  private var mistakeInBraces: Diagnostic? {
    guard let entry = FlowEntry(of: line, around: problem.byte) else { return nil }
    guard entry.hasSecondColon else {
      return entry.placeholder.map { .yamlBraceInValue(at: place($0), quoted: entry.quoted) }
    }
    if let comma = entry.separatorBeforeKey {
      return .yamlArabicSeparatorInBraces(comma.scalar, at: place(comma.byte))
    }
    return .yamlColonInValue(at: place(problem.byte), quoted: entry.quoted)
  }

  private var unexpectedContent: Diagnostic {
    guard problem.byte < range.upperBound, line.separator.map({ $0 < problem.byte }) == true else {
      return .yamlSyntax(at: place(problem.byte))
    }
    return .yamlReservedStart(character, at: place(problem.byte), quoted: line.quotedValue)
  }

  private var scalar: Unicode.Scalar? {
    String(decoding: file.bytes[problem.byte...].prefix(2), as: UTF8.self).unicodeScalars.first
  }

  private var character: String {
    problem.byte < range.upperBound
      ? String(decoding: [file.bytes[problem.byte]], as: UTF8.self) : ""
  }

  private func place(_ byte: Int) -> SourceLocation { file.location(atByte: byte) }
}

extension SourceLine {
  /// What is said of a line with a key and a value and no space behind the colon.
  func missingSpace(in file: SourceFile) -> Diagnostic? {
    guard separator == nil, let colon = gluedColon else { return nil }
    return .yamlMissingSpace(
      after: String(decoding: file.bytes[colon], as: UTF8.self),
      at: file.location(atByte: colon.lowerBound), rewritten: rewritten(separatingAt: colon))
  }

  /// What is said of a line that begins with a hyphen and has no space behind it.
  func missingSpaceInItem(in file: SourceFile) -> Diagnostic? {
    guard isItemWithoutSpace else { return nil }
    return .yamlMissingSpace(
      inItem: separatedItem, at: file.location(atByte: content.lowerBound))
  }
}
