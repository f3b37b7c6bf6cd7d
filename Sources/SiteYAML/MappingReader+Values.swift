import SiteDiagnostics

extension MappingReader {
  /// A text with something in it; white space around it is dropped.
  public mutating func text(_ key: String) -> Located<String>? {
    node(key).flatMap { text($0, of: key) }
  }

  /// A text that must be there.
  ///
  /// - Parameter rule: the id of the error that says it is not.
  public mutating func requiredText(_ key: String, rule: String = "missing-key")
    -> Located<String>?
  {
    let count = diagnostics.count
    if let text = text(key) { return text }
    let entry = entries.first { $0.key == key }
    if diagnostics.count == count, !misspells(key), entry?.lacksColon != true {
      report(.missingKey(key, rule: rule, at: place(entry?.keyBytes ?? bytes)))
    }
    return nil
  }

  /// A list of texts, without those that are empty.
  ///
  /// - Parameter limit: how many items are read.
  public mutating func texts(_ key: String, atMost limit: Int = .max) -> [Located<String>] {
    items(key).prefix(limit).compactMap { item in
      if let colon = colon(inItem: item) {
        report(
          .yamlColonInValue(
            at: place(colon),
            quoted: String(decoding: file.bytes[item.bytes], as: UTF8.self)
              .inStraightQuotes))
        return nil
      }
      return text(item, of: key)
    }
  }

  /// Where an item of a list holds a colon that makes a key of what stands before it:
  /// `[قال: نعم]`.
  private func colon(inItem item: YAMLNode) -> Range<Int>? {
    guard case .mapping(let entries) = item.content, let entry = entries.first, entries.count == 1,
      file.bytes[item.bytes.lowerBound] != UInt8(ascii: "{")
    else { return nil }
    return entry.keyBytes.upperBound..<entry.value.bytes.lowerBound
  }

  /// A text in some of the languages: `{ar: …, en: …}`, or a lone text in the first of them.
  ///
  /// - Parameter languages: the languages of the site by their codes, the first of which is meant
  ///   where none is named.
  /// - Returns: in the order of `languages`; empty where the key has no value.
  public mutating func localized(_ key: String, languages: [String])
    -> [(language: String, text: Located<String>)]
  {
    guard let node = node(key) else { return [] }
    if case .scalar = node.content {
      guard let first = languages.first, let text = text(node, of: key) else { return [] }
      return [(first, text)]
    }
    return nested(node, known: nil) { inner in
      for entry in inner.entries where !languages.contains(entry.key) && !entry.lacksColon {
        inner.report(
          .unknownLanguage(entry.key, known: languages, at: inner.place(entry.keyBytes)))
      }
      return languages.compactMap { language in
        inner.text(language).map { (language, $0) }
      }
    } ?? []
  }

  /// `true` or `false`.
  public mutating func boolean(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text.value {
    case "true": return true
    case "false": return false
    default:
      report(.expectedBoolean(key, insteadOf: text.value, at: place(text.bytes)))
      return nil
    }
  }

  /// A whole number.
  public mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Located<Int>? {
    guard let text = text(key) else { return nil }
    if let number = Int(text.value), range.contains(number) {
      return Located(number, bytes: text.bytes)
    }
    report(.expectedInteger(key, in: range, insteadOf: text.value, at: place(text.bytes)))
    return nil
  }

  /// One of the cases that the schema offers.
  public mutating func choice<Choice>(_ key: String, of type: Choice.Type) -> Located<Choice>?
  where Choice: CaseIterable & RawRepresentable<String> & Sendable {
    guard let text = text(key) else { return nil }
    if let choice = Choice(rawValue: text.value) { return Located(choice, bytes: text.bytes) }
    report(
      .unknownChoice(
        text.value, of: key, known: Choice.allCases.map(\.rawValue), at: place(text.bytes)))
    return nil
  }

  /// A value as text; nil, and an error, when it is a list or a mapping.
  public mutating func text(_ node: YAMLNode, of key: String) -> Located<String>? {
    switch node.content {
    case .scalar(let written, _):
      let text = written.trimmed
      return text.isEmpty ? nil : Located(text, bytes: node.bytes)
    case .null: return nil
    case .sequence, .mapping:
      report(.expectedText(key, at: place(node.bytes)))
      return nil
    }
  }
}

extension String {
  /// With Arabic-Indic and Persian digits as ASCII ones, nil when there are none.
  var withASCIIDigits: String? {
    var found = false
    let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0x660...0x669, 0x6F0...0x6F9:
        found = true
        return Unicode.Scalar(UInt8(ascii: "0") + UInt8(scalar.value & 0xF))
      default: return scalar
      }
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return found ? text : nil
  }

  /// Without characters that cannot be seen: bidi controls, zero-width characters, the byte order
  /// mark.
  var withoutInvisibles: String {
    var text = ""
    text.unicodeScalars.append(
      contentsOf: unicodeScalars.filter { $0.properties.generalCategory != .format })
    return text
  }
}
