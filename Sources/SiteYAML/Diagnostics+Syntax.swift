import SiteDiagnostics

/// What can be wrong with a file as YAML, whatever it is about.
extension Diagnostic {
  static func yamlSyntax(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "yaml-syntax", at: location,
      Wording(
        en: "this is not valid YAML", ar: "هذا ليس نصّ YAML صحيحًا"),
      fix: Wording(
        en: "write ‘key: value’ on a line of its own, with text that holds signs in quotes",
        ar: "اكتب «المفتاح: القيمة» في سطر مستقل، وضع النص الذي فيه علامات بين علامتي اقتباس"))
  }

  static func yamlColonInValue(at location: SourceLocation, quoted: String?) -> Diagnostic {
    Diagnostic(
      "yaml-colon-in-value", at: location,
      Wording(
        en: "the value holds a colon followed by a space, and so looks like another key",
        ar: "في القيمة نقطتان رأسيتان بعدهما مسافة، فتبدو كأنها مفتاح آخر"),
      fix: quoteTheValue(quoted))
  }

  static func yamlCommaInValue(at location: SourceLocation, quoted: String?) -> Diagnostic {
    Diagnostic(
      "yaml-comma-in-value", at: location,
      Wording(
        en: "the value holds a comma, which ends it in braces unless it stands in quotes",
        ar: "في القيمة فاصلة، وهي تُنهيها داخل القوسين ما لم تكن بين علامتي اقتباس"),
      fix: quoteTheValue(quoted))
  }

  /// A word in braces that is half an entry, or the rest of the value before it.
  static func yamlWordWithoutColon(
    _ word: String, at location: SourceLocation, quoted: String?
  ) -> Diagnostic {
    let rest = quoteTheValue(quoted)
    return Diagnostic(
      "yaml-missing-colon", at: location,
      Wording(
        en: "‘\(word)’ stands in braces without a colon, so that either its key or its value is "
          + "missing",
        ar: "وردت «\(word)» بين القوسين بلا نقطتين، فالناقص إما مفتاحها وإما قيمتها"),
      fix: Wording(
        en: "write ‘\(word): …’ or ‘…: \(word)’; if it belongs to the value before it, "
          + rest.english,
        ar: "اكتب «\(word): …» أو «…: \(word)»؛ وإن كانت تتمة للقيمة التي قبلها فالحل: "
          + rest.arabic))
  }

  static func yamlIndentation(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "yaml-indentation", at: location,
      Wording(
        en: "this line is not indented like the lines it belongs to",
        ar: "إزاحة هذا السطر لا توافق إزاحة الأسطر التي ينتمي إليها"),
      fix: Wording(
        en: "begin every key of one level in the same column, and indent what belongs to a key by "
          + "two spaces",
        ar: "ابدأ مفاتيح المستوى الواحد من العمود نفسه، وأزح ما يتبع المفتاح بمسافتين"))
  }

  static func yamlTab(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "yaml-tab", at: location,
      Wording(en: "the line is indented with a tab", ar: "أُزيح السطر بعلامة جدولة (Tab)"),
      fix: Wording(
        en: "indent with spaces: two for each level", ar: "أزح بالمسافات: مسافتان لكل مستوى"))
  }

  static func yamlUnclosedQuote(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "yaml-unclosed-quote", at: location,
      Wording(
        en: "the quotation mark that opens here is never closed on this line",
        ar: "علامة الاقتباس المفتوحة هنا لم تُغلق في هذا السطر"),
      fix: Wording(
        en: "close the value with the same mark with which it opens",
        ar: "أغلق القيمة بعلامة الاقتباس نفسها التي فُتحت بها"))
  }

  static func yamlUnclosedBracket(_ bracket: String, at location: SourceLocation) -> Diagnostic {
    let closing = bracket == "{" ? "}" : "]"
    return Diagnostic(
      "yaml-unclosed-bracket", at: location,
      Wording(
        en: "what opens with ‘\(bracket)’ here is not closed, or a comma is missing in it",
        ar: "ما يبدأ هنا بـ «\(bracket)» لم يُغلق، أو تنقصه فاصلة"),
      fix: Wording(
        en: "part the items with ‘,’ and close them with ‘\(closing)’",
        ar: "افصل بين العناصر بالفاصلة اللاتينية «,» وأغلقها بـ «\(closing)»"))
  }

  static func yamlReservedStart(
    _ character: String, at location: SourceLocation, quoted: String?
  ) -> Diagnostic {
    Diagnostic(
      "yaml-reserved-character", at: location,
      Wording(
        en: "a value cannot begin with ‘\(character)’, which has a meaning of its own in YAML",
        ar: "لا يجوز أن تبدأ القيمة بالعلامة «\(character)» لأن لها معنى خاصًّا في YAML"),
      fix: quoteTheValue(quoted))
  }

  static func yamlBraceInValue(at location: SourceLocation, quoted: String?) -> Diagnostic {
    Diagnostic(
      "yaml-reserved-character", at: location,
      Wording(
        en: "the value holds ‘{’, which begins a group of keys unless it stands in quotes",
        ar: "في القيمة العلامة «{»، وهي تبدأ مجموعة مفاتيح ما لم تكن بين علامتي اقتباس"),
      fix: quoteTheValue(quoted))
  }

  static func yamlMissingSpace(
    after colon: String, at location: SourceLocation, rewritten: String?
  ) -> Diagnostic {
    let shown = rewritten.map { ": \($0)" } ?? ""
    return Diagnostic(
      "yaml-missing-space", at: location,
      colon == ":"
        ? Wording(
          en: "there is no space after the colon, so this is not a key with a value",
          ar: "لا مسافة بعد النقطتين الرأسيتين، فلا يُعدّ هذا مفتاحًا وقيمة")
        : Wording(
          en: "‘\(colon)’ only looks like a colon", ar: "العلامة «\(colon)» تشبه النقطتين وليست هي"),
      fix: Wording(
        en: "write a colon and a space after the key\(shown)",
        ar: "اكتب بعد المفتاح نقطتين رأسيتين ثم مسافة\(shown)"))
  }

  static func yamlMissingSpace(inItem rewritten: String?, at location: SourceLocation)
    -> Diagnostic
  {
    let shown = rewritten.map { ": \($0)" } ?? ""
    return Diagnostic(
      "yaml-missing-space", at: location,
      Wording(
        en: "there is no space after the hyphen, so this is no item of a list",
        ar: "لا مسافة بعد الشرطة، فليس هذا عنصرًا في قائمة"),
      fix: Wording(
        en: "write a space after the hyphen\(shown)",
        ar: "اكتب مسافة بعد الشرطة\(shown)"))
  }

  static func yamlMissingColon(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "yaml-missing-colon", at: location,
      Wording(en: "this line has no key", ar: "ليس في هذا السطر مفتاح"),
      fix: Wording(
        en: "write ‘key: value’, or indent the line if it continues the value above",
        ar: "اكتب «المفتاح: القيمة»، أو أزح السطر إن كان تتمة للقيمة التي فوقه"))
  }

  static func yamlTextAfterQuote(at location: SourceLocation, quoted: String?) -> Diagnostic {
    Diagnostic(
      "yaml-text-after-quote", at: location,
      Wording(
        en: "the value has ended with its closing quotation mark, and more text follows",
        ar: "انتهت القيمة بإغلاق علامة الاقتباس، وبعدها نصّ زائد"),
      fix: quoteTheValue(quoted))
  }

  static func yamlTextAfterBracket(at location: SourceLocation, quoted: String?) -> Diagnostic {
    Diagnostic(
      "yaml-text-after-bracket", at: location,
      Wording(
        en: "a value that begins with a bracket is a list and ends with its closing bracket, and "
          + "more text follows",
        ar: "القيمة التي تبدأ بقوس هي قائمة تنتهي بإغلاق القوس، وبعدها نصّ زائد"),
      fix: quoteTheValue(quoted))
  }

  static func yamlEscape(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "yaml-escape", at: location,
      Wording(
        en: "the backslash in a value in double quotation marks does not begin a known sequence",
        ar: "الشرطة المائلة العكسية داخل علامتي الاقتباس المزدوجتين لا تبدأ رمزًا معروفًا"),
      fix: Wording(
        en: "put the value in single quotation marks, in which a backslash is just a backslash",
        ar: "ضع القيمة بين علامتي اقتباس مفردتين، ففيهما تبقى الشرطة كما هي"))
  }

  static func yamlBlockHeader(at location: SourceLocation, quoted: String?) -> Diagnostic {
    Diagnostic(
      "yaml-block-text", at: location,
      Wording(
        en: "‘>’ and ‘|’ begin a text that stands on the lines below, indented with spaces",
        ar: "العلامتان «>» و«|» تبدآن نصًّا يُكتب في الأسطر التالية مُزاحًا بالمسافات"),
      fix: quoteTheValue(quoted))
  }

  /// - Parameter scalar: nil where it cannot be told.
  static func yamlControlCharacter(
    _ scalar: Unicode.Scalar?, at location: SourceLocation
  ) -> Diagnostic {
    let name = scalar.map { " \($0.codePoint)" }
    return Diagnostic(
      "yaml-control-character", at: location,
      Wording(
        en: "the invisible control character\(name ?? "") stands here",
        ar: "هنا محرف تحكّم غير مرئي\(name ?? "")"),
      fix: Wording(
        en: "delete the line and type it again; a letter may have been lost when it was converted",
        ar: "احذف السطر واكتبه من جديد؛ فقد يكون حرف منه ضاع عند تحويل النص"))
  }

  static func yamlAlias(at location: SourceLocation, quoted: String?) -> Diagnostic {
    Diagnostic(
      "yaml-alias", at: location,
      Wording(
        en: "anchors (&name) and aliases (*name) are not read, since a few of them can stand for "
          + "millions of values",
        ar: "لا تُقرأ المراسي (&name) ولا الإحالات (*name)، لأن القليل منها قد يعني ملايين القيم"),
      fix: Wording(
        en: "write the value out; if it is text, \(quoteTheValue(quoted).english)",
        ar: "اكتب القيمة كاملة؛ وإن كانت نصًّا فالحل: \(quoteTheValue(quoted).arabic)"))
  }

  static func yamlTag(at location: SourceLocation, quoted: String?) -> Diagnostic {
    Diagnostic(
      "yaml-tag", at: location,
      Wording(
        en: "a value that begins with ‘!’ is a YAML tag, which is not read here",
        ar: "القيمة التي تبدأ بـ «!» وسمُ نوعٍ في YAML، وهو لا يُقرأ هنا"),
      fix: quoteTheValue(quoted))
  }

  static func yamlMergeKey(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "yaml-merge-key", at: location,
      Wording(en: "merge keys (<<) are not read", ar: "لا تُقرأ مفاتيح الدمج (<<)"),
      fix: Wording(
        en: "write the keys out where they are needed", ar: "اكتب المفاتيح كاملة حيث تلزم"))
  }

  static func quoteTheValue(_ line: String?) -> Wording {
    let shown = line.map { ": \($0)" } ?? ""
    return Wording(
      en: "put the whole value in quotation marks\(shown)",
      ar: "ضع القيمة كلها بين علامتي اقتباس\(shown)")
  }
}
