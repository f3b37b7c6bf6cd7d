import SiteDiagnostics
import SiteHTML
import SiteText

extension MarkdownRenderer {
  /// The bytes of the file that the innermost block takes.
  mutating func blockRange() -> Range<Int> {
    guard let block else { return source.body }
    return source.range(ofLines: block.startLine, through: block.endLine)
  }

  mutating func enterLink(_ node: MarkdownNode) -> Bool {
    guard style == .portal else {
      openLink(node.url, title: node.title)
      return true
    }
    let shown = node.urlShownAsText
    // The autolink extension takes Arabic punctuation for a part of the URL.
    let excess = shown.map { $0.count - $0.lengthBeforeArabicPunctuation } ?? 0
    let url = UnsafeBufferPointer(rebasing: node.url.dropLast(excess))
    let written = shown.map { UnsafeBufferPointer(rebasing: $0.dropLast(excess)) } ?? url
    guard let target = target(of: url, writtenAs: written) else {
      // Its text is left, so that the page can still be read.
      isUnlinked = true
      return true
    }
    checkReferences(decodedTo: node.title)
    openLink(target, title: node.title, showsItself: shown != nil)
    guard let shown else { return true }
    writeURL(written)
    write("</a>")
    let tail = UnsafeBufferPointer(rebasing: shown.suffix(excess))
    document.text.append(contentsOf: tail)
    preceding = isolation.append(tail, after: .word, to: &html)
    return false
  }

  mutating func leaveLink() {
    if !isUnlinked { write("</a>") }
    isUnlinked = false
  }

  // MARK: - Targets

  private struct Target {
    let url: [UInt8]
    var language: LanguageCode?
    var isExternal = false
    var leadsIntoSite = false
  }

  /// Asks what a destination leads to, and notes the link; nil when it may not be linked to.
  ///
  /// - Parameter text: how the file has it, which for autolinks can be without its scheme.
  private mutating func target(
    of destination: UnsafeBufferPointer<UInt8>, writtenAs text: UnsafeBufferPointer<UInt8>
  ) -> Target? {
    guard !destination.isEmpty else {
      reportEmptyLink()
      return nil
    }
    let scheme = LinkScheme(of: destination)
    let offset = source.offset(ofDestination: text, in: blockRange())
    let written = String(decoding: destination, as: UTF8.self)
    let target: Target?
    switch scheme {
    case .unsafe(let name):
      report(at: offset) { .unsafeLink(name, at: $0) }
      return nil
    case .contact: target = Target(url: Array(destination))
    case .web:
      if let resolution = resolver.resolve(address: written) {
        target = self.target(of: resolution, at: offset)
      } else {
        target = Target(url: Array(destination), isExternal: true)
      }
    case .relative: target = self.target(of: resolver.resolve(link: written), at: offset)
    }
    guard let target else { return nil }
    let fragment = written.utf8.firstIndex(of: UInt8(ascii: "#")).map {
      String(written[written.index(after: $0)...])
    }
    document.links.append(
      OutgoingLink(
        destination: written, url: String(decoding: target.url, as: UTF8.self),
        fragment: fragment, leadsIntoSite: target.leadsIntoSite, offset: offset))
    return target
  }

  private mutating func target(of resolution: LinkResolution, at offset: Int) -> Target? {
    switch resolution {
    case .url(let url, let language):
      return Target(url: Array(url.utf8), language: language, leadsIntoSite: true)
    case .unavailable(let message, let fix):
      document.hasUnavailableLinks = true
      report(at: offset) { .unavailableLink(message, fix: fix, at: $0) }
    case .refused(let message, let fix):
      report(at: offset) { .refusedLink(message, fix: fix, at: $0) }
    }
    return nil
  }

  private mutating func reportEmptyLink() {
    let block = blockRange()
    let place = source.offset(of: Array("]()".utf8), in: block).map { $0 + 2 }
    report(at: place ?? block.lowerBound) { .emptyLink(at: $0) }
  }

  // MARK: - Tags

  /// - Parameter showsItself: whether the text of the link is its address, which print need not add.
  private mutating func openLink(
    _ target: Target, title: UnsafeBufferPointer<UInt8>, showsItself: Bool
  ) {
    write("<a href=\"")
    html.appendHref(target.url)
    if showsItself { write("\" class=\"url") }
    if target.isExternal { write("\" rel=\"external") }
    if let language = target.language, language != options.language {
      write("\" hreflang=\"")
      html.appendEscaped(attribute: language.tag)
    }
    closeTag(title: title)
  }

  private mutating func openLink(
    _ url: UnsafeBufferPointer<UInt8>, title: UnsafeBufferPointer<UInt8>
  ) {
    write("<a href=\"")
    html.appendHref(url)
    closeTag(title: title)
  }

  private mutating func closeTag(title: UnsafeBufferPointer<UInt8>) {
    if !title.isEmpty {
      write("\" title=\"")
      writeEscaped(title)
    }
    write("\">")
  }

  /// Writes a URL that readers see.
  private mutating func writeURL(_ url: UnsafeBufferPointer<UInt8>) {
    let isIsolated = isolation.direction == .rightToLeft
    if isIsolated { write("<bdi dir=\"ltr\">") }
    writeEscaped(url)
    if isIsolated { write("</bdi>") }
    document.text.append(contentsOf: url)
    preceding = .word
  }
}

extension MarkdownNode {
  /// The text of a link that shows its own URL, as autolinks do; nil for other links.
  var urlShownAsText: UnsafeBufferPointer<UInt8>? {
    guard kind == .link, let text = loneChild, text.kind == .text else { return nil }
    let shown = text.literal
    let url = self.url
    guard !shown.isEmpty, shown.count <= url.count else { return nil }
    guard url.suffix(shown.count).elementsEqual(shown) else { return nil }
    switch url.count - shown.count {
    case 0: return LinkScheme(of: url) == .relative ? nil : shown
    case 7:
      return url.starts(with: "http://".utf8) || url.starts(with: "mailto:".utf8) ? shown : nil
    default: return nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes come before the first of `،` `؛` `؟` `«` `»` `“` `”`.
  fileprivate var lengthBeforeArabicPunctuation: Int {
    for index in indices.dropLast() {
      switch (self[index], self[index + 1]) {
      case (0xD8, 0x8C), (0xD8, 0x9B), (0xD8, 0x9F), (0xC2, 0xAB), (0xC2, 0xBB): return index
      case (0xE2, 0x80) where index + 2 < count && [0x9C, 0x9D].contains(self[index + 2]):
        return index
      default: break
      }
    }
    return count
  }
}
