/// The beginning of an address, as far as a template writes it: what browsers would take a value
/// behind it for (URL Standard, “basic URL parser”).
struct AddressBeginning: Hashable, Sendable {
  /// In lower case and without spaces, with marks for what is not known.
  private var bytes: [UInt8] = []
  /// Whether nothing that follows can belong to a scheme or a host.
  private(set) var isOver = false

  init() {}

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Something that is not known and not empty.
  private static let value: UInt8 = 0
  /// Something that is not known and may be empty, or a scheme.
  private static let anything: UInt8 = 1

  /// Schemes whose addresses are code or a document.
  private static let schemesOfCode = ["javascript", "vbscript", "data"].map { Array($0.utf8) }

  /// Follows one byte of a template's text.
  mutating func advance(over byte: UInt8) {
    guard !isOver, byte > 0x20 else { return }
    bytes.append(isLetter(byte) ? byte | 0x20 : byte)
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: "#"): isOver = !isOfCode
    case UInt8(ascii: "/"), UInt8(ascii: "\\"): isOver = !isOfCode && !endsBeforeHost
    default: break
    }
    if isOver { bytes = [] }
  }

  /// Follows a printed value.
  mutating func advance(overValueThatMayBeEmpty mayBeEmpty: Bool) {
    if !isOver { bytes.append(mayBeEmpty ? Self.anything : Self.value) }
  }

  /// What is known where branches meet: at worst that it may be an address of code, else that it
  /// may be anything.
  static func joined(_ first: Self, _ second: Self) -> Self {
    if first == second || second.isOver { return first }
    if first.isOver { return second }
    return first.isOfCode || second.isOfCode ? ofCode : unknown
  }

  private static let unknown = Self(bytes: [anything])
  private static let ofCode = Self(bytes: schemesOfCode[0] + [UInt8(ascii: ":")])

  /// The scheme, where the beginning has one whole.
  private var scheme: ArraySlice<UInt8>? {
    let end = bytes.firstIndex { ":/\\?#".utf8.contains($0) } ?? bytes.endIndex
    return end < bytes.endIndex && bytes[end] == UInt8(ascii: ":") ? bytes[..<end] : nil
  }

  /// Whether the address is or may be code or a document, whatever follows.
  var isOfCode: Bool {
    guard let scheme else { return false }
    let known = scheme.split(separator: Self.anything, omittingEmptySubsequences: false)
    guard known.count > 1, let start = known.first, let end = known.last else {
      return Self.schemesOfCode.contains { scheme.elementsEqual($0) }
    }
    return Self.schemesOfCode.contains {
      $0.starts(with: start) && $0.reversed().starts(with: end.reversed())
    }
  }

  /// Whether nothing but slashes is known to follow the scheme, or to begin the address.
  private var endsBeforeHost: Bool {
    bytes.dropFirst(scheme.map { $0.count + 1 } ?? 0).allSatisfy {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 == Self.anything
    }
  }

  /// Whether a text that follows, encoded as part of an address, can belong to its host.
  var leadsToHost: Bool {
    guard !isOver else { return false }
    if scheme != nil || bytes.contains(Self.value) || bytes.contains(Self.anything) { return true }
    return bytes.count > 1 && bytes.prefix(2).allSatisfy { "/\\".utf8.contains($0) }
  }
}
