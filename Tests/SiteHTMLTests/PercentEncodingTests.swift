import Foundation
import SiteHTML
import Testing

@Suite("Percent-encoding")
struct PercentEncodingTests {
  @Test(arguments: [
    ("/العراق/", "/%D8%A7%D9%84%D8%B9%D8%B1%D8%A7%D9%82/"),
    ("/a b/?q=x&y=1#part", "/a%20b/?q=x&y=1#part"),
    ("/%D8%A7/", "/%D8%A7/"), ("/100%/", "/100%25/"), ("%4", "%254"), ("%zz%41", "%25zz%41"),
    ("https://user@example.org:80/~x/[1]", "https://user@example.org:80/~x/[1]"),
    ("a\"<>\\^`{|}\u{7F}\n", "a%22%3C%3E%5C%5E%60%7B%7C%7D%7F%0A"), ("", ""),
    ("!$&'()*+,;=:@-._~", "!$&'()*+,;=:@-._~"),
  ])
  func references(reference: String, encoded: String) {
    #expect(reference.percentEncoded == encoded)
    #expect(encoded.percentEncoded == encoded)
  }

  @Test func everyCharacterComesBack() {
    for value in UInt32(1)...0x7FF where value != UInt32(UInt8(ascii: "%")) {
      let text = String(Unicode.Scalar(value)!)
      #expect(text.percentEncoded.removingPercentEncoding == text)
      #expect(URL(string: "https://example.org/" + text.percentEncoded) != nil)
    }
  }
}
