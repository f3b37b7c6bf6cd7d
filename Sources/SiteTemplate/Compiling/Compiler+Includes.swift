import SiteDiagnostics

extension Compiler {
  mutating func compileInclude(_ include: Include, at offset: Int) {
    guard let template = templates[include.path.text] else {
      return report(
        .missingTemplate(
          include.path.text, known: templates.keys, at: location(include.path.offset)))
    }
    usedFiles.insert(include.path.text)
    guard !includes.contains(include.path.text) else {
      return report(
        .recursion(includes + [include.path.text], at: location(include.path.offset)))
    }
    if let parent = template.parent {
      return report(.partialExtends(at: template.file.location(atByte: parent.offset)))
    }
    let wanted = FreeNames.names(of: template).filter { name in
      !variables[..<globalCount].contains { $0.name == name.text }
    }
    let isComplete = checkArguments(of: include, wanted: wanted, in: template)
    let values = include.arguments.map { ($0, compile($0.value)) }
    guard isComplete, values.allSatisfy({ $0.1 != nil }) else { return }
    let arguments = values.compactMap { argument, value in
      value.map { (argument.name.text, $0) }
    }
    compile(
      template, with: arguments, as: fragmentKey(of: include, types: arguments.map(\.1.type)),
      at: offset)
  }

  /// Compiles a partial where it is included; it sees the globals and its arguments.
  private mutating func compile(
    _ template: ParsedTemplate, with arguments: [(name: String, value: Value)],
    as key: FragmentKey?, at offset: Int
  ) {
    let outer = (file, firstVisible, hiddenLoops, currentBlock, place)
    scoped { compiler in
      let first = compiler.variables.count
      for argument in arguments {
        let slot = compiler.declare(argument.name, .argument, argument.value.type)
        compiler.emit(.assign(slot: slot, argument.value.id))
      }
      compiler.firstVisible = first
      compiler.includes.append(template.name)
      compiler.file = template.file
      compiler.currentBlock = nil
      compiler.hiddenLoops = compiler.openLoops
      compiler.closing(.file(template.file.path)) { compiler in
        if let key {
          compiler.compileFragment(key, template.nodes, firstSlot: Int32(first))
        } else {
          compiler.compile(template.nodes)
        }
      }
      compiler.includes.removeLast()
    }
    (file, firstVisible, hiddenLoops, currentBlock) = (outer.0, outer.1, outer.2, outer.3)
    if Place.joined(outer.4.settled(), place.settled()) == nil {
      checksElements = false
      report(
        .unbalancedPart(
          outer.4.description, place.description, last: tagStart.location,
          at: location(offset)))
    }
  }

  /// Reports arguments that the partial does not use, that it misses, or that come twice.
  private mutating func checkArguments(
    of include: Include, wanted: [Name], in template: ParsedTemplate
  ) -> Bool {
    let reported = diagnostics.count
    let names = wanted.map(\.text)
    var given: Set<String> = []
    for argument in include.arguments {
      if !given.insert(argument.name.text).inserted {
        report(.argumentTwice(argument.name.text, at: location(argument.name.offset)))
      } else if !FreeNames.names(of: template).contains(where: { $0.text == argument.name.text }) {
        report(
          .unknownPartialArgument(
            argument.name.text, of: include.path.text, known: names,
            at: location(argument.name.offset)))
      }
    }
    for name in wanted where !given.contains(name.text) {
      let known = names.filter(given.contains)
      guard NearMiss(known).suggestions(for: name.text).isEmpty else {
        let use = template.file.location(atByte: name.offset)
        report(.unknownName(name.text, known: known, at: use))
        continue
      }
      report(
        .missingPartialArgument(
          name.text, of: include.path.text, use: template.file.location(atByte: name.offset),
          at: location(include.path.offset)))
    }
    return diagnostics.count == reported
  }
}

/// The names that a partial expects from outside: all but its own loop and `set` variables.
struct FreeNames {
  private var names: [Name] = []
  private var bound: [String] = []

  /// Each name once, where it is first used.
  static func names(of template: ParsedTemplate) -> [Name] {
    var search = FreeNames()
    search.visit(template.nodes)
    return search.names
  }

  private mutating func visit(_ nodes: [Node]) {
    let count = bound.count
    for node in nodes {
      switch node.kind {
      case .text: break
      case .output(let value): visit(value)
      case .conditional(let branches, let otherwise):
        for branch in branches {
          visit(branch.condition)
          visit(branch.body)
        }
        visit(otherwise ?? [])
      case .loop(let loop): visit(loop)
      case .assignment(let name, let value):
        visit(value)
        bound.append(name.text)
      case .block(_, let body): visit(body)
      case .include(let include): for argument in include.arguments { visit(argument.value) }
      }
    }
    bound.removeLast(bound.count - count)
  }

  private mutating func visit(_ loop: Loop) {
    for expression in [loop.list, loop.limit, loop.start] {
      if let expression { visit(expression) }
    }
    bound += [loop.variable.text, "loop"]
    visit(loop.body)
    bound.removeLast(2)
    visit(loop.otherwise ?? [])
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .text, .number, .flag, .invalid: break
    case .name(let name):
      if !bound.contains(name), name != "loop", !names.contains(where: { $0.text == name }) {
        names.append(Name(text: name, offset: expression.offset))
      }
    case .field(let base, _): visit(base)
    case .not(let value): visit(value)
    case .both(let first, let second), .either(let first, let second),
      .comparison(_, let first, let second):
      visit(first)
      visit(second)
    case .filter(let value, _, let arguments):
      visit(value)
      for argument in arguments { visit(argument) }
    case .call(_, let arguments, let named):
      for argument in arguments + named.map(\.value) { visit(argument) }
    }
  }
}
