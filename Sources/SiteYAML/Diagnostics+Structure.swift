import SiteDiagnostics

/// The messages about keys, documents, limits and signs that are not those of YAML.
extension Diagnostic {
  static func yamlDuplicateKey(
    _ key: String, at location: SourceLocation, first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "duplicate-key", at: location,
      Wording(en: "‘\(key)’ is set twice", ar: "المفتاح «\(key)» مذكور مرتين"),
      fix: Wording(en: "keep one of the two", ar: "أبقِ واحدًا منهما"),
      notes: [
        .init(at: first, Wording(en: "it was first set here", ar: "ورد أول مرة هنا"))
      ])
  }

  static func yamlEmptyKey(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "yaml-missing-colon", at: location,
      Wording(en: "there is no key before the colon", ar: "لا مفتاح قبل النقطتين الرأسيتين"),
      fix: Wording(en: "write ‘key: value’", ar: "اكتب «المفتاح: القيمة»"))
  }

  static func yamlKeyIsNotText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "yaml-key-not-text", at: location,
      Wording(
        en: "a list or a group of keys stands where a key must be",
        ar: "وردت قائمة أو مجموعة مفاتيح في موضع المفتاح"),
      fix: Wording(
        en: "write a word as the key; text in double braces needs quotes",
        ar: "اجعل المفتاح كلمة؛ والنص بين الأقواس المزدوجة يحتاج إلى علامتي اقتباس"))
  }

  static func yamlSeveralDocuments(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "yaml-several-documents", at: location,
      Wording(
        en: "a second YAML document begins here, and only one is read",
        ar: "تبدأ هنا وثيقة YAML ثانية، ولا تُقرأ إلا واحدة"),
      fix: Wording(en: "delete the line ‘---’", ar: "احذف السطر «---»"))
  }

  static func yamlTooDeep(at location: SourceLocation, maximumDepth: Int) -> Diagnostic {
    Diagnostic(
      "yaml-too-deep", at: location,
      Wording(
        en: "values stand in one another more than \(maximumDepth) levels deep",
        ar: "تداخلت القيم أكثر من \(maximumDepth) مستوى"),
      fix: Wording(en: "write the list flat", ar: "اكتب القائمة من غير تداخل"))
  }

  static func yamlTooLarge(at location: SourceLocation, maximumBytes: Int) -> Diagnostic {
    Diagnostic(
      "yaml-too-large", at: location,
      Wording(
        en: "more than \(maximumBytes >> 20) MB of YAML",
        ar: "نصّ YAML أكبر من \(maximumBytes >> 20) ميغابايت"),
      fix: Wording(
        en: "keep data of this size in a file beside the article",
        ar: "ضع بيانات بهذا الحجم في ملف بجوار المقال"))
  }

  /// A comma of Arabic between entries in braces, which so become one value.
  static func yamlArabicSeparatorInBraces(
    _ separator: Unicode.Scalar, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "yaml-arabic-comma", at: location,
      Wording(
        en: "‘\(separator)’ does not part entries in braces, so that two of them read as one",
        ar: "العلامة «\(separator)» لا تفصل بين المدخلات داخل القوسين، فصار مدخلان واحدًا"),
      fix: Wording(
        en: "part the entries with the Latin comma ‘,’, or put the value in quotes if it is one",
        ar: "افصل بين المدخلات بالفاصلة اللاتينية «,»، أو ضع القيمة بين علامتي اقتباس إن كانت واحدة"
      ))
  }

  /// A comment that was meant as text.
  static func yamlCutText(
    _ text: String, _ severity: Diagnostic.Severity, at location: SourceLocation, quoted: String?
  ) -> Diagnostic {
    let shown = text.count > 60 ? text.prefix(60) + "…" : text[...]
    let quotes = quoteTheValue(quoted)
    return Diagnostic(
      "yaml-comment", severity, at: location,
      Wording(
        en: "‘\(shown)’ is left out, since ‘#’ behind a space begins a comment",
        ar: "أُهمل «\(shown)»، لأن العلامة «#» بعد المسافة تبدأ تعليقًا"),
      fix: Wording(
        en: quotes.english + "; if it is a comment, write it on a line of its own",
        ar: quotes.arabic + "؛ وإن كان تعليقًا فاكتبه في سطر مستقل"))
  }

  /// Quotation marks of a text where YAML's were meant.
  static func yamlCurlyQuotes(
    _ text: String, straight: String?, at location: SourceLocation
  ) -> Diagnostic {
    let shown = straight.map { ": \($0)" } ?? ""
    return Diagnostic(
      "yaml-curly-quotes", .warning, at: location,
      Wording(
        en: "the marks around ‘\(text)’ will be shown as a part of it, since only straight ones "
          + "enclose a value",
        ar: "ستظهر العلامتان حول «\(text)» جزءًا منه، فلا يحيط بالقيمة إلا العلامات المستقيمة"),
      fix: Wording(
        en: "write straight quotation marks\(shown)", ar: "اكتب علامتي اقتباس مستقيمتين\(shown)"))
  }

  static func yamlArabicSeparator(
    _ separator: Unicode.Scalar, in text: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "yaml-arabic-comma", .warning, at: location,
      Wording(
        en: "‘\(text)’ is one item of the list, since ‘\(separator)’ does not part items",
        ar: "«\(text)» عنصر واحد في القائمة، لأن العلامة «\(separator)» لا تفصل بين العناصر"),
      fix: Wording(
        en: "part the items with the Latin comma ‘,’, or put the item in quotes if it is one",
        ar: "افصل بين العناصر بالفاصلة اللاتينية «,»، أو ضع العنصر بين علامتي اقتباس إن كان واحدًا"))
  }
}
