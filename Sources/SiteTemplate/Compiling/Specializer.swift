import SiteCache
import SiteConcurrency

/// Works out what a program prints the same on every page of a language, so that pages print it
/// as literal text.
///
/// A partial evaluation (Jones, Gomard and Sestoft, “Partial Evaluation and Automatic Program
/// Generation”, 1993) of the flat code: constant values become literals, decided conditions
/// disappear, loops over constant lists are unrolled. Jumps lead forward only, and none leads into
/// a loop's body or out of it.
struct Specializer {
  /// Lists longer than this stay loops.
  private static let longestUnrolled = 64

  let source: Program
  /// Evaluates the source's expressions; its slots and loops hold what is known.
  var known: Renderer
  var knownSlots: Set<Int32>
  /// The loops being unrolled, by their depth.
  private(set) var unrolledLoops: Set<Int32> = []
  var program = Program()
  /// Slots in the order of their assignments, each with the instruction that assigns it.
  private var assignments: [(position: Int, slot: Int32)] = []
  /// Text may not be merged with what was printed before this instruction, which is jumped to.
  private var mergeBarrier = 0
  /// Everything that is decided by what is known, in order: with the same source, the same
  /// decisions lead to the same program.
  var decisions = CacheWriter()
  /// Where what is read through the constants is noted.
  let reads: ReadLog?

  /// - Parameters:
  ///   - constants: values of globals by their slot.
  ///   - reads: where the records among them note what is read through them.
  static func specialize(
    _ source: Program, constants: [Int32: TemplateValue], context: RenderContext, reads: ReadLog?
  ) -> (program: Program, decisions: CacheWriter) {
    var specializer = Specializer(source, constants: constants, context: context, reads: reads)
    specializer.run(0..<source.code.count)
    return (specializer.program, specializer.decisions)
  }

  private init(
    _ source: Program, constants: [Int32: TemplateValue], context: RenderContext, reads: ReadLog?
  ) {
    self.source = source
    self.reads = reads
    known = Renderer(program: source, globals: [], context: context, memos: [])
    knownSlots = Set(constants.keys)
    for (slot, value) in constants { known.slots[Int(slot)] = value }
    program.slotCount = source.slotCount
    program.loopDepth = source.loopDepth
    program.constants = source.constants
  }

  /// Specializes a part of the code that is entered at its start and left at its end.
  private mutating func run(_ range: Range<Int>) {
    var jumps: [Int: [Int]] = [:]
    var isReachable = true
    var index = range.lowerBound
    while true {
      if let landing = jumps.removeValue(forKey: index) {
        land(landing)
        isReachable = true
      }
      guard index < range.upperBound else { return }
      guard isReachable else {
        index += 1
        continue
      }
      switch source.code[index] {
      case .jump(let target):
        jumps[Int(target), default: []].append(emit(.jump(to: 0)))
        isReachable = false
        index += 1
      case .jumpUnless(let condition, let target):
        index += 1
        if !isConstant(condition) {
          let test = emit(.jumpUnless(translate(condition), to: 0))
          jumps[Int(target), default: []].append(test)
        } else if !decide(condition) {
          jumps[Int(target), default: []].append(emit(.jump(to: 0)))
          isReachable = false
        }
      default: index = step(index)
      }
    }
  }

  private mutating func decide(_ condition: Int32) -> Bool {
    let isTrue = known.isTrue(condition)
    decisions.write(isTrue)
    return isTrue
  }

  /// Specializes an instruction that is no jump and returns the next one's index.
  private mutating func step(_ index: Int) -> Int {
    switch source.code[index] {
    case .literal(let start, let count):
      emit(source.literals[Int(start)..<Int(start + count)])
    case .print(let expression, let output): print(expression, output)
    case .assign(let slot, let expression): assign(slot, expression)
    case .loop(let plan):
      let plan = source.loops[Int(plan)]
      run(plan, body: (index + 1)..<Int(plan.bodyEnd))
      return Int(plan.end)
    case .fragment(let plan):
      let plan = source.fragments[Int(plan)]
      run(plan, body: (index + 1)..<Int(plan.end))
      return Int(plan.end)
    case .jump, .jumpUnless: break
    }
    return index + 1
  }

  private mutating func print(_ expression: Int32, _ output: Output) {
    let language = output.language
    if isConstant(expression), language < 0 || isConstant(language) {
      known.page.removeAll(keepingCapacity: true)
      known.print(expression, output)
      return emit(known.page[...])
    }
    let output = Output(
      place: output.place, language: language < 0 ? -1 : translate(language),
      isBare: output.isBare)
    emit(.print(translate(expression), output))
  }

