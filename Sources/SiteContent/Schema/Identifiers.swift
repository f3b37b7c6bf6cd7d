/// The identifiers of scholarly publishing, and what makes each of them valid.
enum Identifiers {
  /// Sixteen digits in four groups, the last of which checks the others (ISO 7064, MOD 11-2), as
  /// ORCID's documentation “Structure of the ORCID Identifier” computes it.
  static func isORCID(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard groups.count == 4, groups.allSatisfy({ $0.count == 4 }) else { return false }
    let digits = Array(groups.joined())
    guard let body = decimal(digits.dropLast()) else { return false }
    let sum = body.reduce(0) { ($0 + $1) * 2 % 11 }
    return digits.last == checkCharacter((12 - sum % 11) % 11)
  }

  /// `10.`, a registrant of four to nine digits, and a suffix: the pattern that Crossref
  /// recommends (“DOIs and matching regular expressions”).
  static func isDOI(_ text: String) -> Bool {
    guard text.hasPrefix("10."), let slash = text.firstIndex(of: "/") else { return false }
    let registrant = text[text.index(text.startIndex, offsetBy: 3)..<slash].utf8
    let suffix = text[text.index(after: slash)...]
    return 4...9 ~= registrant.count && decimal(registrant) != nil && !suffix.isEmpty
      && suffix.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.value > 0x20 }
  }

  /// The identifier within an address such as `https://doi.org/10.1000/182` or `doi:10.1000/182`.
  static func doi(in text: String) -> String? {
    guard let start = text.firstRange(of: "10.")?.lowerBound else { return nil }
    let rest = String(text[start...])
    return isDOI(rest) ? rest : nil
  }

  /// Eight digits in two groups, weighted from 8 down (ISO 3297).
  static func isISSN(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 9, bytes[4] == UInt8(ascii: "-"),
      let digits = decimal(bytes[0..<4] + bytes[5..<8])
    else { return false }
    let sum = zip(digits, (2...8).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    return bytes[8] == checkCharacter((11 - sum % 11) % 11)
  }

  /// Ten or thirteen digits, with or without hyphens and spaces (ISO 2108).
  static func isISBN(_ text: String) -> Bool {
    let bytes = text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
    guard let last = bytes.last, let digits = decimal(bytes.dropLast()) else { return false }
    switch digits.count {
    case 9:
      let sum = zip(digits, (2...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
      return last == checkCharacter((11 - sum % 11) % 11)
    case 12:
      let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
      return last == UInt8(ascii: "0") + UInt8((10 - sum % 10) % 10)
    default: return false
    }
  }

  /// A positive integer without leading zeros, of at most 18 digits, or a ULID: 26 characters of
  /// Crockford's base 32, the first at most 7 (github.com/ulid/spec).
  static func isWorkID(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if decimal(bytes) != nil { return bytes.count <= 18 && bytes.first != UInt8(ascii: "0") }
    let alphabet = Set("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    return bytes.count == 26 && bytes[0] <= UInt8(ascii: "7")
      && bytes.allSatisfy(alphabet.contains)
  }

  private static func decimal(_ bytes: some Sequence<UInt8>) -> [Int]? {
    var digits: [Int] = []
    for byte in bytes {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
      digits.append(Int(byte - UInt8(ascii: "0")))
    }
    return digits.isEmpty ? nil : digits
  }

  private static func checkCharacter(_ value: Int) -> UInt8 {
    value == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(value)
  }
}
