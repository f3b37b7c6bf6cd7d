import SiteDiagnostics

/// What can be wrong with a template's syntax.
extension Diagnostic {
  static func unclosedMark(_ open: String, _ close: String, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "template-syntax", at: location,
      Wording(
        en: "‘\(open)’ is never closed",
        ar: "العلامة «\(open)» لم تُغلق"),
      fix: Wording(
        en: "close it with ‘\(close)’",
        ar: "أغلقها بـ «\(close)»"))
  }

  static func unclosedTag(_ tag: String, closedBy end: String, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unclosed-tag", at: location,
      Wording(
        en: "‘{% \(tag) %}’ is never closed",
        ar: "الوسم «{% \(tag) %}» لم يُغلق"),
      fix: Wording(
        en: "write ‘{% \(end) %}’ where it ends",
        ar: "اكتب «{% \(end) %}» حيث ينتهي"))
  }

  static func strayTag(_ tag: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "stray-tag", at: location,
      Wording(
        en: "‘{% \(tag) %}’ belongs to no open tag",
        ar: "الوسم «{% \(tag) %}» لا يتبع وسمًا مفتوحًا"),
      fix: Wording(
        en: "remove it, or open its tag before it",
        ar: "احذفه أو افتح وسمه قبله"))
  }

  static func unknownTag(_ tag: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "unknown-tag", at: location,
      Wording(
        en: "there is no tag ‘\(tag)’",
        ar: "لا يوجد وسم باسم «\(tag)»"),
      fix: .choice(tag, among: TagName.allCases.map(\.rawValue), en: "tags", ar: "الوسوم"))
  }

  static func unclosedText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "template-syntax", at: location,
      Wording(
        en: "the quotation mark is never closed in this tag",
        ar: "علامة الاقتباس لم تُغلق في هذا الوسم"),
      fix: Wording(
        en: "close the text with the mark that opens it",
        ar: "أغلق النص بالعلامة التي فُتح بها"))
  }

  static func invalidNumber(_ digits: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "template-syntax", at: location,
      Wording(
        en: "‘\(digits)’ is neither a number nor a name",
        ar: "«\(digits)» ليس عددًا ولا اسمًا"),
      fix: Wording(
        en: "write whole numbers in the digits 0–9, and begin names with a letter",
        ar: "اكتب الأعداد الصحيحة بالأرقام 0–9 وابدأ الأسماء بحرف"))
  }

  static func unexpectedCharacter(_ character: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "template-syntax", at: location,
      Wording(
        en: "‘\(character)’ has no meaning inside a tag",
        ar: "العلامة «\(character)» لا معنى لها داخل الوسم"),
      fix: Wording(
        en: "remove it, or put text in quotes",
        ar: "احذفها، أو ضع النص بين علامتي اقتباس"))
  }

  static func halfEnd(_ end: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "template-syntax", at: location,
      Wording(
        en: "one ‘}’ does not end the tag", ar: "علامة «}» واحدة لا تنهي الوسم"),
      fix: Wording(en: "write ‘\(end)’", ar: "اكتب «\(end)»"))
  }

  static func unexpectedToken(
    _ found: String?, wanted: Wording, at location: SourceLocation
  ) -> Diagnostic {
    let message =
      found.map {
        Wording(
          en: "found ‘\($0)’ where \(wanted.english) should stand",
          ar: "وُجد «\($0)» حيث يُنتظر \(wanted.arabic)")
      }
      ?? Wording(
        en: "the tag ends where \(wanted.english) should stand",
        ar: "انتهى الوسم حيث يُنتظر \(wanted.arabic)")
    return Diagnostic("template-syntax", at: location, message)
  }

  static func lateExtends(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "late-extends", at: location,
      Wording(
        en: "‘extends’ may stand only once and before everything else",
        ar: "لا يرد «extends» إلا مرة واحدة وقبل كل شيء"),
      fix: Wording(
        en: "move it to the first line of the file",
        ar: "انقله إلى السطر الأول من الملف"))
  }

  static func nestedTooDeeply(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "template-nesting", at: location,
      Wording(
        en: "more than \(Limits.nesting) tags or expressions stand one inside the other",
        ar: "أكثر من \(Limits.nesting) وسم أو عبارة بعضها داخل بعض"),
      fix: Wording(
        en: "split the template into simpler parts",
        ar: "قسّم القالب إلى أجزاء أبسط"))
  }

  static func templateTooLarge(_ bytes: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "template-size", at: location,
      Wording(
        en: "the template has \(bytes) bytes; at most \(Limits.fileSize) are read",
        ar: "حجم القالب \(bytes) بايت، وأكثر ما يُقرأ \(Limits.fileSize)"),
      fix: Wording(
        en: "split it into partials",
        ar: "قسّمه إلى قوالب جزئية"))
  }

  static func templateTooComplex(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "template-size", at: location,
      Wording(
        en: "the template and what it includes come to more than \(Limits.instructions) steps",
        ar: "يتجاوز القالب مع ما يضمّه \(Limits.instructions) خطوة"),
      fix: Wording(
        en: "include fewer templates within one another",
        ar: "قلّل القوالب التي يضم بعضها بعضًا"))
  }
}
