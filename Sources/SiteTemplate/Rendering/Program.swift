import SiteText

/// A template compiled with everything that it extends and includes.
///
/// All parts are plain numbers in flat arrays, so that running it copies no references.
struct Program: Sendable {
  /// All literal text of the template.
  var literals: [UInt8] = []
  var code: [Instruction] = []
  var operations: [Operation] = []
  var loops: [LoopPlan] = []
  var constants: [String] = []
  var strings: [StringCall] = []
  var fragments: [FragmentPlan] = []
  /// Values that were worked out before any page.
  var values: [TemplateValue] = []
  /// What the lists among them were made from, of which fingerprints tell the length alone.
  var reads: Set<UInt64> = []
  /// How many values must be held at once: globals, loop variables, `set`, arguments.
  var slotCount = 0
  /// How many loops stand one inside the other at most.
  var loopDepth = 0
}

/// One step of a program. An expression is named by its place among the operations.
enum Instruction: Sendable {
  /// Prints bytes of the program's literals.
  case literal(start: Int32, count: Int32)
  case print(Int32, Output)
  case jump(to: Int32)
  case jumpUnless(Int32, to: Int32)
  case assign(slot: Int32, Int32)
  /// Runs the plan's body, which follows, and goes on behind it.
  case loop(Int32)
  /// Prints what the plan's body, which follows, printed for the same record before, and goes on
  /// behind it.
  case fragment(Int32)
}

/// A part of a page that depends on nothing but one record.
struct FragmentPlan: Sendable {
  let key: FragmentKey
  /// Where the record is.
  let slot: Int32
  /// The place of what it printed among the templates' fragments.
  var memo: Int32 = 0
  var end: Int32 = 0
}

/// What a fragment is, in whichever template: the partial and what it is given.
struct FragmentKey: Hashable, Sendable {
  enum Argument: Hashable, Sendable {
    case record(name: String, type: String)
    case text(name: String, String)
    case number(name: String, Int)
    case flag(name: String, Bool)
  }

  let partial: String
  let arguments: [Argument]
}

/// How a value is printed.
struct Output: Sendable {
  let place: OutputPlace
  /// The expression for the language of the element around, -1 for the page's.
  let language: Int32
  let isBare: Bool
}

/// A `for` loop; its body and alternative are ranges of instructions.
struct LoopPlan: Sendable {
  let list: Int32
  let slot: Int32
  /// Expressions, -1 when not given.
  let limit: Int32
  let start: Int32
  let depth: Int32
  var bodyEnd: Int32 = 0
  var end: Int32 = 0
}

/// A translated text with its arguments.
struct StringCall: Sendable {
  /// The place of its key among the strings.
  let key: Int
  /// Expressions in the order of the string's parameters.
  let arguments: [Int32]
  /// The expression that chooses the plural, -1 for a string without plurals.
  let count: Int32
}

/// A part of an expression.
enum Operation: Sendable {
  case slot(Int32)
  /// One of the program's values.
  case known(Int32)
  case field(of: Int32, at: Int32)
  case constant(Int32)
  /// A constant that is a URL.
  case address(Int32)
  case number(Int)
  case flag(Bool)
  case not(Int32)
  case both(Int32, Int32)
  case either(Int32, Int32)
  case comparison(Comparison, Int32, Int32)
  case loop(LoopField, depth: Int32)
  case text(TextField, of: Int32)
  case string(Int32)
  case date(Int32, DateStyle)
  case formatted(Int32)
  case absolute(Int32)
  case fallback(Int32, Int32)
  case length(Int32)
  case json(Int32)
  /// The separator is a constant; -1 separates as the page's language does.
  case join(Int32, separator: Int32)
}
