import Foundation

/// Names for addresses: of works in their URLs, of headings in a page.
public enum Slug {
  /// Which letters the addresses of a site use.
  public enum Policy: String, Sendable, CaseIterable {
    /// Letters and digits of any script: `العراق-والأمن`.
    case unicode
    /// `a`–`z`, `0`–`9` and hyphens; Arabic is transliterated (`Transliteration`).
    case latin
  }

  /// What keeps a text from being a slug.
  public enum Problem: Sendable, Hashable {
    case empty
    /// The length in bytes of UTF-8; `Slug.longest` is the limit.
    case tooLong(Int)
    /// A character that the policy does not allow: punctuation, a space, harakat, tatweel.
    case character(Unicode.Scalar)
    case upperCase
    /// Not in Unicode's normal form C: two spellings would look the same.
    case notNormalized
    /// A hyphen at the start, at the end or after another.
    case hyphen
  }

  /// The longest slug in bytes of UTF-8: file systems allow names of 255, and some of them are
  /// needed for what follows it.
  public static let longest = 200

  /// A slug for a title; nil when no character of it may stand in one.
  ///
  /// NFC, lower case; harakat, tatweel and apostrophes dropped; runs of all that is neither letter
  /// nor digit made one hyphen; cut at a hyphen where it would be longer than `longest`.
  public static func make(from title: String, policy: Policy) -> String? {
    let text = policy == .latin ? Transliteration.latin(title) : title
    let slug = shortened(hyphenated(text))
    return slug.isEmpty ? nil : slug
  }

  /// The id of a heading: as a Unicode slug of any length; `section` where nothing is left.
  public static func anchor(for heading: String) -> String {
    let anchor = hyphenated(heading)
    return anchor.isEmpty ? "section" : anchor
  }

  /// Whether a text is a slug under a policy.
  public static func isValid(_ slug: String, policy: Policy) -> Bool {
    problems(in: slug, policy: policy).isEmpty
  }

  /// All that keeps a text from being a slug, each said once.
  public static func problems(in slug: String, policy: Policy) -> [Problem] {
    if slug.isEmpty { return [.empty] }
    var problems: [Problem] = []
    for scalar in slug.unicodeScalars where scalar != "-" && !isAllowed(scalar, policy) {
      let isLetterCase = scalar.properties.changesWhenLowercased
      let problem: Problem =
        isLetterCase && (policy == .unicode || scalar.isASCII) ? .upperCase : .character(scalar)
      if !problems.contains(problem) { problems.append(problem) }
    }
    if slug.hasPrefix("-") || slug.hasSuffix("-") || slug.contains("--") {
      problems.append(.hyphen)
    }
    let normal = slug.precomposedStringWithCanonicalMapping
    if !normal.utf8.elementsEqual(slug.utf8) { problems.append(.notNormalized) }
    if slug.utf8.count > longest { problems.append(.tooLong(slug.utf8.count)) }
    return problems
  }

  private static func isAllowed(_ scalar: Unicode.Scalar, _ policy: Policy) -> Bool {
    switch policy {
    case .latin: "a"..."z" ~= scalar || "0"..."9" ~= scalar
    case .unicode:
      isWordCharacter(scalar) && !FoldTable.isRemoved(scalar)
        && !scalar.properties.changesWhenLowercased
    }
  }

  private static func hyphenated(_ text: String) -> String {
    var text = text
    if let plain = text.withUTF8({ PlainSlug.make(from: $0) }) { return plain }
    var slug = String.UnicodeScalarView()
    var isHyphenDue = false
    for scalar in text.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars {
      if FoldTable.isRemoved(scalar) || scalar == "'" || scalar == "\u{2019}" { continue }
      guard isWordCharacter(scalar) else {
        isHyphenDue = !slug.isEmpty
        continue
      }
      if isHyphenDue { slug.append("-") }
      isHyphenDue = false
      slug.append(scalar)
    }
    // What was dropped may have kept a letter and a mark apart.
    return String(slug).precomposedStringWithCanonicalMapping
  }

  static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }

  private static func shortened(_ slug: String) -> String {
    guard slug.utf8.count > longest else { return slug }
    var kept = slug[...]
    while kept.utf8.count > longest {
      if let hyphen = kept.lastIndex(of: "-") {
        kept = kept[..<hyphen]
      } else {
        kept = kept.dropLast()
      }
    }
    return String(kept)
  }
}
