import SiteDiagnostics
import SiteModel
import SiteText

/// What can be wrong with the fields of one language file.
extension Diagnostic {
  static func badDate(
    _ text: String, of key: String, _ error: Timestamp.ParsingError, at location: SourceLocation
  ) -> Diagnostic {
    let message: Wording
    switch error.reason {
    case .noSuchMonth(let month):
      message = Wording(
        en: "‘\(text)’ is not a date: there is no month \(month)",
        ar: "«\(text)» ليس تاريخًا: لا يوجد شهر رقمه \(month)")
    case .noSuchDay(let day, let days):
      message = Wording(
        en: "‘\(text)’ is not a date: the month has \(days) days, not \(day)",
        ar: "«\(text)» ليس تاريخًا: عدد أيام الشهر \(days) واليوم المكتوب \(day)")
    case .noSuchTime, .noSuchOffset:
      message = Wording(
        en: "what follows the date in ‘\(text)’ is no time of day",
        ar: "ما بعد التاريخ في «\(text)» ليس وقتًا")
    case .otherDigits:
      message = Wording(
        en: "the date ‘\(text)’ is not written in the digits 0–9",
        ar: "التاريخ «\(text)» ليس مكتوبًا بالأرقام 0–9")
    case .empty, .unreadable, .notISO:
      let dash = text.unicodeScalars.first { $0.properties.isDash && $0 != "-" }
      message =
        dash.map {
          Wording(
            en: "the date ‘\(text)’ is written with ‘\($0)’ and not with the hyphen ‘-’",
            ar: "التاريخ «\(text)» مكتوب بالعلامة «\($0)» لا بالشرطة «-»")
        }
        ?? Wording(
          en: "‘\(text)’ is not a date of the form 2025-05-25",
          ar: "«\(text)» ليس تاريخًا على صورة 2025-05-25")
    }
    let list = error.suggestions
    return Diagnostic(
      "bad-date", at: location, message,
      fix: list.isEmpty
        ? remedy(of: error.reason, in: text, of: key)
        : Wording(
          en: "write \(list.joined(separator: " or "))",
          ar: "اكتب \(list.joined(separator: " أو "))"))
  }

  /// What to write where no date can be proposed. The sample stands only where nothing of the date
  /// is known, since it may be copied as it is.
  private static func remedy(
    of reason: Timestamp.ParsingError.Reason, in text: String, of key: String
  ) -> Wording {
    let date: Substring
    switch reason {
    case .noSuchMonth:
      return Wording(en: "write a month from 01 to 12", ar: "اكتب شهرًا من 01 إلى 12")
    case .noSuchDay(_, let days):
      return Wording(en: "write a day from 01 to \(days)", ar: "اكتب يومًا من 01 إلى \(days)")
    case .noSuchTime, .noSuchOffset: date = text.prefix(10)
    case .empty, .unreadable, .notISO, .otherDigits: date = "2025-05-25"
    }
    return Wording(
      en: "write \(key): \(date), or with a time \(date)T09:30",
      ar: "اكتب \(key): \(date) أو مع الوقت \(date)T09:30")
  }

