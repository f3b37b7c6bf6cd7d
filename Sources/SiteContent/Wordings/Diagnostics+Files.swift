import SiteDiagnostics

/// What can be wrong with the files and folders of a site, before their text is understood.
extension Diagnostic {
  static func missingContentFolder() -> Diagnostic {
    Diagnostic(
      "missing-content", at: SourceLocation(path: "content"),
      Wording(en: "there is no folder ‘content’ here", ar: "لا يوجد هنا مجلد «content»"),
      fix: Wording(
        en: "run ctsite in the folder of the site, or name it with --site",
        ar: "شغّل ctsite من مجلد الموقع، أو عيّنه بالخيار --site"))
  }

  static func emptyContentFolder() -> Diagnostic {
    Diagnostic(
      "empty-content", at: SourceLocation(path: "content"),
      Wording(en: "the folder ‘content’ is empty", ar: "المجلد «content» فارغ"),
      fix: Wording(
        en: "begin with content/site.yaml, which names the site, its address and its languages",
        ar: "ابدأ بالملف content/site.yaml، ففيه اسم الموقع وعنوانه ولغاته"))
  }

  static func missingSiteFile() -> Diagnostic {
    Diagnostic(
      "missing-site-file", at: SourceLocation(path: "content/site.yaml"),
      Wording(en: "there is no file ‘site.yaml’", ar: "لا يوجد ملف «site.yaml»"),
      fix: Wording(
        en: "write content/site.yaml with title, description, url, timezone and languages",
        ar: "اكتب content/site.yaml وفيه title وdescription وurl وtimezone وlanguages"))
  }

  static func noWorks() -> Diagnostic {
    Diagnostic(
      "no-works", .warning, at: SourceLocation(path: "content"),
      Wording(en: "the site has no articles and no pages", ar: "ليس في الموقع مقالات ولا صفحات"),
      fix: Wording(
        en: "write the first one, such as content/articles/first-study/ar.md",
        ar: "اكتب أول مقال، مثل content/articles/first-study/ar.md"))
  }

  static func unknownContentEntry(_ name: String, known: [String]) -> Diagnostic {
    let list = Wording.list(known)
    return Diagnostic(
      "unknown-content", .warning, at: SourceLocation(path: "content/" + name),
      Wording(
        en: "‘\(name)’ means nothing in ‘content’ and is not read",
        ar: "لا معنى لـ «\(name)» في «content» ولا يُقرأ"),
      fix: .didYouMean(name, among: known)
        ?? Wording(
          en: "known are \(list.english)", ar: "المعروف: \(list.arabic)"))
  }

  static func fileOutsideWork(_ path: String, suggestions: [String]) -> Diagnostic {
    let byLanguage = suggestions.count > 1
    return Diagnostic(
      "file-outside-work", at: SourceLocation(path: path),
      Wording(
        en: "a file cannot lie here, since every work is a folder",
        ar: "لا يوضع ملف هنا مباشرة، فكل عمل مجلد"),
      fix: Wording(
        en: "move it to \(suggestions.joined(separator: " or "))"
          + (byLanguage ? ", by its language" : ""),
        ar: "انقله إلى \(suggestions.joined(separator: " أو "))"
          + (byLanguage ? " بحسب لغته" : "")))
  }

  static func emptyText(of original: String, at path: String) -> Diagnostic {
    Diagnostic(
      "empty-text", .warning, at: SourceLocation(path: path),
      Wording(
        en: "nothing follows the front matter: readers see a page without a text",
        ar: "لا شيء بعد البيانات الوصفية، فيرى القارئ صفحة بلا نص"),
      fix: Wording(
        en: "translate the text of \(original) here, or write status: draft until then",
        ar: "ترجم هنا نص \(original)، أو اكتب status: draft إلى ذلك الحين"))
  }

  static func noLanguageFile(in folder: String, languages: [String]) -> Diagnostic {
    let files = languages.map { $0 + ".md" }
    return Diagnostic(
      "no-language-file", at: SourceLocation(path: folder),
      Wording(
        en: "there are files in this folder, but no text in any language",
        ar: "في هذا المجلد ملفات وليس فيه نصّ بأي لغة"),
      fix: Wording(
        en: "add \(files.joined(separator: " or "))",
        ar: "أضف \(files.joined(separator: " أو "))"))
  }

  static func strayFiles(in folder: String, _ names: [String]) -> Diagnostic {
    Diagnostic(
      "stray-file", .warning, at: SourceLocation(path: folder + "/" + (names.first ?? "")),
      Wording(
        en: "belongs to no work and is not published"
          + (names.count > 1 ? ", like \(names.count - 1) more beside it" : ""),
        ar: "لا يتبع أي عمل فلن يُنشر" + (names.count > 1 ? "، ومثله \(names.count - 1) بجواره" : "")
      ),
      fix: Wording(
        en: "move it into the folder of the work that uses it",
        ar: "انقله إلى مجلد العمل الذي يستعمله"))
  }

  static func unknownLanguageFile(
    _ path: String, name: String, languages: [String]
  ) -> Diagnostic {
    let files = languages.map { $0 + ".md" }
    return Diagnostic(
      "unknown-language-file", at: SourceLocation(path: path),
      Wording(
        en: "‘\(name)’ is not named after a language of the site",
        ar: "اسم الملف «\(name)» ليس رمز لغة من لغات الموقع"),
      fix: Wording(
        en: "name it \(files.joined(separator: " or ")), or begin its name with ‘_’ to have it "
          + "ignored",
        ar: "سمّه \(files.joined(separator: " أو "))، أو ابدأ اسمه بالعلامة «_» ليُهمَل"))
  }

