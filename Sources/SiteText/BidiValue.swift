import SiteHTML

extension BidiIsolation {
  /// Appends a text that keeps its own language: inside `<bdi lang dir>` when that is not the
  /// language around it.
  public func append(_ text: LocalizedText, to html: inout [UInt8]) {
    guard text.language != language else { return append(text.text, to: &html) }
    html.append("<bdi lang=\"")
    html.appendEscaped(attribute: text.language.tag)
    html.append("\" dir=\"")
    html.append(text.language.direction.rawValue)
    html.append("\">")
    BidiIsolation(text.language, otherLanguage: language).append(text.text, to: &html)
    html.append("</bdi>")
  }

  /// The text for a place without markup (an attribute, a `<title>`, a feed's field), not escaped:
  /// between FSI and PDI when its direction is not that of the language around it, and without the
  /// bidi controls that are not balanced in it.
  public func plain(_ text: LocalizedText) -> String {
    var bytes = text.text
    let balanced = bytes.withUTF8 { buffer in
      buffer.contains(0xE2)
        ? String(decoding: BidiControls.balanced(buffer), as: UTF8.self) : nil
    }
    let value = balanced ?? text.text
    return text.language.direction == direction ? value : "\u{2068}\(value)\u{2069}"
  }
}

/// Which scripts a text is written in, as seen from a language.
public enum BidiScripts: Sendable, Hashable {
  /// No letters: numbers and punctuation at most.
  case none
  /// Letters of the other direction only.
  case otherOnly
  /// At least one letter of the language's own direction.
  case own
}

extension BidiIsolation {
  /// Which letters a text has. The scan ends at the first letter of the language's own direction.
  public func scripts(in text: UnsafeBufferPointer<UInt8>) -> BidiScripts {
    let reader = UTF8Text(bytes: text)
    var result = BidiScripts.none
    var index = 0
    while index < text.count {
      let found = reader.bidiClass(at: index)
      switch (direction, found.class) {
      case (.rightToLeft, .rightToLeft), (.leftToRight, .latin), (.leftToRight, .otherLeftToRight):
        return .own
      case (.rightToLeft, .latin), (.leftToRight, .rightToLeft):
        result = .otherOnly
      default: break
      }
      index += found.length
    }
    return result
  }
}
