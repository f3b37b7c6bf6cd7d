import SiteDiagnostics
import SiteText

/// A compiled expression and its type.
struct Value {
  let id: Int32
  let type: TemplateType
  /// Whether the filter `bare` was the last.
  var isBare = false
}

extension Compiler {
  /// Compiles an expression; nil when something is wrong with it, which is then reported.
  mutating func compile(_ expression: Expression) -> Value? {
    switch expression.kind {
    case .invalid: nil
    case .text(let text): Value(id: add(.constant(addConstant(text))), type: .text)
    case .number(let number): Value(id: add(.number(number)), type: .number)
    case .flag(let flag): Value(id: add(.flag(flag)), type: .flag)
    case .name(let name): compileName(name, at: expression.offset)
    case .field(let base, let name): compileField(name, of: base)
    case .not(let value):
      compile(value).map { Value(id: add(.not($0.id)), type: .flag) }
    case .both(let first, let second): compileJunction(first, second, Operation.both)
    case .either(let first, let second): compileJunction(first, second, Operation.either)
    case .comparison(let comparison, let first, let second):
      compileComparison(comparison, first, second)
    case .filter(let value, let name, let arguments):
      compileFilter(name, of: value, arguments: arguments)
    case .call(let name, let arguments, let named):
      compileCall(name, arguments, named)
    }
  }

  private mutating func compileName(_ name: String, at offset: Int) -> Value? {
    if let variable = variable(name) {
      return Value(id: add(.slot(variable.slot)), type: variable.type)
    }
    if name == "loop" {
      report(
        openLoops > hiddenLoops
          ? .loopIsNoValue(at: location(offset)) : .loopOutside(at: location(offset)))
    } else {
      report(.unknownName(name, known: visibleNames, at: location(offset)))
    }
    return nil
  }

  private mutating func compileField(_ name: Name, of base: Expression) -> Value? {
    if case .name("loop") = base.kind, variable("loop") == nil {
      return compileLoopField(name, at: base.offset)
    }
    guard let value = compile(base) else { return nil }
    switch value.type.wrapped {
    case .record(let record): return compileField(name, of: value, record: record)
    case .text:
      guard let field = TextField(rawValue: name.text) else {
        report(
          .unknownField(
            name.text, of: value.type, known: TextField.allCases.map(\.rawValue),
            at: location(name.offset)))
        return nil
      }
      let type = value.type.isOptional ? TemplateType.optional(.text) : .text
      return Value(id: add(.text(field, of: value.id)), type: type, isBare: true)
    default:
      report(.noFields(name.text, of: value.type, at: location(name.offset)))
      return nil
    }
  }

  private mutating func compileField(_ name: Name, of value: Value, record: String) -> Value? {
    guard let field = schema.field(name.text, of: record) else {
      let known = schema.record(record)?.fields.map(\.name) ?? []
      report(
        .unknownField(name.text, of: value.type.wrapped, known: known, at: location(name.offset)))
      return nil
    }
    return Value(
      id: add(.field(of: value.id, at: Int32(field.slot))),
      type: value.type.isOptional ? field.type.asOptional : field.type)
  }

  private mutating func compileLoopField(_ name: Name, at offset: Int) -> Value? {
    guard openLoops > hiddenLoops else {
      report(.loopOutside(at: location(offset)))
      return nil
    }
    guard let field = LoopField(rawValue: name.text) else {
      report(
        .unknownLoopField(
          name.text, known: LoopField.allCases.map(\.rawValue), at: location(name.offset)))
      return nil
    }
    let isNumber = field == .index || field == .count
    return Value(
      id: add(.loop(field, depth: Int32(openLoops - 1))), type: isNumber ? .number : .flag)
  }

  private mutating func compileJunction(
    _ first: Expression, _ second: Expression, _ operation: (Int32, Int32) -> Operation
  ) -> Value? {
    let values = (compile(first), compile(second))
    guard let first = values.0, let second = values.1 else { return nil }
    return Value(id: add(operation(first.id, second.id)), type: .flag)
  }

  private mutating func compileComparison(
    _ comparison: Comparison, _ first: Expression, _ second: Expression
  ) -> Value? {
    let values = (compile(first), compile(second))
    guard let left = values.0, let right = values.1 else { return nil }
    guard left.type.canBeCompared(with: right.type, by: comparison) else {
      report(
        .cannotCompare(
          left.type, comparison.rawValue, right.type, at: location(first.offset)))
      return nil
    }
    return Value(id: add(.comparison(comparison, left.id, right.id)), type: .flag)
  }

  private mutating func compileCall(
    _ name: Name, _ arguments: [Expression], _ named: [NamedArgument]
  ) -> Value? {
    switch Function(rawValue: name.text) {
    case .t: return compileString(name, arguments, named)
    case .asset, .integrity: return compileAsset(name, arguments, named)
    case .super: report(.strayBlockSuper(at: location(name.offset)))
    case nil:
      report(
        .unknownFunction(
          name.text, known: Function.allCases.map(\.rawValue), at: location(name.offset)))
    }
    return nil
  }
}

extension TemplateType {
  /// Texts and addresses compare with one another, numbers, dates and flags with their like; only
  /// numbers, dates and texts have an order.
  fileprivate func canBeCompared(with other: TemplateType, by comparison: Comparison) -> Bool {
    switch (wrapped, other.wrapped) {
    case (.number, .number), (.date, .date), (.text, .text): true
    case (.flag, .flag), (.url, .url), (.url, .text), (.text, .url): !comparison.isOrdering
    default: false
    }
  }
}