  static func misnamedLanguageFile(_ path: String, name: String, right: String) -> Diagnostic {
    Diagnostic(
      "misnamed-language-file", at: SourceLocation(path: path),
      Wording(
        en: "‘\(name)’ is not read, since the file of this language is ‘\(right)’",
        ar: "لا يُقرأ «\(name)»، لأن ملف هذه اللغة هو «\(right)»"),
      fix: Wording(en: "rename it to \(right)", ar: "غيّر اسمه إلى \(right)"))
  }

  static func twoFilesForOneLanguage(_ path: String, name: String, other: String) -> Diagnostic {
    Diagnostic(
      "two-files-for-one-language", at: SourceLocation(path: path),
      Wording(
        en: "‘\(name)’ and ‘\(other)’ are two files for one language",
        ar: "«\(name)» و«\(other)» ملفان للغة واحدة"),
      fix: Wording(
        en: "keep what belongs into \(other), and delete the other file",
        ar: "اجمع ما يلزم في \(other) واحذف الملف الآخر"))
  }

  static func nestedWork(_ path: String, outer: String) -> Diagnostic {
    Diagnostic(
      "nested-work", at: SourceLocation(path: path),
      Wording(
        en: "a text lies inside the folder of another work, ‘\(outer)’",
        ar: "يقع هذا النص داخل مجلد عمل آخر هو «\(outer)»"),
      fix: Wording(
        en: "move its folder out, beside the other work",
        ar: "أخرج مجلده وضعه بجوار العمل الآخر"))
  }

  static func folderTooDeep(_ path: String, maximum: Int) -> Diagnostic {
    Diagnostic(
      "folder-too-deep", at: SourceLocation(path: path),
      Wording(
        en: "folders stand in one another more than \(maximum) levels deep",
        ar: "تداخلت المجلدات أكثر من \(maximum) مستوى"),
      fix: Wording(en: "move the folder up", ar: "انقل المجلد إلى مستوى أعلى"))
  }

  static func linkLeavesSite(_ path: String) -> Diagnostic {
    Diagnostic(
      "link-leaves-site", at: SourceLocation(path: path),
      Wording(
        en: "the symbolic link leads out of the site's content",
        ar: "الرابط الرمزي يخرج عن محتوى الموقع"),
      fix: Wording(
        en: "copy the file here in place of the link", ar: "انسخ الملف إلى هنا بدل الرابط"))
  }

  static func linkToFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      "link-to-folder", at: SourceLocation(path: path),
      Wording(
        en: "the symbolic link leads to a folder, and a work has one place only",
        ar: "الرابط الرمزي يؤدي إلى مجلد، وللعمل موضع واحد فقط"),
      fix: Wording(
        en: "delete the link; name the work under ‘related’ where it is meant",
        ar: "احذف الرابط، واذكر العمل في «related» حيث تقصده"))
  }

  static func brokenLink(_ path: String) -> Diagnostic {
    Diagnostic(
      "broken-link", at: SourceLocation(path: path),
      Wording(en: "the symbolic link leads nowhere", ar: "الرابط الرمزي لا يؤدي إلى شيء"),
      fix: Wording(en: "delete the link or mend its target", ar: "احذف الرابط أو صحّح هدفه"))
  }

  static func notAFile(_ path: String) -> Diagnostic {
    Diagnostic(
      "not-a-file", at: SourceLocation(path: path),
      Wording(
        en: "this is neither a file nor a folder", ar: "هذا ليس ملفًّا ولا مجلدًا"),
      fix: Wording(en: "remove it from the content", ar: "أزله من المحتوى"))
  }

  static func nameNotUTF8(_ path: String) -> Diagnostic {
    Diagnostic(
      "name-not-utf8", at: SourceLocation(path: path),
      Wording(en: "the file's name is not UTF-8", ar: "اسم الملف ليس بترميز UTF-8"),
      fix: Wording(
        en: "rename it in Latin letters, digits and hyphens",
        ar: "غيّر اسمه إلى حروف لاتينية وأرقام وشرطات"))
  }

  static func svgRefused(_ path: String) -> Diagnostic {
    Diagnostic(
      "svg-refused", at: SourceLocation(path: path),
      Wording(
        en: "SVG files are not published, since they can carry script",
        ar: "لا تُنشر ملفات SVG لأنها قد تحمل نصوصًا برمجية"),
      fix: Wording(
        en: "export the picture as PNG or WebP", ar: "صدّر الصورة بصيغة PNG أو WebP"))
  }

  static func assetTypeRefused(_ path: String) -> Diagnostic {
    Diagnostic(
      "asset-type-refused", at: SourceLocation(path: path),
      Wording(
        en: "files of this type are not published", ar: "لا تُنشر الملفات من هذا النوع"),
      fix: Wording(
        en: "publish it as a picture, PDF, CSV, office document, sound, film or ZIP file, or begin "
          + "its name with ‘_’ to have it ignored",
        ar: "انشره صورةً أو PDF أو CSV أو مستندًا مكتبيًّا أو صوتًا أو مرئيًّا أو ملف ZIP، "
          + "أو ابدأ اسمه بالعلامة «_» ليُهمَل"))
  }

  static func notAPicture(_ path: String) -> Diagnostic {
    Diagnostic(
      "not-a-picture", .warning, at: SourceLocation(path: path),
      Wording(
        en: "only pictures of authors are published from here, so this file is not",
        ar: "لا يُنشر من هنا إلا صور المؤلفين، فلن يُنشر هذا الملف"),
      fix: Wording(
        en: "move it into the folder of the work that uses it",
        ar: "انقله إلى مجلد العمل الذي يستعمله"))
  }
}
