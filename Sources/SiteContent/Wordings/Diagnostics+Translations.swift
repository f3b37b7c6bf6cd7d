import SiteDiagnostics
import SiteModel

/// What can be wrong between a translation and its original.
extension Diagnostic {
  static func translationAsText(
    _ text: String, _ codes: [String], at location: SourceLocation
  ) -> Diagnostic {
    let word = text.lowercased()
    let original = codes.contains(word) ? word : "…"
    let method = Translation.Method(rawValue: word) ?? .human
    let note = "translation: {of: \(original), method: \(method.rawValue)}"
    return Diagnostic(
      "expected-mapping", at: location,
      Wording(
        en: "‘translation’ takes keys with values: the language of the original and the method",
        ar: "قيمة «translation» مفاتيح وقيمها: لغة الأصل وطريقة الترجمة"),
      fix: Wording(en: "write \(note)", ar: "اكتب \(note)"))
  }

  static func unknownSourceLanguage(
    _ code: String, _ known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-language", at: location,
      Wording(
        en: "the site has no language ‘\(code)’", ar: "ليس في الموقع لغة رمزها «\(code)»"),
      fix: .oneOf(known))
  }

  static func badSourceHash(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-source-hash", at: location,
      Wording(
        en: "‘\(text)’ is not the hash of an original",
        ar: "«\(text)» ليس بصمة نصّ أصلي"),
      fix: Wording(
        en: "write at least eight hexadecimal digits, or delete ‘source_hash’",
        ar: "اكتب ثمانية أرقام ست عشرية على الأقل، أو احذف «source_hash»"))
  }

  static func twoOriginals(
    other: String, otherLanguage: String, ownLanguage: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "two-originals", at: location,
      Wording(
        en: "neither this file nor ‘\(other)’ is a translation, so the work has two originals",
        ar: "ليس هذا الملف ولا «\(other)» ترجمة، فصار للعمل أصلان"),
      fix: Wording(
        en: "write ‘translation: {of: \(otherLanguage), method: human}’ here if this is the "
          + "translation; if the other file is, write "
          + "‘translation: {of: \(ownLanguage), method: human}’ there",
        ar: "إن كان هذا الملف هو الترجمة فاكتب فيه "
          + "«translation: {of: \(otherLanguage), method: human}»؛ وإن كان الملف الآخر هو الترجمة "
          + "فاكتب فيه «translation: {of: \(ownLanguage), method: human}»"))
  }

  static func translationOfItself(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "translation-of-itself", at: location,
      Wording(
        en: "the text is said to be a translation of itself",
        ar: "النص مذكور على أنه ترجمة لنفسه"),
      fix: Wording(
        en: "write the language of the original, or delete ‘translation’ if this is the original",
        ar: "اكتب لغة الأصل، أو احذف «translation» إن كان هذا هو الأصل"))
  }

  static func missingOriginal(_ name: String?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "translation-without-original", at: location,
      Wording(
        en: "the text is a translation, and its original\(name.map { ", \($0)," } ?? "") is not in "
          + "the folder",
        ar: "النص ترجمة، وأصله\(name.map { " (\($0))" } ?? "") ليس في المجلد"),
      fix: Wording(
        en: "add the original, or delete ‘translation’ and give the file a date and authors",
        ar: "أضف الأصل، أو احذف «translation» وضع للملف تاريخًا ومؤلفين"))
  }

  static func differsFromOriginal(
    _ key: String, at location: SourceLocation, original: String, stated: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      "differs-from-original", at: location,
      Wording(
        en: "‘\(key)’ is one for all languages of a work, and the original states "
          + (stated == nil ? "none" : "another"),
        ar: "قيمة «\(key)» واحدة لكل لغات العمل، و"
          + (stated == nil ? "الأصل لا يذكرها" : "في الأصل قيمة أخرى")),
      fix: Wording(
        en: "state it in \(original) and delete it here", ar: "اذكرها في \(original) واحذفها من هنا"
      ),
      notes: stated.map {
        [.init(at: $0, Wording(en: "the original states this", ar: "هذه قيمة الأصل"))]
      } ?? [])
  }

  static func inheritedAlt(from original: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "inherited-alt", .warning, at: location,
      Wording(
        en: "the description of the picture is taken over from \(original), in another language",
        ar: "وصف الصورة مأخوذ من \(original)، وهو بلغة أخرى"),
      fix: Wording(
        en: "describe it here as well, under image: {alt: …}; the file stays that of the original",
        ar: "صفها هنا أيضًا في image: {alt: …}، ويبقى ملفها ملف الأصل"))
  }

  static func staleTranslation(of original: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "stale-translation", .warning, at: location,
      Wording(
        en: "the original, \(original), has changed since it was translated",
        ar: "تغيّر الأصل \(original) بعد ترجمته"),
      fix: Wording(
        en: "bring the translation up to date, then write its day under ‘updated’",
        ar: "حدّث الترجمة ثم اكتب يوم التحديث في «updated»"))
  }
}
