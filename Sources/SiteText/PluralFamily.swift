/// Languages that share their plural rules.
///
/// The rules are those of CLDR 47 (common/supplemental/plurals.xml, cardinals) for whole numbers
/// written out in digits: there `i` equals `n`, `v`, `w`, `f`, `t` and `e` are 0, and the relations
/// on them are decided. A family without rules has `other` alone.
struct PluralFamily {
  let languages: Set<String>
  let rules: [(PluralCategory, String)]

  private init(_ languages: String, _ rules: [(PluralCategory, String)] = []) {
    self.languages = Set(languages.split(separator: " ").map(String.init))
    self.rules = rules
  }

  static var all: [PluralFamily] { semitic + european + slavic + baltic + celtic + others }

  private static var semitic: [PluralFamily] {
    [
      PluralFamily(
        "ar ars",
        [
          (.zero, "n = 0"), (.one, "n = 1"), (.two, "n = 2"), (.few, "n % 100 = 3..10"),
          (.many, "n % 100 = 11..99"),
        ]),
      PluralFamily("he iw", [(.one, "n = 1"), (.two, "n = 2")]),
      PluralFamily(
        "mt",
        [
          (.one, "n = 1"), (.two, "n = 2"), (.few, "n = 0 or n % 100 = 3..10"),
          (.many, "n % 100 = 11..19"),
        ]),
    ]
  }

  private static var european: [PluralFamily] {
    [
      PluralFamily(
        "en de ur nl sv fi sw et tr ku ckb nb nn no el hu bg ta ps sd ug az uz kk so ha ka eu sq af "
          + "da",
        [(.one, "n = 1")]),
      PluralFamily("fa hi bn am hy ti", [(.one, "n = 0..1")]),
      PluralFamily("fr pt", [(.one, "n = 0..1"), (.many, "n != 0 and n % 1000000 = 0")]),
      PluralFamily(
        "es it pt-pt ca", [(.one, "n = 1"), (.many, "n != 0 and n % 1000000 = 0")]),
      PluralFamily("ro", [(.one, "n = 1"), (.few, "n = 0 or n != 1 and n % 100 = 1..19")]),
      PluralFamily("is mk", [(.one, "n % 10 = 1 and n % 100 != 11")]),
    ]
  }

  private static var slavic: [PluralFamily] {
    [
      PluralFamily(
        "ru uk be",
        [
          (.one, "n % 10 = 1 and n % 100 != 11"), (.few, "n % 10 = 2..4 and n % 100 != 12..14"),
          (.many, "n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14"),
        ]),
      PluralFamily(
        "pl",
        [
          (.one, "n = 1"), (.few, "n % 10 = 2..4 and n % 100 != 12..14"),
          (.many, "n != 1 and n % 10 = 0..1 or n % 10 = 5..9 or n % 100 = 12..14"),
        ]),
      PluralFamily("cs sk", [(.one, "n = 1"), (.few, "n = 2..4")]),
      PluralFamily(
        "sr hr bs",
        [
          (.one, "n % 10 = 1 and n % 100 != 11"), (.few, "n % 10 = 2..4 and n % 100 != 12..14"),
        ]),
      PluralFamily(
        "sl", [(.one, "n % 100 = 1"), (.two, "n % 100 = 2"), (.few, "n % 100 = 3..4")]),
    ]
  }

  private static var baltic: [PluralFamily] {
    [
      PluralFamily(
        "lt",
        [
          (.one, "n % 10 = 1 and n % 100 != 11..19"), (.few, "n % 10 = 2..9 and n % 100 != 11..19"),
        ]),
      PluralFamily(
        "lv",
        [
          (.zero, "n % 10 = 0 or n % 100 = 11..19"), (.one, "n % 10 = 1 and n % 100 != 11"),
        ]),
    ]
  }

  private static var celtic: [PluralFamily] {
    [
      PluralFamily(
        "ga", [(.one, "n = 1"), (.two, "n = 2"), (.few, "n = 3..6"), (.many, "n = 7..10")]),
      PluralFamily(
        "cy",
        [(.zero, "n = 0"), (.one, "n = 1"), (.two, "n = 2"), (.few, "n = 3"), (.many, "n = 6")]),
      PluralFamily(
        "gd", [(.one, "n = 1,11"), (.two, "n = 2,12"), (.few, "n = 3..10,13..19")]),
    ]
  }

  private static var others: [PluralFamily] {
    [PluralFamily("ja zh ko id ms vi th yo")]
  }
}
