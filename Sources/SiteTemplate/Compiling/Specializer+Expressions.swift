import SiteConcurrency

extension Specializer {
  /// Whether all that an expression depends on is known.
  func isConstant(_ expression: Int32) -> Bool {
    switch source.operations[Int(expression)] {
    case .slot(let slot): knownSlots.contains(slot)
    case .known, .constant, .address, .number, .flag: true
    case .loop(_, let depth): unrolledLoops.contains(depth)
    case .string(let call):
      ([source.strings[Int(call)].count] + source.strings[Int(call)].arguments)
        .allSatisfy { $0 < 0 || isConstant($0) }
    case let operation: operation.operands.allSatisfy(isConstant)
    }
  }

  /// The expression for the specialized program, with the constant parts worked out.
  mutating func translate(_ expression: Int32) -> Int32 {
    if isConstant(expression) {
      let start = reads?.count ?? 0
      let value = known.value(of: expression)
      if case .list = value, let reads { program.reads.formUnion(reads.keys(from: start)) }
      decisions.write(value)
      program.values.append(value)
      return add(.known(Int32(program.values.count - 1)))
    }
    return switch source.operations[Int(expression)] {
    case .string(let call): add(.string(translate(source.strings[Int(call)])))
    case let operation: add(operation.mapOperands { translate($0) })
    }
  }

  private mutating func translate(_ call: StringCall) -> Int32 {
    let translated = StringCall(
      key: call.key, arguments: call.arguments.map { $0 < 0 ? -1 : translate($0) },
      count: call.count < 0 ? -1 : translate(call.count))
    program.strings.append(translated)
    return Int32(program.strings.count - 1)
  }

  private mutating func add(_ operation: Operation) -> Int32 {
    program.operations.append(operation)
    return Int32(program.operations.count - 1)
  }
}

extension Operation {
  /// The expressions that the operation works on; those of a translated text are in its call.
  fileprivate var operands: [Int32] {
    var operands: [Int32] = []
    _ = mapOperands {
      operands.append($0)
      return $0
    }
    return operands
  }

  fileprivate func mapOperands(_ transform: (Int32) -> Int32) -> Operation {
    switch self {
    case .slot, .known, .constant, .address, .number, .flag, .loop, .string: self
    case .field(let base, let slot): .field(of: transform(base), at: slot)
    case .not(let value): .not(transform(value))
    case .both(let first, let second): .both(transform(first), transform(second))
    case .either(let first, let second): .either(transform(first), transform(second))
    case .comparison(let comparison, let first, let second):
      .comparison(comparison, transform(first), transform(second))
    case .text(let field, let value): .text(field, of: transform(value))
    case .date(let value, let style): .date(transform(value), style)
    case .formatted(let value): .formatted(transform(value))
    case .absolute(let value): .absolute(transform(value))
    case .fallback(let first, let second): .fallback(transform(first), transform(second))
    case .length(let value): .length(transform(value))
    case .json(let value): .json(transform(value))
    case .join(let list, let separator): .join(transform(list), separator: separator)
    }
  }
}
