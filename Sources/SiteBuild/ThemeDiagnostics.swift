import SiteDiagnostics

/// What can be wrong with the files of a theme before their text is understood.
extension Diagnostic {
  static func noTheme(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "no-templates", at: location,
      Wording(
        en:
          "there are no templates: no folder ‘templates’ in the site and no default theme beside ctsite",
        ar: "لا توجد قوالب: لا مجلد templates في الموقع ولا قوالب مبدئية بجوار ctsite"),
      fix: Wording(
        en: "copy the folder ‘templates’ of ctsite's repository into the site",
        ar: "انسخ مجلد templates من مستودع ctsite إلى الموقع"))
  }

  static func noStrings(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "no-strings", at: location,
      Wording(
        en: "‘strings.yaml’ is missing, which holds the words of the templates",
        ar: "الملف «strings.yaml» غير موجود، وفيه كلمات القوالب"),
      fix: Wording(
        en: "copy templates/strings.yaml of ctsite's repository into the site",
        ar: "انسخ templates/strings.yaml من مستودع ctsite إلى الموقع"))
  }

  static func templateNotAFile(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "not-a-file", at: location,
      Wording(en: "this is neither a file nor a folder", ar: "هذا ليس ملفًّا ولا مجلدًا"),
      fix: Wording(en: "remove it from the templates", ar: "أزله من مجلد القوالب"))
  }

  static func templateLinkRefused(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "link-leaves-templates", at: location,
      Wording(
        en: "the symbolic link leads to no file in the folder ‘templates’",
        ar: "الرابط الرمزي لا يؤدي إلى ملف داخل مجلد templates"),
      fix: Wording(
        en: "copy the file here in place of the link", ar: "انسخ الملف إلى هنا بدل الرابط"))
  }

  static func templateNameNotUTF8(_ location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "name-not-utf8", at: location,
      Wording(en: "the file's name is not UTF-8", ar: "اسم الملف ليس بترميز UTF-8"),
      fix: Wording(
        en: "rename it in Latin letters, digits and hyphens",
        ar: "غيّر اسمه إلى حروف لاتينية وأرقام وشرطات"))
  }

  /// - Parameter limit: in bytes.
  static func templateTooLarge(_ location: SourceLocation, limit: Int) -> Diagnostic {
    Diagnostic(
      "file-too-large", at: location,
      Wording(
        en: "the file is larger than \(limit / 1_000_000) MB and is not read",
        ar: "الملف أكبر من \(limit / 1_000_000) ميغابايت، فلا يُقرأ"),
      fix: Wording(
        en: "make it smaller, or remove it from the templates",
        ar: "صغّره أو أزله من مجلد القوالب"))
  }

  static func unknownAsset(
    _ path: String, at location: SourceLocation, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      "unknown-asset", at: location,
      Wording(
        en: "there is no file ‘\(path)’ in ‘templates/assets’",
        ar: "لا يوجد ملف «\(path)» في templates/assets"),
      fix: .didYouMean(path, among: known)
        ?? Wording(
          en: "write the path from the style sheet's folder, such as ../fonts/text.woff2",
          ar: "اكتب المسار انطلاقًا من مجلد ورقة الأنماط، مثل ../fonts/text.woff2"))
  }

  static func circularImport(_ path: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "circular-import", at: location,
      Wording(
        en: "‘templates/assets/\(path)’ imports this style sheet itself",
        ar: "يستورد «templates/assets/\(path)» ورقة الأنماط هذه نفسها"),
      fix: Wording(en: "take one of the two imports out", ar: "احذف أحد الاستيرادين"))
  }
}
