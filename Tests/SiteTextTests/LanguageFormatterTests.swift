import Foundation
import Testing

@testable import SiteText

@Suite("Dates, numbers and lists by language")
struct LanguageFormatterTests {
  static func formatter(
    _ locale: String, months: Language.Months = .locale, digits: Language.Digits = .latin
  ) -> LanguageFormatter {
    let code = LanguageCode(String(locale.prefix { $0 != "-" }))
    return LanguageFormatter(
      for: Language(
        code: code, name: "", locale: locale, path: "/", months: months, digits: digits))
  }

  let october: Timestamp

  init() throws {
    october = try #require(Timestamp(year: 2025, month: 10, day: 28))
  }

  @Test(
    arguments: [
      ("ar-IQ", .locale, .long, "28 تشرين الأول 2025"),
      ("ar-IQ", .dual, .long, "28 تشرين الأول/أكتوبر 2025"),
      ("ar-IQ", .dual, .medium, "28 تشرين الأول 2025"),
      ("ar-IQ", .dual, .month, "تشرين الأول 2025"),
      ("ar-IQ", .gulf, .long, "28 أكتوبر 2025"),
      ("ar-EG", .locale, .long, "28 أكتوبر 2025"),
      ("ar-EG", .levant, .medium, "28 تشرين الأول 2025"),
      ("ar-SA", .locale, .long, "28 أكتوبر 2025"),
      ("ar-LB", .locale, .medium, "28 تشرين ١ 2025"),
      ("ar", .locale, .year, "2025"),
      ("en-GB", .locale, .long, "28 October 2025"),
      ("en-GB", .locale, .medium, "28 Oct 2025"),
      ("en-GB", .dual, .month, "October 2025"),
      ("en-US", .locale, .long, "October 28, 2025"),
      ("fr", .locale, .long, "28 octobre 2025"),
      ("de", .locale, .long, "28. Oktober 2025"),
      ("ru", .locale, .long, "28 октября 2025\u{202F}г."),
      ("ca", .locale, .long, "28 d’octubre del 2025"),
      ("fa-IR", .locale, .long, "28 اکتبر 2025"),
      ("ckb", .locale, .month, "2025 تشرینی یەکەم"),
      ("ar-IQ", .dual, .iso, "2025-10-28"),
      ("ar-IQ", .dual, .slashed, "2025/10/28"),
      ("ar-IQ", .dual, .rfc3339, "2025-10-28T00:00:00Z"),
      ("ar-IQ", .dual, .machine, "2025-10-28"),
    ] as [(String, Language.Months, DateStyle, String)])
  func dates(locale: String, months: Language.Months, style: DateStyle, expected: String) {
    let formatter = Self.formatter(locale, months: months)
    #expect(formatter.string(october, style: style) == expected)
  }

  @Test func arabicDigitsAreForPeopleOnly() {
    let formatter = Self.formatter("ar-IQ", months: .levant, digits: .arabic)
    let may = Timestamp(year: 2025, month: 5, day: 6)!
    #expect(formatter.string(may, style: .long) == "٦ أيار ٢٠٢٥")
    #expect(formatter.string(may, style: .year) == "٢٠٢٥")
    #expect(formatter.string(may, style: .iso) == "2025-05-06")
    #expect(formatter.string(number: 1_234_567) == "١٬٢٣٤٬٥٦٧")
    #expect(formatter.hijri(may) == "٨ ذو القعدة ١٤٤٦ هـ")
    #expect(Self.formatter("fa-IR", digits: .arabic).string(may, style: .year) == "۲۰۲۵")
    #expect(Self.formatter("ur", digits: .arabic).string(may, style: .year) == "۲۰۲۵")
  }

