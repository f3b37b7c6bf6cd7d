import Foundation
import Testing

@testable import SiteText

@Suite("Plurals")
struct PluralTests {
  /// One line of the table that the Python package babel made from CLDR.
  struct Language: Sendable, CustomTestStringConvertible {
    let code: String
    let categories: [PluralCategory]
    let upToThousand: [PluralCategory]
    let beyond: [PluralCategory]

    var testDescription: String { code }

    init(line: Substring) {
      let columns = line.split(separator: "\t")
      code = String(columns[0])
      categories = columns[1].split(separator: " ").compactMap { PluralCategory(rawValue: "\($0)") }
      upToThousand = Self.expanded(columns[2])
      beyond = Self.expanded(columns[3])
    }

    private static func expanded(_ runs: Substring) -> [PluralCategory] {
      let letters: [Character: PluralCategory] = [
        "z": .zero, "o": .one, "t": .two, "f": .few, "m": .many, "x": .other,
      ]
      return runs.split(separator: " ").flatMap { run -> [PluralCategory] in
        guard let category = run.first.flatMap({ letters[$0] }), let count = Int(run.dropFirst())
        else { return [] }
        return Array(repeating: category, count: count)
      }
    }
  }

  static let table: [Substring] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "Fixtures/plurals-cldr47.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n")
  }()
  static let languages = table.filter { !$0.hasPrefix("#") }.map(Language.init)
  static let numbersBeyond = (table.last { $0.hasPrefix("#") } ?? "").dropFirst()
    .split(separator: " ").compactMap { Int($0) }

  @Test(arguments: languages)
  func everyNumberAsInCLDR(language: Language) {
    let rules = PluralRules(for: LanguageCode(language.code))
    #expect((0...1000).map(rules.category) == language.upToThousand)
    #expect(Self.numbersBeyond.map(rules.category) == language.beyond)
    #expect(Set(rules.categories) == Set(language.categories).union([.other]))
  }

  @Test func theTableIsWhole() {
    #expect(Self.languages.count >= 65)
    #expect(Self.languages.allSatisfy { $0.upToThousand.count == 1001 })
    #expect(Self.languages.allSatisfy { $0.beyond.count == Self.numbersBeyond.count })
    #expect(Self.numbersBeyond.count == 26)
  }

  @Test func arabicHasSixAndEnglishTwo() {
    #expect(PluralCategory.categories(for: .arabic) == PluralCategory.allCases)
    #expect(PluralCategory.categories(for: LanguageCode("en-GB")) == [.one, .other])
    #expect(PluralCategory.categories(for: LanguageCode("tlh")) == [.other])
  }

  @Test func tagsWithRegionsAndSigns() {
    let rules = PluralRules(for: LanguageCode("ar-IQ"))
    #expect(
      [0, 1, 2, 3, 11, 100, -2, 103].map(rules.category) == [
        .zero, .one, .two, .few, .many, .other, .two, .few,
      ])
    #expect(PluralRules(for: LanguageCode("pt-BR")).category(of: 0) == .one)
    #expect(PluralRules(for: LanguageCode("pt-PT")).category(of: 0) == .other)
    #expect(rules.category(of: .min) == rules.category(of: .max))
  }
}
