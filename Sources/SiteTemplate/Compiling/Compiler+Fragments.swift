extension Compiler {
  /// What identifies an include whose output is worth keeping: one inside a loop, since what lists
  /// show recurs on other pages, that is given one record and otherwise only literals; nil for
  /// others.
  func fragmentKey(of include: Include, types: [TemplateType]) -> FragmentKey? {
    guard openLoops > 0, !isInFragment, place.settled() == Place(), include.hasOneRecord(types)
    else { return nil }
    let arguments = zip(include.arguments, types).compactMap { argument, type in
      FragmentKey.Argument(argument, type)
    }
    guard arguments.count == include.arguments.count else { return nil }
    return FragmentKey(partial: include.path.text, arguments: arguments)
  }

  /// Compiles the body of an include as a fragment, unless it depends on the page.
  ///
  /// - Parameter firstSlot: where its arguments begin.
  mutating func compileFragment(_ key: FragmentKey, _ nodes: [Node], firstSlot: Int32) {
    let offset = key.arguments.firstIndex { if case .record = $0 { true } else { false } } ?? 0
    let operations = program.operations.count
    let plan = program.fragments.count
    program.fragments.append(FragmentPlan(key: key, slot: firstSlot + Int32(offset)))
    let start = emit(.fragment(Int32(plan)))
    _ = label()
    isInFragment = true
    compile(nodes)
    isInFragment = false
    program.fragments[plan].end = label()
    if program.operations[operations...].contains(where: dependsOnPage) {
      program.code[start] = .jump(to: Int32(start + 1))
    }
  }

  private func dependsOnPage(_ operation: Operation) -> Bool {
    guard case .slot(let slot) = operation else { return false }
    return slot < globalCount && !constantGlobals.contains(slot)
  }
}

extension Include {
  fileprivate func hasOneRecord(_ types: [TemplateType]) -> Bool {
    types.count { if case .record = $0 { true } else { false } } == 1
  }
}

extension FragmentKey.Argument {
  fileprivate init?(_ argument: NamedArgument, _ type: TemplateType) {
    let name = argument.name.text
    switch (argument.value.kind, type) {
    case (.text(let text), _): self = .text(name: name, text)
    case (.number(let number), _): self = .number(name: name, number)
    case (.flag(let flag), _): self = .flag(name: name, flag)
    case (_, .record(let type)): self = .record(name: name, type: type)
    default: return nil
    }
  }
}
