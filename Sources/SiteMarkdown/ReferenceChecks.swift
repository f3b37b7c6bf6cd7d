import SiteDiagnostics
import SiteText

/// Characters that a text has only through numeric references: `&#x202E;`, `&#1;`.
extension MarkdownRenderer {
  /// Reports references in the block at hand to characters that change the direction of text unseen
  /// and to those that no page may hold.
  ///
  /// - Parameter literal: a text as it is read, which holds what code does not: the characters that
  ///   the references stand for.
  mutating func checkReferences(decodedTo literal: UnsafeBufferPointer<UInt8>) {
    guard hasReferences, style == .portal, literal.mayHoldHidden else { return }
    let range = blockRange()
    for finding in BidiControls.all(in: literal) {
      guard let offset = source.offset(ofReferenceTo: finding.scalar, in: range) else { continue }
      report(at: offset) { .bidiControl(finding, at: $0) }
    }
    for scalar in literal.forbiddenScalars {
      guard let offset = source.offset(ofReferenceTo: scalar.value, in: range) else { continue }
      report(at: offset) { .controlCharacter(scalar, at: $0) }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var mayHoldHidden: Bool {
    contains {
      $0 < 0x20 && $0 != 0x0A || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 || $0 >= 0xFE
    }
  }

  /// cmark writes U+FFFE and U+FFFF as the bytes FE and FF, which are in no UTF-8
  /// (`cmark_utf8proc_encode_char`).
  fileprivate var forbiddenScalars: [Unicode.Scalar] {
    indices.compactMap { index in
      switch self[index] {
      case 0xFE...: Unicode.Scalar(0xFF00 | UInt16(self[index]))
      case ..<0x80: Unicode.Scalar(self[index])
      case 0xC2 where index + 1 < count: Unicode.Scalar(self[index + 1])
      default: nil
      }
    }.filter(\.isForbiddenInPages)
  }
}

extension MarkdownSource {
  /// Whether `&#` is anywhere in the text.
  var hasNumericReferences: Bool { find(Self.opening, in: body) != nil }

  private static let opening = Array("&#".utf8)

  /// Where a block has a reference to a character that was not found before; nil where the character
  /// itself is written.
  mutating func offset(ofReferenceTo scalar: UInt32, in block: Range<Int>) -> Int? {
    var start = max(block.lowerBound, referenceCursor)
    while start < block.upperBound, let found = find(Self.opening, in: start..<block.upperBound) {
      start = found + 2
      guard number(at: start) == scalar else { continue }
      referenceCursor = start
      return found
    }
    return nil
  }

  /// The number of a reference, decimal or hexadecimal, whose digits begin at a byte.
  private func number(at offset: Int) -> UInt32? {
    let digits = file.bytes[offset..<body.upperBound].prefix { $0 != UInt8(ascii: ";") }.prefix(9)
    let text = String(decoding: digits, as: UTF8.self)
    guard let first = text.first, first == "x" || first == "X" else { return UInt32(text) }
    return UInt32(text.dropFirst(), radix: 16)
  }
}
