/// The tables of the Porter2 stemmer, Snowball 3.1.
enum EnglishEndings {
  /// Words with a stem of their own.
  static let whole = table(
    """
    skis>ski skies>sky idly>idl gently>gentl ugly>ugli early>earli only>onli singly>singl \
    sky>sky news>news howe>howe atlas>atlas cosmos>cosmos bias>bias andes>andes
    """)
  /// Beginnings that the first region follows.
  static let prefixes = list("arsen commun emerg gener inter later organ past univers")
  static let possessive = list("'s' 's '")
  static let eed = list("eedly eed")
  static let beforeEed = list("succ proc exc")
  static let tense = list("ingly edly ing ed")
  static let ing = Array("ing".utf8)
  static let beforeIng = list("even cann inn earr herr out")
  static let losingE = list("at bl iz")
  static let keepingDouble = Array("aeo".utf8)
  static let ogi = Array("ogi".utf8)
  static let li = Array("li".utf8)
  static let beforeLi = Array("cdeghkmnrt".utf8)
  static let derivations = table(
    """
    anci>ance enci>ence bli>ble abli>able alli>al fulli>ful lessli>less ousli>ous entli>ent \
    aliti>al biliti>ble iviti>ive tional>tion ational>ate alism>al ation>ate ization>ize \
    izer>ize ator>ate iveness>ive fulness>ful ousness>ous ogist>og ogi>og li>
    """)
  static let ative = Array("ative".utf8)
  static let adjectives = table(
    """
    icate>ic alize>al iciti>ic ical>ic tional>tion ational>ate ful> ness> ative>
    """)
  static let ion = Array("ion".utf8)
  static let suffixes = table(
    """
    ic> ance> ence> able> ible> ate> ive> ize> iti> al> ism> ion> er> ous> ant> ent> ment> ement>
    """)

  private static func list(_ text: String) -> [[UInt8]] {
    text.split(separator: " ").map { Array($0.utf8) }
  }

  private static func table(_ text: String) -> [[UInt8]: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: text.split(separator: " ").map { pair in
        let parts = pair.split(separator: ">", omittingEmptySubsequences: false)
        return (Array(parts[0].utf8), Array(parts[1].utf8))
      })
  }
}
