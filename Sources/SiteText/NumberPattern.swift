import Foundation

/// How a locale writes numbers: CLDR's pattern, found by formatting samples once.
struct NumberPattern: Sendable {
  private let digits: DigitWriter
  private let group: [UInt8]
  /// Digits before the last group separator.
  private let primaryGroup: Int
  /// Digits between the others: 2 in Hindi.
  private let secondaryGroup: Int
  /// The fewest digits that are grouped: 4 in most languages, 5 in Spanish and Polish.
  private let fewestGrouped: Int
  private let minus: [UInt8]
  private let decimalSeparator: [UInt8]
  private let percentPrefix: [UInt8]
  private let percentSuffix: [UInt8]

  init(locale: CLDRLocale, digits: DigitWriter) {
    self.digits = digits
    let foundation = locale.foundation(digits: digits.numberingSystem)
    let sample = { (number: Int) in number.formatted(.number.locale(foundation)) }
    let groups = sample(12_345_678).split { !$0.isNumber }
    primaryGroup = groups.last?.count ?? 3
    secondaryGroup = groups.count > 2 ? groups[groups.count - 2].count : primaryGroup
    group = Array(String(sample(12_345_678).filter { !$0.isNumber }.prefix(1)).utf8)
    fewestGrouped = sample(1234).contains { !$0.isNumber } ? 4 : 5
    minus = Array(sample(-5).prefix { !$0.isNumber }.utf8)
    decimalSeparator = Array(
      0.5.formatted(.number.locale(foundation)).filter { !$0.isNumber }.utf8)
    let percent = 0.05.formatted(.percent.locale(foundation))
    percentPrefix = Array(percent.prefix { !$0.isNumber }.utf8)
    percentSuffix = Array(String(percent.drop { !$0.isNumber }.dropFirst()).utf8)
  }

  /// Appends a number of which the last digits are decimals.
  func append(_ number: Int, decimals: Int = 0, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(contentsOf: minus) }
    let divisor = (0..<decimals).reduce(into: UInt(1)) { result, _ in result *= 10 }
    append(whole: number.magnitude / divisor, to: &bytes)
    guard decimals > 0 else { return }
    bytes.append(contentsOf: decimalSeparator)
    digits.append(
      Int(clamping: number.magnitude % divisor), minimumDigits: decimals, to: &bytes)
  }

  private func append(whole number: UInt, to bytes: inout [UInt8]) {
    let text = String(number)
    let isGrouped = text.utf8.count >= fewestGrouped && !group.isEmpty
    for (index, digit) in text.utf8.enumerated() {
      let remaining = text.utf8.count - index
      if isGrouped, index > 0, startsGroup(remaining) { bytes.append(contentsOf: group) }
      digits.append(digit: Int(digit - UInt8(ascii: "0")), to: &bytes)
    }
  }

  func append(percent: Int, decimals: Int = 0, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: percentPrefix)
    append(percent, decimals: decimals, to: &bytes)
    bytes.append(contentsOf: percentSuffix)
  }

  private func startsGroup(_ remaining: Int) -> Bool {
    remaining == primaryGroup
      || remaining > primaryGroup && (remaining - primaryGroup) % secondaryGroup == 0
  }
}
