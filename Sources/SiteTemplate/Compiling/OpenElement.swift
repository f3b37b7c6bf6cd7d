import SiteDiagnostics

/// Where a tag or a comment begins.
struct TagStart: Sendable {
  var file = SourceFile(path: "", bytes: [])
  var offset = 0

  var location: SourceLocation { file.location(atByte: offset) }
}

/// An element whose end tag has not come yet.
struct OpenElement: Sendable {
  let name: String
  let start: TagStart
  /// Set once something was reported about it, so that one mistake is told once.
  var isReported = false
}

/// A part of a template, which must close what it opens.
enum TemplatePart: Sendable {
  /// By its path.
  case file(String)
  /// By its name.
  case block(String)
  /// The body of a `for`.
  case loop
}

extension Place {
  /// A tag that has come to its end.
  struct Tag {
    let name: String
    let isEnd: Bool
    /// Whether `/` right before its `>` is its own: not where it ends an unquoted value.
    let mayEndItself: Bool
  }

  /// The tag that a `>` here would end.
  var tagToEnd: Tag? {
    switch mode {
    case .tagName, .tag, .tagAfterBranches, .attributeName, .afterAttributeName, .beforeValue:
      Tag(name: element, isEnd: isEndTag, mayEndItself: true)
    case .unquoted: Tag(name: element, isEnd: isEndTag, mayEndItself: false)
    case .rawText(let closing) where closing == element.utf8.count + 2:
      Tag(name: element, isEnd: true, mayEndItself: false)
    default: nil
    }
  }

  /// Whether the `<` at the start of these bytes shows that the tag or the title it stands in never
  /// ended. In a quoted value and in a title only what begins a tag does, `<` and a letter or `/`.
  func isBroken(by bytes: ArraySlice<UInt8>) -> Bool {
    let next = bytes.dropFirst().first ?? 0
    let beginsTag = next == UInt8(ascii: "/") || isLetter(next)
    return switch mode {
    case .quoted: beginsTag
    case .rawText(closing: 0) where element == "title":
      beginsTag && !bytes.prefix(7).map { $0 | 0x20 }.elementsEqual("</title".utf8)
    case .rawText: false
    default: tagToEnd != nil
    }
  }

  /// What would end the tag or the raw text here.
  var missingEnd: [UInt8] {
    switch mode {
    case .quoted(let quote): [quote, UInt8(ascii: ">")]
    case .rawText: Array("</\(element)>".utf8)
    default: [UInt8(ascii: ">")]
    }
  }
}
