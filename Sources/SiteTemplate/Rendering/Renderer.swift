import SiteConcurrency
import SiteText

/// Runs a program for one page.
struct Renderer {
  let program: Program
  let context: RenderContext
  /// The page's own language and direction, asked for with every text.
  let language: LanguageCode
  var page: [UInt8] = []
  var slots: [TemplateValue]
  var loops: [LoopState]
  private let memos: [ByteMemo]
  /// Where the records note what is read through them.
  private let reads: ReadLog?

  /// Where a running loop stands.
  struct LoopState {
    var index = 0
    var count = 0
  }

  init(
    program: Program, globals: [TemplateValue], context: RenderContext, memos: [ByteMemo],
    reads: ReadLog? = nil
  ) {
    self.program = program
    self.reads = reads
    self.context = context
    self.memos = memos
    language = context.language.code
    slots = globals
    slots += repeatElement(.absent, count: Swift.max(0, program.slotCount - globals.count))
    loops = Array(repeating: LoopState(), count: program.loopDepth)
  }

  mutating func run() {
    run(0..<program.code.count)
  }

  private mutating func run(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let instruction = program.code[index]
      index += 1
      switch instruction {
      case .literal(let start, let count):
        program.literals.withUnsafeBufferPointer {
          page.append(
            contentsOf: UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(start + count)]))
        }
      case .print(let expression, let output): print(expression, output)
      case .jump(let target): index = Int(target)
      case .jumpUnless(let condition, let target):
        if !isTrue(condition) { index = Int(target) }
      case .assign(let slot, let expression): slots[Int(slot)] = value(of: expression)
      case .loop(let plan):
        let plan = program.loops[Int(plan)]
        run(plan, body: index..<Int(plan.bodyEnd))
        index = Int(plan.end)
      case .fragment(let plan):
        let plan = program.fragments[Int(plan)]
        run(plan, body: index..<Int(plan.end))
        index = Int(plan.end)
      }
    }
  }

  private mutating func run(_ plan: LoopPlan, body: Range<Int>) {
    let items = items(of: plan)
    guard !items.isEmpty else { return run(Int(plan.bodyEnd)..<Int(plan.end)) }
    let depth = Int(plan.depth)
    loops[depth] = LoopState(index: 0, count: items.count)
    for (offset, item) in items.enumerated() {
      loops[depth].index = offset
      slots[Int(plan.slot)] = item
      run(body)
    }
  }

  /// What a loop goes through.
  func items(of plan: LoopPlan) -> ArraySlice<TemplateValue> {
    guard case .list(let list) = value(of: plan.list) else { return [] }
    let first = Swift.min(Swift.max(number(of: plan.start) ?? 0, 0), list.count)
    let count = Swift.min(Swift.max(number(of: plan.limit) ?? list.count, 0), list.count - first)
    return list[first..<(first + count)]
  }

  /// Prints what a fragment printed before for the same record, or runs it.
  private mutating func run(_ plan: FragmentPlan, body: Range<Int>) {
    guard case .record(let record) = slots[Int(plan.slot)], let entity = record.entity else {
      return run(body)
    }
    let start = page.count
    let bytes = memos[Int(plan.memo)].bytes(for: entity, noting: reads) {
      run(body)
      return Array(page[start...])
    }
    if page.count == start { page.append(contentsOf: bytes) }
  }

  private func number(of expression: Int32) -> Int? {
    guard expression >= 0, case .number(let number) = value(of: expression) else { return nil }
    return number
  }
}
