import SiteHTML

/// Diagnostics as a SARIF 2.1.0 log (OASIS, Static Analysis Results Interchange Format), for code
/// scanning services.
///
/// A remedy is a sentence here and SARIF's `fixes` are changes of a file: it follows the message
/// on a line of its own.
public struct SARIFFormatter: DiagnosticFormatter {
  private let language: Wording.Language
  private let version: String

  /// - Parameter version: of the tool; left out where it is empty.
  public init(language: Wording.Language, version: String = "") {
    self.language = language
    self.version = version
  }

  /// The log and a line feed.
  public func format(_ diagnostics: some Sequence<Diagnostic>) -> String {
    let diagnostics = Array(diagnostics)
    let rules = Set(diagnostics.map(\.id)).sorted()
    var indices: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { indices[rule] = index }
    let report = JSONValue.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver(rules))])),
            ("language", .string(language.rawValue)),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(diagnostics.map { result($0, rule: indices[$0.id] ?? -1) })),
          ])
        ])
      ),
    ])
    return "\(report)\n"
  }

  private func driver(_ rules: [String]) -> JSONValue {
    let version: [(name: String, value: JSONValue)] =
      version.isEmpty ? [] : [("version", .string(version))]
    return .object(
      [("name", .string("ctsite"))] + version + [
        ("rules", .array(rules.map { .object([("id", .string($0))]) }))
      ])
  }

  private func result(_ diagnostic: Diagnostic, rule: Int) -> JSONValue {
    var message = diagnostic.message[language]
    if let fix = diagnostic.fix { message += "\n\(Wording.fixLabel[language]): \(fix[language])" }
    let related = diagnostic.notes.map { note in
      JSONValue.object([
        ("physicalLocation", physicalLocation(note.location)),
        ("message", .object([("text", .string(note.message[language]))])),
      ])
    }
    return .object(
      [
        ("ruleId", .string(diagnostic.id)), ("ruleIndex", .number(rule)),
        ("level", .string(diagnostic.severity.rawValue)),
        ("message", .object([("text", .string(message))])),
        (
          "locations",
          .array([.object([("physicalLocation", physicalLocation(diagnostic.location))])])
        ),
      ] + (related.isEmpty ? [] : [("relatedLocations", .array(related))]))
  }

  private func physicalLocation(_ location: SourceLocation) -> JSONValue {
    let artifact = JSONValue.object([
      ("uri", .string(location.path.asRelativeReference)), ("uriBaseId", .string("%SRCROOT%")),
    ])
    guard let line = location.line else { return .object([("artifactLocation", artifact)]) }
    var region: [(name: String, value: JSONValue)] = [("startLine", .number(line))]
    if let column = location.column { region.append(("startColumn", .number(column))) }
    if let excerpt = location.excerpt {
      region.append(("snippet", .object([("text", .string(excerpt))])))
    }
    return .object([("artifactLocation", artifact), ("region", .object(region))])
  }
}

extension String {
  /// A path as a URI reference: every byte percent-encoded that is neither unreserved nor `/`
  /// (RFC 3986).
  fileprivate var asRelativeReference: String {
    utf8.reduce(into: "") { reference, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        reference.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        reference += byte < 16 ? "%0" : "%"
        reference += String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
