extension [UInt8] {
  /// Appends a string's UTF-8 as it is.
  @inlinable
  public mutating func append(_ string: String) {
    append(contentsOf: string.utf8)
  }

  /// Appends text for an element's content: `&`, `<` and `>` escaped (HTML Living Standard,
  /// “Escaping a string”), and controls, which HTML forbids, left out. So do those that follow.
  public mutating func appendEscaped(_ text: String) {
    append(escaping: text.utf8, with: textEscape)
  }

  /// Appends bytes of text for an element's content: `&`, `<` and `>` escaped.
  public mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
    append(escaping: text, with: textEscape)
  }

  /// Appends text for a quoted attribute's value: `&`, `<`, `>`, `"` and `'` escaped.
  public mutating func appendEscaped(attribute text: String) {
    append(escaping: text.utf8, with: attributeEscape)
  }

  /// Appends bytes of text for a quoted attribute's value: `&`, `<`, `>`, `"` and `'` escaped.
  public mutating func appendEscaped(attribute text: ArraySlice<UInt8>) {
    append(escaping: text, with: attributeEscape)
  }

  /// Appends a JSON string with its quotes (RFC 8259, section 7), safe inside a script element:
  /// `<`, `>` and `&` are written as `\u003c`, `\u003e` and `\u0026`.
  public mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    append(escaping: text.utf8, with: jsonEscape)
    append(UInt8(ascii: "\""))
  }

  /// Appends text inside a JSON string, escaped as `appendJSON(_:)` does, without the quotes.
  public mutating func appendEscaped(json text: String) {
    append(escaping: text.utf8, with: jsonEscape)
  }

  /// Appends text for XML, content or attribute: `&`, `<`, `>`, `"` and `'` escaped, and the
  /// characters that XML 1.0 forbids (production 2: controls, U+FFFE and U+FFFF) left out.
  public mutating func appendEscaped(xml text: String) {
    let mayHaveNoncharacters = text.utf8.contains(0xEF)
    guard mayHaveNoncharacters, text.unicodeScalars.contains(where: isXMLNoncharacter) else {
      append(escaping: text.utf8, with: xmlEscape)
      return
    }
    let allowed = text.unicodeScalars.filter { !isXMLNoncharacter($0) }
    append(escaping: String(String.UnicodeScalarView(allowed)).utf8, with: xmlEscape)
  }

  private mutating func append(
    escaping text: some Collection<UInt8>, with escape: (UInt8) -> StaticString?
  ) {
    let done: Void? = text.withContiguousStorageIfAvailable { buffer in
      var copied = 0
      for index in buffer.indices {
        guard let replacement = escape(buffer[index]) else { continue }
        append(contentsOf: buffer[copied..<index])
        append(replacement)
        copied = index + 1
      }
      append(contentsOf: buffer[copied...])
    }
    if done == nil { append(escaping: Array(text), with: escape) }
  }

  /// Appends a literal's UTF-8.
  public mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }
}

private func textEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: ""
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  default: nil
  }
}

private func attributeEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: textEscape(byte)
  }
}

private func isXMLNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "\u{FFFE}" || scalar == "\u{FFFF}"
}

private func xmlEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case 0x3F...: nil
  default: attributeEscape(byte)
  }
}

private func jsonEscape(_ byte: UInt8) -> StaticString? {
  switch byte {
  case 0x5D...: nil
  case UInt8(ascii: "\""): "\\\""
  case UInt8(ascii: "\\"): "\\\\"
  case UInt8(ascii: "\n"): "\\n"
  case UInt8(ascii: "\r"): "\\r"
  case UInt8(ascii: "\t"): "\\t"
  case UInt8(ascii: "<"): "\\u003c"
  case UInt8(ascii: ">"): "\\u003e"
  case UInt8(ascii: "&"): "\\u0026"
  case 0..<0x20: controlEscapes[Int(byte)]
  default: nil
  }
}

private let controlEscapes: [StaticString] = [
  "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
  "\\u0008", "\\u0009", "\\u000a", "\\u000b", "\\u000c", "\\u000d", "\\u000e", "\\u000f",
  "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
  "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
]
