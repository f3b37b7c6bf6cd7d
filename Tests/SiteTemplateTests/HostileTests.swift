import SiteDiagnostics
import Testing

@testable import SiteTemplate

@Suite("Hostile templates")
struct HostileTests {
  private static let sample = """
    {# a sample of everything -#}
    <!doctype html><html lang="ar"><!-- c --><head><title>{{ page.title | bare }}</title>
    <script type="application/ld+json">{"a": {{ page.tags | json }}, "b": "\\"x"}</script></head>
    {% set n = page.minutes %}{% if not page.summary or (n >= 3 and page.url != "/") %}
    <a {% if page.is_new %}class="x"{% endif %} href='{{ page.url | absolute }}?q={{ page.title }}'></a>
    {% elif n %}{{- t("by", name: page.title) -}}{% else %}{% raw %}{{ }}{% endraw %}{% endif %}
    {% for tag in page.tags limit: 3 offset: 1 %}{{ loop.index }}{{ tag }}{% else %}-{% endfor %}
    {% block main %}{{ page.date | date: "long" }}{% endblock main %}
    {% include "p.html" with work: page, level: 2 %}</html>
    """

  @Test("a template cut off at any byte is read or refused")
  func truncated() {
    let bytes = Array(Self.sample.utf8)
    for count in 0...bytes.count {
      let text = String(decoding: bytes[..<count], as: UTF8.self)
      let result = load(["page.html": text, "p.html": "{{ work.title }}{{ level }}"])
      #expect((result.library == nil) == result.diagnostics.containError)
    }
    #expect(
      load(["page.html": Self.sample, "p.html": "{{ work.title }}{{ level }}"]).library != nil)
  }

  @Test("a template with any byte replaced is read or refused")
  func corrupted() {
    var bytes = Array(Self.sample.utf8)
    let strings = load([:]).strings
    for index in bytes.indices {
      let original = bytes[index]
      for byte in [UInt8(ascii: "{"), UInt8(ascii: "\""), 0xFF] {
        bytes[index] = byte
        let file = SourceFile(path: "page.html", bytes: bytes)
        _ = TemplateLibrary.load(
          files: [file], schema: Sample.schema, strings: strings)
      }
      bytes[index] = original
    }
  }

  @Test("deep nesting is an error")
  func nesting() {
    let deep = 5000
    let blocks =
      String(repeating: "{% if page.title %}", count: deep)
      + String(repeating: "{% endif %}", count: deep)
    #expect(errors(blocks).contains("[template-nesting]"))
    let parentheses =
      "{{ " + String(repeating: "(", count: deep) + "1" + String(repeating: ")", count: deep)
      + " }}"
    #expect(errors(parentheses).contains("[template-nesting]"))
    #expect(
      errors("{% if 1" + String(repeating: " or 1", count: deep) + " %}{% endif %}")
        .contains("[template-nesting]"))
    #expect(
      errors("{{ page" + String(repeating: ".parent", count: deep) + " }}")
        .contains("[template-nesting]"))
    #expect(
      errors("{{ page.title" + String(repeating: " | bare", count: deep) + " }}")
        .contains("[template-nesting]"))
    let branches = "{% if 0 %}" + String(repeating: "{% elif 0 %}", count: deep) + "{% endif %}"
    #expect(errors(branches) == "")
    #expect(errors("{% if" + String(repeating: " not", count: deep) + " 1 %}{% endif %}") == "")
  }

  @Test("templates that include one another without end in size are refused")
  func explosion() {
    var templates = ["page.html": "{% include 'p0.html' %}", "p40.html": "x"]
    for level in 0..<40 {
      templates["p\(level).html"] = String(
        repeating: "{% include 'p\(level + 1).html' %}", count: 2)
    }
    #expect(errors(templates).contains("[template-size]"))
  }

  @Test("a chain of includes is not deeper than tags may be")
  func chain() {
    var templates = ["page.html": "{% include 'p0.html' %}", "p300.html": "x"]
    for level in 0..<300 { templates["p\(level).html"] = "{% include 'p\(level + 1).html' %}" }
    #expect(errors(templates).contains("[template-nesting]"))
  }

  @Test("a template of more than a megabyte is refused")
  func size() {
    #expect(
      errors(String(repeating: "x", count: 1_000_001)) == """
        templates/page.html: the template has 1000001 bytes; at most 1000000 are read \
        [template-size]
          fix: split it into partials
        """)
  }

  @Test(
    "a large file of errors is refused without taking long",
    arguments: ["{% x %}", "{{ x }}", "{% if x %}", "{% raw %}{%", "{{ \"", "<", "{% endif %}"])
  func repeated(piece: String) {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    #expect(load(["page.html": text]).diagnostics.count <= 202)
  }
}
