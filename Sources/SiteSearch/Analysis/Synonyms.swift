/// Words and phrases that mean the same, so that a query for one finds the others too.
struct Synonyms: Sendable {
  /// Each group's phrases as terms.
  let groups: [[[[UInt8]]]]

  /// - Parameter glossary: the spellings of each term of a site's glossary.
  init(glossary: [[String]]) {
    groups = (Self.months + glossary).map { group in
      var phrases: [[[UInt8]]] = []
      for phrase in group {
        let terms = WordAnalyzer.analyze(text: phrase).map(\.term)
        if !terms.isEmpty, !phrases.contains(terms) { phrases.append(terms) }
      }
      return phrases
    }
  }

  /// The months' names in the Levant, the Gulf and Egypt, and the Maghreb, as CLDR 47 has them.
  static let months = [
    ["كانون الثاني", "يناير", "جانفي"], ["شباط", "فبراير", "فيفري"], ["آذار", "مارس"],
    ["نيسان", "أبريل", "أفريل"], ["أيار", "مايو", "ماي"], ["حزيران", "يونيو", "جوان"],
    ["تموز", "يوليو", "جويلية"], ["آب", "أغسطس", "أوت", "غشت"], ["أيلول", "سبتمبر", "شتنبر"],
    ["تشرين الأول", "أكتوبر"], ["تشرين الثاني", "نوفمبر", "نونبر"],
    ["كانون الأول", "ديسمبر", "دجنبر"],
  ]
}
