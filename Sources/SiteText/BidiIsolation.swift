import SiteHTML

/// Writes text into a page so that every run keeps its place whatever stands around it.
///
/// The Unicode bidirectional algorithm (UAX #9) orders a line from the characters alone, and moves
/// a date, a sign or a Latin name that an Arabic sentence contains. A value of this type belongs
/// to the language that surrounds the text; it wraps the runs of the other direction in `<bdi>`
/// and leaves all the rest as it is. Digits are never rewritten and nothing is reordered.
public struct BidiIsolation: Sendable, Hashable {
  /// The language of the text, which gives the direction around every run.
  public let language: LanguageCode
  /// The language that words of the other direction are marked with.
  public let otherLanguage: LanguageCode

  /// The direction around the runs.
  public let direction: Direction

  /// What opens and closes the runs.
  private struct Marks: Sendable, Hashable {
    let words: [UInt8]
    var leftToRight = Array("<bdi dir=\"ltr\">".utf8)
    var range = Array("<bdi dir=\"rtl\">&#x61C;".utf8)
    var end = Array("</bdi>".utf8)
    /// Whether the text around the marks is escaped as markup is.
    var areMarkup = true

    /// The isolates of UAX #9.
    static func characters(_ direction: Direction) -> Marks {
      Marks(
        words: Array((direction == .rightToLeft ? "\u{2066}" : "\u{2067}").utf8),
        leftToRight: Array("\u{2066}".utf8), range: Array("\u{2067}\u{61C}".utf8),
        end: Array("\u{2069}".utf8))
    }
  }

  private var marks: Marks

  /// - Parameters:
  ///   - language: the language of the text.
  ///   - otherLanguage: the language of words in the other direction; English in right-to-left text
  ///     and Arabic in left-to-right text when it is not given.
  public init(_ language: LanguageCode, otherLanguage: LanguageCode? = nil) {
    self.language = language
    direction = language.direction
    let isRightToLeft = direction == .rightToLeft
    let other = otherLanguage ?? (isRightToLeft ? .english : .arabic)
    self.otherLanguage = other
    var open: [UInt8] = []
    open.append("<bdi lang=\"")
    open.appendEscaped(attribute: other.tag)
    open.append(isRightToLeft ? "\" dir=\"ltr\">" : "\" dir=\"rtl\">")
    marks = Marks(words: open)
  }

  /// The same isolation by invisible characters, for text that takes no `<bdi>`, such as that of
  /// SVG. What is appended is escaped all the same.
  public var withCharacters: BidiIsolation {
    var isolation = self
    isolation.marks = .characters(direction)
    return isolation
  }

  /// The text with the same isolation by invisible characters and not escaped, for places that are
  /// no markup at all, such as a picture's letters.
  public func isolated(_ text: LocalizedText) -> String {
    var isolation = BidiIsolation(text.language, otherLanguage: language).withCharacters
    isolation.marks.areMarkup = false
    var bytes: [UInt8] = []
    isolation.append(text.text, to: &bytes)
    let isolated = String(decoding: bytes, as: UTF8.self)
    guard text.language.direction != direction else { return isolated }
    let start = direction == .rightToLeft ? "\u{2066}" : "\u{2067}"
    return start + isolated + "\u{2069}"
  }

  /// The isolation inside a part that is written in the other language.
  public var reversed: BidiIsolation {
    BidiIsolation(otherLanguage, otherLanguage: language)
  }

  /// Appends text for an element's content: escaped, and with the runs isolated that need it.
  public func append(_ text: String, to html: inout [UInt8]) {
    var text = text
    text.withUTF8 { _ = append($0, after: .nothing, to: &html) }
  }

  /// Appends UTF-8 for an element's content: escaped, and with the runs isolated that need it.
  public func append(_ text: ArraySlice<UInt8>, to html: inout [UInt8]) {
    text.withUnsafeBufferPointer { _ = append($0, after: .nothing, to: &html) }
  }

