import SiteDiagnostics
import SiteModel
import SiteText

extension Diagnostic {
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
