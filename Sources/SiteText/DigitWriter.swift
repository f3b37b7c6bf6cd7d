import Foundation

/// Writes the digits of a language.
struct DigitWriter: Sendable {
  /// The first of the two bytes of UTF-8 that a digit has; nil for 0–9, which have one.
  private let lead: UInt8?
  /// The last byte of zero.
  private let zero: UInt8
  /// The Unicode identifier of the numbering system (UTS #35): `latn`, `arab` or `arabext`.
  let numberingSystem: String

  init(_ policy: Language.Digits, locale: CLDRLocale) {
    switch policy {
    case .latin: numberingSystem = "latn"
    case .arabic: numberingSystem = Self.usesPersianDigits(locale) ? "arabext" : "arab"
    }
    (lead, zero) =
      switch numberingSystem {
      case "arab": (0xD9, 0xA0)
      case "arabext": (0xDB, 0xB0)
      default: (nil, UInt8(ascii: "0"))
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
    if let lead { bytes.append(lead) }
    bytes.append(zero + UInt8(truncatingIfNeeded: digit))
  }
}
