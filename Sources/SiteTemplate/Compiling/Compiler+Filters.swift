import SiteDiagnostics
import SiteText

extension Compiler {
  mutating func compileFilter(
    _ name: Name, of expression: Expression, arguments: [Expression]
  ) -> Value? {
    guard let filter = Filter(rawValue: name.text) else {
      report(
        .unknownFilter(
          name.text, known: Filter.allCases.map(\.rawValue), at: location(name.offset)))
      _ = compile(expression)
      return nil
    }
    guard filter.arguments.contains(arguments.count) else {
      report(.filterArguments(filter, given: arguments.count, at: location(name.offset)))
      return nil
    }
    guard let value = compile(expression) else { return nil }
    return apply(filter, to: value, arguments.first, at: name.offset)
  }

  private mutating func apply(
    _ filter: Filter, to value: Value, _ argument: Expression?, at offset: Int
  ) -> Value? {
    switch (filter, value.type.wrapped) {
    case (.date, .date): applyDate(to: value, argument)
    case (.iso, .date): result(of: value, .date(value.id, .iso), .text)
    case (.number, .number): result(of: value, .formatted(value.id), .text)
    case (.absolute, .url): result(of: value, .absolute(value.id), .url)
    case (.bare, .text): Value(id: value.id, type: value.type, isBare: true)
    case (.length, .list), (.length, .text):
      Value(id: add(.length(value.id)), type: .number)
    case (.join, .list(.text)): applyJoin(to: value, argument)
    case (.json, _) where value.type.isJSONValue:
      Value(id: add(.json(value.id)), type: .json)
    case (.default, _): applyDefault(to: value, argument)
    default: reject(filter, value.type, at: offset)
    }
  }

  private mutating func reject(_ filter: Filter, _ type: TemplateType, at offset: Int) -> Value? {
    report(.filterType(filter, type, at: location(offset)))
    return nil
  }

  /// A filter of an absent value is absent.
  private mutating func result(
    of value: Value, _ operation: Operation, _ type: TemplateType
  ) -> Value {
    Value(id: add(operation), type: value.type.isOptional ? type.asOptional : type)
  }

  private mutating func applyDate(to value: Value, _ argument: Expression?) -> Value? {
    guard let argument, case .text(let name) = argument.kind else {
      report(.dateStyleIsNoText(at: location(argument?.offset ?? 0)))
      return nil
    }
    guard let style = DateStyle(rawValue: name) else {
      report(
        .unknownDateStyle(
          name, known: DateStyle.allCases.map(\.rawValue), at: location(argument.offset)))
      return nil
    }
    return result(of: value, .date(value.id, style), .text)
  }

  private mutating func applyJoin(to value: Value, _ argument: Expression?) -> Value? {
    guard let argument else {
      return Value(id: add(.join(value.id, separator: -1)), type: .text)
    }
    guard case .text(let separator) = argument.kind else {
      report(.separatorIsNoText(at: location(argument.offset)))
      return nil
    }
    let constant = addConstant(separator)
    return Value(id: add(.join(value.id, separator: constant)), type: .text)
  }

  private mutating func applyDefault(to value: Value, _ argument: Expression?) -> Value? {
    guard let argument, let fallback = compile(argument) else { return nil }
    guard fallback.type.wrapped == value.type.wrapped else {
      report(.defaultType(value.type, fallback.type, at: location(argument.offset)))
      return nil
    }
    return Value(id: add(.fallback(value.id, fallback.id)), type: fallback.type)
  }

  /// Compiles `t("key", name: value)`.
  mutating func compileString(
    _ name: Name, _ arguments: [Expression], _ named: [NamedArgument]
  ) -> Value? {
    guard arguments.count == 1, let first = arguments.first, case .text(let key) = first.kind
    else {
      report(.stringKeyIsNoText(at: location(arguments.first?.offset ?? name.offset)))
      return nil
    }
    guard let string = strings.definition(of: key) else {
      report(.unknownString(key, known: strings.keys, at: location(first.offset)))
      return nil
    }
    usedStrings.insert(string.index)
    guard let values = compileArguments(named, of: string, at: first.offset) else { return nil }
    program.strings.append(
      StringCall(
        key: string.index, arguments: string.parameters.map { values[$0] ?? -1 },
        count: string.isPlural ? values["count"] ?? -1 : -1))
    return Value(id: add(.string(Int32(program.strings.count - 1))), type: .text)
  }

  private mutating func compileArguments(
    _ arguments: [NamedArgument], of string: Strings.Definition, at offset: Int
  ) -> [String: Int32]? {
    let reported = diagnostics.count
    var values: [String: Int32] = [:]
    for argument in arguments {
      let name = argument.name.text
      guard string.parameters.contains(name) else {
        report(
          .unknownStringArgument(
            name, of: string.key, known: string.parameters, at: location(argument.name.offset)))
        continue
      }
      if values[name] != nil { report(.argumentTwice(name, at: location(argument.name.offset))) }
      guard let value = compile(argument.value) else { continue }
      checkArgument(value, name, of: string, at: argument.value.offset)
      values[name] = value.id
    }
    guard diagnostics.count == reported else { return nil }
    for parameter in string.parameters where values[parameter] == nil {
      report(.missingStringArgument(parameter, of: string.key, at: location(offset)))
    }
    return diagnostics.count == reported ? values : nil
  }

  private mutating func checkArgument(
    _ value: Value, _ name: String, of string: Strings.Definition, at offset: Int
  ) {
    if name == "count", string.isPlural {
      if value.type != .number {
        report(.countIsNoNumber(value.type, of: string.key, at: location(offset)))
      }
      return
    }
    switch value.type.wrapped {
    case .text, .number, .url: break
    case .date: report(.dateWithoutStyle(at: location(offset)))
    default: report(.notPrintable(value.type, at: location(offset)))
    }
  }
}

extension TemplateType {
  /// Whether values of the type can be written as JSON.
  var isJSONValue: Bool {
    switch wrapped {
    case .text, .url, .number, .flag, .json: true
    case .list(let element): element.isJSONValue
    case .html, .date, .record, .optional: false
    }
  }
}
