/// The grammatical number that a counted noun takes (CLDR, “Language Plural Rules”).
public enum PluralCategory: String, Sendable, CaseIterable, Comparable {
  case zero
  case one
  case two
  case few
  case many
  case other

  private var rank: Int {
    switch self {
    case .zero: 0
    case .one: 1
    case .two: 2
    case .few: 3
    case .many: 4
    case .other: 5
    }
  }

  /// From `zero` to `other`, as CLDR lists them.
  public static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }

  /// The categories that a language tells apart for whole numbers, and `other` last, which every
  /// language has: all six for Arabic, `one` and `other` for English.
  public static func categories(for language: LanguageCode) -> [PluralCategory] {
    PluralRules(for: language).categories
  }
}

/// Which category a whole number takes in one language.
public struct PluralRules: Sendable {
  private let rules: [(category: PluralCategory, alternatives: [[PluralRelation]])]

  /// The rules of a language, or of the language its tag begins with; for a language without
  /// rules here every number is `other`.
  public init(for language: LanguageCode) {
    let tag = language.tag.lowercased()
    let family =
      PluralFamily.all.first { $0.languages.contains(tag) }
      ?? PluralFamily.all.first { $0.languages.contains(language.base) }
    rules = (family?.rules ?? []).map { ($0.0, PluralRelation.alternatives(in: $0.1)) }
  }

  /// The categories in use, `other` last.
  public var categories: [PluralCategory] { rules.map(\.category).sorted() + [.other] }

  /// The category of a count; the sign does not matter.
  public func category(of count: Int) -> PluralCategory {
    let number = Int(clamping: count.magnitude)
    for rule in rules
    where rule.alternatives.contains(where: { $0.allSatisfy { $0.holds(number) } }) {
      return rule.category
    }
    return .other
  }
}

/// `n % 100 = 3..10`, or with `!=`: one relation of a plural rule.
struct PluralRelation: Sendable {
  private let modulus: Int?
  private let ranges: [ClosedRange<Int>]
  private let isNegated: Bool

  func holds(_ number: Int) -> Bool {
    let value = modulus.map { number % $0 } ?? number
    return ranges.contains { $0.contains(value) } != isNegated
  }

  /// Reads a rule in CLDR's notation with the operand `n` alone (UTS #35, part 3, “Plural rules
  /// syntax”).
  static func alternatives(in rule: String) -> [[PluralRelation]] {
    rule.components(separatedBy: " or ").map { alternative in
      alternative.components(separatedBy: " and ").compactMap(PluralRelation.init)
    }
  }

  private init?(_ relation: String) {
    let words = relation.split(separator: " ")
    guard let list = words.last, words.count == 3 || words.count == 5 else { return nil }
    modulus = words.count == 5 ? Int(words[2]) : nil
    isNegated = words[words.count - 2] == "!="
    ranges = list.split(separator: ",").compactMap { item in
      let bounds = item.split(separator: ".").compactMap { Int($0) }
      guard let lower = bounds.first, let upper = bounds.last else { return nil }
      return lower...upper
    }
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
