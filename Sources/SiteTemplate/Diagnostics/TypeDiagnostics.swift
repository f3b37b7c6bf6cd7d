import SiteDiagnostics

/// What can be wrong with the types of values.
extension Diagnostic {
  static func notPrintable(_ type: TemplateType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "not-printable", at: location,
      Wording(
        en: "\(type.phrase) cannot be printed",
        ar: "لا يمكن طباعة \(type.arabicDescription)"),
      fix: Wording(
        en: "print one of its fields, loop over it with ‘for’, or test it with ‘if’",
        ar: "اطبع حقلًا منه، أو مرّ عليه بـ «for»، أو اختبره بـ «if»"))
  }

  static func dateWithoutStyle(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "date-without-style", at: location,
      Wording(
        en: "a date is printed with a style",
        ar: "يُطبع التاريخ بأسلوب معيّن"),
      fix: Wording(
        en: "add a filter: ‘| date: \"long\"’, or ‘| iso’ for machines",
        ar: "أضف مرشّحًا: «| date: \"long\"»، أو «| iso» للآلات"))
  }

  static func dateStyleIsNoText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "date-without-style", at: location,
      Wording(
        en: "the style of a date is a text in quotes",
        ar: "أسلوب التاريخ نص بين علامتي اقتباس"),
      fix: Wording(
        en: "write ‘date: \"long\"’",
        ar: "اكتب «date: \"long\"»"))
  }

  static func unknownDateStyle(_ name: String, known: [String], at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unknown-date-style", at: location,
      Wording(
        en: "there is no date style ‘\(name)’",
        ar: "لا يوجد أسلوب تاريخ باسم «\(name)»"),
      fix: .choice(name, among: known, en: "styles", ar: "الأساليب"))
  }

  static func separatorIsNoText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "filter-argument", at: location,
      Wording(
        en: "the separator of ‘join’ is a text in quotes",
        ar: "فاصل «join» نص بين علامتي اقتباس"),
      fix: Wording(
        en: "write ‘join: \", \"’, or ‘join’ alone for the language's own list",
        ar: "اكتب «join: \"، \"»، أو «join» وحدها لصيغة القائمة في اللغة"))
  }

  static func filterArguments(
    _ filter: Filter, given: Int, at location: SourceLocation
  ) -> Diagnostic {
    let wantsNone = filter.arguments.upperBound == 0
    let usage = filter.usage
    return Diagnostic(
      "filter-argument", at: location,
      wantsNone
        ? Wording(
          en: "the filter ‘\(filter.rawValue)’ takes no argument",
          ar: "المرشّح «\(filter.rawValue)» لا يأخذ وسيطًا")
        : Wording(
          en: "the filter ‘\(filter.rawValue)’ takes one argument, not \(given)",
          ar: "المرشّح «\(filter.rawValue)» يأخذ وسيطًا واحدًا، والمعطى \(given)"),
      fix: Wording(en: "write ‘\(usage)’", ar: "اكتب «\(usage)»"))
  }

  static func filterType(
    _ filter: Filter, _ type: TemplateType, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "filter-type", at: location,
      Wording(
        en:
          "the filter ‘\(filter.rawValue)’ is for \(filter.subject.english); this is "
          + "\(type.phrase)",
        ar: "المرشّح «\(filter.rawValue)» لـ\(filter.subject.arabic)، وهذا "
          + type.arabicDescription))
  }

  static func defaultType(
    _ type: TemplateType, _ fallback: TemplateType, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "filter-type", at: location,
      Wording(
        en: "the default is \(fallback.phrase), and the value is \(type.phrase)",
        ar:
          "القيمة البديلة \(fallback.arabicDescription)، والقيمة الأصلية "
          + "\(type.arabicDescription)"),
      fix: Wording(
        en: "give a default of the same type",
        ar: "أعطِ بديلًا من النوع نفسه"))
  }

  static func notAList(_ type: TemplateType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "not-a-list", at: location,
      Wording(
        en: "‘for’ runs over a list; this is \(type.phrase)",
        ar: "تمرّ «for» على قائمة، وهذا \(type.arabicDescription)"))
  }

  static func notANumber(_ type: TemplateType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "not-a-number", at: location,
      Wording(
        en: "a number is wanted here; this is \(type.phrase)",
        ar: "المطلوب هنا عدد، وهذا \(type.arabicDescription)"))
  }

  static func cannotCompare(
    _ first: TemplateType, _ sign: String, _ second: TemplateType, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "cannot-compare", at: location,
      Wording(
        en: "‘\(sign)’ cannot compare \(first.phrase) with \(second.phrase)",
        ar: "لا تقارن «\(sign)» بين \(first.arabicDescription) و\(second.arabicDescription)"),
      fix: Wording(
        en: "compare values of one type; test whether a value is there with ‘if’ alone",
        ar: "قارن بين قيمتين من نوع واحد، واختبر وجود القيمة بـ «if» وحدها"))
  }

  static func assignmentType(
    _ name: String, _ type: TemplateType, _ new: TemplateType, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "assignment-type", at: location,
      Wording(
        en: "‘\(name)’ was set to \(type.phrase) and cannot become \(new.phrase)",
        ar: "«\(name)» قيمته \(type.arabicDescription) ولا تصير \(new.arabicDescription)"),
      fix: Wording(
        en: "use another name",
        ar: "استعمل اسمًا آخر"))
  }
}

extension Filter {
  /// How the filter is written, for messages.
  fileprivate var usage: String {
    switch self {
    case .date: "| date: \"long\""
    case .default: "| default: \"…\""
    case .join: "| join: \", \""
    case .absolute, .bare, .iso, .json, .length, .number: "| \(rawValue)"
    }
  }

  /// What the filter can be applied to.
  fileprivate var subject: Wording {
    switch self {
    case .absolute: Wording(en: "a url", ar: "عناوين URL")
    case .bare: Wording(en: "a text", ar: "لنصوص")
    case .date, .iso: Wording(en: "a date", ar: "لتواريخ")
    case .default: Wording(en: "any value", ar: "كل قيمة")
    case .join: Wording(en: "a list of text", ar: "قوائم النصوص")
    case .json: Wording(en: "text, url, number, flag, json and lists of them", ar: "ما يُكتب JSON")
    case .length: Wording(en: "a list or a text", ar: "لقوائم والنصوص")
    case .number: Wording(en: "a number", ar: "لأعداد")
    }
  }
}
