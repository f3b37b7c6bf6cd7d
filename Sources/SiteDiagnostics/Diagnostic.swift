/// One thing that is wrong, where it is, and how to mend it.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is. An error stops publication and can never be silenced.
  public enum Severity: String, Sendable, Comparable {
    case note
    case warning
    case error

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }

    /// An error is above a warning, and a warning above a note.
    public static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }
  }

  /// Another place that the reader should look at, and why.
  public struct Note: Sendable, Hashable {
    /// The place it speaks of.
    public let location: SourceLocation
    /// What it says.
    public let message: Wording

    /// Points at a place and says why.
    public init(at location: SourceLocation, _ message: Wording) {
      self.location = location
      self.message = message
    }
  }

  /// The rule's name, in lowercase words joined by hyphens (`missing-title`).
  public let id: String
  /// Whether it stops the build.
  public let severity: Severity
  /// The place it speaks of.
  public let location: SourceLocation
  /// What is wrong, without a full stop.
  public let message: Wording
  /// What to do about it, as an instruction.
  public let fix: Wording?
  /// Other places that explain it.
  public let notes: [Note]

  /// A finding; an error unless it says otherwise.
  public init(
    _ id: String, _ severity: Severity = .error, at location: SourceLocation, _ message: Wording,
    fix: Wording? = nil, notes: [Note] = []
  ) {
    self.id = id
    self.severity = severity
    self.location = location
    self.message = message
    self.fix = fix
    self.notes = notes
  }
}

extension Diagnostic: Comparable {
  /// The order in which diagnostics are shown: by place, then by rule.
  public static func < (first: Self, second: Self) -> Bool {
    if first.location != second.location, first.location < second.location { return true }
    if second.location < first.location { return false }
    return (first.id, first.message.english) < (second.id, second.message.english)
  }
}

extension Diagnostic {
  /// How many findings about one text are reported: enough to see what is wrong, and little enough
  /// that a text with thousands of faults costs no more than others.
  public static let mostInFile = 200

  /// Says that a text has more faults than those that are reported.
  public static func moreFindings(in path: String) -> Diagnostic {
    Diagnostic(
      "more-findings", .warning, at: SourceLocation(path: path),
      Wording(
        en: "this text has more than \(mostInFile) findings, and only the first are reported",
        ar: "الملاحظات على هذا النص أكثر من \(mostInFile)، ولا يُذكر إلا أولها"),
      fix: Wording(
        en: "mend those, then build again to see the others",
        ar: "أصلح ما ذُكر ثم أعد البناء لترى ما بقي"))
  }
}

extension Sequence<Diagnostic> {
  /// True when one of them is an error.
  public var containError: Bool { contains { $0.severity == .error } }
}
