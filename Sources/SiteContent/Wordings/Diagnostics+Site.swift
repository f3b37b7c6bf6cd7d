import SiteDiagnostics
import SiteModel
import SiteText

/// What can be wrong between works.
extension Diagnostic {
  static func tagSpelling(
    _ spelling: String, usual: String, at location: SourceLocation, usualAt: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      "tag-spelling", .warning, at: location,
      Wording(
        en: "‘\(spelling)’ is another spelling of the tag ‘\(usual)’",
        ar: "«\(spelling)» كتابة أخرى للوسم «\(usual)»"),
      fix: Wording(
        en: "write ‘\(usual)’ wherever the tag is used", ar: "اكتب «\(usual)» حيثما ورد الوسم"),
      notes: usualAt.map {
        [.init(at: $0, Wording(en: "the usual spelling", ar: "الكتابة الغالبة"))]
      } ?? [])
  }

  static func sharedTagSpelling(
    _ spelling: String, of key: String, other: String, at location: SourceLocation,
    otherAt: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "shared-tag-spelling", at: location,
      Wording(
        en: "‘\(spelling)’ would mean two tags, ‘\(other)’ and ‘\(key)’",
        ar: "يدل «\(spelling)» على وسمين: «\(other)» و«\(key)»"),
      fix: Wording(
        en: "keep it in one of the two; spellings that differ only in hamza, harakat or case are "
          + "the same",
        ar: "أبقه في أحدهما؛ والكتابات التي لا تختلف إلا في الهمزة أو الحركات أو حالة الأحرف "
          + "اللاتينية واحدة"),
      notes: [
        .init(at: otherAt, Wording(en: "‘\(other)’ has it here", ar: "هنا ورد عند «\(other)»"))
      ])
  }

  static func duplicateID(
    _ id: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "duplicate-id", at: location,
      Wording(
        en: "the id \(id) belongs to \(other) already", ar: "المعرّف \(id) مستعمل في \(other)"),
      fix: Wording(
        en: "give the newer work another id; an id that was published never changes",
        ar: "أعطِ العمل الأحدث معرّفًا آخر؛ فالمعرّف المنشور لا يتغيّر"))
  }

  static func duplicateSlug(
    _ slug: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "duplicate-slug", at: location,
      Wording(
        en: "\(other) has the slug ‘\(slug)’ already, so both would have one address",
        ar: "الاسم «\(slug)» مستعمل في \(other)، فيصير للعملين عنوان واحد"),
      fix: Wording(
        en: "rename the folder of the newer work, or give it a ‘slug’ of its own",
        ar: "غيّر اسم مجلد العمل الأحدث، أو أعطه «slug» خاصًّا به"))
  }

  static func badAlias(_ alias: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-alias", at: location,
      Wording(
        en: "‘\(alias)’ is not a path of the site", ar: "«\(alias)» ليس مسارًا في الموقع"),
      fix: Wording(
        en: "write the old address from the slash behind the host: /2019/05/old-name/",
        ar: "اكتب العنوان القديم من الشرطة التي بعد اسم المضيف: /2019/05/old-name/"))
  }

  static func duplicateAlias(
    _ alias: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "duplicate-alias", at: location,
      Wording(
        en: "the alias ‘\(alias)’ already leads to \(other)",
        ar: "المسار «\(alias)» يؤدي قبل هذا إلى \(other)"),
      fix: Wording(
        en: "keep it in the work that readers of the old address look for",
        ar: "أبقه في العمل الذي يقصده من يفتح العنوان القديم"))
  }

  static func unknownRelated(
    _ name: String, near: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-related", at: location,
      Wording(en: "there is no work ‘\(name)’", ar: "لا يوجد عمل اسمه «\(name)»"),
      fix: .didYouMean(near)
        ?? Wording(
          en: "write the name of the work's folder, or a path to it as ../iraq-families/",
          ar: "اكتب اسم مجلد العمل أو مساره مثل ../iraq-families/"))
  }

  static func ambiguousRelated(
    _ name: String, _ folders: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "ambiguous-related", at: location,
      Wording(
        en: "‘\(name)’ may mean \(folders.joined(separator: " or "))",
        ar: "قد يعني «\(name)»: \(folders.joined(separator: " أو "))"),
      fix: Wording(en: "write the path of the one you mean", ar: "اكتب مسار العمل الذي تقصده"))
  }

  static func relatedToItself(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "related-to-itself", .warning, at: location,
      Wording(en: "the work names itself as related", ar: "يذكر العمل نفسه بين الأعمال ذات الصلة"),
      fix: Wording(en: "delete the entry", ar: "احذف هذا العنصر"))
  }
}

