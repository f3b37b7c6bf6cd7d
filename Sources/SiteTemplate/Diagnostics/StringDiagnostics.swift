import SiteDiagnostics
import SiteText

/// What can be wrong with the texts of the interface.
extension Diagnostic {
  static func unknownString(_ key: String, known: [String], at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unknown-string", at: location,
      Wording(
        en: "strings.yaml has no key ‘\(key)’",
        ar: "ليس في strings.yaml مفتاح باسم «\(key)»"),
      fix: .choice(key, among: known, en: "keys", ar: "المفاتيح"))
  }

  static func stringKeyIsNoText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "unknown-string", at: location,
      Wording(
        en: "‘t’ takes a key in quotes, and named arguments after it",
        ar: "تأخذ «t» مفتاحًا بين علامتي اقتباس، وبعده وسطاء بأسمائها"),
      fix: Wording(
        en: "write ‘t(\"key\", name: value)’",
        ar: "اكتب «t(\"key\", name: value)»"))
  }

  static func unknownStringArgument(
    _ name: String, of key: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-argument", at: location,
      Wording(
        en: "the string ‘\(key)’ has no place for ‘\(name)’",
        ar: "ليس في النص «\(key)» موضع لـ «\(name)»"),
      fix: .choice(name, among: known, en: "its places", ar: "مواضعه"))
  }

  static func missingStringArgument(_ name: String, of key: String, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "missing-argument", at: location,
      Wording(
        en: "the string ‘\(key)’ needs ‘\(name)’",
        ar: "يحتاج النص «\(key)» إلى «\(name)»"),
      fix: Wording(
        en: "add ‘\(name): …’",
        ar: "أضف «\(name): …»"))
  }

  static func countIsNoNumber(
    _ type: TemplateType, of key: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "filter-type", at: location,
      Wording(
        en: "‘count’ of the string ‘\(key)’ is a number; this is \(type.phrase)",
        ar: "«count» في النص «\(key)» عدد، وهذا \(type.arabicDescription)"))
  }

  /// - Parameter isMisspelt: whether another key stands at that place, which nobody asks for and
  ///   which is like it.
  static func missingString(_ key: String, isMisspelt: Bool, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "missing-string", at: location,
      Wording(
        en: "the key ‘\(key)’ is missing, which the generator itself uses",
        ar: "المفتاح «\(key)» غير موجود، وهو مما يستعمله المولّد نفسه"),
      fix: isMisspelt ? .didYouMean([key]) : Wording(en: "add it", ar: "أضفه"))
  }

  static func unusedString(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "unused-string", .warning, at: location,
      Wording(
        en: "nothing uses the string ‘\(key)’",
        ar: "لا شيء يستعمل النص «\(key)»"),
      fix: Wording(
        en: "remove it",
        ar: "احذفه"))
  }

  static func stringsAreNoMapping(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "strings-syntax", at: location,
      Wording(
        en: "strings are written as ‘key: {ar: …, en: …}’",
        ar: "تُكتب النصوص هكذا: «key: {ar: …, en: …}»"))
  }

  static func stringWithoutLanguages(
    _ key: String, _ languages: [LanguageCode], at location: SourceLocation
  ) -> Diagnostic {
    let example = languages.map { "\($0.tag): …" }.joined(separator: ", ")
    return Diagnostic(
      "strings-syntax", at: location,
      Wording(
        en: "the string ‘\(key)’ is not given by language",
        ar: "النص «\(key)» لم يُكتب لكل لغة على حدة"),
      fix: Wording(
        en: "write ‘\(key): {\(example)}’", ar: "اكتب «\(key): {\(example)}»"))
  }

  static func unknownStringLanguage(
    _ tag: String, known: [LanguageCode], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-language", at: location,
      Wording(
        en: "the site has no language ‘\(tag)’", ar: "ليست «\(tag)» من لغات الموقع"),
      fix: Wording(
        en: "its languages: " + known.map { "‘\($0.tag)’" }.joined(separator: ", "),
        ar: "لغاته: " + known.map { "«\($0.tag)»" }.joined(separator: "، ")))
  }

  static func stringLanguageMissing(
    _ key: String, _ language: LanguageCode, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "missing-translation", at: location,
      Wording(
        en: "the string ‘\(key)’ is missing in ‘\(language.tag)’",
        ar: "النص «\(key)» غير موجود باللغة «\(language.tag)»"),
      fix: Wording(
        en: "add ‘\(language.tag): …’", ar: "أضف «\(language.tag): …»"))
  }

  static func unknownPlural(
    _ name: String, _ language: LanguageCode, known: [PluralCategory],
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-plural", at: location,
      Wording(
        en: "‘\(language.tag)’ has no plural form ‘\(name)’",
        ar: "ليس في «\(language.tag)» صيغة عدد باسم «\(name)»"),
      fix: .choice(name, among: known.map(\.rawValue), en: "its forms", ar: "صيغها"))
  }

  static func missingPlurals(
    _ missing: [PluralCategory], _ language: LanguageCode, at location: SourceLocation
  ) -> Diagnostic {
    let english = missing.map { "‘\($0.rawValue)’" }.joined(separator: ", ")
    let arabic = missing.map { "«\($0.rawValue)»" }.joined(separator: "، ")
    return Diagnostic(
      "missing-plural", at: location,
      Wording(
        en: "‘\(language.tag)’ lacks plural forms: \(english)",
        ar: "تنقص «\(language.tag)» صيغ العدد: \(arabic)"),
      fix: Wording(
        en: "add each form, even where it reads like another",
        ar: "أضف كل صيغة ولو شابهت غيرها"))
  }

  static func stringIsNoText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "strings-syntax", at: location,
      Wording(
        en: "a text is wanted here",
        ar: "المطلوب هنا نص"),
      fix: Wording(
        en: "write the text in quotes",
        ar: "اكتب النص بين علامتي اقتباس"))
  }

  static func strayBrace(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "strings-syntax", at: location,
      Wording(
        en: "a brace in this text belongs to no placeholder such as ‘{name}’",
        ar: "في هذا النص قوس معقوف لا يتبع موضعًا مثل «{name}»"),
      fix: Wording(
        en: "write placeholders as one word in Latin letters between ‘{’ and ‘}’",
        ar: "اكتب الموضع كلمة واحدة بحروف لاتينية بين «{» و«}»"))
  }

  static func unknownPlaceholder(_ name: String, known: [String], at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unknown-placeholder", at: location,
      Wording(
        en: "the placeholder ‘{\(name)}’ is not in the first language's text",
        ar: "الموضع «{\(name)}» ليس في نص اللغة الأولى"),
      fix: .choice(name, among: known, en: "its placeholders", ar: "مواضعه"))
  }

  static func missingPlaceholder(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "missing-placeholder", at: location,
      Wording(
        en: "the placeholder ‘{\(name)}’ of the first language's text is missing",
        ar: "ينقص هنا الموضع «{\(name)}» الوارد في نص اللغة الأولى"),
      fix: Wording(
        en: "add it where it belongs in the sentence",
        ar: "أضفه في مكانه من الجملة"))
  }
}
