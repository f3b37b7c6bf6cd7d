import SiteDiagnostics
import SiteModel
import SiteText

extension Wording {
  static func linkLeavesContent(_ destination: String) -> Wording {
    Wording(
      en: "the link ‘\(destination)’ leads out of the content folder",
      ar: "الرابط «\(destination)» يخرج من مجلد المحتوى")
  }

  static let stayInContent = Wording(
    en: "link to a folder or a file below ‘content/’",
    ar: "اربط بمجلد أو ملف داخل content/")

  static func linkNotFound(_ path: String) -> Wording {
    Wording(
      en: "no work and no file is at ‘\(path)’", ar: "لا يوجد عمل ولا ملف في «\(path)»")
  }

  /// - Parameter files: the paths of the language files of a work.
  static func languageFiles(_ files: [String]) -> Wording {
    let names = list(files.map { String($0.split(separator: "/").last ?? "") })
    return Wording(
      en: "that folder has these texts: \(names.english)",
      ar: "نصوص ذلك المجلد هي: \(names.arabic)")
  }

  /// - Parameters:
  ///   - near: folders of works whose names are like that of the link's target.
  ///   - folder: the folder of the work that has the link.
  static func nearestFolder(_ near: [String], from folder: String) -> Wording {
    didYouMean(
      near.filter { $0 != folder }.map { Destination.relativePath(from: folder, to: $0) })
      ?? Wording(
        en: "give the work's folder relative to this file, such as ‘../iraq-families/’",
        ar: "اكتب مسار مجلد العمل نسبةً إلى هذا الملف، مثل ../iraq-families/")
  }

  static func writeScheme(before address: String) -> Wording {
    Wording(en: "write https://\(address)", ar: "اكتب https://\(address)")
  }

  static func writeMailScheme(before address: String) -> Wording {
    Wording(en: "write mailto:\(address)", ar: "اكتب mailto:\(address)")
  }

  static func linkToUnpublished(_ path: String, _ status: WorkStatus) -> Wording {
    Wording(
      en: "‘\(path)’ is not published: its status is ‘\(status.rawValue)’",
      ar: "«\(path)» غير منشور: حالته «\(status.rawValue)»")
  }

  static func linkToScheduled(_ path: String, _ date: Timestamp) -> Wording {
    Wording(
      en: "‘\(path)’ is not published until \(date.isoDate), so this is not a link yet",
      ar: "«\(path)» لن يُنشر قبل \(date.isoDate)، فليس هذا رابطًا بعد")
  }

  static let leaveLink = Wording(
    en: "leave it: the link appears with that work",
    ar: "اتركه، فالرابط يظهر مع ذلك العمل")

  static func linkToExpired(_ path: String, _ date: Timestamp) -> Wording {
    Wording(
      en: "‘\(path)’ expired on \(date.isoDate), so this is no longer a link",
      ar: "انتهت مدة «\(path)» في \(date.isoDate)، فلم يعد هذا رابطًا")
  }

  static let removeLink = Wording(
    en: "take the link out, or give that work a later ‘expires’",
    ar: "احذف الرابط، أو أخّر «expires» في ذلك العمل")

  static let publishFirst = Wording(
    en: "publish that work first, or take the link out",
    ar: "انشر ذلك العمل أولًا أو احذف الرابط")

  static let leaveUnlessOver = Wording(
    en: "leave it where such a work is to appear, else take it out",
    ar: "اتركه إن كان عمل من ذلك سيظهر، وإلا فاحذفه")

  static let publishOrCopy = Wording(
    en: "publish that work first, or copy the picture into the folder of this one",
    ar: "انشر ذلك العمل أولًا، أو انسخ الصورة إلى مجلد هذا العمل")

  static func remoteImage(_ destination: String) -> Wording {
    Wording(
      en: "the image ‘\(destination)’ is not a file of the work",
      ar: "الصورة «\(destination)» ليست ملفًا من ملفات العمل")
  }

