import SiteDiagnostics
import SiteFiles

extension Diagnostic {
  static let noCardFonts = Diagnostic(
    "no-card-fonts", .warning, at: SourceLocation(path: "templates/assets/fonts"),
    Wording(
      en: "there are no social cards, since the theme has no fonts to draw them with",
      ar: "لا توجد بطاقات مشاركة، إذ ليس في القالب خطوط تُرسم بها"),
    fix: Wording(
      en: "put WOFF2, TrueType or OpenType fonts there, or take ‘social_cards’ out of "
        + "‘content/site.yaml’",
      ar: "ضع فيه خطوط WOFF2 أو TrueType أو OpenType، أو احذف social_cards من content/site.yaml"))

  static func cardFontUnreadable(_ place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "card-font-unreadable", .warning, at: place,
      Wording(
        en: "there are no social cards, since this file is no font",
        ar: "لا توجد بطاقات مشاركة، إذ ليس هذا الملف خطًا"),
      fix: Wording(
        en: "put a WOFF2, TrueType or OpenType font in its place, or remove it",
        ar: "ضع مكانه خط WOFF2 أو TrueType أو OpenType، أو احذفه"))
  }

  /// - Parameter letters: each once.
  static func lettersMissingOnCard(
    _ letters: [Unicode.Scalar], at place: SourceLocation
  ) -> Diagnostic {
    let names = letters.prefix(8).map { "\($0) (\($0.codePoint))" }.joined(separator: ", ")
    return Diagnostic(
      "letters-missing-on-card", .warning, at: place,
      Wording(
        en: "there is no social card for this work, since the theme's fonts lack letters of its "
          + "title, its authors or its topic: \(names)",
        ar: "لا بطاقة مشاركة لهذا العمل، إذ تنقص خطوطَ القالب حروفٌ من عنوانه أو أسماء مؤلفيه أو "
          + "موضوعه: \(names)"),
      fix: Wording(
        en: "write it with other letters, or add a font that has them to "
          + "‘templates/assets/fonts’",
        ar: "اكتبه بحروف أخرى، أو أضف خطًا فيه هذه الحروف إلى templates/assets/fonts"))
  }

  static func cardsNotKept(_ failure: EnvironmentFailure) -> Diagnostic {
    Diagnostic(
      "cards-not-kept", .warning, at: SourceLocation(path: BuildCache.folder.text),
      Wording(
        en: "there are no social cards, since they cannot be kept: " + failure.message.english,
        ar: "لا توجد بطاقات مشاركة، إذ لا يمكن حفظها: " + failure.message.arabic),
      fix: failure.fix)
  }
}
