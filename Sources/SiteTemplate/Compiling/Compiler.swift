import SiteDiagnostics

/// Compiles one entry point with all that it extends and includes: resolves every name, checks
/// every type and settles the escaping of every value.
struct Compiler {
  /// What stands before the paths of templates in messages.
  let folder: String
  let templates: [String: ParsedTemplate]
  let schema: TemplateSchema
  let strings: Strings
  /// The theme's assets by their path in `templates/assets`.
  let assets: [String: TemplateAsset]

  var program = Program()
  var diagnostics: [Diagnostic] = []
  /// Keys of strings that the template uses.
  var usedStrings: Set<Int> = []
  /// Paths of the files that the template is made of.
  var usedFiles: Set<String> = []
  var place = Place()
  /// Where the last tag or comment of the markup begins.
  var tagStart = TagStart()
  /// Whether the tag there was reported for not ending.
  var isBrokenTagTold = false
  /// The elements around the place, the outermost first.
  var elements: [OpenElement] = []
  /// How many of them stand outside the part that is being compiled.
  var firstOwnElement = 0
  /// Unset where a graver error makes it uncertain which elements are open.
  var checksElements: Bool
  /// The file whose nodes are being compiled.
  var file = SourceFile(path: "", bytes: [])
  var variables: [Variable] = []
  /// Variables between the globals and this one belong to the file that includes this one.
  var firstVisible = 0
  var globalCount = 0
  /// How many loops are open, those of the files that include this one too.
  var openLoops = 0
  /// How many of them this file cannot see.
  var hiddenLoops = 0
  var includes: [String] = []
  var blocks: [String: [BlockSource]] = [:]
  var isInFragment = false
  /// Slots of the globals that are the same on every page.
  var constantGlobals: Set<Int32> = []
  var currentBlock: (name: String, level: Int)?
  var nesting = 0
  /// Instructions emitted in all, those of discarded passes too.
  private var work = 0
  var hasReportedExhaustion = false
  /// Text may not be merged with what was printed before this instruction, which is jumped to.
  private var mergeBarrier = 0

  init(
    folder: String, templates: [String: ParsedTemplate], schema: TemplateSchema, strings: Strings,
    assets: [String: TemplateAsset], checksElements: Bool
  ) {
    self.checksElements = checksElements
    self.folder = folder
    self.templates = templates
    self.schema = schema
    self.strings = strings
    self.assets = assets
  }

  /// A name in scope.
  struct Variable {
    enum Kind {
      case global
      case loop
      case set
      case argument
    }

    let name: String
    let kind: Kind
    let slot: Int32
    let type: TemplateType
  }

  /// A block's body and the file it is written in.
  struct BlockSource {
    let file: SourceFile
    let body: [Node]
    let offset: Int
  }

  /// Compiles a template that is given values for its globals.
  mutating func compile(_ path: String, globals: [TemplateGlobal]) {
    for global in globals {
      let slot = declare(global.name, .global, global.type)
      if global.isConstant { constantGlobals.insert(slot) }
    }
    globalCount = globals.count
    firstVisible = globals.count
    guard let root = collectBlocks(from: path) else { return }
    includes = [root.name]
    file = root.file
    closing(.file(file.path)) { $0.compile(root.nodes) }
    if checksElements, place.mode != .content {
      report(.unclosedMarkup(place.description, at: tagStart.location))
    }
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  func location(_ offset: Int) -> SourceLocation { file.location(atByte: offset) }

  /// Declares a variable, or nothing when the type is already known to be wrong.
  @discardableResult
  mutating func declare(_ name: String, _ kind: Variable.Kind, _ type: TemplateType) -> Int32 {
    let slot = Int32(variables.count)
    variables.append(Variable(name: name, kind: kind, slot: slot, type: type))
    program.slotCount = Swift.max(program.slotCount, variables.count)
    return slot
  }

  func variable(_ name: String) -> Variable? {
    variables[firstVisible...].last { $0.name == name }
      ?? variables[..<globalCount].first { $0.name == name }
  }

  var visibleNames: [String] {
    (variables[..<globalCount] + variables[firstVisible...]).map(\.name)
  }

  /// Runs a part whose variables end with it.
  mutating func scoped(_ body: (inout Compiler) -> Void) {
    let count = variables.count
    body(&self)
    variables.removeLast(variables.count - count)
  }
}

extension Compiler {
  /// Adds an instruction and returns its index.
  @discardableResult
  mutating func emit(_ instruction: Instruction) -> Int {
    work += 1
    program.code.append(instruction)
    return program.code.count - 1
  }

  /// Whether the template has become too large to go on.
  var isTooLarge: Bool { work > Limits.instructions }

  /// Whether to stop, for its size or for the number of its errors.
  var isExhausted: Bool { isTooLarge || diagnostics.count >= Limits.errors }

  mutating func emit(_ literal: ArraySlice<UInt8>) {
    work += 1
    let start = program.literals.count
    program.literals.append(contentsOf: literal)
    if program.code.count > mergeBarrier, case .literal(let first, let count)? = program.code.last,
      Int(first) + Int(count) == start
    {
      program.code[program.code.count - 1] = .literal(
        start: first, count: count + Int32(literal.count))
    } else {
      program.code.append(.literal(start: Int32(start), count: Int32(literal.count)))
    }
  }

  /// The index of the next instruction, as the target of a jump.
  mutating func label() -> Int32 {
    mergeBarrier = program.code.count
    return Int32(program.code.count)
  }

  mutating func add(_ operation: Operation) -> Int32 {
    program.operations.append(operation)
    return Int32(program.operations.count - 1)
  }

  mutating func addConstant(_ text: String) -> Int32 {
    program.constants.append(text)
    return Int32(program.constants.count - 1)
  }
}