  static let copyImage = Wording(
    en: "copy the image into the work's folder and give its name",
    ar: "انسخ الصورة إلى مجلد العمل واكتب اسمها")

  static func imageNotFound(_ path: String) -> Wording {
    Wording(en: "no image is at ‘\(path)’", ar: "لا توجد صورة في «\(path)»")
  }

  static func dataFileNotFound(_ name: String) -> Wording {
    Wording(en: "the work has no file ‘\(name)’", ar: "لا ملف للعمل باسم «\(name)»")
  }

  static let putDataBeside = Wording(
    en: "put the table beside the text as a CSV file",
    ar: "ضع الجدول إلى جانب النص في ملف CSV")

  static func notData(_ name: String) -> Wording {
    Wording(
      en: "charts are not drawn from files such as ‘\(name)’",
      ar: "لا تُرسم المخططات من ملفات مثل «\(name)»")
  }

  static let saveAsCSV = Wording(
    en: "save the table as CSV in UTF-8", ar: "احفظ الجدول بصيغة CSV وترميز UTF-8")

  static func nearestDataFile(to name: String, among files: [String]) -> Wording {
    if let near = didYouMean(name, among: files) { return near }
    guard !files.isEmpty else { return putDataBeside }
    let names = list(files, limit: longestList)
    return Wording(
      en: "the work has these files: \(names.english)",
      ar: "ملفات هذا العمل هي: \(names.arabic)")
  }

  /// Names that a message shows at most.
  static let longestList = 8

  static func nearestFile(to path: String, among files: [String], isImage: Bool) -> Wording {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let near = didYouMean(name, among: files) { return near }
    guard !files.isEmpty else {
      return isImage
        ? Wording(en: "put the image into the work's folder", ar: "ضع الصورة في مجلد العمل")
        : Wording(en: "put the file into the work's folder", ar: "ضع الملف في مجلد العمل")
    }
    let names = list(files, limit: longestList)
    return Wording(
      en: "the work has these files: \(names.english)",
      ar: "ملفات هذا العمل هي: \(names.arabic)")
  }
}

extension Diagnostic {
  /// - Parameter file: the text that the link names, as it names it; its are the anchors.
  static func unknownAnchor(
    _ fragment: String, at location: SourceLocation, anchors: [String], file: String?
  ) -> Diagnostic {
    let list = Wording.list(anchors.map { "#" + $0 }, limit: Wording.longestList)
    let headings =
      file.map {
        Wording(
          en: "the headings of \($0) are: \(list.english)", ar: "عناوين \($0) هي: \(list.arabic)")
      } ?? Wording(en: "its headings are: \(list.english)", ar: "عناوينه هي: \(list.arabic)")
    return Diagnostic(
      "unknown-anchor", at: location,
      Wording(
        en: "no heading has the anchor ‘#\(fragment)’",
        ar: "لا يوجد عنوان بالمرساة «#\(fragment)»"),
      fix: .didYouMean(fragment, among: anchors)
        ?? (anchors.isEmpty
          ? Wording(
            en: "that text has no headings: link to it without ‘#’",
            ar: "لا عناوين في ذلك النص: اربط به دون #")
          : headings))
  }

  static func unknownPage(
    _ path: String, _ severity: Severity, at location: SourceLocation, near: [String]
  ) -> Diagnostic {
    Diagnostic(
      "unknown-page", severity, at: location,
      Wording(en: "the site has no page ‘\(path)’", ar: "لا توجد في الموقع صفحة «\(path)»"),
      fix: .didYouMean(near)
        ?? Wording(
          en: "link to works by their folder, such as ‘../iraq-families/’, so that the link is "
            + "checked and follows the reader's language",
          ar: "اربط بالأعمال عبر مجلداتها، مثل ../iraq-families/، ليُتحقق من الرابط ويتبع لغة القارئ"
        )
    )
  }

