import SiteDiagnostics

extension Compiler {
  mutating func compile(_ nodes: [Node]) {
    nesting += 1
    defer { nesting -= 1 }
    for node in nodes {
      if isExhausted { return }
      if nesting > Limits.nesting {
        checksElements = false
        return report(.nestedTooDeeply(at: location(node.offset)))
      }
      compile(node)
    }
  }

  private mutating func compile(_ node: Node) {
    switch node.kind {
    case .text(let range): compileText(range)
    case .output(let expression): compileOutput(expression)
    case .conditional(let branches, let otherwise):
      compileConditional(branches, otherwise, at: node.offset)
    case .loop(let loop): compileLoop(loop, at: node.offset)
    case .assignment(let name, let value): compileAssignment(name, value)
    case .block(let name, let body):
      compileBlock(name, BlockSource(file: file, body: body, offset: node.offset))
    case .include(let include): compileInclude(include, at: node.offset)
    }
    if isTooLarge, !hasReportedExhaustion {
      hasReportedExhaustion = true
      report(.templateTooComplex(at: location(node.offset)))
    }
  }

  private mutating func compileConditional(
    _ branches: [Branch], _ otherwise: [Node]?, at offset: Int
  ) {
    let start = (place, elements)
    var ends: [(place: Place, elements: [OpenElement])] = []
    var exits: [Int] = []
    for branch in branches {
      let condition = compile(branch.condition)
      let test = emit(.jumpUnless(condition?.id ?? 0, to: 0))
      (place, elements) = start
      scoped { $0.compile(branch.body) }
      ends.append((place, elements))
      exits.append(emit(.jump(to: 0)))
      program.code[test] = .jumpUnless(condition?.id ?? 0, to: label())
    }
    (place, elements) = start
    if let otherwise { scoped { $0.compile(otherwise) } }
    ends.append((place, elements))
    let end = label()
    for exit in exits { program.code[exit] = .jump(to: end) }
    meet(ends.map(\.place), at: offset)
    meet(ends.map(\.elements), at: offset)
  }

  /// Goes on behind branches, which must leave the markup in places that can be treated alike.
  private mutating func meet(_ ends: [Place], at offset: Int) {
    guard var place = ends.first?.settled() else { return }
    for end in ends.dropFirst() {
      guard let joined = Place.joined(place, end.settled()) else {
        checksElements = false
        report(
          .branchesDiffer(place.description, end.description, at: location(offset)))
        break
      }
      place = joined
    }
    self.place = place
  }

  private mutating func compileLoop(_ loop: Loop, at offset: Int) {
    guard let list = compile(loop.list) else { return }
    guard case .list(let element) = list.type.wrapped else {
      return report(.notAList(list.type, at: location(loop.list.offset)))
    }
    let limit = loop.limit.flatMap { compileNumber($0) } ?? -1
    let start = loop.start.flatMap { compileNumber($0) } ?? -1
    checkFree(loop.variable)
    program.loopDepth = Swift.max(program.loopDepth, openLoops + 1)
    let before = place
    program.loops.append(
      LoopPlan(
        list: list.id, slot: Int32(variables.count), limit: limit, start: start,
        depth: Int32(openLoops)))
    let plan = program.loops.count - 1
    openLoops += 1
    let body = compileBody(of: loop, element, plan: plan, at: offset)
    openLoops -= 1
    program.loops[plan].bodyEnd = label()
    place = before
    let outer = elements
    if let otherwise = loop.otherwise { scoped { $0.compile(otherwise) } }
    program.loops[plan].end = label()
    meet([body, place], at: offset)
    meet([outer], at: offset)
  }

  /// Compiles a loop's body so that its escaping suits every pass, and returns where it leaves the
  /// markup.
  private mutating func compileBody(
    of loop: Loop, _ element: TemplateType, plan: Int, at offset: Int
  ) -> Place {
    var start = place.settled()
    let code = program.code.count
    let outerBlocks = blocks
    for _ in 0..<Self.passes {
      let reported = diagnostics.count
      emit(.loop(Int32(plan)))
      _ = label()
      place = start
      scoped { compiler in
        compiler.declare(loop.variable.text, .loop, element)
        compiler.closing(.loop) { $0.compile(loop.body) }
      }
      guard let joined = Place.joined(start, place.settled()) else {
        checksElements = false
        report(.loopDiffers(start.description, place.description, at: location(offset)))
        return start
      }
      if joined == start || isExhausted { return start }
      start = joined
      blocks = outerBlocks
      program.code.removeLast(program.code.count - code)
      diagnostics.removeLast(diagnostics.count - reported)
    }
    report(.loopDiffers(start.description, place.description, at: location(offset)))
    return start
  }

  /// Every pass of a loop's body makes the place at its start vaguer; more than these cannot occur.
  private static let passes = 4

  private mutating func compileAssignment(_ name: Name, _ expression: Expression) {
    guard let value = compile(expression) else { return }
    if let known = variable(name.text), known.kind == .set {
      guard known.type == value.type || known.type == value.type.asOptional else {
        return report(
          .assignmentType(name.text, known.type, value.type, at: location(expression.offset)))
      }
      emit(.assign(slot: known.slot, value.id))
    } else {
      checkFree(name)
      let slot = declare(name.text, .set, value.type)
      emit(.assign(slot: slot, value.id))
    }
  }

  /// Reports a new variable that would hide another.
  private mutating func checkFree(_ name: Name) {
    if variable(name.text) != nil || name.text == "loop" {
      report(.nameTaken(name.text, at: location(name.offset)))
    }
  }

  private mutating func compileNumber(_ expression: Expression) -> Int32? {
    guard let value = compile(expression) else { return nil }
    if value.type.wrapped != .number {
      report(.notANumber(value.type, at: location(expression.offset)))
    }
    return value.id
  }
}