  private mutating func assign(_ slot: Int32, _ expression: Int32) {
    let isKnown = isConstant(expression)
    assignments.append((emit(.assign(slot: slot, translate(expression))), slot))
    if isKnown {
      known.slots[Int(slot)] = known.value(of: expression)
      knownSlots.insert(slot)
    } else {
      knownSlots.remove(slot)
    }
  }
}

// MARK: - Loops and fragments

extension Specializer {
  private mutating func run(_ plan: LoopPlan, body: Range<Int>) {
    let alternative = Int(plan.bodyEnd)..<Int(plan.end)
    let expressions = [plan.list, plan.limit, plan.start].filter { $0 >= 0 }
    guard expressions.allSatisfy(isConstant) else {
      return emitLoop(plan, body: body, alternative: alternative)
    }
    let items = known.items(of: plan)
    decisions.write(items.count)
    if items.isEmpty { return run(alternative) }
    guard items.count <= Self.longestUnrolled else {
      return emitLoop(plan, body: body, alternative: alternative)
    }
    unrolledLoops.insert(plan.depth)
    knownSlots.insert(plan.slot)
    for (offset, item) in items.enumerated() {
      known.loops[Int(plan.depth)] = Renderer.LoopState(index: offset, count: items.count)
      known.slots[Int(plan.slot)] = item
      run(body)
    }
    unrolledLoops.remove(plan.depth)
    knownSlots.remove(plan.slot)
  }

  private mutating func emitLoop(
    _ plan: LoopPlan, body: Range<Int>, alternative: Range<Int>
  ) {
    let place = program.loops.count
    program.loops.append(
      LoopPlan(
        list: translate(plan.list), slot: plan.slot,
        limit: plan.limit < 0 ? -1 : translate(plan.limit),
        start: plan.start < 0 ? -1 : translate(plan.start), depth: plan.depth))
    emit(.loop(Int32(place)))
    let start = label()
    knownSlots.remove(plan.slot)
    // What one pass assigns, the next one reads.
    for index in body {
      if case .assign(let slot, _) = source.code[index] { knownSlots.remove(slot) }
    }
    run(body)
    program.loops[place].bodyEnd = Int32(label())
    forgetAssignments(from: start)
    run(alternative)
    program.loops[place].end = Int32(label())
    forgetAssignments(from: start)
  }

  private mutating func run(_ plan: FragmentPlan, body: Range<Int>) {
    if knownSlots.contains(plan.slot) { return run(body) }
    let place = program.fragments.count
    program.fragments.append(FragmentPlan(key: plan.key, slot: plan.slot))
    emit(.fragment(Int32(place)))
    let start = label()
    run(body)
    program.fragments[place].end = Int32(label())
    forgetAssignments(from: start)
  }
}

// MARK: - Code

extension Specializer {
  @discardableResult
  private mutating func emit(_ instruction: Instruction) -> Int {
    program.code.append(instruction)
    return program.code.count - 1
  }

  private mutating func emit(_ text: ArraySlice<UInt8>) {
    guard !text.isEmpty else { return }
    let start = Int32(program.literals.count)
    program.literals += text
    if program.code.count > mergeBarrier, case .literal(let first, let count)? = program.code.last,
      first + count == start
    {
      program.code[program.code.count - 1] = .literal(
        start: first, count: count + Int32(text.count))
    } else {
      emit(.literal(start: start, count: Int32(text.count)))
    }
  }

  /// The index of the next instruction, as a place that is jumped to.
  private mutating func label() -> Int {
    mergeBarrier = program.code.count
    return mergeBarrier
  }

  /// Lets jumps lead to the next instruction. One that would lead from right before it is left out.
  private mutating func land(_ jumps: [Int]) {
    var jumps = jumps
    if let last = jumps.last, last == program.code.count - 1, mergeBarrier <= last,
      case .jump = program.code[last]
    {
      program.code.removeLast()
      jumps.removeLast()
      if jumps.isEmpty { return }
    }
    let target = Int32(label())
    for jump in jumps {
      switch program.code[jump] {
      case .jumpUnless(let condition, _):
        program.code[jump] = .jumpUnless(condition, to: target)
      default: program.code[jump] = .jump(to: target)
      }
    }
    if let first = jumps.first { forgetAssignments(from: first) }
  }

  /// Takes for unknown what instructions assign that may be passed over.
  private mutating func forgetAssignments(from position: Int) {
    for assignment in assignments.reversed() {
      if assignment.position < position { break }
      knownSlots.remove(assignment.slot)
    }
  }
}
