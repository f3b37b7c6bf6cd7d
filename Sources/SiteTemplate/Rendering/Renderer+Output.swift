import SiteHTML
import SiteText

extension Renderer {
  /// Prints an expression as its place demands.
  mutating func print(_ expression: Int32, _ output: Output) {
    switch program.operations[Int(expression)] {
    case .string(let call) where output.place.holdsParts:
      print(program.strings[Int(call)], output)
    case .join(let list, let separator) where output.place.holdsParts:
      print(list, separator: separator, output)
    case .date(let base, let style) where output.place == .attribute(isRead: false):
      guard case .date(let date) = value(of: base) else { return }
      context.formatter.append(date, style: style, to: &page)
    default:
      append(value(of: expression), output)
    }
  }

  /// Prints a translated text; each of its values keeps its own language.
  private mutating func print(_ call: StringCall, _ output: Output) {
    for part in pattern(of: call).parts {
      switch part {
      case .text(let text): append(LocalizedText(text, in: language), output)
      case .argument(let index): appendFormatted(value(of: call.arguments[index]), output)
      }
    }
  }

  private mutating func print(_ list: Int32, separator: Int32, _ output: Output) {
    guard case .list(let values) = value(of: list) else { return }
    let separators = separators(separator, count: values.count)
    for (index, value) in values.enumerated() {
      if index > 0 { append(LocalizedText(separators[index - 1], in: language), output) }
      append(value, output)
    }
  }

  /// Numbers inside sentences are written as the language writes them.
  private mutating func appendFormatted(_ value: TemplateValue, _ output: Output) {
    if case .number(let number) = value {
      context.formatter.append(number: number, to: &page)
    } else {
      append(value, output)
    }
  }

  private mutating func append(_ value: TemplateValue, _ output: Output) {
    if output.place == .json { return page.appendJSON(value) }
    switch value {
    case .text(let text): append(text, output)
    case .url(let url): append(url: url, output)
    case .number(let number): page.append(number: number)
    case .html(let html): if output.place == .content { page.append(contentsOf: html.bytes) }
    case .json(let json): page.appendEscaped(attribute: json[...])
    case .absent, .flag, .date, .list, .record: break
    }
  }

  private mutating func append(_ text: LocalizedText, _ output: Output) {
    switch output.place {
    case .content: appendContent(text, output)
    case .plainContent: page.appendEscaped(isolated(text))
    case .verbatimContent: page.appendEscaped(text.text)
    case .attribute(isRead: true): page.appendEscaped(attribute: isolated(text))
    case .attribute(isRead: false): page.appendEscaped(attribute: text.text)
    case .address: Address.append(text.text, to: &page)
    case .addressPath, .addressQuery: Address.append(component: text.text, to: &page)
    case .json: page.appendJSON(text.text)
    }
  }

  private mutating func append(url: String, _ output: Output) {
    switch output.place {
    case .content:
      let isIsolated = context.isolation.direction == .rightToLeft && !output.isBare
      if isIsolated { page.append("<bdi dir=\"ltr\">") }
      page.appendEscaped(url)
      if isIsolated { page.append("</bdi>") }
    case .plainContent: page.appendEscaped(isolated(LocalizedText(url, in: .english)))
    case .attribute(isRead: true):
      page.appendEscaped(attribute: isolated(LocalizedText(url, in: .english)))
    case .verbatimContent: page.appendEscaped(url)
    case .attribute(isRead: false): page.appendEscaped(attribute: url)
    case .address, .addressPath: Address.append(url, to: &page)
    case .addressQuery: Address.append(component: url, to: &page)
    case .json: page.appendJSON(url)
    }
  }

  /// Between tags: marked with its language where that is not the language around it.
  private mutating func appendContent(_ text: LocalizedText, _ output: Output) {
    if text.text.isEmpty { return }
    if output.language < 0, text.language == language {
      return context.isolation.append(text.text, to: &page)
    }
    let isolation = context.isolation(in: text.language)
    if output.isBare || text.language.tag == languageTag(around: output) {
      return isolation.append(text.text, to: &page)
    }
    page.append("<bdi lang=\"")
    page.appendEscaped(attribute: text.language.tag)
    page.append(isolation.direction == .rightToLeft ? "\" dir=\"rtl\">" : "\" dir=\"ltr\">")
    isolation.append(text.text, to: &page)
    page.append("</bdi>")
  }

  /// The language that the element around states, or the page's.
  private func languageTag(around output: Output) -> String {
    guard output.language >= 0, case .text(let tag) = value(of: output.language) else {
      return language.tag
    }
    return tag.text
  }

  /// A text for a place without markup: between FSI and PDI where its direction is another.
  private func isolated(_ text: LocalizedText) -> String {
    if text.text.isEmpty { return "" }
    if text.language == language, !text.text.utf8.contains(0xE2) { return text.text }
    return context.isolation.plain(text)
  }
}

extension Renderer {
  /// A translated text as one text, for places and uses that cannot hold its parts.
  func flattened(_ call: StringCall) -> String {
    pattern(of: call).parts.map { part in
      switch part {
      case .text(let text): text
      case .argument(let index): flattened(value(of: call.arguments[index]))
      }
    }.joined()
  }

  func joined(_ list: Int32, separator: Int32) -> String {
    guard case .list(let values) = value(of: list) else { return "" }
    let separators = separators(separator, count: values.count)
    return values.enumerated()
      .map { ($0.offset > 0 ? separators[$0.offset - 1] : "") + flattened($0.element) }.joined()
  }

  private func flattened(_ value: TemplateValue) -> String {
    switch value {
    case .text(let text): isolated(text)
    case .url(let url): isolated(LocalizedText(url, in: .english))
    case .number(let number): context.formatter.string(number: number)
    default: ""
    }
  }

  private func pattern(of call: StringCall) -> StringPattern {
    var category = PluralCategory.other
    if call.count >= 0, case .number(let count) = value(of: call.count) {
      category = context.formatter.pluralCategory(of: count)
    }
    return context.messages[call.key].pattern(for: category)
  }

  private func separators(_ separator: Int32, count: Int) -> [String] {
    if separator < 0 { return context.formatter.listSeparators(count: count) }
    return Array(
      repeating: program.constants[Int(separator)], count: Swift.max(0, count - 1))
  }
}

extension OutputPlace {
  /// Whether the parts of a text can be printed one by one.
  fileprivate var holdsParts: Bool {
    switch self {
    case .content, .plainContent, .verbatimContent, .attribute: true
    case .address, .addressPath, .addressQuery, .json: false
    }
  }
}

extension [UInt8] {
  /// Appends a number in digits 0–9.
  fileprivate mutating func append(number: Int) {
    var digits: (UInt64, Int) = (0, 0)
    var rest = number.magnitude
    if number < 0 { append(UInt8(ascii: "-")) }
    guard rest >= 10 else { return append(UInt8(ascii: "0") + UInt8(rest)) }
    guard rest < 100_000_000 else { return append(contentsOf: String(rest).utf8) }
    while rest > 0 {
      digits = (digits.0 << 8 | UInt64(rest % 10), digits.1 + 1)
      rest /= 10
    }
    for _ in 0..<digits.1 {
      append(UInt8(ascii: "0") + UInt8(digits.0 & 0xFF))
      digits.0 >>= 8
    }
  }
}
