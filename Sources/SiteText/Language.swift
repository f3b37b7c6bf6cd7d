/// One of the languages of a site, as `site.yaml` sets it up.
public struct Language: Sendable, Hashable {
  /// Which month names Arabic dates use.
  public enum Months: String, Sendable, CaseIterable {
    /// As CLDR has them for the locale.
    case locale
    /// كانون الثاني، شباط … as in Iraq and the Levant.
    case levant
    /// يناير، فبراير … as in Egypt and the Gulf.
    case gulf
    /// Both, the Levant name first: أيار/مايو.
    case dual
  }

  /// Which digits the generator writes. Digits in an editor's text are never changed.
  public enum Digits: String, Sendable, CaseIterable {
    /// 0123456789
    case latin = "latn"
    /// ٠١٢٣٤٥٦٧٨٩
    case arabic = "arab"
  }

  /// Its BCP 47 tag.
  public let code: LanguageCode
  /// The language's own name for itself: العربية, English.
  public let name: String
  /// The CLDR locale that formats dates and numbers: `ar-IQ`.
  public let locale: String
  /// Where the language's pages start, with a slash at both ends: `/`, `/en/`.
  public let path: String
  /// Which names of months dates use.
  public let months: Months
  /// Which digits numbers and dates use.
  public let digits: Digits
  /// Whether the Umm al-Qura date is shown beside the Gregorian one.
  public let showsHijriDate: Bool

  /// A language with CLDR's names of months for its locale and the digits 0–9, unless stated.
  public init(
    code: LanguageCode, name: String, locale: String, path: String, months: Months = .locale,
    digits: Digits = .latin, showsHijriDate: Bool = false
  ) {
    self.code = code
    self.name = name
    self.locale = locale
    self.path = path
    self.months = months
    self.digits = digits
    self.showsHijriDate = showsHijriDate
  }

  /// Which way its script runs.
  public var direction: Direction { code.direction }
}
