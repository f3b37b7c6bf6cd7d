/// A decimal number as it was written: 3.80 is 380 with two decimals.
public struct ChartValue: Sendable, Hashable {
  /// The number without its decimal separator.
  public let digits: Int
  /// How many of the last digits follow the separator.
  public let decimals: Int

  /// Makes a number of its digits.
  public init(digits: Int, decimals: Int = 0) {
    self.digits = digits
    self.decimals = decimals
  }

  /// The number itself, for measuring.
  var number: Double { Double(digits) / Self.power(of: decimals) }

  /// Whether it can be a percentage of a whole.
  var isShare: Bool { (0.0...100.0).contains(number) }

  /// A power of ten, by multiplication alone, so that it is the same on every machine.
  static func power(of exponent: Int) -> Double {
    (0..<exponent).reduce(1) { result, _ in result * 10 }
  }
}

extension ChartValue {
  /// Digits that a number may have, so that it is exact as a floating-point number.
  static let mostDigits = 15

  /// Reads a number: digits of any script with, if any, a sign, separators of thousands in groups
  /// of three and a decimal separator. Nil for anything else.
  ///
  /// Taken are `.` and `٫` for decimals, `,`, `٬`, `'` and spaces for thousands.
  init?(_ text: String) {
    var reader = NumberReader(text)
    guard let value = reader.value() else { return nil }
    self = value
  }
}

/// Reads the characters of a number.
private struct NumberReader {
  private var rest: ArraySlice<Unicode.Scalar>

  private static let minus: Set<Unicode.Scalar> = ["-", "−"]
  private static let decimal: Set<Unicode.Scalar> = [".", "٫"]
  private static let thousands: Set<Unicode.Scalar> = [
    ",", "٬", "'", "’", " ", "\u{A0}", "\u{2009}", "\u{202F}",
  ]
  /// Marks of direction, which formatters put beside signs.
  private static let invisible: Set<Unicode.Scalar> = ["\u{200E}", "\u{200F}", "\u{61C}"]

  init(_ text: String) {
    rest = text.unicodeScalars.filter { !Self.invisible.contains($0) }[...]
  }

  mutating func value() -> ChartValue? {
    let isNegative = takes(Self.minus) != nil
    if !isNegative { _ = takes(["+"]) }
    guard var digits = whole() else { return nil }
    var decimals: [Int] = []
    if takes(Self.decimal) != nil {
      decimals = takeDigits()
      guard !decimals.isEmpty else { return nil }
    }
    digits += decimals
    guard rest.isEmpty, digits.count <= ChartValue.mostDigits else { return nil }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    return ChartValue(digits: isNegative ? -number : number, decimals: decimals.count)
  }

  /// The digits before the decimal separator, parted into threes or not at all.
  private mutating func whole() -> [Int]? {
    var digits = takeDigits()
    guard !digits.isEmpty else { return nil }
    guard digits.count <= 3, let separator = rest.first, Self.thousands.contains(separator) else {
      return digits
    }
    while takes([separator]) != nil {
      let group = takeDigits()
      guard group.count == 3 else { return nil }
      digits += group
    }
    return digits
  }

  private mutating func takeDigits() -> [Int] {
    var digits: [Int] = []
    while let digit = rest.first.flatMap(Self.digit) {
      digits.append(digit)
      rest.removeFirst()
    }
    return digits
  }

  private mutating func takes(_ scalars: Set<Unicode.Scalar>) -> Unicode.Scalar? {
    guard let first = rest.first, scalars.contains(first) else { return nil }
    rest.removeFirst()
    return first
  }

  /// Digits of ASCII, of Arabic and of Persian.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    for zero in [0x30, 0x660, 0x6F0] as [UInt32] where (zero...zero + 9).contains(scalar.value) {
      return Int(scalar.value - zero)
    }
    return nil
  }
}
