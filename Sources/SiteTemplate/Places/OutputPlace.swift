/// How a value is escaped where it is printed.
enum OutputPlace: Hashable, Sendable {
  /// Between tags: escaped, and isolated by markup.
  case content
  /// Text in which no element may stand (`title`, `option`): escaped, isolated by characters.
  case plainContent
  /// `textarea`: escaped, never isolated.
  case verbatimContent
  /// A quoted attribute; isolated by characters where people read it.
  case attribute(isRead: Bool)
  /// The beginning of an address.
  case address
  /// A later part of an address's path.
  case addressPath
  /// A part of an address's query or fragment.
  case addressQuery
  /// A value in a script element that holds JSON.
  case json
}

/// Why nothing may be printed at a place.
enum ForbiddenPlace: Sendable {
  case tagName
  case attributeName
  case unquotedValue
  case eventHandler(String)
  case styleAttribute
  case markupAttribute(String)
  case script
  case style
  case rawText(String)
  case jsonText
  case comment
  case gluedName
  /// `content` of a `meta` whose `http-equiv` makes the browser act.
  case pragma
  /// An attribute of an element that animates others, by the element's name.
  case animation(String)
  /// An address that is code or a document: `javascript:`.
  case addressOfCode
}

/// Attributes by what their values are.
enum Attributes {
  /// Values are addresses (HTML Living Standard, index of attributes; SVG's `xlink:href`).
  static let addresses: Set<String> = [
    "href", "src", "action", "srcset", "poster", "cite", "data", "formaction", "imagesrcset",
    "xlink:href", "manifest", "background", "ping", "longdesc",
  ]

  /// Values are read by people, so that their direction matters.
  static let read: Set<String> = [
    "title", "alt", "aria-label", "aria-description", "aria-placeholder", "aria-roledescription",
    "aria-valuetext", "placeholder", "label",
  ]

  /// Addresses that a page loads by itself, and those that others are read against: only what is an
  /// address by its type may stand there.
  static func isLoaded(_ name: String, of element: String) -> Bool {
    switch element {
    case "base", "link": name == "href"
    case "script", "iframe", "frame", "embed": name == "src"
    case "object": name == "data"
    default: false
    }
  }

  /// Elements that write other attributes, those of addresses and of events among them (SVG
  /// Animations Level 2, section 2).
  static let animations: Set<String> = [
    "animate", "animatecolor", "animatemotion", "animatetransform", "set",
  ]
  static let animated: Set<String> = ["attributename", "values", "from", "to", "by", "href"]

  /// What `http-equiv` may be beside a `content` that is printed (HTML Living Standard, 4.2.5.3):
  /// not `refresh`, which leads to another page.
  static let harmlessPragmas: Set<String> = [
    "content-language", "content-security-policy", "content-type", "default-style",
    "x-ua-compatible",
  ]

  static func holdsSeveralAddresses(_ name: String) -> Bool {
    name == "srcset" || name == "imagesrcset"
  }
}

extension Place {
  /// How a value is to be printed here.
  func output() -> Result<OutputPlace, ForbiddenOutput> {
    switch mode {
    case .content: .success(isTextOnly ? .plainContent : .content)
    case .tagOpen, .endTagOpen, .tagName: .failure(.init(reason: .tagName))
    case .tag, .tagAfterBranches, .attributeName, .afterAttributeName:
      .failure(.init(reason: .attributeName))
    case .beforeValue, .unquoted: .failure(.init(reason: .unquotedValue))
    case .quoted: attributeOutput()
    case .declaration, .bogus, .comment: .failure(.init(reason: .comment))
    case .rawText(let closing): rawTextOutput(closing)
    }
  }

  /// Wraps the reason, since a `Result` wants an error.
  struct ForbiddenOutput: Error {
    let reason: ForbiddenPlace
  }

