import SiteDiagnostics
import SiteHTML
import SiteText

extension MarkdownRenderer {
  mutating func writeHTMLBlock(_ node: MarkdownNode) {
    noteLiteralLines(of: node)
    guard style == .portal else {
      startLine()
      html.append(contentsOf: filtered(node.literal))
      return startLine()
    }
    guard options.allowsRawHTML else {
      return refuse(node.literal, at: source.offset(ofLine: node.startLine))
    }
    let lines = source.range(ofLines: node.startLine, through: node.endLine)
    checkTags(in: node.literal, in: lines)
    startLine()
    html.append(contentsOf: filtered(node.literal))
    startLine()
  }

  mutating func writeInlineHTML(_ node: MarkdownNode) {
    guard style == .portal, !options.allowsRawHTML else {
      checkTags(in: node.literal, in: blockRange())
      html.append(contentsOf: filtered(node.literal))
      preceding = .neutral
      return
    }
    let lines = blockRange()
    refuse(node.literal, at: source.offset(of: node.literal, in: lines) ?? lines.lowerBound)
  }

  /// Comments are left out without a word: they are notes among editors.
  private mutating func refuse(_ literal: UnsafeBufferPointer<UInt8>, at offset: Int) {
    guard !literal.starts(with: "<!--".utf8) else { return }
    let name = literal.dropFirst().prefix { $0.isTagNameByte }
    report(at: offset) { .rawHTML(String(decoding: name, as: UTF8.self), at: $0) }
  }

  /// Reports the tags that are disarmed where HTML is allowed: readers see them as they are written.
  private mutating func checkTags(
    in literal: UnsafeBufferPointer<UInt8>, in lines: Range<Int>
  ) {
    guard style == .portal else { return }
    for index in literal.indices
    where literal[index] == UInt8(ascii: "<") && isForbidden(literal[(index + 1)...]) {
      let name = literal[(index + 1)...].prefix { $0.isTagNameByte }
      guard name.first != UInt8(ascii: "/"),
        let offset = source.offset(of: [UInt8(ascii: "<")] + name, in: lines)
      else { continue }
      report(at: offset) { .disarmedTag(String(decoding: name, as: UTF8.self), at: $0) }
    }
  }

  /// The markup with the tags disarmed that GFM's tagfilter forbids (GFM 0.29, section 6.11).
  private func filtered(_ literal: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard filtersTags else { return Array(literal) }
    var result: [UInt8] = []
    result.reserveCapacity(literal.count)
    for index in literal.indices {
      if literal[index] == UInt8(ascii: "<"), isForbidden(literal[(index + 1)...]) {
        result.append("&lt;")
      } else {
        result.append(literal[index])
      }
    }
    return result
  }

  private func isForbidden(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let tag = tag.first == UInt8(ascii: "/") ? tag.dropFirst() : tag
    return Self.forbiddenTags.contains { name in
      let count = name.utf8CodeUnitCount
      guard tag.count > count else { return false }
      let isNamed = tag.prefix(count).elementsEqual(
        UnsafeBufferPointer(start: name.utf8Start, count: count), by: { $0 | 0x20 == $1 })
      guard isNamed else { return false }
      let after = tag.dropFirst(count).prefix(2)
      return after.first.map { $0 <= 0x20 || $0 == UInt8(ascii: ">") } == true
        || after.elementsEqual("/>".utf8)
    }
  }

  private static let forbiddenTags: [StaticString] = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]
}

extension UInt8 {
  fileprivate var isTagNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