/// What can be wrong with `site.yaml` and the registries.
extension Diagnostic {
  static func badSiteAddress(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-address", at: location,
      Wording(
        en: "‘\(text)’ cannot be the address of a site", ar: "لا يصلح «\(text)» عنوانًا لموقع"),
      fix: Wording(
        en: "write url: https://www.example.org/", ar: "اكتب url: https://www.example.org/"))
  }

  static func unknownTimeZone(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-timezone", at: location,
      Wording(
        en: "there is no time zone ‘\(name)’", ar: "لا توجد منطقة زمنية اسمها «\(name)»"),
      fix: .didYouMean(name, among: known)
        ?? Wording(
          en: "write a name such as Asia/Baghdad, or an offset such as +03:00",
          ar: "اكتب اسمًا مثل Asia/Baghdad أو فارقًا مثل +03:00"))
  }

  static func missingLanguages(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "missing-languages", at: location,
      Wording(en: "the site names no languages", ar: "لا يذكر الموقع أي لغة"),
      fix: Wording(
        en: "write languages: [{code: ar, name: العربية, locale: ar-IQ, path: /}]",
        ar: "اكتب languages: [{code: ar, name: العربية, locale: ar-IQ, path: /}]"))
  }

  static func badLanguageCode(_ code: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-language-code", at: location,
      Wording(en: "‘\(code)’ is not the code of a language", ar: "«\(code)» ليس رمز لغة"),
      fix: Wording(
        en: "write two or three letters, as ar, en, ckb",
        ar: "اكتب حرفين أو ثلاثة مثل ar وen وckb"))
  }

  static func unknownLocale(
    _ locale: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-locale", at: location,
      Wording(
        en: "nothing is known of how dates and numbers are written in ‘\(locale)’",
        ar: "لا يُعرف كيف تُكتب التواريخ والأرقام في «\(locale)»"),
      fix: .didYouMean(locale, among: known)
        ?? Wording(
          en: "write a language and a country, such as ar-IQ or en-GB",
          ar: "اكتب لغة وبلدًا، مثل ar-IQ أو en-GB"))
  }

  static func badLanguagePath(_ path: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-language-path", at: location,
      Wording(
        en: "‘\(path)’ is not a path that begins and ends with a slash",
        ar: "«\(path)» ليس مسارًا يبدأ بشرطة مائلة وينتهي بها"),
      fix: Wording(en: "write / or /en/", ar: "اكتب / أو /en/"))
  }

  static func duplicateLanguagePath(
    _ path: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "duplicate-language-path", at: location,
      Wording(
        en: "the language ‘\(other)’ has the path ‘\(path)’ already",
        ar: "المسار «\(path)» للغة «\(other)»"),
      fix: Wording(en: "give each language a path of its own", ar: "اجعل لكل لغة مسارًا خاصًّا"))
  }

  static func badMenuAddress(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-address", at: location,
      Wording(
        en: "‘\(text)’ leads nowhere from a menu", ar: "لا يؤدي «\(text)» إلى شيء من القائمة"),
      fix: Wording(
        en: "write a path such as /about/, or an address that begins with https://",
        ar: "اكتب مسارًا مثل /about/ أو عنوانًا يبدأ بـ https://"))
  }

  static func missingName(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "missing-name", at: location,
      Wording(en: "‘\(key)’ has no name", ar: "ليس للمدخل «\(key)» اسم"),
      fix: Wording(
        en: "write name: {ar: …, en: …}", ar: "اكتب name: {ar: …, en: …}"))
  }

  static func missingInLanguage(
    _ key: String, _ language: String, _ languages: [String], at location: SourceLocation
  ) -> Diagnostic {
    let texts = languages.map { "\($0): …" }.joined(separator: ", ")
    return Diagnostic(
      "missing-in-language", .warning, at: location,
      Wording(
        en: "‘\(key)’ is missing in the language ‘\(language)’, whose pages show another's words",
        ar: "«\(key)» ناقص في اللغة «\(language)»، فتظهر في صفحاتها كلمات لغة أخرى"),
      fix: Wording(
        en: "write \(key): {\(texts)}", ar: "اكتب \(key): {\(texts)}"))
  }

  static func unknownParent(
    _ parent: String, known: Set<String>, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-parent", at: location,
      Wording(
        en: "the parent ‘\(parent)’ is not in this file", ar: "الأصل «\(parent)» ليس في هذا الملف"),
      fix: .didYouMean(parent, among: known)
        ?? Wording(en: "add it, or delete the line", ar: "أضفه، أو احذف السطر"))
  }

  static func parentCycle(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "parent-cycle", at: location,
      Wording(
        en: "‘\(key)’ stands above itself by way of its parents",
        ar: "«\(key)» فوق نفسه عبر تسلسل أصوله"),
      fix: Wording(
        en: "delete ‘parent’ from the topmost of them", ar: "احذف «parent» من أعلاها"))
  }

  static func duplicateTermSlug(
    _ slug: String, other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "duplicate-slug", at: location,
      Wording(
        en: "‘\(other)’ has the slug ‘\(slug)’ already", ar: "الاسم «\(slug)» للمدخل «\(other)»"),
      fix: Wording(en: "give one of them another slug", ar: "أعطِ أحدهما «slug» آخر"))
  }

  static func badORCID(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "bad-orcid", at: location,
      Wording(
        en: "‘\(text)’ is not an ORCID iD: its form or its check digit is wrong",
        ar: "«\(text)» ليس معرّف ORCID: صورته أو رقم التحقق فيه خطأ"),
      fix: Wording(
        en: "copy the sixteen digits again, as 0000-0002-1825-0097, without an address",
        ar: "انسخ الأرقام الستة عشر من جديد مثل 0000-0002-1825-0097 من غير عنوان"))
  }

  static func missingPortrait(
    _ path: String, present: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "missing-file", at: location,
      Wording(
        en: "there is no picture ‘content/\(path)’", ar: "لا توجد صورة «content/\(path)»"),
      fix: .didYouMean(path, among: present)
        ?? Wording(
          en: "put it into content/authors and write photo: authors/name.jpg",
          ar: "ضعها في content/authors واكتب photo: authors/name.jpg"))
  }
}
