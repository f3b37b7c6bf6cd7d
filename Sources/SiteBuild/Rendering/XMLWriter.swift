import SiteHTML

/// Appends XML 1.0 to a buffer, escaping text and attribute values.
struct XMLWriter {
  private(set) var bytes: [UInt8]

  /// A document, with its declaration.
  init() {
    bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Elements that will stand in a document.
  static func fragment() -> XMLWriter { XMLWriter([]) }

  /// Appends elements that are written already.
  mutating func append(_ elements: [UInt8]) {
    bytes += elements
  }

  mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
    start(name, attributes)
    bytes.append(">\n")
  }

  mutating func close(_ name: StaticString) {
    bytes.append("</")
    bytes.append(name)
    bytes.append(">\n")
  }

  mutating func element(
    _ name: StaticString, _ text: String, _ attributes: [(StaticString, String)] = []
  ) {
    start(name, attributes)
    bytes.append(">")
    bytes.appendEscaped(xml: text)
    close(name)
  }

  mutating func empty(_ name: StaticString, _ attributes: [(StaticString, String)]) {
    start(name, attributes)
    bytes.append("/>\n")
  }

  private mutating func start(
    _ name: StaticString, _ attributes: [(StaticString, String)]
  ) {
    bytes.append("<")
    bytes.append(name)
    for (name, value) in attributes {
      bytes.append(" ")
      bytes.append(name)
      bytes.append("=\"")
      bytes.appendEscaped(xml: value)
      bytes.append("\"")
    }
  }
}
