import SiteText

extension Renderer {
  /// Works out an expression.
  func value(of expression: Int32) -> TemplateValue {
    switch program.operations[Int(expression)] {
    case .slot(let slot): slots[Int(slot)]
    case .known(let value): program.values[Int(value)]
    case .field(let base, let slot): field(slot, of: base)
    case .constant(let constant): text(program.constants[Int(constant)])
    case .address(let constant): .url(program.constants[Int(constant)])
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .not, .both, .either, .comparison: .flag(isTrue(expression))
    case .loop(let field, let depth): loopValue(field, loops[Int(depth)])
    case .text(let field, let base): textValue(field, of: base)
    case .string(let call): text(flattened(program.strings[Int(call)]))
    case .date(let base, let style): date(value(of: base), style)
    case .formatted(let base): number(value(of: base))
    case .absolute(let base): absolute(value(of: base))
    case .fallback(let first, let second): fallback(value(of: first), second)
    case .length(let base): .number(length(value(of: base)))
    case .json(let base): .json(json(value(of: base)))
    case .join(let list, let separator): text(joined(list, separator: separator))
    }
  }

  /// What `if` makes of an expression.
  func isTrue(_ expression: Int32) -> Bool {
    switch program.operations[Int(expression)] {
    case .not(let operand): !isTrue(operand)
    case .both(let first, let second): isTrue(first) && isTrue(second)
    case .either(let first, let second): isTrue(first) || isTrue(second)
    case .comparison(let comparison, let first, let second):
      holds(comparison, value(of: first), value(of: second))
    default: value(of: expression).isTrue
    }
  }

  private func field(_ slot: Int32, of base: Int32) -> TemplateValue {
    guard case .record(let record) = value(of: base) else { return .absent }
    return record.value(at: Int(slot))
  }

  private func text(_ text: String) -> TemplateValue { .text(LocalizedText(text, in: language)) }

  private func loopValue(_ field: LoopField, _ loop: LoopState) -> TemplateValue {
    switch field {
    case .index: .number(loop.index + 1)
    case .first: .flag(loop.index == 0)
    case .last: .flag(loop.index == loop.count - 1)
    case .count: .number(loop.count)
    }
  }

  private func textValue(_ field: TextField, of base: Int32) -> TemplateValue {
    guard case .text(let value) = value(of: base) else { return .absent }
    return switch field {
    case .language: text(value.language.tag)
    case .dir: text(direction(of: value.language).rawValue)
    }
  }

  private func holds(
    _ comparison: Comparison, _ first: TemplateValue, _ second: TemplateValue
  ) -> Bool {
    switch (first, second) {
    case (.number(let first), .number(let second)): compare(first, second, comparison)
    case (.date(let first), .date(let second)): compare(first, second, comparison)
    case (.text(let first), .text(let second)): compare(first.text, second.text, comparison)
    case (.url(let first), .url(let second)): compare(first, second, comparison)
    case (.url(let first), .text(let second)): compare(first, second.text, comparison)
    case (.text(let first), .url(let second)): compare(first.text, second, comparison)
    case (.flag(let first), .flag(let second)): (first == second) == (comparison == .equal)
    case (.absent, .absent): comparison == .equal
    default: comparison == .unequal
    }
  }

  private func compare<Operand: Comparable>(
    _ first: Operand, _ second: Operand, _ comparison: Comparison
  ) -> Bool {
    switch comparison {
    case .equal: first == second
    case .unequal: first != second
    case .less: first < second
    case .lessOrEqual: first <= second
    case .greater: first > second
    case .greaterOrEqual: first >= second
    }
  }

  private func date(_ value: TemplateValue, _ style: DateStyle) -> TemplateValue {
    guard case .date(let date) = value else { return .absent }
    return written { context.formatter.append(date, style: style, to: &$0) }
  }

  private func number(_ value: TemplateValue) -> TemplateValue {
    guard case .number(let number) = value else { return .absent }
    return written { context.formatter.append(number: number, to: &$0) }
  }

  private func written(_ write: (inout [UInt8]) -> Void) -> TemplateValue {
    var bytes: [UInt8] = []
    write(&bytes)
    return text(String(decoding: bytes, as: UTF8.self))
  }

  private func absolute(_ value: TemplateValue) -> TemplateValue {
    guard case .url(let url) = value else { return .absent }
    if Address.hasScheme(url) || url.hasPrefix("//") { return .url(url) }
    return .url(context.baseURL + (url.hasPrefix("/") ? url : "/" + url))
  }

  private func fallback(_ value: TemplateValue, _ other: Int32) -> TemplateValue {
    value.isTrue ? value : self.value(of: other)
  }

  private func length(_ value: TemplateValue) -> Int {
    switch value {
    case .list(let values): values.count
    case .text(let text): text.text.count
    default: 0
    }
  }

  private func json(_ value: TemplateValue) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendJSON(value)
    return bytes
  }

  func direction(of code: LanguageCode) -> Direction {
    code == language ? context.isolation.direction : context.isolation(in: code).direction
  }
}
