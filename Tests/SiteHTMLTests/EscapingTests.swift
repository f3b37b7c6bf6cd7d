import Foundation
import SiteHTML
import Testing

@Suite("Escaping")
struct EscapingTests {
  private func written(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func everyPlaceHasItsEscapes() {
    let text = "<a href='x'>\"&amp;\"\u{1}\n نصّ </a>"
    #expect(
      written { $0.appendEscaped(text) }
        == "&lt;a href='x'&gt;\"&amp;amp;\"\n نصّ &lt;/a&gt;")
    #expect(
      written { $0.appendEscaped(attribute: text) }
        == "&lt;a href=&#39;x&#39;&gt;&quot;&amp;amp;&quot;\n نصّ &lt;/a&gt;")
    #expect(
      written { $0.appendEscaped(xml: text) }
        == "&lt;a href=&#39;x&#39;&gt;&quot;&amp;amp;&quot;\n نصّ &lt;/a&gt;")
    #expect(
      written { $0.appendJSON(text) }
        == #""\u003ca href='x'\u003e\"\u0026amp;\"\u0001\n نصّ \u003c/a\u003e""#)
  }

  @Test func aScriptElementCannotBeLeft() {
    let json = written { $0.appendJSON("</script><!--<script>]]>") }
    #expect(!json.contains("<"))
    #expect(!json.contains(">"))
  }

  @Test func charactersThatXMLForbidsAreLeftOut() {
    let text = "a\u{0}b\u{8}c\td\u{B}e\u{C}f\u{1F}g\u{FFFE}h\u{FFFF}i\u{FFFD}"
    #expect(written { $0.appendEscaped(xml: text) } == "abc\tdefghi\u{FFFD}")
  }

  @Test func slicesAndStringsAreWrittenAlike() {
    let text = "١ < ٢ & \"ب\" '"
    let bytes = Array(("xx" + text).utf8)
    #expect(
      written { $0.appendEscaped(bytes[2...]) } == written { $0.appendEscaped(text) })
    #expect(
      written { $0.appendEscaped(attribute: bytes[2...]) }
        == written { $0.appendEscaped(attribute: text) })
  }

  @Test func randomTextComesBack() throws {
    for _ in 0..<2000 {
      let text = randomText()
      let allowed = String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter { $0.value >= 0x20 || "\t\n\r".unicodeScalars.contains($0) }))
      #expect(unescaped(written { $0.appendEscaped(text) }) == allowed)
      #expect(unescaped(written { $0.appendEscaped(attribute: text) }) == allowed)
      let attribute = written { $0.appendEscaped(attribute: text) }
      #expect(!attribute.contains { "<>\"'".contains($0) })
      let json = "[" + written { $0.appendJSON(text) } + "]"
      let decoded = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
      #expect(decoded?.first?.utf8.elementsEqual(text.utf8) == true)
    }
  }

  @Test func everyControlCharacterInJSON() throws {
    let text = String(String.UnicodeScalarView((0...0x9F).compactMap { Unicode.Scalar($0) }))
    let json = "[" + written { $0.appendJSON(text) } + "]"
    let decoded = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
    #expect(decoded == [text])
    #expect(written { $0.appendEscaped(json: text) } == json.dropFirst(2).dropLast(2))
  }

  private func randomText() -> String {
    let alphabet: [Unicode.Scalar] =
      Array("&<>\"'\\/;#\n\r\tabç€عَ😀\u{200F}\u{2028}".unicodeScalars) + ["\u{7F}", "\u{1}"]
    let scalars = (0..<Int.random(in: 0...30)).compactMap { _ in alphabet.randomElement() }
    return String(String.UnicodeScalarView(scalars))
  }

  private func unescaped(_ html: String) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    var text = ""
    var rest = html[...]
    while !rest.isEmpty {
      if let entity = entities.first(where: {
        rest.unicodeScalars.starts(with: $0.0.unicodeScalars)
      }) {
        text.unicodeScalars.append(contentsOf: entity.1.unicodeScalars)
        rest = rest.unicodeScalars.dropFirst(entity.0.unicodeScalars.count).asSubstring
      } else {
        text.unicodeScalars.append(rest.unicodeScalars[rest.startIndex])
        rest = rest.unicodeScalars.dropFirst().asSubstring
      }
    }
    return text
  }
}

extension Substring.UnicodeScalarView {
  fileprivate var asSubstring: Substring { Substring(self) }
}
