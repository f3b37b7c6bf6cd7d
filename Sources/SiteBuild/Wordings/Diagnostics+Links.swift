import SiteDiagnostics
import SiteModel
import SiteText

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
}
