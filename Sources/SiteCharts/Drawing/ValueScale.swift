/// The axis of values: from where to where it goes, and where its marks are.
struct ValueScale {
  /// The value at the start of the axis.
  let low: Double
  /// The value at its end.
  let high: Double
  /// The marks, the lowest first.
  let ticks: [ChartValue]

  /// Marks that are aimed at.
  private static let tickCount = 5

  /// “Loose labels” of Heckbert, Nice numbers for graph labels, in Glassner (ed.), Graphics Gems,
  /// 1990: steps of 1, 2 or 5 times a power of ten, and ends that are marks.
  ///
  /// - Parameters:
  ///   - includesZero: whether zero must be on the axis, as where lengths are compared.
  ///   - isWhole: whether steps below one mean nothing.
  init(of values: [Double], includesZero: Bool, isWhole: Bool) {
    var low = values.min() ?? 0
    var high = values.max() ?? 0
    // A line that stays far from zero is better seen close; else zero is shown to readers.
    if includesZero || low > 0 && low < high / 2 || low == high {
      low = Swift.min(low, 0)
      high = Swift.max(high, 0)
    }
    if low == high { high = low + 1 }
    let range = NiceNumber(high - low, rounds: false)
    var step = NiceNumber(range.value / Double(Self.tickCount - 1), rounds: true)
    if isWhole, step.exponent < 0 { step = NiceNumber(mantissa: 1, exponent: 0) }
    // Division leaves a trace that must not become a mark of its own.
    let slack = 1e-9
    let first = Int((low / step.value + slack).rounded(.down))
    let last = Int((high / step.value - slack).rounded(.up))
    ticks = (first...last).map { step.multiple($0) }
    self.low = step.value * Double(first)
    self.high = step.value * Double(last)
  }

  /// A scale without marks that ends at the largest value, for bars that show their values.
  init(ofLengths values: [Double], atLeast least: Double = 0) {
    low = Swift.min(values.min() ?? 0, 0)
    let high = Swift.max(values.max() ?? 0, least)
    self.high = low == high ? low + 1 : high
    ticks = []
  }

  /// Where a value is between the start of the axis, 0, and its end, 1.
  func position(of value: Double) -> Double { (value - low) / (high - low) }
}

/// 1, 2 or 5 times a power of ten, or ten times one.
private struct NiceNumber {
  let mantissa: Int
  let exponent: Int

  init(mantissa: Int, exponent: Int) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// - Parameters:
  ///   - value: more than zero.
  ///   - rounds: to the nearest, else up.
  init(_ value: Double, rounds: Bool) {
    var exponent = 0
    var fraction = value
    while fraction >= 10 {
      fraction /= 10
      exponent += 1
    }
    while fraction < 1 {
      fraction *= 10
      exponent -= 1
    }
    let limits: [Double] = rounds ? [1.5, 3, 7] : [1, 2, 5]
    let isWithin: (Double) -> Bool = { rounds ? fraction < $0 : fraction <= $0 }
    let index = limits.firstIndex(where: isWithin) ?? limits.count
    mantissa = [1, 2, 5, 10][index]
    self.exponent = exponent
  }

  var value: Double {
    exponent < 0
      ? Double(mantissa) / ChartValue.power(of: -exponent)
      : Double(mantissa) * ChartValue.power(of: exponent)
  }

  func multiple(_ factor: Int) -> ChartValue {
    guard exponent > 0 else {
      return ChartValue(digits: factor * mantissa, decimals: -exponent)
    }
    return ChartValue(digits: factor * mantissa * Int(ChartValue.power(of: exponent)))
  }
}
