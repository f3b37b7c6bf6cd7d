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
    let names = files.map { String($0.split(separator: "/").last ?? "") }
    return Wording(
      en: "that folder has these texts: " + names.joined(separator: ", "),
      ar: "نصوص ذلك المجلد هي: " + names.joined(separator: "، "))
  }

  /// - Parameters:
  ///   - near: folders of works whose names are like that of the link's target.
  ///   - folder: the folder of the work that has the link.
  static func nearestFolder(_ near: [String], from folder: String) -> Wording {
    didYouMean(near.filter { $0 != folder }.map { relativePath(from: folder, to: $0) })
      ?? Wording(
        en: "give the work's folder relative to this file, such as ‘../iraq-families/’",
        ar: "اكتب مسار مجلد العمل نسبةً إلى هذا الملف، مثل ../iraq-families/")
  }

  /// The way from one folder to another as a link writes it: `../../2023/iraq-families/`.
  private static func relativePath(from folder: String, to other: String) -> String {
    let start = folder.split(separator: "/")
    let end = other.split(separator: "/")
    let shared = zip(start, end).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: start.count - shared)
    return (steps + end.dropFirst(shared).map(String.init)).map { $0 + "/" }.joined()
  }

  static func linkToHeld(_ path: String, _ reason: Publication.Reason?) -> Wording {
    switch reason {
    case .unpublished(let status):
      Wording(
        en: "‘\(path)’ is not published: its status is ‘\(status.rawValue)’",
        ar: "«\(path)» غير منشور: حالته «\(status.rawValue)»")
    case .scheduled(let date):
      Wording(
        en: "‘\(path)’ is not published until \(date.isoDate)",
        ar: "«\(path)» لن يُنشر قبل \(date.isoDate)")
    case .expired(let date):
      Wording(
        en: "‘\(path)’ expired on \(date.isoDate)",
        ar: "انتهت مدة «\(path)» في \(date.isoDate)")
    case nil:
      Wording(en: "‘\(path)’ is not published", ar: "«\(path)» غير منشور")
    }
  }

  static let publishFirst = Wording(
    en: "publish that work first, or take the link out",
    ar: "انشر ذلك العمل أولًا أو احذف الرابط")

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

  static func nearestFile(to path: String, among files: [String]) -> Wording {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return didYouMean(name, among: files)
      ?? Wording(
        en: files.isEmpty
          ? "put the image into the work's folder"
          : "the work has these files: " + files.joined(separator: ", "),
        ar: files.isEmpty
          ? "ضع الصورة في مجلد العمل"
          : "ملفات هذا العمل هي: " + files.joined(separator: "، "))
  }
}

extension Diagnostic {
  static func unknownAnchor(
    _ fragment: String, at location: SourceLocation, anchors: [String]
  ) -> Diagnostic {
    Diagnostic(
      "unknown-anchor", at: location,
      Wording(
        en: "no heading has the anchor ‘#\(fragment)’",
        ar: "لا يوجد عنوان بالمرساة «#\(fragment)»"),
      fix: .didYouMean(fragment, among: anchors)
        ?? (anchors.isEmpty
          ? Wording(
            en: "that text has no headings: link to it without ‘#’",
            ar: "لا عناوين في ذلك النص: اربط به دون #")
          : Wording(
            en: "its headings are: " + anchors.map { "#" + $0 }.joined(separator: ", "),
            ar: "عناوينه هي: " + anchors.map { "#" + $0 }.joined(separator: "، "))))
  }

  static func unknownPage(
    _ path: String, at location: SourceLocation, pages: NearMiss
  ) -> Diagnostic {
    Diagnostic(
      "unknown-page", at: location,
      Wording(en: "the site has no page ‘\(path)’", ar: "لا توجد في الموقع صفحة «\(path)»"),
      fix: .didYouMean(pages.suggestions(for: path))
        ?? Wording(
          en:
            "link to works by their folder, such as ‘../iraq-families/’, so that the link is checked and follows the reader's language",
          ar:
            "اربط بالأعمال عبر مجلداتها، مثل ../iraq-families/، ليُتحقق من الرابط ويتبع لغة القارئ")
    )
  }

  static func menuLeadsNowhere(
    _ path: String, at location: SourceLocation, pages: NearMiss
  ) -> Diagnostic {
    Diagnostic(
      "unknown-page", at: location,
      Wording(
        en: "a menu leads to ‘\(path)’, and the site has no such page",
        ar: "تؤدي إحدى القوائم إلى «\(path)»، ولا توجد في الموقع صفحة كهذه"),
      fix: .didYouMean(pages.suggestions(for: path))
        ?? Wording(
          en: "write the address of a page in the site's first language, such as /about/",
          ar: "اكتب عنوان صفحة بلغة الموقع الأولى، مثل /about/"))
  }

  static func blockNotDrawn(_ kind: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "block-not-drawn", .warning, at: location,
      Wording(
        en: "blocks of the kind ‘\(kind)’ are not drawn yet: readers will see this one as code",
        ar: "لا تُرسم الكتل من نوع «\(kind)» بعد، فسيراها القراء نصًّا برمجيًّا"),
      fix: Wording(
        en: "say the same in a table or a picture for now",
        ar: "اعرض محتواها في جدول أو صورة في الوقت الحاضر"))
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

  static func held(_ edition: Edition, _ reason: Publication.Reason) -> Diagnostic {
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
      Wording(en: english, ar: arabic))
  }
}