  /// Whether a text here could say where the browser loads from, or what it reads addresses
  /// against: it begins the address, or stands in the name of the host.
  var decidesWhatIsLoaded: Bool {
    guard case .quoted = mode, Attributes.isLoaded(attribute, of: element) else { return false }
    return address == .start || addressBeginning.leadsToHost
  }

  /// Whether the attribute's value decides about what may be printed.
  var isDeciding: Bool {
    switch element {
    case "script": attribute == "type"
    case "meta": attribute == "http-equiv"
    default: false
    }
  }

  private var isHarmlessPragma: Bool { pragma.map(Attributes.harmlessPragmas.contains) ?? true }

  /// Whether a `meta` tag was given a printed `content` before the `http-equiv` that forbids it.
  var hasLatePragma: Bool { printsContent && !isHarmlessPragma }

  private func attributeOutput() -> Result<OutputPlace, ForbiddenOutput> {
    if isGlued { return .failure(.init(reason: .gluedName)) }
    if attribute.hasPrefix("on") { return .failure(.init(reason: .eventHandler(attribute))) }
    if attribute == "style" { return .failure(.init(reason: .styleAttribute)) }
    if attribute == "srcdoc" { return .failure(.init(reason: .markupAttribute(attribute))) }
    if Attributes.animations.contains(element), Attributes.animated.contains(attribute) {
      return .failure(.init(reason: .animation(element)))
    }
    if element == "meta", attribute == "content", !isHarmlessPragma {
      return .failure(.init(reason: .pragma))
    }
    guard Attributes.addresses.contains(attribute) else {
      return .success(.attribute(isRead: Attributes.read.contains(attribute)))
    }
    if addressBeginning.isOfCode { return .failure(.init(reason: .addressOfCode)) }
    return switch address {
    case .start: .success(.address)
    case .path: .success(.addressPath)
    case .query: .success(.addressQuery)
    }
  }

  private func rawTextOutput(_ closing: Int) -> Result<OutputPlace, ForbiddenOutput> {
    if closing > 0 { return .failure(.init(reason: .tagName)) }
    switch element {
    case "title": return .success(.plainContent)
    case "textarea": return .success(.verbatimContent)
    case "style": return .failure(.init(reason: .style))
    case "script":
      guard isJSONScript else { return .failure(.init(reason: .script)) }
      return isInJSONText ? .failure(.init(reason: .jsonText)) : .success(.json)
    default: return .failure(.init(reason: .rawText(element)))
    }
  }

  /// Follows the markup over a printed value.
  ///
  /// - Parameters:
  ///   - expression: the value, which may state the language of an element.
  ///   - mayBeEmpty: whether it may print nothing.
  mutating func advance(overValue expression: Int32, mayBeEmpty: Bool) {
    guard case .quoted = mode else { return }
    if address == .start { address = .path }
    if Attributes.addresses.contains(attribute) {
      addressBeginning.advance(overValueThatMayBeEmpty: mayBeEmpty)
    }
    if isDeciding { value = "?" }
    if element == "meta", attribute == "content", isHarmlessPragma { printsContent = true }
    if attribute == "lang", element != "html" {
      statedInTag = StatedLanguage(element: element, expression: expression)
    }
  }

  /// Where the markup stands, for messages.
  var description: (english: String, arabic: String) {
    switch mode {
    case .content: ("between elements", "بين العناصر")
    case .tagOpen, .endTagOpen, .tagName, .tag, .tagAfterBranches, .attributeName,
      .afterAttributeName:
      ("inside a tag ‘\(element)’", "داخل وسم «\(element)»")
    case .beforeValue, .quoted, .unquoted:
      ("inside the attribute ‘\(attribute)’", "داخل الخاصية «\(attribute)»")
    case .declaration, .bogus, .comment: ("inside a comment", "داخل تعليق")
    case .rawText: ("inside the element ‘\(element)’", "داخل العنصر «\(element)»")
    }
  }
}
