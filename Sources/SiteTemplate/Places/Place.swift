/// Where in the markup a byte of a template stands, as the HTML tokenizer would have it
/// (HTML Living Standard, section 13.2.5, reduced to what decides about escaping).
struct Place: Hashable, Sendable {
  enum Mode: Hashable, Sendable {
    case content
    /// Behind `<`.
    case tagOpen
    /// Behind `</`.
    case endTagOpen
    case tagName
    /// In a tag, outside names and values.
    case tag
    /// In a tag where branches met that had left a name open: a separator must follow.
    case tagAfterBranches
    case attributeName
    case afterAttributeName
    case beforeValue
    case quoted(UInt8)
    case unquoted
    /// Behind `<!`, with the number of hyphens that followed.
    case declaration(hyphens: Int)
    /// `<!doctype …>` and other things that end at the next `>`.
    case bogus
    /// With the number of hyphens just read, at most two.
    case comment(hyphens: Int)
    /// In an element whose content is text, with the bytes of its end tag just read.
    case rawText(closing: Int)
  }

  /// How far into an address an attribute's value has come.
  enum AddressPart: Int, Hashable, Sendable {
    case start
    case path
    case query
  }

  /// An element that states the language of its content by an expression.
  struct StatedLanguage: Hashable, Sendable {
    let element: String
    /// The expression that gives the language's tag.
    let expression: Int32
  }

  var mode = Mode.content
  /// The name of the tag that is being read, or of the element around raw text.
  var element = ""
  var isEndTag = false
  var attribute = ""
  /// What was written of a value that decides about what may be printed: the `type` of a script,
  /// the `http-equiv` of a `meta`.
  var value = ""
  /// The `type` of the script tag that is being read; nil without one.
  var scriptType: String?
  /// The `http-equiv` of the `meta` tag that is being read; nil without one.
  var pragma: String?
  /// Whether the `meta` tag that is being read has a value in its `content`.
  var printsContent = false
  var address = AddressPart.start
  /// What was written of the address that is being read.
  var addressBeginning = AddressBeginning()
  /// The innermost known language, nil for the page's.
  var language: StatedLanguage?
  /// The language that the tag being read states.
  var statedInTag: StatedLanguage?
  var tagStatesLanguage = false
  /// Inside an element that cannot hold markup, such as `option`.
  var isTextOnly = false
  /// Inside a quoted text of a JSON script.
  var isInJSONText = false
  var isJSONEscape = false
  /// Set when a name was put together from branches, which cannot be checked.
  var isGlued = false
}

extension Place {
  /// The place after branches that ended in these two; nil when no escaping would suit both.
  static func joined(_ first: Place, _ second: Place) -> Place? {
    if first == second { return first }
    guard first.element == second.element, first.isEndTag == second.isEndTag,
      first.isInJSONText == second.isInJSONText, first.isJSONEscape == second.isJSONEscape,
      let mode = joined(first.mode, second.mode)
    else { return nil }
    if mode != .tag, mode != .tagAfterBranches, first.attribute != second.attribute { return nil }
    var place = first
    place.mode = mode
    place.value = first.value == second.value ? first.value : "?"
    place.scriptType = first.scriptType == second.scriptType ? first.scriptType : "?"
    place.pragma = first.pragma == second.pragma ? first.pragma : "?"
    place.printsContent = first.printsContent || second.printsContent
    place.address =
      first.address.rawValue > second.address.rawValue ? first.address : second.address
    place.addressBeginning = .joined(first.addressBeginning, second.addressBeginning)
    place.language = first.language == second.language ? first.language : nil
    place.statedInTag = first.statedInTag == second.statedInTag ? first.statedInTag : nil
    place.tagStatesLanguage = first.tagStatesLanguage || second.tagStatesLanguage
    place.isTextOnly = first.isTextOnly || second.isTextOnly
    place.isGlued = first.isGlued || second.isGlued
    return place
  }

  private static func joined(_ first: Mode, _ second: Mode) -> Mode? {
    if first == second { return first }
    let settled: Set<Mode> = [.tag, .afterAttributeName]
    if settled.contains(first), settled.contains(second) { return .tag }
    let names: Set<Mode> = [
      .tag, .tagName, .attributeName, .afterAttributeName, .tagAfterBranches,
    ]
    return names.contains(first) && names.contains(second) ? .tagAfterBranches : nil
  }

  /// A place compared without what a tag leaves behind once it is closed.
  func settled() -> Place {
    guard mode == .content else { return self }
    var place = Place()
    place.language = language
    place.isTextOnly = isTextOnly
    return place
  }
}