  /// Appends a piece of a text that markup divides.
  ///
  /// - Parameters:
  ///   - text: UTF-8; a character is not divided between two pieces.
  ///   - preceding: what stands before the piece.
  /// - Returns: what stands before the next piece.
  public func append(
    _ text: UnsafeBufferPointer<UInt8>, after preceding: BidiPreceding, to html: inout [UInt8]
  ) -> BidiPreceding {
    write(text, after: preceding, controlsAreBalanced: false, to: &html)
    return BidiPreceding(endOf: text) ?? preceding
  }

  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, after preceding: BidiPreceding, controlsAreBalanced: Bool,
    to html: inout [UInt8]
  ) {
    let scan = BidiScan(base: direction)
    let text = UTF8Text(bytes: bytes)
    var copied = 0
    var index = scan.next(in: bytes, from: 0)
    while index < bytes.count {
      let byte = bytes[index]
      if marks.areMarkup, let escape = byte.textEscape {
        html.append(contentsOf: bytes[copied..<index])
        html.append(escape)
        copied = index + 1
        index = copied
      } else if BidiControls.control(in: bytes, at: index) != nil {
        if !controlsAreBalanced {
          writeRest(bytes, from: copied, after: preceding, to: &html)
          return
        }
        index += BidiControls.length
      } else {
        switch finding(in: text, at: index, floor: copied, after: preceding) {
        case .nothing(let end): index = end
        case .run(let run):
          html.append(contentsOf: bytes[copied..<run.start])
          append(run, of: bytes, to: &html)
          copied = run.end
          index = run.end
        }
      }
      index = scan.next(in: bytes, from: index)
    }
    html.append(contentsOf: bytes[copied...])
  }

  /// Writes what remains of a text once a bidi control is met in it.
  private func writeRest(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, after preceding: BidiPreceding,
    to html: inout [UInt8]
  ) {
    let before = BidiPreceding(endOf: UnsafeBufferPointer(rebasing: bytes[..<start]))
    let rest = BidiControls.balanced(UnsafeBufferPointer(rebasing: bytes[start...]))
    rest.withUnsafeBufferPointer {
      write($0, after: before ?? preceding, controlsAreBalanced: true, to: &html)
    }
  }

  private func finding(
    in text: UTF8Text, at index: Int, floor: Int, after preceding: BidiPreceding
  ) -> BidiFinding {
    let found = text.bidiClass(at: index)
    switch (direction, found.class) {
    case (.rightToLeft, .latin), (.rightToLeft, .otherLeftToRight), (.rightToLeft, .digit):
      return BidiLeftToRightRuns(text: text).finding(at: index, floor: floor, after: preceding)
    case (.leftToRight, .rightToLeft):
      return BidiRightToLeftRuns(text: text).finding(at: index, floor: floor)
    default: return .nothing(until: index + found.length)
    }
  }

  private func append(
    _ run: BidiRun, of bytes: UnsafeBufferPointer<UInt8>, to html: inout [UInt8]
  ) {
    switch run.kind {
    case .words: html.append(contentsOf: marks.words)
    case .leftToRight: html.append(contentsOf: marks.leftToRight)
    case .range: html.append(contentsOf: marks.range)
    }
    for byte in bytes[run.start..<run.end] {
      if marks.areMarkup, let escape = byte.textEscape {
        html.append(escape)
      } else {
        html.append(byte)
      }
    }
    html.append(contentsOf: marks.end)
  }
}

/// What stands before a piece of text, as far as the isolation of its first run depends on it.
public enum BidiPreceding: Sendable, Hashable {
  /// The piece begins its block.
  case nothing
  /// A letter or a digit, to which a sign would belong that follows.
  case word
  /// A space, a bracket or punctuation.
  case neutral

  /// What the end of a text is; nil for an empty text.
  init?(endOf bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else { return nil }
    switch BidiClass(UTF8Text(bytes: bytes).scalar(before: bytes.count).value) {
    case .latin, .otherLeftToRight, .rightToLeft, .digit: self = .word
    default: self = .neutral
    }
  }
}

extension UInt8 {
  fileprivate var textEscape: StaticString? {
    switch self {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: nil
    }
  }
}
