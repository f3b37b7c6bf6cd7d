import SiteTestSupport
import SiteText
import Testing

@testable import SiteTemplate

@Suite("Escaping by place")
struct EscapingTests {
  private let nasty = SampleWork(
    title: .en("</title><script>\"it's\" & `x`</script>"), url: "javascript:alert(1)")

  @Test("text, quoted attributes, titles and text areas")
  func places() {
    #expect(
      render("<p>{{ page.title }}</p>", nasty)
        == "<p>&lt;/title&gt;&lt;script&gt;\"it's\" &amp; `x`&lt;/script&gt;</p>")
    #expect(
      render("<area data-x='{{ page.title }}'>", nasty)
        == "<area data-x='&lt;/title&gt;&lt;script&gt;&quot;it&#39;s&quot; &amp; `x`&lt;/script&gt;'>"
    )
    #expect(
      render("<title>{{ page.title }}</title><textarea>{{ page.title }}</textarea>", nasty)
        == "<title>&lt;/title&gt;&lt;script&gt;\"it's\" &amp; `x`&lt;/script&gt;</title>"
        + "<textarea>&lt;/title&gt;&lt;script&gt;\"it's\" &amp; `x`&lt;/script&gt;</textarea>")
  }

  @Test(
    "addresses with a scheme that could run code are not printed",
    arguments: [
      ("javascript:alert(1)", "#"), (" JaVa\tScript:alert(1)", "#"), ("data:text/html,x", "#"),
      ("vbscript:x", "#"), ("\u{1}javascript:x", "#"), ("blob:x", "#"),
      ("https://example.org/?a=1&b='2'", "https://example.org/?a=1&amp;b=&#39;2&#39;"),
      ("mailto:a@example.org", "mailto:a@example.org"), ("tel:+9641", "tel:+9641"),
      ("//example.org/x", "//example.org/x"), ("/a b/\"x\"", "/a%20b/%22x%22"),
      ("/مقال/", "/%D9%85%D9%82%D8%A7%D9%84/"), ("/%D9%85/", "/%D9%85/"), ("#top", "#top"),
      ("a/b:c", "a/b:c"), ("?q=a:b", "?q=a:b"), ("<>", "%3C%3E"),
    ])
  func addresses(address: String, expected: String) {
    let work = SampleWork(title: .en(address), url: address)
    #expect(render("<area href=\"{{ page.url }}\">", work) == "<area href=\"\(expected)\">")
    #expect(render("<img src='{{ page.title }}'>", work) == "<img src='\(expected)'>")
  }

  @Test("inside an address text is a component of it")
  func components() {
    let work = SampleWork(title: .en("a/b?c=d&e"), url: "/x/?y=1")
    #expect(
      render("<area href=\"/t/{{ page.title }}/\">", work)
        == "<area href=\"/t/a%2Fb%3Fc%3Dd%26e/\">")
    #expect(
      render("<area href=\"https://s.example/?u={{ page.url | absolute }}\">", work)
        == "<area href=\"https://s.example/?u=https%3A%2F%2Fexample.org%2Fx%2F%3Fy%3D1\">")
    #expect(
      render("<area href=\"#{{ page.title }}\">", work) == "<area href=\"#a%2Fb%3Fc%3Dd%26e\">")
    #expect(
      render("<img srcset=\"{{ page.url }} 1x, {{ page.url }} 2x\">", work)
        == "<img srcset=\"/x/?y=1 1x, /x/?y=1 2x\">")
  }

  @Test("the first part of an address keeps what follows from becoming a scheme")
  func splitScheme() {
    let template =
      "<area href=\"{% if page.is_new %}x{% endif %}{{ page.title }}{{ page.title }}\">"
    let work = SampleWork(title: .en("javascript:alert(1)"))
    #expect(
      render(template, work)
        == "<area href=\"javascript%3Aalert%281%29javascript%3Aalert%281%29\">")
  }

  @Test("JSON in a script")
  func json() {
    let work = SampleWork(
      title: .en("a\"b</script>\n\u{2028}&"), url: "/x", minutes: 3, isNew: true,
      tags: [.en("x"), .ar("ي")])
    #expect(
      render(
        """
        <script type="application/ld+json">{"t":{{ page.title }},"u":{{ page.url }},\
        "m":{{ page.minutes }},"n":{{ page.is_new }},"s":{{ page.summary }},"g":{{ page.tags }},\
        "d":{{ page.date | iso }},"x":{{ t("read_time", count: page.minutes) }},\
        "o":{{ page.data }}}</script>
        """, work)
          == """
          <script \
          type="application/ld+json">{"t":"a\\"b\\u003c/script\\u003e\\n\u{2028}\\u0026","u":"/x",\
          "m":3,"n":true,"s":null,"g":["x","ي"],"d":"2025-10-28","x":"3 minutes",\
          "o":{"a":"\\u003c/script\\u003e"}}</script>
          """)
  }

  @Test("markup is printed between elements and nowhere else")
  func markup() {
    #expect(
      errors("<p title=\"{{ page.body }}\"></p><title>{{ page.body }}</title>")
        .split(separator: "\n").filter { !$0.hasPrefix(" ") } == [
          "templates/page.html:1:14: markup can be printed only between elements, not in "
            + "attributes or titles [markup-in-text]",
          "templates/page.html:1:42: markup can be printed only between elements, not in "
            + "attributes or titles [markup-in-text]",
        ])
    #expect(errors("<p>{{ page.data }}</p>").contains("[json-in-markup]"))
  }

  @Test("every place gives back the text that was printed", arguments: 0..<120)
  func roundTrip(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let text = random.text()
    let work = SampleWork(title: .en(text))
    func printed(_ before: String, _ after: String) -> String {
      let page = render(before + "{{ page.title | bare }}" + after, work)
      #expect(page.hasPrefix(before) && page.hasSuffix(after))
      return String(
        page.unicodeScalars.dropFirst(before.unicodeScalars.count)
          .dropLast(after.unicodeScalars.count).map(Character.init))
    }
    let attribute = printed("<input data-x=\"", "\">")
    #expect(!attribute.contains("\"") && !attribute.contains("<") && attribute.decoded == text)
    let single = printed("<input data-x='", "'>")
    #expect(!single.contains("'") && single.decoded == text)
    let area = printed("<textarea>", "</textarea>")
    #expect(!area.contains("<") && area.decoded == text)
    let json = printed("<script type=\"application/json\">", "</script>")
    #expect(!json.contains("<") && !json.contains("\n"))
    let query = printed("<area href=\"?q=", "\">")
    #expect(query.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._~%".contains($0)) })
    #expect(query.percentDecoded == text)
    let address = printed("<area href=\"", "\">")
    #expect(!address.contains("\"") && !address.contains("<") && !address.contains(" "))
  }
}

