import SiteDiagnostics
import SiteText

/// The messages of this module, but for those about slips (`SlipDiagnostics.swift`).
extension Diagnostic {
  static func unsafeLink(_ scheme: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "unsafe-link", at: location,
      Wording(
        en: "a link may not use ‘\(scheme):’",
        ar: "لا يجوز أن يبدأ الرابط بـ«\(scheme):»"),
      fix: Wording(
        en: "use http, https, mailto, tel or a path within the site",
        ar: "استخدم http أو https أو mailto أو tel أو مسارًا داخل الموقع"))
  }

  static func refusedLink(_ message: Wording, fix: Wording?, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic("unresolved-link", at: location, message, fix: fix)
  }

  static func unavailableLink(_ message: Wording, fix: Wording?, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic("unavailable-link", .warning, at: location, message, fix: fix)
  }

  static func emptyLink(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "empty-link", at: location,
      Wording(en: "the link leads nowhere", ar: "الرابط لا يؤدي إلى شيء"),
      fix: Wording(
        en: "write between the parentheses where it leads: a work's folder, a file or an address",
        ar: "اكتب بين القوسين وجهته: مجلد عمل أو ملفًا أو عنوانًا"))
  }

  static func refusedImage(_ message: Wording, fix: Wording?, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic("unresolved-image", at: location, message, fix: fix)
  }

  static func missingAlt(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "missing-alt", at: location,
      Wording(
        en: "the image has no alternative text",
        ar: "لا نصّ بديلًا لهذه الصورة"),
      fix: Wording(
        en: "say between the brackets what the image shows: ![a camp at dawn](camp.jpg)",
        ar: "صف بين القوسين ما تظهره الصورة: ![مخيم عند الفجر](camp.jpg)"))
  }

  static func rawHTML(_ tag: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "raw-html", at: location,
      Wording(
        en: "HTML is not allowed in the text: ‘<\(tag)>’",
        ar: "لا يُسمح بـHTML داخل النص: «<\(tag)>»"),
      fix: Wording(
        en: "write it in Markdown, put a backslash before ‘<’ if it is text, or set "
          + "‘raw_html: allow’ in site.yaml",
        ar: "اكتبه بصيغة Markdown، أو ضع شرطة مائلة عكسية قبل «<» إن كان نصًا، أو أضف "
          + "«raw_html: allow» إلى site.yaml"))
  }

  static func disarmedTag(_ tag: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "raw-html", .warning, at: location,
      Wording(
        en: "‘<\(tag)>’ is not allowed even where HTML is, so readers see it as it is written",
        ar: "لا يُسمح بـ«<\(tag)>» حتى حيث يُسمح بـHTML، فيراه القارئ كما كُتب"),
      fix: Wording(en: "remove it", ar: "احذفه"))
  }

  static func emptyCallout(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "empty-callout", .warning, at: location,
      Wording(
        en: "nothing stands in the box below ‘[!\(name)]’",
        ar: "لا شيء في الإطار تحت «[!\(name)]»"),
      fix: Wording(
        en: "begin each line of the box with ‘>’, the empty ones among them",
        ar: "ابدأ كل سطر من أسطر الإطار بالعلامة «>»، والفارغ منها كذلك"))
  }

  static func unknownCallout(
    _ name: String, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    let list = Wording.list(known.map { "[!\($0)]" })
    return Diagnostic(
      "unknown-callout", .warning, at: location,
      Wording(
        en: "there is no callout ‘[!\(name)]’",
        ar: "لا يوجد إطار باسم «[!\(name)]»"),
      fix: Wording.didYouMean(name, among: known)
        ?? Wording(en: "use one of: \(list.english)", ar: "استخدم أحد هذه: \(list.arabic)"))
  }

  static func unusedNote(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "unused-footnote", .warning, at: location,
      Wording(
        en: "nothing refers to the note ‘\(name)’, so it is left out",
        ar: "لا إحالة إلى الهامش «\(name)»، ولذلك لن يظهر"),
      fix: Wording(
        en: "refer to it with [^\(name)] or remove it",
        ar: "أحِل إليه بـ[^\(name)] أو احذفه"))
  }

  static func duplicateNote(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "duplicate-footnote", .warning, at: location,
      Wording(
        en: "the note ‘\(name)’ is defined a second time, and this text of it is left out",
        ar: "عُرّف الهامش «\(name)» مرة ثانية، ولن يظهر نصّه هذا"),
      fix: Wording(
        en: "give it another name, or remove it",
        ar: "أعطه اسمًا آخر أو احذفه"))
  }

  static func undefinedNote(
    _ name: String, among known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "undefined-footnote", at: location,
      Wording(
        en: "there is no note ‘\(name)’, so readers would see its mark as it is written",
        ar: "لا يوجد هامش باسم «\(name)»، فيرى القارئ علامته كما كُتبت"),
      fix: Wording.didYouMean(name, among: known)
        ?? Wording(
          en: "add a line that begins with [^\(name)]:",
          ar: "أضف سطرًا يبدأ بـ[^\(name)]:"))
  }

  static func bidiControl(_ finding: BidiControls.Finding, at location: SourceLocation)
    -> Diagnostic
  {
    let name = "U+" + String(finding.scalar, radix: 16, uppercase: true)
    let fix = Wording(
      en: "remove it; runs of the other direction are isolated without it",
      ar: "احذفه؛ فالمقاطع المخالفة في الاتجاه تُعزل من دونه")
    if finding.isOverride {
      return Diagnostic(
        "bidi-override", at: location,
        Wording(
          en: "the invisible character \(name) shows letters in an order they are not written in",
          ar: "المحرف الخفي \(name) يُظهر الحروف بغير ترتيب كتابتها"), fix: fix)
    }
    guard finding.isBalanced else {
      return Diagnostic(
        "unbalanced-bidi-control", at: location,
        Wording(
          en: "the invisible direction character \(name) has no counterpart on its line",
          ar: "لا مقابل لمحرف الاتجاه الخفي \(name) في سطره"), fix: fix)
    }
    return Diagnostic(
      "bidi-control", .warning, at: location,
      Wording(
        en: "the text holds the invisible direction character \(name)",
        ar: "في النص محرف الاتجاه الخفي \(name)"), fix: fix)
  }

  static func controlCharacter(_ scalar: Unicode.Scalar, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "control-character", at: location,
      Wording(
        en: "the control character \(scalar.codePoint) cannot stand in a page",
        ar: "محرف التحكم \(scalar.codePoint) لا يجوز في صفحة"),
      fix: Wording(en: "remove it", ar: "احذفه"))
  }

  static func tooDeeplyNested(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "too-deeply-nested", at: location,
      Wording(
        en: "more than \(MarkdownRenderer.deepestNesting) levels of markup within one another",
        ar: "أكثر من \(MarkdownRenderer.deepestNesting) مستوى من الترميز بعضها داخل بعض"),
      fix: Wording(
        en: "remove levels of quotation, lists or emphasis",
        ar: "قلّل مستويات الاقتباس أو القوائم أو التمييز"))
  }

  static func tooComplex(_ excess: SourceLimits.Excess, at location: SourceLocation)
    -> Diagnostic
  {
    let what =
      switch excess {
      case .nesting: Wording(en: "levels of markup", ar: "مستويات الترميز")
      case .brackets: Wording(en: "brackets that are not closed", ar: "الأقواس غير المغلقة")
      case .emphasis: Wording(en: "asterisks and underscores", ar: "النجوم والشرطات السفلية")
      case .word:
        Wording(
          en: "closing parentheses or at signs in one word",
          ar: "أقواس الإغلاق أو علامات @ في كلمة واحدة")
      case .cells: Wording(en: "table cells", ar: "خلايا الجداول")
      case .references:
        Wording(en: "uses of long link definitions", ar: "استعمالات تعريفات الروابط الطويلة")
      }
    return Diagnostic(
      "too-complex", at: location,
      Wording(
        en: "the text has too many \(what.english) from here on to be read",
        ar: "في النص ابتداءً من هنا من \(what.arabic) ما يتعذّر معه قراءته"),
      fix: Wording(
        en: "remove what was not meant, or divide the text with blank lines",
        ar: "احذف ما لم تقصده، أو قسّم النص بأسطر فارغة"))
  }

  static func topLevelHeading(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "top-level-heading", .warning, at: location,
      Wording(
        en:
          "a heading with one ‘#’ is the page's title, so all headings here are moved down a level",
        ar: "العنوان بعلامة «#» واحدة هو عنوان الصفحة، ولذلك أُنزلت عناوين النص كلها مستوى"),
      fix: Wording(
        en: "begin the headings of the text with ‘##’",
        ar: "ابدأ عناوين النص بـ«##»"))
  }
}
