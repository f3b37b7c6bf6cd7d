/// The ways of writing a date.
public enum DateStyle: String, Sendable, CaseIterable {
  /// 28 تشرين الأول/أكتوبر 2025; 28 October 2025
  case long
  /// 28 تشرين الأول 2025; 28 Oct 2025
  case medium
  /// تشرين الأول 2025; October 2025
  case month
  /// 2025
  case year
  /// 2025-10-28, always in digits 0–9, for machines and tables.
  case iso
  /// 2025-10-28T09:30:00+03:00 (RFC 3339), midnight where the time is not known.
  case rfc3339
  /// 2025-10-28, or RFC 3339 where the time is known: for attributes that take both.
  case machine
  /// 2025/10/28, as citation tags have it.
  case slashed
}

extension Timestamp {
  /// `2025-10-28`
  func appendISODate(separator: UInt8 = UInt8(ascii: "-"), to bytes: inout [UInt8]) {
    bytes.append(padded: year, width: 4)
    bytes.append(separator)
    bytes.append(padded: month, width: 2)
    bytes.append(separator)
    bytes.append(padded: day, width: 2)
  }

  /// `T09:30:00+03:00`
  func append(_ time: Time, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "T"))
    bytes.append(padded: time.hour, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(padded: time.minute, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(padded: time.second, width: 2)
    guard offset != 0 else { return bytes.append(UInt8(ascii: "Z")) }
    bytes.append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    bytes.append(padded: abs(offset) / 3600, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(padded: abs(offset) / 60 % 60, width: 2)
  }

  /// Appends the date in a style that is the same in every language; false for the others.
  func appendForMachines(_ style: DateStyle, to bytes: inout [UInt8]) -> Bool {
    switch style {
    case .iso: appendISODate(to: &bytes)
    case .slashed: appendISODate(separator: UInt8(ascii: "/"), to: &bytes)
    case .rfc3339:
      appendISODate(to: &bytes)
      append(time ?? .midnight, to: &bytes)
    case .machine: return appendForMachines(time == nil ? .iso : .rfc3339, to: &bytes)
    case .long, .medium, .month, .year: return false
    }
    return true
  }

  /// RFC 3339: `2025-10-28T09:30:00+03:00`, midnight where the time is not known.
  public var rfc3339: String {
    var bytes: [UInt8] = []
    _ = appendForMachines(.rfc3339, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The date alone: `2025-10-28`.
  public var isoDate: String {
    var bytes: [UInt8] = []
    appendISODate(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a number in digits 0–9, with zeros before it up to the width.
  mutating func append(padded number: Int, width: Int) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }
}
