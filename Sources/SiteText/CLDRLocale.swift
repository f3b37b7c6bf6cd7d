import Foundation

/// A CLDR locale that Foundation has data for.
struct CLDRLocale {
  /// Without extensions, with hyphens: `ar-IQ`.
  let identifier: String

  /// The locale of that name, or the nearest above it (`ar` for `ar-XX`), or nil.
  ///
  /// ICU must never be asked for a locale that it does not have: making an Islamic calendar for
  /// one reads a null pointer (ICU 76).
  init?(_ identifier: String) {
    if Locale.availableIdentifiers.contains(identifier.replacing("-", with: "_")) {
      self.identifier = Self.canonical(identifier)
      return
    }
    let known = Set(Self.known)
    var subtags = Self.canonical(identifier).split(separator: "-")
    while !subtags.isEmpty, !known.contains(subtags.joined(separator: "-")) {
      subtags.removeLast()
    }
    guard !subtags.isEmpty else { return nil }
    self.identifier = subtags.joined(separator: "-")
  }

  /// The locale that writes a language's dates and numbers: its own, the one of its code, or
  /// English where CLDR has neither.
  init(for language: Language) {
    self =
      CLDRLocale(language.locale) ?? CLDRLocale(language.code.tag)
      ?? CLDRLocale(knownAs: "en")
  }

  init(knownAs identifier: String) {
    self.identifier = identifier
  }

  /// Every locale that Foundation has data for.
  static var known: [String] { Locale.availableIdentifiers.map(canonical) }

  private static func canonical(_ identifier: String) -> String {
    let withoutExtension = identifier.firstRange(of: "-u-").map { identifier[..<$0.lowerBound] }
    let subtags = (withoutExtension ?? identifier[...]).split { $0 == "-" || $0 == "_" }
    return subtags.enumerated().map { index, subtag in
      if index == 0 { return subtag.lowercased() }
      return subtag.count == 4 ? subtag.capitalized : subtag.uppercased()
    }.joined(separator: "-")
  }

  /// With the Gregorian calendar and the given numbering system (`latn`, `arab`, `arabext`).
  func foundation(digits: String) -> Locale {
    Locale(identifier: "\(identifier)-u-ca-gregory-nu-\(digits)")
  }

  /// As CLDR has it by default.
  var foundation: Locale { Locale(identifier: identifier) }
}

extension Language {
  /// The locales that CLDR has, as Foundation carries it, for suggestions.
  public static var knownLocales: [String] { CLDRLocale.known }

  /// Whether CLDR, as Foundation carries it, has the locale.
  public static func isKnown(locale: String) -> Bool {
    CLDRLocale(locale)?.identifier.count == locale.count
  }
}
