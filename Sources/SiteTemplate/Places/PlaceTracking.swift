extension Place {
  /// Follows the markup over one byte of a template's text.
  mutating func advance(over byte: UInt8) {
    switch mode {
    case .content: if byte == UInt8(ascii: "<") { mode = .tagOpen }
    case .tagOpen: openTag(byte)
    case .endTagOpen: openEndTag(byte)
    case .tagName: readTagName(byte)
    case .tag, .tagAfterBranches: readTag(byte)
    case .attributeName: readAttributeName(byte)
    case .afterAttributeName: readAfterAttributeName(byte)
    case .beforeValue: readBeforeValue(byte)
    case .quoted(let quote): readValue(byte, quote)
    case .unquoted: readUnquoted(byte)
    case .declaration(let hyphens): readDeclaration(byte, hyphens)
    case .bogus: if byte == UInt8(ascii: ">") { mode = .content }
    case .comment(let hyphens): readComment(byte, hyphens)
    case .rawText(let closing): readRawText(byte, closing)
    }
  }

  private mutating func openTag(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"): mode = .endTagOpen
    case UInt8(ascii: "!"): mode = .declaration(hyphens: 0)
    case UInt8(ascii: "?"): mode = .bogus
    case UInt8(ascii: "<"): mode = .tagOpen
    case _ where isLetter(byte): beginTag(byte, isEnd: false)
    default: mode = .content
    }
  }

  private mutating func openEndTag(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): mode = .content
    case _ where isLetter(byte): beginTag(byte, isEnd: true)
    default: mode = .bogus
    }
  }

  private mutating func beginTag(_ byte: UInt8, isEnd: Bool) {
    mode = .tagName
    element = lowercased(byte)
    isEndTag = isEnd
    attribute = ""
    value = ""
    scriptType = nil
    pragma = nil
    printsContent = false
    statedInTag = nil
    tagStatesLanguage = false
  }

  private mutating func readTagName(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): closeTag()
    case UInt8(ascii: "/"): mode = .tag
    case _ where isSpace(byte): mode = .tag
    default: element += lowercased(byte)
    }
  }

  private mutating func readTag(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): closeTag()
    case UInt8(ascii: "/"): mode = .tag
    case _ where isSpace(byte): mode = .tag
    default:
      if mode == .tagAfterBranches || byte == UInt8(ascii: "=") { isGlued = true }
      mode = .attributeName
      attribute = lowercased(byte)
    }
  }

  private mutating func readAttributeName(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): closeTag()
    case UInt8(ascii: "/"): mode = .tag
    case UInt8(ascii: "="): mode = .beforeValue
    case _ where isSpace(byte): mode = .afterAttributeName
    default: attribute += lowercased(byte)
    }
  }

  private mutating func readAfterAttributeName(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "="): mode = .beforeValue
    case _ where isSpace(byte): break
    default:
      mode = .tag
      readTag(byte)
    }
  }

  private mutating func readBeforeValue(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      mode = .quoted(byte)
      value = ""
      beginAddress()
    case UInt8(ascii: ">"): closeTag()
    case _ where isSpace(byte): break
    default:
      mode = .unquoted
      value = lowercased(byte)
    }
  }

  private mutating func readValue(_ byte: UInt8, _ quote: UInt8) {
    guard byte != quote else { return closeValue() }
    if isDeciding { value += lowercased(byte) }
    if Attributes.addresses.contains(attribute) { addressBeginning.advance(over: byte) }
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: "#"): address = .query
    case UInt8(ascii: ",") where Attributes.holdsSeveralAddresses(attribute): beginAddress()
    case _ where isSpace(byte): break
    default: if address == .start { address = .path }
    }
  }

  private mutating func beginAddress() {
    address = .start
    addressBeginning = AddressBeginning()
  }

  private mutating func readUnquoted(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      closeValue()
      closeTag()
    } else if isSpace(byte) {
      closeValue()
    } else {
      value += lowercased(byte)
    }
  }

  private mutating func closeValue() {
    mode = .tag
    if isDeciding {
      if element == "script" { scriptType = value } else { pragma = value }
    }
    if attribute == "lang" { tagStatesLanguage = true }
    attribute = ""
    value = ""
    beginAddress()
    isGlued = false
  }

  private mutating func closeTag() {
    mode = .content
    isGlued = false
    if isEndTag {
      if language?.element == element { language = nil }
      isTextOnly = false
      isEndTag = false
    } else {
      enterElement()
    }
    attribute = ""
    value = ""
    statedInTag = nil
    tagStatesLanguage = false
  }

  private mutating func enterElement() {
    if tagStatesLanguage, !Elements.void.contains(element) { language = statedInTag }
    isTextOnly = element == "option"
    isInJSONText = false
    isJSONEscape = false
    if Elements.text.contains(element) { mode = .rawText(closing: 0) }
  }

  private mutating func readDeclaration(_ byte: UInt8, _ hyphens: Int) {
    switch (byte, hyphens) {
    case (UInt8(ascii: "-"), 0): mode = .declaration(hyphens: 1)
    case (UInt8(ascii: "-"), _): mode = .comment(hyphens: 2)
    case (UInt8(ascii: ">"), _): mode = .content
    default: mode = .bogus
    }
  }

  private mutating func readComment(_ byte: UInt8, _ hyphens: Int) {
    switch byte {
    case UInt8(ascii: "-"): mode = .comment(hyphens: Swift.min(hyphens + 1, 2))
    case UInt8(ascii: ">") where hyphens == 2: mode = .content
    default: mode = .comment(hyphens: 0)
    }
  }

  private mutating func readRawText(_ byte: UInt8, _ closing: Int) {
    let ending = "</" + element
    if closing == ending.utf8.count {
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isSpace(byte) {
        mode = .tag
        isEndTag = true
        return readTag(byte)
      }
      mode = .rawText(closing: 0)
    } else if lowercased(byte) == String(ending[ending.index(ending.startIndex, offsetBy: closing)])
    {
      mode = .rawText(closing: closing + 1)
      return
    } else {
      mode = .rawText(closing: byte == UInt8(ascii: "<") ? 1 : 0)
    }
    if isJSONScript { readJSON(byte) }
  }

  private mutating func readJSON(_ byte: UInt8) {
    if isJSONEscape {
      isJSONEscape = false
    } else if byte == UInt8(ascii: "\\"), isInJSONText {
      isJSONEscape = true
    } else if byte == UInt8(ascii: "\"") {
      isInJSONText.toggle()
    }
  }

  /// Whether raw text here is JSON.
  var isJSONScript: Bool {
    guard element == "script", let type = scriptType else { return false }
    return type == "application/json" || type.hasSuffix("+json")
  }
}

func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

private func lowercased(_ byte: UInt8) -> String {
  String(Unicode.Scalar(byte)).lowercased()
}

/// Elements by how the tokenizer reads their content.
enum Elements {
  /// Content is text up to the end tag (HTML Living Standard, 13.2.6.4 and 13.1.2).
  static let text: Set<String> = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes",
  ]

  /// Text in which character references are decoded.
  static let escapableText: Set<String> = ["title", "textarea"]

  /// Elements that never have an end tag (HTML Living Standard, 13.1.2).
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// Elements whose content is SVG or MathML, in which `/>` ends an element; false for those inside
  /// them whose content is HTML again (HTML Living Standard, 13.2.6.5).
  static let foreign: [String: Bool] = [
    "svg": true, "math": true, "foreignobject": false, "desc": false, "title": false,
    "annotation-xml": false,
  ]
}