extension SplitMix64 {
  fileprivate mutating func text() -> String {
    let pool: [String] = [
      "<", ">", "&", "\"", "'", "`", "=", "/", "\\", "{{", "}}", "{%", "</script>", "</title>",
      "<!--", "-->", "javascript:", "&amp;", "&#x27;", "a", "B", "7", " ", "é", "م", "ر", "😀",
      "%41", "?", "#", ";", ",",
    ]
    return (0..<Int.random(in: 0...12, using: &self)).map { _ in
      pool.randomElement(using: &self) ?? ""
    }.joined()
  }
}

extension String {
  /// The text with the engine's character references decoded.
  fileprivate var decoded: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  fileprivate var percentDecoded: String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "what acts by itself takes addresses, and a policy its text",
    arguments: [
      "<base href=\"{{ page.url }}\">", "<link rel=\"icon\" href=\"{{ page.url }}\">",
      "<script src=\"{{ page.url | absolute }}\"></script>",
      "<link rel=\"icon\" href=\"/icons/{{ page.title }}.png\">",
      "<script src=\"https://cdn.example.org/{{ page.title }}/x.js\"></script>",
      "<script src=\"{{ page.url }}?v={{ page.minutes }}\"></script>",
      "<iframe src=\"/{{ page.title }}\"></iframe>",
      "<script src=\"/{{ page.minutes }}/{{ page.title }}.js\"></script>",
      "<script src=\"a-{{ page.title }}.js\"></script>",
      "<a href=\"https://{{ page.title }}.example.org/\"></a>",
      "<a href=\"mailto:{{ page.title }}\"></a>",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{{ page.title | bare }}\">",
      "<meta content=\"{{ page.title }}\" http-equiv=\"content-security-policy\">",
      "<meta name=\"description\" content=\"{{ page.title }}\">",
      "<svg><animate values=\"0;1\" dur=\"{{ page.minutes }}s\"/></svg>",
    ])
  func activeAttributes(template: String) {
    #expect(errors(template) == "")
  }
}
