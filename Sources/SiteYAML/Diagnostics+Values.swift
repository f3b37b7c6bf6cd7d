import SiteDiagnostics

/// What can be wrong with a value that a schema expects.
extension Diagnostic {
  static let expectedMappingRule = "expected-mapping"

  static func expectedMapping(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      expectedMappingRule, at: location,
      Wording(
        en: "keys with values are expected here", ar: "المتوقع هنا مفاتيح وقيمها"),
      fix: Wording(
        en: "write ‘key: value’ with a space after the colon",
        ar: "اكتب «المفتاح: القيمة» وبعد النقطتين مسافة"))
  }

  static func expectedText(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "expected-text", at: location,
      Wording(
        en: "‘\(key)’ takes a text, not a list or a group of keys",
        ar: "قيمة «\(key)» نصّ، لا قائمة ولا مجموعة مفاتيح"),
      fix: Wording(
        en: "write one text; put it in quotation marks if it begins with a bracket",
        ar: "اكتب نصًّا واحدًا، وضعه بين علامتي اقتباس إن بدأ بقوس"))
  }

  static func expectedList(
    _ key: String, insteadOf text: String?, at location: SourceLocation
  ) -> Diagnostic {
    let items = text.map { $0.split(whereSeparator: { ",،؛".contains($0) }) } ?? []
    let example = items.map { String($0).trimmed }.joined(separator: ", ")
    let list = "\(key): [\(example.isEmpty ? "…" : example)]"
    return Diagnostic(
      "expected-list", at: location,
      Wording(en: "‘\(key)’ takes a list", ar: "قيمة «\(key)» قائمة"),
      fix: Wording(en: "write \(list)", ar: "اكتب \(list)"))
  }

  /// - Parameter needed: the keys that every item has.
  static func expectedMappings(
    _ key: String, of needed: [String], at location: SourceLocation
  ) -> Diagnostic {
    let item = needed.map { "\($0): …" }.joined(separator: ", ")
    let list = "\(key): [{\(item)}]"
    return Diagnostic(
      "expected-list", at: location,
      Wording(
        en: "‘\(key)’ takes a list whose items are keys with values",
        ar: "قيمة «\(key)» قائمة عناصرها مفاتيح وقيمها"),
      fix: Wording(
        en: "write \(list), with each text in quotation marks",
        ar: "اكتب \(list)، وضع كل نصّ بين علامتي اقتباس"))
  }

  static func expectedBoolean(
    _ key: String, insteadOf text: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "expected-boolean", at: location,
      Wording(
        en: "‘\(key)’ is either true or false, not ‘\(text)’",
        ar: "قيمة «\(key)» إما true وإما false، لا «\(text)»"),
      fix: Wording(en: "write true or false", ar: "اكتب true (نعم) أو false (لا)"))
  }

  static func expectedInteger(
    _ key: String, in range: ClosedRange<Int>, insteadOf text: String, at location: SourceLocation
  ) -> Diagnostic {
    let bounds = "\(range.lowerBound)–\(range.upperBound)"
    return Diagnostic(
      "expected-integer", at: location,
      Wording(
        en: "‘\(key)’ is a whole number (\(bounds)), not ‘\(text)’",
        ar: "قيمة «\(key)» عدد صحيح (\(bounds))، لا «\(text)»"),
      fix: text.withASCIIDigits.map {
        Wording(en: "write it in Latin digits: \($0)", ar: "اكتبه بالأرقام اللاتينية: \($0)")
      }
        ?? Wording(
          en: "write a number from \(range.lowerBound) to \(range.upperBound)",
          ar: "اكتب عددًا من \(range.lowerBound) إلى \(range.upperBound)"))
  }

  static func unknownKey(
    _ key: String, known: Set<String>, at location: SourceLocation
  ) -> Diagnostic {
    let visible = key.withoutInvisibles
    if visible != key, known.contains(visible) {
      return Diagnostic(
        "unknown-key", at: location,
        Wording(
          en: "an invisible character is hidden in the key ‘\(visible)’",
          ar: "في المفتاح «\(visible)» محرف غير مرئي"),
        fix: Wording(
          en: "delete the key and type it again", ar: "احذف المفتاح واكتبه من جديد"))
    }
    return Diagnostic(
      "unknown-key", at: location,
      Wording(en: "there is no key ‘\(key)’", ar: "لا يوجد مفتاح اسمه «\(key)»"),
      fix: .didYouMean(key, among: known) ?? .oneOf(known.sorted()))
  }

  /// Keys that stand below one without a value, in its column.
  static func notIndented(
    _ key: String, below owner: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-key", at: location,
      Wording(
        en: "there is no key ‘\(key)’ on the level of ‘\(owner)’, which has no value",
        ar: "لا يوجد مفتاح «\(key)» في مستوى «\(owner)» الذي لا قيمة له"),
      fix: Wording(
        en: "indent it by two spaces if it belongs to ‘\(owner)’, and all that does",
        ar: "أزحه بمسافتين إن كان تابعًا لـ «\(owner)»، وكذلك كل ما يتبعه"))
  }

  static func missingKey(_ key: String, rule: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      rule, at: location,
      Wording(en: "‘\(key)’ is missing", ar: "«\(key)» ناقص"),
      fix: Wording(en: "add a line ‘\(key): …’", ar: "أضف سطر «\(key): …»"))
  }

  static func unknownChoice(
    _ text: String, of key: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-value", at: location,
      Wording(
        en: "‘\(key)’ cannot be ‘\(text)’", ar: "لا يصلح «\(text)» قيمةً للمفتاح «\(key)»"),
      fix: .didYouMean(text, among: known) ?? .oneOf(known))
  }

  static func unknownLanguage(
    _ code: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-language", at: location,
      Wording(
        en: "the site has no language ‘\(code)’", ar: "ليس في الموقع لغة رمزها «\(code)»"),
      fix: .oneOf(known))
  }
}
