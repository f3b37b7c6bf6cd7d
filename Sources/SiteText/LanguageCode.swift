/// A language tag of BCP 47, such as `ar` or `en-GB`.
public struct LanguageCode: Sendable, Hashable {
  /// A BCP 47 tag: `ar`, `en-GB`.
  public let tag: String
  /// The direction in which the language is written.
  public let direction: Direction

  /// - Parameter tag: of BCP 47; its direction is that of the script it names, else of the
  ///   language's likely one.
  public init(_ tag: String) {
    self.tag = tag
    direction = Self.direction(of: tag)
  }

  /// `ar`
  public static let arabic = LanguageCode("ar")
  /// `en`
  public static let english = LanguageCode("en")

  /// The language without script and region, in lower case: `ar` of `ar-IQ`.
  public var base: String {
    tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }

  private static func direction(of tag: String) -> Direction {
    if tag == "ar" { return .rightToLeft }
    if tag == "en" { return .leftToRight }
    let parts = tag.lowercased().split(separator: "-")
    if parts.dropFirst().contains(where: { rightToLeftScripts.contains($0) }) {
      return .rightToLeft
    }
    if parts.dropFirst().contains("latn") { return .leftToRight }
    return rightToLeftLanguages.contains(parts.first ?? "") ? .rightToLeft : .leftToRight
  }
}

extension LanguageCode: Comparable {
  /// By their tags.
  public static func < (first: Self, second: Self) -> Bool { first.tag < second.tag }
}

/// The direction of a run, a page or a part of one.
public enum Direction: String, Sendable, Hashable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"
}

/// Languages whose likely script is written right to left (CLDR 44, likelySubtags.xml).
private let rightToLeftLanguages: Set<Substring> = [
  "ar", "arc", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "khw", "ks",
  "lrc", "mzn", "nqo", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
]

private let rightToLeftScripts: Set<Substring> = [
  "arab", "aran", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg",
]
