import Foundation

/// The Gregorian months by the names that people write, from CLDR: in English whole and short, in
/// Arabic as in Egypt and the Gulf, in Iraq and the Levant, and in the Maghreb.
enum WrittenMonths {
  /// The month of each folded name, from 1.
  private static let numbers: [String: Int] = {
    var numbers = ["sept": 9]
    for identifier in ["en", "en-GB", "ar", "ar-IQ", "ar-MA", "ar-DZ"] {
      var calendar = Calendar(identifier: .gregorian)
      calendar.locale = Locale(identifier: identifier)
      for names in [calendar.monthSymbols, calendar.shortMonthSymbols] {
        for (index, name) in names.enumerated() { numbers[TextFolding.key(name)] = index + 1 }
      }
    }
    return numbers
  }()

  /// The date that a text names with a month in words, in any order: `21 November 2026`,
  /// `November 21st, 2026`, `21 تشرين الثاني/نوفمبر 2026`.
  static func date(in text: String) -> Timestamp? {
    let words = TextFolding.key(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var months: Set<Int> = []
    var numbers: [String] = []
    var index = 0
    while index < words.count {
      let pair = words[index...].prefix(2).joined(separator: " ")
      if let month = Self.numbers[pair] {
        months.insert(month)
        index += 2
        continue
      }
      if let month = Self.numbers[words[index]] {
        months.insert(month)
      } else {
        numbers.append(words[index].withoutOrdinalEnding)
      }
      index += 1
    }
    guard let month = months.first, months.count == 1, numbers.count == 2,
      let year = numbers.first(where: { $0.utf8.count == 4 }).flatMap({ Int($0) }),
      let day = numbers.first(where: { $0.utf8.count < 3 }).flatMap({ Int($0) })
    else { return nil }
    return Timestamp(year: year, month: month, day: day)
  }
}

extension String {
  /// `21` of `21st`.
  fileprivate var withoutOrdinalEnding: String {
    guard first?.isNumber == true, ["st", "nd", "rd", "th"].contains(suffix(2)) else { return self }
    return String(dropLast(2))
  }
}
