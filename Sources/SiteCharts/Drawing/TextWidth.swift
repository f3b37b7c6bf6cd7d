/// How wide text is about, in em, which is all that is known of the reader's font.
///
/// The widths are those of Literata and Noto Naskh Arabic, rounded up.
enum TextWidth {
  static func of(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// Words in lines of at most a width; a word that is wider has a line of its own.
  static func lines(of text: String, within limit: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, of(last) + of(" ") + of(String(word)) <= limit {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x30...0x39: 0.58
    case 0x20, 0x2C, 0x2E, 0x27, 0x3A, 0x69, 0x6A, 0x6C: 0.3
    case 0x41...0x5A: 0.7
    case 0x300...0x36F, 0x610...0x61A, 0x61C, 0x64B...0x65F, 0x670, 0x200B...0x200F,
      0x2066...0x2069:
      0
    case 0x21...0x7E, 0xA0...0x6FF: 0.56
    default: 1
    }
  }
}
