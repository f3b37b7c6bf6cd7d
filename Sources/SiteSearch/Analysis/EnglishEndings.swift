/// The tables of the Porter2 stemmer, Snowball 3.1. Of endings that a word may have at once, the
/// longest comes first.
enum EnglishEndings {
  /// An ending, and what is put in its place.
  struct Replacement: Sendable {
    let ending: Letters
    let put: Letters
  }

  /// Words with a stem of their own.
  static let whole = Dictionary(
    uniqueKeysWithValues: replacements(
      """
      skis>ski skies>sky idly>idl gently>gentl ugly>ugli early>earli only>onli singly>singl \
      sky>sky news>news howe>howe atlas>atlas cosmos>cosmos bias>bias andes>andes
      """
    ).map { ($0.ending, $0.put) })
  /// Beginnings that the first region follows.
  static let prefixes = [Letters](
    list: "arsen commun emerg gener inter later organ past univers")
  static let possessive = [Letters](list: "'s' 's '")
  /// The last of them goes, but not of `ss` and `us`.
  static let plural = [Letters](list: "sses ied ies ss us s")
  static let sses = Letters("sses".utf8)
  static let ied = Letters("ied".utf8)
  static let ies = Letters("ies".utf8)
  static let s = Letters("s".utf8)
  static let eed = [Letters](list: "eedly eed")
  static let beforeEed = [Letters](list: "succ proc exc")
  static let tense = [Letters](list: "ingly edly ing ed")
  static let ing = Letters("ing".utf8)
  static let beforeIng = [Letters](list: "even cann inn earr herr out")
  static let losingE = [Letters](list: "at bl iz")
  static let keepingDouble = Array("aeo".utf8)
  static let past = Letters("past".utf8)
  static let ll = Letters("ll".utf8)
  static let ogi = Letters("ogi".utf8)
  static let li = Letters("li".utf8)
  static let beforeLi = Array("cdeghkmnrt".utf8)
  static let derivations = replacements(
    """
    anci>ance enci>ence bli>ble abli>able alli>al fulli>ful lessli>less ousli>ous entli>ent \
    aliti>al biliti>ble iviti>ive tional>tion ational>ate alism>al ation>ate ization>ize \
    izer>ize ator>ate iveness>ive fulness>ful ousness>ous ogist>og ogi>og li>
    """)
  static let ative = Letters("ative".utf8)
  static let adjectives = replacements(
    "icate>ic alize>al iciti>ic ical>ic tional>tion ational>ate ful> ness> ative>")
  static let ion = Letters("ion".utf8)
  static let suffixes = [Letters](
    list: "ement ment ance ence able ible ic ate ive ize iti al ism ion er ous ant ent")

  private static func replacements(_ text: String) -> [Replacement] {
    text.split(separator: " ").map { pair in
      let parts = pair.split(separator: ">", omittingEmptySubsequences: false)
      return Replacement(ending: Letters(parts[0].utf8), put: Letters(parts[1].utf8))
    }.sorted { $0.ending.count > $1.ending.count }
  }
}