  static func missingDate(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "missing-date", at: location,
      Wording(en: "the article has no date", ar: "لا تاريخ للمقال"),
      fix: Wording(en: "add a line ‘date: 2025-05-25’", ar: "أضف سطر «date: 2025-05-25»"))
  }

  static func updatedBeforeDate(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "updated-before-date", at: location,
      Wording(
        en: "‘updated’ is earlier than ‘date’", ar: "تاريخ «updated» أسبق من «date»"),
      fix: Wording(
        en: "write the day of the last change, or delete the line",
        ar: "اكتب يوم آخر تعديل، أو احذف السطر"))
  }

  static func expiresBeforeDate(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "expires-before-date", at: location,
      Wording(
        en: "‘expires’ is not later than ‘date’, so the work would never be shown",
        ar: "تاريخ «expires» ليس بعد «date»، فلن يظهر العمل أبدًا"),
      fix: Wording(
        en: "write the first day on which the work is no longer shown",
        ar: "اكتب أول يوم لا يظهر فيه العمل"))
  }

  static func titleOnSeveralLines(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "title-on-several-lines", at: location,
      Wording(
        en: "the title holds a line break or a tab", ar: "في العنوان فاصل أسطر أو مسافة جدولة"),
      fix: Wording(
        en: "write it on one line with single spaces, and a second line under ‘subtitle’",
        ar: "اكتبه في سطر واحد بمسافات عادية، وضع السطر الثاني في «subtitle»"))
  }

  static func longTitle(_ count: Int, limit: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "long-title", .warning, at: location,
      Wording(
        en: "the title is \(count) characters long, and search engines show about \(limit)",
        ar: "طول العنوان \(count) حرفًا، ومحركات البحث تعرض نحو \(limit)"),
      fix: Wording(
        en: "shorten it, or move a part into ‘subtitle’",
        ar: "اختصره أو انقل بعضه إلى «subtitle»"))
  }

  static func badID(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-id", at: location,
      Wording(
        en: "‘\(text)’ is neither a whole number nor a ULID",
        ar: "«\(text)» ليس عددًا صحيحًا ولا معرّف ULID"),
      fix: Wording(
        en: "write a number in the digits 0–9 that does not begin with 0, and never change it",
        ar: "اكتب عددًا بالأرقام 0–9 لا يبدأ بصفر، ولا تغيّره بعد ذلك"))
  }

  static func badDOI(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-doi", at: location,
      Wording(en: "‘\(text)’ is not a DOI", ar: "«\(text)» ليس معرّف DOI"),
      fix: Identifiers.doi(in: text).map { Wording(en: "write \($0)", ar: "اكتب \($0)") }
        ?? Wording(
          en: "write it as 10.1234/name, without an address before it",
          ar: "اكتبه على صورة 10.1234/name من غير عنوان قبله"))
  }

  static func badISSN(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-issn", at: location,
      Wording(
        en: "‘\(text)’ is not an ISSN: its form or its check digit is wrong",
        ar: "«\(text)» ليس رقم ISSN: صورته أو رقم التحقق فيه خطأ"),
      fix: Wording(
        en: "copy it again; it looks like 2049-3630", ar: "انسخه من جديد؛ صورته 2049-3630"))
  }

  static func badISBN(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-isbn", at: location,
      Wording(
        en: "‘\(text)’ is not an ISBN: its form or its check digit is wrong",
        ar: "«\(text)» ليس رقم ISBN: صورته أو رقم التحقق فيه خطأ"),
      fix: Wording(
        en: "copy it again; it has 10 or 13 digits, as 978-92-1-130291-2",
        ar: "انسخه من جديد؛ فيه 10 أرقام أو 13، مثل 978-92-1-130291-2"))
  }

  static func badAddress(_ text: String, of key: String, at location: SourceLocation) -> Diagnostic
  {
    Diagnostic(
      "bad-address", at: location,
      Wording(
        en: "‘\(text)’ is not an address on the web", ar: "«\(text)» ليس عنوانًا على الشبكة"),
      fix: Wording(
        en: "write \(key): https://…", ar: "اكتب \(key): https://…"))
  }

  static func repeatedItem(
    _ text: String, of key: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "repeated-item", .warning, at: location,
      Wording(
        en: "‘\(text)’ stands twice in ‘\(key)’", ar: "ورد «\(text)» مرتين في «\(key)»"),
      fix: Wording(en: "delete one of the two", ar: "احذف أحدهما"))
  }

  static func tooManyItems(
    _ count: Int, of key: String, limit: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "too-many-items", at: location,
      Wording(
        en: "‘\(key)’ has \(count) items, and \(limit) are allowed",
        ar: "عدد عناصر «\(key)» هو \(count)، والحد \(limit)"),
      fix: Wording(en: "keep those that matter", ar: "أبقِ المهم منها"))
  }

  /// - Parameter defined: the keys of the registry, shown where none is suggested.
  static func undefinedKey(
    _ key: String, rule: String, registry: String, suggestion: Wording?, defined: [String],
    at location: SourceLocation
  ) -> Diagnostic {
    let list = Wording.list(defined, limit: 8)
    let others =
      defined.isEmpty
      ? Wording(
        en: "add it to \(registry), in which nothing is defined yet",
        ar: "أضفه إلى \(registry)، وليس فيه شيء بعد")
      : Wording(
        en: "add it to \(registry), or write one of: \(list.english)",
        ar: "أضفه إلى \(registry)، أو اكتب واحدًا مما يلي: \(list.arabic)")
    return Diagnostic(
      rule, at: location,
      Wording(
        en: "‘\(key)’ is not in \(registry)", ar: "«\(key)» ليس في \(registry)"),
      fix: suggestion ?? others)
  }

  static func badSlug(
    _ slug: String, _ problems: [Slug.Problem], at location: SourceLocation, suggestion: String?
  ) -> Diagnostic {
    let reason = problems.first.map { wording(of: $0) } ?? Wording(en: "", ar: "")
    return Diagnostic(
      "bad-slug", at: location,
      Wording(
        en: "‘\(slug)’ cannot stand in an address: \(reason.english)",
        ar: "لا يصلح «\(slug)» جزءًا من عنوان: \(reason.arabic)"),
      fix: suggestion.map { Wording(en: "write \($0)", ar: "اكتب \($0)") }
        ?? Wording(
          en: "write letters, digits and single hyphens",
          ar: "اكتب حروفًا وأرقامًا بينها شرطات مفردة"))
  }

  static func badFolderSlug(
    _ name: String, _ problems: [Slug.Problem], folder: String, suggestion: String?
  ) -> Diagnostic {
    let reason = problems.first.map { wording(of: $0) } ?? Wording(en: "", ar: "")
    return Diagnostic(
      "bad-slug", at: SourceLocation(path: folder),
      Wording(
        en: "the folder's name ‘\(name)’ cannot stand in an address: \(reason.english)",
        ar: "لا يصلح اسم المجلد «\(name)» جزءًا من عنوان: \(reason.arabic)"),
      fix: suggestion.map {
        Wording(en: "rename the folder to \($0)", ar: "غيّر اسم المجلد إلى \($0)")
      }
        ?? Wording(
          en: "name it with letters, digits and single hyphens",
          ar: "سمّه بحروف وأرقام بينها شرطات مفردة"))
  }

  private static func wording(of problem: Slug.Problem) -> Wording {
    switch problem {
    case .empty: Wording(en: "it is empty", ar: "فهو فارغ")
    case .tooLong(let count):
      Wording(
        en: "it is \(count) bytes long, and \(Slug.longest) are allowed",
        ar: "فطوله \(count) بايتًا والحد \(Slug.longest)")
    case .character(let scalar):
      Wording(
        en: "the character ‘\(scalar)’ is not allowed", ar: "فالمحرف «\(scalar)» غير مسموح")
    case .upperCase: Wording(en: "it has capital letters", ar: "ففيه حروف لاتينية كبيرة")
    case .notNormalized:
      Wording(
        en: "its letters are not in Unicode's normal form C",
        ar: "فحروفه ليست بالصورة المعيارية C من يونيكود")
    case .hyphen:
      Wording(
        en: "a hyphen stands at its start, at its end or twice in a row",
        ar: "ففي أوله أو آخره شرطة، أو فيه شرطتان متتاليتان")
    }
  }
}
