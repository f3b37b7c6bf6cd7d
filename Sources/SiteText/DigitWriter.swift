import Foundation

/// Writes the digits of a language.
struct DigitWriter: Sendable {
  /// The UTF-8 of the digits from 0 to 9.
  private let digits: [[UInt8]]
  /// The Unicode identifier of the numbering system (UTS #35): `latn`, `arab` or `arabext`.
  let numberingSystem: String

  init(_ policy: Language.Digits, locale: CLDRLocale) {
    switch policy {
    case .latin: numberingSystem = "latn"
    case .arabic: numberingSystem = Self.usesPersianDigits(locale) ? "arabext" : "arab"
    }
    let zero: UInt32 =
      switch numberingSystem {
      case "arab": 0x660
      case "arabext": 0x6F0
      default: 0x30
      }
    digits = (0..<10).map { value in
      Unicode.Scalar(zero + value).map { Array(String($0).utf8) } ?? []
    }
  }

  /// Persian and Urdu, for two, have ۴ ۵ ۶ where Arabic has ٤ ٥ ٦.
  private static func usesPersianDigits(_ locale: CLDRLocale) -> Bool {
    7.formatted(.number.locale(locale.foundation)) == "۷"
      || ["ur", "ps", "pa-Arab", "ks"].contains { locale.identifier.hasPrefix($0) }
  }

  /// Appends a number from 0 up, without grouping.
  func append(_ number: Int, minimumDigits: Int = 1, to bytes: inout [UInt8]) {
    var divisor = 1
    var count = 1
    while number / divisor >= 10 || count < minimumDigits {
      divisor *= 10
      count += 1
    }
    while divisor > 0 {
      append(digit: number / divisor % 10, to: &bytes)
      divisor /= 10
    }
  }

  func append(digit: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: digits[digit])
  }
}
