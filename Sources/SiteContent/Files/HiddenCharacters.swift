import SiteDiagnostics
import SiteText
import SiteYAML

/// Finds characters that change the direction of text unseen (“Trojan Source”, CVE-2021-42574), and
/// those that no page may hold.
enum HiddenCharacters {
  /// What is wrong with the texts of a YAML tree, as they are read: an escape such as `\u202E` counts
  /// as what it stands for. The bytes are scanned first, since nearly no file has any.
  static func check(_ node: YAMLNode, in file: SourceFile) -> [Diagnostic] {
    guard mayContain(file.bytes[node.bytes]) else { return [] }
    switch node.content {
    case .null: return []
    case .scalar(let text, _): return finding(in: text, at: node.bytes, file).map { [$0] } ?? []
    case .sequence(let items): return items.flatMap { check($0, in: file) }
    case .mapping(let entries): return entries.flatMap { check($0.value, in: file) }
    }
  }

  private static func finding(
    in text: String, at bytes: Range<Int>, _ file: SourceFile
  ) -> Diagnostic? {
    if let control = text.unicodeScalars.first(where: \.isForbiddenInPages) {
      return .controlCharacter(control, at: file.location(atByte: bytes.lowerBound))
    }
    var open: [Unicode.Scalar] = []
    var seen: Unicode.Scalar?
    for scalar in text.unicodeScalars where scalar.properties.isBidiControl {
      let place = file.location(atByte: bytes.lowerBound)
      switch scalar {
      case "\u{202D}", "\u{202E}": return .bidiOverride(scalar, at: place)
      case "\u{202A}", "\u{202B}", "\u{2066}", "\u{2067}", "\u{2068}": open.append(scalar)
      case "\u{202C}", "\u{2069}":
        guard let opening = open.popLast(), closes(scalar, opening) else {
          return .bidiUnbalanced(scalar, at: place)
        }
      default: break
      }
      seen = seen ?? scalar
    }
    let place = file.location(atByte: bytes.lowerBound)
    if let left = open.last { return .bidiUnbalanced(left, at: place) }
    return seen.map { .bidiControl($0, at: place) }
  }

  private static func closes(_ closing: Unicode.Scalar, _ opening: Unicode.Scalar) -> Bool {
    (closing == "\u{202C}") == (opening.value < 0x2066)
  }

  /// A file without the characters that no text should hold, and a warning where it had any:
  /// controls but line ends and tabs, U+FFFE, U+FFFF. They come from conversions and carry no text.
  /// U+FEFF, of which a note is enough, would keep Markdown from seeing what it stands before.
  static func removeForbidden(from file: SourceFile) -> (
    file: SourceFile, diagnostics: [Diagnostic]
  ) {
    let (kept, removed) = removeForbidden(from: file.bytes)
    guard !removed.isEmpty else { return (file, []) }
    let mark = removed.first { file.bytes.hasByteOrderMark(at: $0) }
    let controls = removed.filter { !file.bytes.hasByteOrderMark(at: $0) }
    var diagnostics: [Diagnostic] = []
    if let first = controls.first {
      let text = String(decoding: file.bytes[first...].prefix(4), as: UTF8.self)
      diagnostics.append(
        .controlCharactersLeftOut(
          first: text.unicodeScalars.first ?? "\u{FFFD}", count: controls.count,
          at: file.location(atByte: first)))
    }
    if let mark { diagnostics.append(.byteOrderMarkLeftOut(at: file.location(atByte: mark))) }
    return (SourceFile(path: file.path, bytes: kept), diagnostics)
  }

  /// What is left of bytes without the characters that no text should hold, and where those stood.
  static func removeForbidden(from bytes: [UInt8]) -> (kept: [UInt8], removed: [Int]) {
    var kept: [UInt8] = []
    var removed: [Int] = []
    var next = 0
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      let end = min(start + chunk, bytes.count)
      guard bytes[start..<min(end + 1, bytes.count)].mayHoldForbidden else { continue }
      for offset in max(start, next)..<max(end, next) where bytes.isForbidden(at: offset) {
        kept += bytes[next..<offset]
        removed.append(offset)
        next = offset + bytes[offset].sequenceLength
      }
    }
    return removed.isEmpty ? (bytes, []) : (kept + bytes[next...], removed)
  }

  /// Bytes that are scanned before any of them is looked at.
  private static let chunk = 1024

  /// Whether an escape, or bytes of U+0080–9F, U+061C, U+200E, U+200F, U+202A–202E or U+2066–2069 are among
  /// these.
  private static func mayContain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices.dropLast() {
        switch (bytes[index], bytes[index + 1]) {
        case (UInt8(ascii: "\\"), _), (0xEF, 0xBF), (0xC2, 0x80...0x9F): return true
        case (0xD8, 0x9C): return true
        case (0xE2, 0x80), (0xE2, 0x81):
          let last = index + 2 < bytes.count ? bytes[index + 2] : 0
          let isControl =
            bytes[index + 1] == 0x80
            ? last == 0x8E || last == 0x8F || 0xAA...0xAE ~= last : 0xA6...0xA9 ~= last
          if isControl { return true }
        default: break
        }
      }
      return false
    }
  }
}

extension ArraySlice<UInt8> {
  /// A scan without branches, which takes many bytes at once: `&&` and `||` would be branches.
  fileprivate var mayHoldForbidden: Bool {
    withUnsafeBufferPointer { bytes in
      var found: UInt8 = 0
      var previous: UInt8 = 0
      for byte in bytes {
        found |= (byte < 0x20).bit & (byte != 0x09).bit & (byte != 0x0A).bit & (byte != 0x0D).bit
        found |= (previous == 0xC2).bit & (byte < 0xA0).bit
        found |= (byte == 0x7F).bit | (byte == 0xEF).bit
        previous = byte
      }
      return found != 0
    }
  }
}

extension Bool {
  @inline(__always)
  fileprivate var bit: UInt8 { self ? 1 : 0 }
}

extension [UInt8] {
  /// Whether a character that `isForbiddenInPages` begins at a byte, or U+FEFF amid the text.
  fileprivate func isForbidden(at index: Int) -> Bool {
    switch self[index] {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F: true
    case 0xC2: index + 1 < count && self[index + 1] < 0xA0
    case 0xEF where hasByteOrderMark(at: index): index > 0
    case 0xEF: index + 2 < count && self[index + 1] == 0xBF && self[index + 2] >= 0xBE
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate func hasByteOrderMark(at index: Int) -> Bool {
    self[index...].starts(with: [0xEF, 0xBB, 0xBF])
  }
}

extension UInt8 {
  /// How many bytes the character has that begins with this byte, of those that are forbidden.
  fileprivate var sequenceLength: Int { self < 0x80 ? 1 : self == 0xC2 ? 2 : 3 }
}