  @Test func theTwelveMonthsInBothNames() {
    let formatter = Self.formatter("ar-IQ", months: .dual)
    let names = (1...12).map { month in
      let date = Timestamp(year: 2025, month: month, day: 1)!
      return String(formatter.string(date, style: .long).dropFirst(2).dropLast(5))
    }
    #expect(
      names == [
        "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو",
        "حزيران/يونيو", "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
      ])
  }

  @Test(arguments: [
    ("ar-IQ", 1234, "1,234"), ("ar-IQ", -5, "\u{200E}-5"), ("en-GB", 999, "999"),
    ("en-GB", 12_345_678, "12,345,678"), ("en-GB", 0, "0"), ("hi", 12_345_678, "1,23,45,678"),
    ("es", 1234, "1234"), ("es", 12345, "12.345"), ("pl", 1234, "1234"),
    ("de", -1234, "-1.234"), ("fr", 1234, "1\u{202F}234"),
    ("en-GB", Int.min, "-9,223,372,036,854,775,808"),
  ])
  func numbers(locale: String, number: Int, expected: String) {
    #expect(Self.formatter(locale).string(number: number) == expected)
  }

  @Test(arguments: ["ar", "ar-IQ", "en", "de", "es", "fr", "hi", "pl", "ru", "tr", "he", "pt-PT"])
  func numbersAsFoundationHasThem(locale: String) {
    let formatter = Self.formatter(locale)
    let foundation = Locale(identifier: "\(locale)-u-nu-latn")
    for number in [0, 7, 999, 1000, 1234, 9999, 10_000, 54_321, 123_456, 1_234_567, -1, -98_765] {
      #expect(
        formatter.string(number: number) == number.formatted(.number.locale(foundation)))
    }
  }

  @Test(arguments: [
    (3, "3", "٣"), (375, "3.75", "٣٫٧٥"), (5, "0.05", "٠٫٠٥"),
    (123_456_700, "1,234,567.00", "١٬٢٣٤٬٥٦٧٫٠٠"),
    (-250, "-2.50", "\u{61C}-٢٫٥٠"),
  ])
  func decimals(digits: Int, english: String, arabic: String) {
    let decimals = digits == 3 ? 0 : 2
    let written = { (formatter: LanguageFormatter) in
      var bytes: [UInt8] = []
      formatter.append(number: digits, decimals: decimals, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(written(Self.formatter("en-GB")) == english)
    let language = Language(
      code: .arabic, name: "", locale: "ar-IQ", path: "/", digits: .arabic)
    #expect(written(LanguageFormatter(for: language)) == arabic)
  }

  @Test func percentages() {
    #expect(Self.formatter("en-GB").string(percent: 60) == "60%")
    #expect(Self.formatter("ar-IQ").string(percent: 60) == "60\u{200E}%\u{200E}")
    #expect(Self.formatter("tr").string(percent: 60) == "%60")
  }

  @Test func hijri() {
    #expect(Self.formatter("ar-IQ").hijri(october) == "6 جمادى الأولى 1447 هـ")
    #expect(Self.formatter("en-GB").hijri(october) == "6 Jumada I 1447 AH")
    let midnight = Timestamp(year: 2025, month: 6, day: 26, in: SiteTimeZone("Asia/Baghdad")!)!
    #expect(Self.formatter("en-GB").hijri(midnight) == "1 Muharram 1447 AH")
  }

  @Test func lists() {
    let arabic = Self.formatter("ar-IQ")
    #expect(arabic.list(["شهلاء", "بسمة"]) == "شهلاء وبسمة")
    #expect(arabic.list(["شهلاء", "بسمة", "علي"]) == "شهلاء وبسمة وعلي")
    #expect(arabic.listSeparators(count: 2) == [" و"])
    let english = Self.formatter("en-GB")
    #expect(english.list([]) == "")
    #expect(english.list(["A"]) == "A")
    #expect(english.list(["A", "B"]) == "A and B")
    #expect(english.list(["A", "B", "C", "D", "E"]) == "A, B, C, D and E")
    #expect(Self.formatter("en-US").list(["A", "B", "C"]) == "A, B, and C")
  }

  @Test func unknownLocalesFallBack() {
    #expect(Language.isKnown(locale: "ar-IQ"))
    #expect(Language.isKnown(locale: "zh-Hans-CN"))
    #expect(!Language.isKnown(locale: "ar-XX"))
    #expect(!Language.isKnown(locale: "!! nonsense"))
    #expect(!Language.isKnown(locale: ""))
    #expect(Self.formatter("ar-XX").string(october, style: .long) == "28 أكتوبر 2025")
    #expect(Self.formatter("zz-ZZ").hijri(october) == "Jumada I 6, 1447 AH")
    #expect(Self.formatter("").string(october, style: .long) == "October 28, 2025")
  }
}
