import SiteDiagnostics
import SiteHTML
import SiteText

extension MarkdownRenderer {
  /// Writes an image that stands alone in its paragraph, with its title as a caption.
  mutating func writeFigure(_ node: MarkdownNode) {
    startLine()
    write("<figure>")
    writeImage(node, inFigure: true)
    if !node.title.isEmpty {
      let isForeign = foreignBlock == nil && options.isolation.scripts(in: node.title) == .otherOnly
      write("<figcaption")
      if isForeign { writeDirection() }
      write(">")
      let isolation = isForeign ? options.isolation.reversed : isolation
      _ = isolation.append(node.title, after: .nothing, to: &html)
      write("</figcaption>")
      endTextBlock()
      document.text.append(contentsOf: node.title)
    }
    write("</figure>\n")
    endTextBlock()
  }

  mutating func writeImage(_ node: MarkdownNode, inFigure: Bool) {
    let alt = alternativeText(of: node)
    alt.withUnsafeBufferPointer { checkReferences(decodedTo: $0) }
    checkReferences(decodedTo: node.title)
    guard style == .portal else {
      write("<img src=\"")
      html.appendHref(node.url)
      write("\" alt=\"")
      alt.withUnsafeBufferPointer { writeEscaped($0) }
      if !node.title.isEmpty {
        write("\" title=\"")
        writeEscaped(node.title)
      }
      return write("\" />")
    }
    let offset = source.offset(ofDestination: node.url, in: blockRange())
    if alt.isEmpty { report(at: offset) { .missingAlt(at: $0) } }
    guard let image = resolve(node.url, offset: offset) else { return }
    write(image, alt: alt, title: inFigure ? nil : node.title)
    document.images.append(
      MarkdownImage(
        destination: String(decoding: node.url, as: UTF8.self), image: image,
        alt: String(decoding: alt, as: UTF8.self), offset: offset))
    document.text.append(contentsOf: alt)
    preceding = .word
  }

  private mutating func resolve(_ url: UnsafeBufferPointer<UInt8>, offset: Int) -> ImageReference? {
    switch LinkScheme(of: url) {
    case .unsafe(let name):
      report(at: offset) { .unsafeLink(name, at: $0) }
      return nil
    case .contact:
      report(at: offset) { .unsafeLink("mailto", at: $0) }
      return nil
    case .web, .relative: break
    }
    switch resolver.resolve(image: String(decoding: url, as: UTF8.self)) {
    case .image(let image): return image
    case .refused(let message, let fix):
      report(at: offset) { .refusedImage(message, fix: fix, at: $0) }
      return nil
    }
  }

  private mutating func write(
    _ image: ImageReference, alt: [UInt8], title: UnsafeBufferPointer<UInt8>?
  ) {
    if let copies = image.copies {
      write("<picture><source type=\"image/webp")
      writeAttribute("srcset", copies.srcset)
      writeAttribute("sizes", copies.sizes)
      write("\" />")
    }
    write("<img src=\"")
    html.appendHref(image.url.utf8)
    write("\" alt=\"")
    alt.withUnsafeBufferPointer { writeEscaped($0) }
    if let width = image.width { writeAttribute("width", String(width)) }
    if let height = image.height { writeAttribute("height", String(height)) }
    if let title, !title.isEmpty {
      write("\" title=\"")
      writeEscaped(title)
    }
    // The first image is likely to be on the first screen.
    if !document.images.isEmpty { write("\" loading=\"lazy") }
    write("\" decoding=\"async\"")
    let isForeign = alt.withUnsafeBufferPointer { options.isolation.scripts(in: $0) } == .otherOnly
    if isForeign, foreignBlock == nil { writeDirection() }
    write(image.copies == nil ? " />" : " /></picture>")
  }

  /// Goes on from an open attribute value with another attribute.
  private mutating func writeAttribute(_ name: String, _ value: String) {
    html.append("\" \(name)=\"")
    html.appendEscaped(attribute: value)
  }

  /// The text inside an image's brackets, without its markup.
  private func alternativeText(of image: MarkdownNode) -> [UInt8] {
    var text: [UInt8] = []
    guard var node = image.firstChild else { return text }
    while true {
      switch node.kind {
      case .text, .code: text.append(contentsOf: node.literal)
      case .htmlInline where style == .specification: text.append(contentsOf: node.literal)
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      default: break
      }
      if let child = node.firstChild {
        node = child
        continue
      }
      while node != image, node.next == nil, let parent = node.parent { node = parent }
      guard node != image, let next = node.next else { return text }
      node = next
    }
  }
}