  static func otherLanguage(
    _ path: String, _ language: LanguageCode, better: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "other-language", .warning, at: location,
      Wording(
        en: "‘\(path)’ is a page in another language than this text: ‘\(language.tag)’",
        ar: "«\(path)» صفحة بغير لغة هذا النص: «\(language.tag)»"),
      fix: Wording(
        en: "write \(better), which leads to the reader's language",
        ar: "اكتب \(better) ليصل القارئ إلى لغته"))
  }

  /// - Parameter better: how the page is named from within the site, where that is better.
  static func ownAddress(better: String?, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "own-address", .note, at: location,
      Wording(
        en: "the link leads to this site by its address on the web, which may change",
        ar: "يشير الرابط إلى هذا الموقع بعنوانه على الشبكة، وقد يتغيّر العنوان"),
      fix: better.map { Wording(en: "write \($0)", ar: "اكتب \($0)") })
  }

  static func menuLeadsNowhere(
    _ path: String, at location: SourceLocation, near: [String]
  ) -> Diagnostic {
    Diagnostic(
      "unknown-page", at: location,
      Wording(
        en: "a menu leads to ‘\(path)’, and the site has no such page",
        ar: "تؤدي إحدى القوائم إلى «\(path)»، ولا توجد في الموقع صفحة كهذه"),
      fix: .didYouMean(near)
        ?? Wording(
          en: "write the address of a page in the site's first language, such as /about/",
          ar: "اكتب عنوان صفحة بلغة الموقع الأولى، مثل /about/"))
  }

  /// An entry of a menu whose page is held back. What only the clock holds back is left out.
  static func menuLeads(
    to path: String, heldBackFor reason: Publication.Reason, at location: SourceLocation
  ) -> Diagnostic {
    switch reason {
    case .unpublished(let status):
      Diagnostic(
        "unresolved-link", at: location, .linkToUnpublished(path, status), fix: .publishFirst)
    case .scheduled(let date):
      Diagnostic(
        "unavailable-link", .warning, at: location,
        Wording(
          en: "‘\(path)’ is not published until \(date.isoDate), so the menu leaves it out",
          ar: "«\(path)» لن يُنشر قبل \(date.isoDate)، فلا يظهر في القائمة بعد"),
        fix: .leaveLink)
    case .expired(let date):
      Diagnostic(
        "unavailable-link", .warning, at: location,
        Wording(
          en: "‘\(path)’ expired on \(date.isoDate), so the menu leaves it out",
          ar: "انتهت مدة «\(path)» في \(date.isoDate)، فلم يعد يظهر في القائمة"),
        fix: .removeLink)
    }
  }

  /// An entry of a menu for a term whose works the clock holds back, all of them.
  static func menuLeads(toTermWithoutWorks path: String, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unavailable-link", .warning, at: location,
      Wording(
        en: "no work of ‘\(path)’ is published on this day, so the menu leaves it out",
        ar: "لا عمل من «\(path)» منشور في هذا اليوم، فلا يظهر في القائمة"),
      fix: .leaveUnlessOver)
  }

  /// A link by address to a term whose works the clock holds back, all of them.
  static func linkLeads(toTermWithoutWorks path: String, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unavailable-link", .warning, at: location,
      Wording(
        en: "no work of ‘\(path)’ is published on this day, so the link leads to no page",
        ar: "لا عمل من «\(path)» منشور في هذا اليوم، فلا يؤدي الرابط إلى صفحة"),
      fix: .leaveUnlessOver)
  }

  static func staleTranslation(
    of original: String, hash: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "stale-translation", .warning, at: location,
      Wording(
        en: "the original, \(original), has changed since it was translated",
        ar: "تغيّر الأصل \(original) بعد ترجمته"),
      fix: Wording(
        en: "bring the translation up to date, then write source_hash: \(hash)",
        ar: "حدّث الترجمة ثم اكتب source_hash: \(hash)"))
  }

  static func missingSourceHash(
    of original: String, hash: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "missing-source-hash", .warning, at: location,
      Wording(
        en: "the hash of the original, \(original), is not filled in yet",
        ar: "لم تُكتب بعد بصمة الأصل \(original)"),
      fix: Wording(en: "write source_hash: \(hash)", ar: "اكتب source_hash: \(hash)"))
  }

  static func unusedFile(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "unused-file", .warning, at: location,
      Wording(
        en: "no published text names this file, so it is not published either",
        ar: "لا يذكر هذا الملفَّ نصٌّ منشور، فلن يُنشر هو أيضًا"),
      fix: Wording(
        en: "link to it from a text, move it out of the folder, or begin its name with ‘_’",
        ar: "اربط به من نص، أو أخرجه من المجلد، أو ابدأ اسمه بالعلامة «_»"))
  }

  static func nothingToSearch(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "nothing-to-search", .warning, at: location,
      Wording(
        en: "this text has no words: readers cannot find it by searching",
        ar: "ليس في هذا النص كلمات، فلن يجده القراء بالبحث"),
      fix: Wording(en: "give it a title in words", ar: "اكتب له عنوانًا بالكلمات"))
  }

  static func sharedTagAddress(
    _ tag: String, _ other: String, path: String, at location: SourceLocation,
    other place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "shared-tag-address", at: location,
      Wording(
        en: "the tags ‘\(other)’ and ‘\(tag)’ would share the address \(path)",
        ar: "سيكون للوسمين «\(other)» و«\(tag)» عنوان واحد: \(path)"),
      fix: Wording(
        en: "give one of them a ‘slug’ in content/tags.yaml, as "
          + "cpp: {name: {ar: C++, en: C++}, slug: {ar: cpp, en: cpp}}",
        ar: "أعطِ أحدهما «slug» في content/tags.yaml، مثل "
          + "cpp: {name: {ar: C++, en: C++}, slug: {ar: cpp, en: cpp}}"),
      notes: [
        Note(
          at: place,
          Wording(en: "‘\(other)’ is named here", ar: "ورد «\(other)» هنا"))
      ])
  }

  static func farDate(_ date: Timestamp, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "far-date", .warning, at: location,
      Wording(
        en:
          "this date, \(date.isoDate), is more than a year after those of all other works, and as "
          + "the newest it counts as now",
        ar: "هذا التاريخ، \(date.isoDate)، بعد تواريخ الأعمال الأخرى كلها بأكثر من سنة، وهو الأحدث "
          + "فيُحسب اليومَ الحاضر"),
      fix: Wording(
        en: "correct the year if it is mistyped; otherwise build with --clock and today's date",
        ar: "صحّح السنة إن كُتبت خطأً؛ وإلا فابنِ الموقع بالخيار --clock وتاريخ اليوم"))
  }

  /// - Parameters:
  ///   - clock: what counts as now, where a work states it.
  ///   - place: where that work does.
  static func held(
    _ edition: Edition, _ reason: Publication.Reason, clock: Timestamp? = nil,
    from place: SourceLocation? = nil
  ) -> Diagnostic {
    let (english, arabic) =
      switch reason {
      case .unpublished(let status):
        (
          "not published: its status is ‘\(status.rawValue)’",
          "غير منشور: حالته «\(status.rawValue)»"
        )
      case .scheduled(let date):
        ("not published until \(date.isoDate)", "لن يُنشر قبل \(date.isoDate)")
      case .expired(let date):
        (
          "no longer published: it expired on \(date.isoDate)",
          "لم يعد منشورًا: انتهت مدته في \(date.isoDate)"
        )
      }
    return Diagnostic(
      "not-published", .note, at: SourceLocation(path: edition.path),
      Wording(en: english, ar: arabic), notes: clockNote(clock, from: place))
  }

  private static func clockNote(_ clock: Timestamp?, from place: SourceLocation?) -> [Note] {
    guard let clock, let place else { return [] }
    return [
      Note(
        at: place,
        Wording(
          en: "the newest date of the content, \(clock.isoDate), counts as now",
          ar: "أحدث تاريخ في المحتوى، \(clock.isoDate)، يُحسب اليومَ الحاضر"))
    ]
  }
}
