import SiteDiagnostics

/// What can be wrong with a text file before its fields are read: its bytes and the lines around the
/// front matter.
extension Diagnostic {
  static func fileTooLarge(_ path: String, bytes: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      "file-too-large", at: SourceLocation(path: path),
      Wording(
        en:
          "the text is \(bytes / 1_000_000) MB long, and at most \(limit / 1_000_000) MB are read",
        ar: "حجم النص \(bytes / 1_000_000) ميغابايت، ولا يُقرأ أكثر من \(limit / 1_000_000)"),
      fix: Wording(
        en: "split the text into several works, and keep data in files beside it",
        ar: "قسّم النص إلى أعمال، وضع البيانات في ملفات بجواره"))
  }

  static func notUTF8(at location: SourceLocation, _ encoding: ForeignEncoding) -> Diagnostic {
    let guess =
      switch encoding {
      case .utf16: Wording(en: "; it looks like UTF-16", ar: "، ويبدو أنه UTF-16")
      case .windows1256:
        Wording(en: "; it looks like Windows-1256", ar: "، ويبدو أنه Windows-1256")
      case .unknown: Wording(en: "", ar: "")
      }
    return Diagnostic(
      "not-utf8",
      at: SourceLocation(path: location.path, line: location.line, column: location.column),
      Wording(
        en: "the file is not UTF-8" + guess.english, ar: "ترميز الملف ليس UTF-8" + guess.arabic),
      fix: Wording(
        en: "save it again with the encoding UTF-8", ar: "احفظه من جديد بترميز UTF-8"))
  }

  static func zeroByte(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "nul-byte", at: location,
      Wording(en: "a NUL byte stands here, so this is no text", ar: "هنا بايت صفري، فهذا ليس نصًّا"),
      fix: Wording(
        en: "save the text again from its source", ar: "احفظ النص من جديد من أصله"))
  }

  static func byteOrderMark(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "byte-order-mark", .note, at: location,
      Wording(
        en: "the file begins with a byte order mark, which is passed over",
        ar: "يبدأ الملف بعلامة ترتيب البايتات، وقد أُهملت"),
      fix: Wording(
        en: "save it as UTF-8 without a BOM", ar: "احفظه بترميز UTF-8 من غير BOM"))
  }

  static func byteOrderMarkLeftOut(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "byte-order-mark", .note, at: location,
      Wording(
        en: "a byte order mark stands amid the file, and is left out",
        ar: "في داخل الملف علامة ترتيب البايتات، وقد حُذفت"),
      fix: Wording(
        en: "it is invisible, so type again what stands before and behind it",
        ar: "هي خفية، فأعد كتابة ما قبلها وما بعدها"))
  }

  static func noFrontMatter(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "no-front-matter", at: location,
      Wording(
        en: "the file does not begin with front matter", ar: "لا يبدأ الملف بالبيانات الوصفية"),
      fix: Wording(
        en: "begin with a line ‘---’, then ‘title: …’ and ‘date: …’, then another line ‘---’",
        ar: "ابدأ بسطر «---» ثم «title: …» و«date: …» ثم سطر «---» آخر"))
  }

  static func frontMatterNotFirst(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "no-front-matter", at: location,
      Wording(
        en: "the front matter does not begin on the first line",
        ar: "لا تبدأ البيانات الوصفية من السطر الأول"),
      fix: Wording(en: "delete the empty lines above it", ar: "احذف الأسطر الفارغة التي فوقها"))
  }

  static func frontMatterIsToml(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "no-front-matter", at: location,
      Wording(
        en: "the front matter is TOML, and only YAML is read",
        ar: "البيانات الوصفية بصيغة TOML، ولا تُقرأ إلا YAML"),
      fix: Wording(
        en: "write ‘---’ in place of ‘+++’, and ‘key: value’ in place of ‘key = value’",
        ar: "اكتب «---» بدل «+++»، و«key: value» بدل «key = value»"))
  }

  static func frontMatterLineNotExact(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "front-matter-line", at: location,
      Wording(
        en: "the line that opens or closes the front matter is not exactly ‘---’",
        ar: "السطر الذي يفتح البيانات الوصفية أو يغلقها ليس «---» تمامًا"),
      fix: Wording(
        en: "write three hyphens and nothing else, no spaces before or after",
        ar: "اكتب ثلاث شرطات قصيرة لا غير، من دون مسافات قبلها أو بعدها"))
  }

  static func frontMatterNotClosed(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "front-matter-not-closed", at: location,
      Wording(
        en: "the front matter that begins here has no end",
        ar: "البيانات الوصفية التي تبدأ هنا لا نهاية لها"),
      fix: Wording(
        en: "write a line ‘---’ between the last key and the text",
        ar: "اكتب سطر «---» بين آخر مفتاح وبداية النص"))
  }

  static func controlCharacter(_ scalar: Unicode.Scalar, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "control-character", at: location,
      Wording(
        en: "the control character \(scalar.codePoint) cannot stand in a page",
        ar: "محرف التحكم \(scalar.codePoint) لا يجوز في صفحة"),
      fix: Wording(
        en: "remove it; it is invisible, so type the words around it again",
        ar: "احذفه؛ وهو غير مرئي، فأعد كتابة الكلمات التي حوله"))
  }

  static func controlCharactersLeftOut(
    first: Unicode.Scalar, count: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "control-character", .warning, at: location,
      Wording(
        en: "an invisible control character, \(first.codePoint), is left out"
          + (count == 1 ? "" : ", the first of \(count) in this file"),
        ar: "حُذف محرف تحكم خفي، \(first.codePoint)"
          + (count == 1 ? "" : "، وهو أول \(count) في هذا الملف")),
      fix: Wording(
        en: "type the words around it again; a letter may have been lost in a conversion",
        ar: "أعد كتابة الكلمات التي حوله؛ فقد يكون حرف ضاع عند تحويل النص"))
  }

  static func bidiOverride(_ scalar: Unicode.Scalar, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bidi-control", at: location,
      Wording(
        en: "the invisible character \(scalar.codePoint) makes the text read in another order than "
          + "it is written",
        ar: "المحرف غير المرئي \(scalar.codePoint) يُظهر النص بغير ترتيبه المكتوب"),
      fix: Wording(en: "type the value again", ar: "اكتب القيمة من جديد"))
  }

  static func bidiUnbalanced(_ scalar: Unicode.Scalar, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bidi-control", at: location,
      Wording(
        en: "the invisible direction character \(scalar.codePoint) has no counterpart",
        ar: "محرف الاتجاه غير المرئي \(scalar.codePoint) ليس له نظير"),
      fix: Wording(
        en: "type the value again; direction is set without such characters",
        ar: "اكتب القيمة من جديد؛ فالاتجاه يُضبط من غير هذه المحارف"))
  }

  static func bidiControl(_ scalar: Unicode.Scalar, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bidi-control", .warning, at: location,
      Wording(
        en: "the value holds the invisible direction character \(scalar.codePoint)",
        ar: "في القيمة محرف اتجاه غير مرئي هو \(scalar.codePoint)"),
      fix: Wording(
        en: "type the value again; direction is set without such characters",
        ar: "اكتب القيمة من جديد؛ فالاتجاه يُضبط من غير هذه المحارف"))
  }
}
