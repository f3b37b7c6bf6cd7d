import SiteHTML
import Testing

struct JSONWriterTests {
  @Test func membersAndElementsAreSeparated() {
    var json = JSONWriter()
    json.object { json in
      json.string("a", "one")
      json.object("b") { $0.number("c", -3) }
      json.array("d") { json in
        json.object { _ in }
        json.string("e")
        json.object { $0.strings("f", ["g", "h"]) }
      }
      json.strings("i", [])
      json.string("j", "last")
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"a":"one","b":{"c":-3},"d":[{},"e",{"f":["g","h"]}],"i":[],"j":"last"}"#)
  }

  @Test func aMemberWithoutAValueIsLeftOut() {
    var json = JSONWriter()
    json.object { json in
      json.string("a", nil)
      json.string("b", "x")
      json.string("c", nil)
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"b":"x"}"#)
  }

  @Test func textsCannotEndAScriptElement() {
    var json = JSONWriter()
    json.object { $0.string("a", "</script>&\"") }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"a":"\u003c/script\u003e\u0026\""}"#)
  }

  @Test func writtenElementsTakeTheirPlaceAmongOthers() {
    var json = JSONWriter()
    json.object { json in
      json.array("a") { json in
        json.elements(Array("1".utf8))
        json.elements([])
        json.elements(Array("2,3".utf8))
      }
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":[1,2,3]}"#)
  }
}
