import SiteText
import Testing

@testable import SiteTemplate

@Suite("Rendering")
struct RenderingTests {
  @Test("a value is printed where it stands")
  func value() {
    #expect(render("<h1>{{ page.title }}</h1>\n") == "<h1>Title</h1>\n")
    #expect(render("{{ page.minutes }} {{ 3 }} {{ \"a < b\" }}") == "5 3 a &lt; b")
    #expect(render("<p>{{ page.body }}</p>") == "<p><p>Body</p></p>")
    #expect(render("{{ page.date | date: \"long\" }}") == "28 October 2025")
  }

  @Test("an absent value prints nothing, and so does a field of an absent record")
  func absent() {
    #expect(
      render("[{{ page.summary }}{{ page.parent.title }}{{ page.parent.parent.url }}]") == "[]")
    let child = SampleWork(parent: .init(SampleWork(title: .en("Mother"))))
    #expect(render("[{{ page.parent.title }}]", child) == "[Mother]")
  }

  @Test(
    "conditions",
    arguments: [
      ("page.title", "yes"), ("page.summary", "no"), ("not page.summary", "yes"),
      ("page.tags", "no"), ("page.is_new", "no"), ("page.minutes", "yes"), ("0", "no"),
      ("\"\"", "no"), ("page.parent", "no"), ("page.parent.title", "no"),
      ("page.title and page.minutes", "yes"), ("page.title and not page.minutes", "no"),
      ("page.summary or page.title", "yes"), ("page.summary or page.title and 0", "no"),
      ("(page.summary or page.title) and 1", "yes"), ("not not page.title", "yes"),
      ("page.minutes == 5", "yes"), ("page.minutes != 5", "no"), ("page.minutes < 6", "yes"),
      ("page.minutes <= 5", "yes"), ("page.minutes > 5", "no"), ("page.minutes >= 6", "no"),
      ("page.title == \"Title\"", "yes"), ("page.title == 'title'", "no"),
      ("page.title != \"Title\"", "no"), ("page.summary == \"\"", "no"),
      ("page.summary != \"a\"", "yes"), ("page.url == \"/en/a/\"", "yes"),
      ("page.tags | length == 0", "yes"), ("page.is_new == false", "yes"),
      ("page.body", "yes"), ("true", "yes"),
    ])
  func conditions(condition: String, expected: String) {
    #expect(render("{% if \(condition) %}yes{% else %}no{% endif %}") == expected)
  }

  @Test("the first branch that holds is taken")
  func branches() {
    let template = """
      {% if page.minutes < 3 %}short{% elif page.minutes < 10 %}medium{% else %}long{% endif %}
      """
    #expect(render(template, SampleWork(minutes: 1)) == "short")
    #expect(render(template, SampleWork(minutes: 5)) == "medium")
    #expect(render(template, SampleWork(minutes: 20)) == "long")
  }

  @Test("a loop knows where it stands")
  func loop() {
    let work = SampleWork(tags: [.en("a"), .en("b"), .en("c")])
    let template = """
      {% for tag in page.tags %}{{ loop.index }}/{{ loop.count }}{{ tag }}\
      {% if loop.first %}F{% endif %}{% if not loop.last %},{% endif %}{% else %}none{% endfor %}
      """
    #expect(render(template, work) == "1/3aF,2/3b,3/3c")
    #expect(render(template) == "none")
  }

  @Test("a loop can run over a part of a list")
  func limits() {
    let work = SampleWork(minutes: 2, tags: [.en("a"), .en("b"), .en("c")])
    func parts(_ options: String) -> String {
      render("{% for x in page.tags \(options) %}{{ x }}{% else %}-{% endfor %}", work)
    }
    #expect(parts("limit: 2") == "ab")
    #expect(parts("offset: 1") == "bc")
    #expect(parts("limit: 1 offset: 1") == "b")
    #expect(parts("offset: 1 limit: page.minutes") == "bc")
    #expect(parts("offset: 9") == "-")
    #expect(parts("limit: 0") == "-")
  }

  @Test("loops nest, each with its own count")
  func nestedLoops() {
    let inner = SampleWork(tags: [.en("x"), .en("y")])
    let work = SampleWork(related: [inner, inner])
    let template = """
      {% for a in page.related %}{{ loop.index }}:{% for t in a.tags %}{{ loop.index }}{{ t }}\
      {% endfor %}{{ loop.index }};{% endfor %}
      """
    #expect(render(template, work) == "1:1x2y1;2:1x2y2;")
  }

  @Test("`set` names a value, and changes one that was set before")
  func assignment() {
    #expect(render("{% set n = page.title %}{{ n }}") == "Title")
    let template = """
      {% set last = "none" %}{% for t in page.tags %}{% set last = t %}{% endfor %}{{ last }}
      """
    #expect(render(template) == "none")
    #expect(render(template, SampleWork(tags: [.en("a"), .en("b")])) == "b")
  }

  @Test("a template fills the blocks of the one that it extends")
  func inheritance() {
    let base = "<{% block a %}A{% endblock %}|{% block b %}B{% endblock %}>"
    func page(_ text: String) -> String {
      render(["page.html": text, "base.html": base.replacingMarks])
    }
    #expect(page("{% extends \"base.html\" %}") == "[A|B]")
    #expect(page("{% extends 'base.html' %}\n{% block b %}new{% endblock b %}\n") == "[A|new]")
    #expect(
      page("{% extends 'base.html' %}{% block a %}{{ super() }}+{{ page.title }}{% endblock %}")
        == "[A+Title|B]")
  }

  @Test("three levels of inheritance, each with what is above it")
  func deepInheritance() {
    let result = render([
      "page.html": "{% extends 'middle.html' %}{% block a %}3{{ super() }}{% endblock %}",
      "middle.html":
        "{% extends 'base.html' %}{% block a %}2{{ super() }}{% block c %}c{% endblock "
        + "%}{% endblock %}",
      "base.html": "[{% block a %}1{% endblock %}{% block b %}b{% endblock %}]",
    ])
    #expect(result == "[321cb]")
  }

  @Test("a partial sees the globals and what it is given")
  func include() {
    let work = SampleWork(related: [SampleWork(title: .en("One")), SampleWork(title: .en("Two"))])
    let result = render(
      [
        "page.html": """
        {% for item in page.related %}
          {% include "partials/card.html" with work: item, level: loop.index %}
        {% endfor %}
        """,
        "partials/card.html": "<h{{ '' }}>{{ level }} {{ work.title }} ({{ page.title }})\n"
          .replacing("<h{{ '' }}>", with: ""),
      ], work)
    #expect(result == "1 One (Title)\n2 Two (Title)\n")
  }

  @Test("arguments with filters are told apart from the filter's own")
  func filterArguments() {
    let result = render([
      "page.html":
        "{% include 'p.html' with a: page.date | date: \"iso\", b: page.summary | default: 'x' %}",
      "p.html": "{{ a }}/{{ b }}",
    ])
    #expect(result == "2025-10-28/x")
  }

  @Test("white space is taken where a hyphen says so, and with a line that holds a tag alone")
  func whitespace() {
    #expect(render("a \n {{- 1 -}} \n b") == "a1b")
    #expect(render("a {%- if true -%} b {%- endif -%} c") == "abc")
    #expect(render("a\n  {% if true %}  \nb\n{% endif %}\nc") == "a\nb\nc")
    #expect(render("a\r\n{% if true %}\r\nb\r\n{% endif %}\r\nc") == "a\r\nb\r\nc")
    #expect(render("a\n{# note #}\nb {# x #} c\n") == "a\nb  c\n")
    #expect(render("a {#- note -#} b") == "ab")
    #expect(render("{% if true %}\n a\n{% endif %}") == " a\n")
  }

  @Test("raw text is not read")
  func raw() {
    #expect(render("{% raw %}{{ x }} {% if %} {# #}{% endraw %}!") == "{{ x }} {% if %} {# #}!")
    #expect(render("{{ \"}}\" }}{{ '%}' }}") == "}}%}")
  }

  @Test("filters")
  func filters() {
    #expect(render("{{ page.date | iso }}") == "2025-10-28")
    #expect(render("{{ page.summary | default: \"none\" }}") == "none")
    #expect(render("{{ page.parent.minutes | default: 7 }}") == "7")
    #expect(render("{{ page.minutes | number }}", SampleWork(minutes: 12345)) == "12,345")
    #expect(render("{{ page.title | length }}") == "5")
    #expect(
      render("<area href=\"{{ page.url | absolute }}\">")
        == "<area href=\"https://example.org/en/a/\">")
    let work = SampleWork(tags: [.en("a"), .en("<b>"), .en("c")])
    #expect(render("{{ page.tags | join: \"; \" }}", work) == "a; &lt;b&gt;; c")
    #expect(render("{{ page.tags | join }}", work) == "a, &lt;b&gt; and c")
    #expect(
      render("<input data-x=\"{{ page.tags | json }}\">", work)
        == "<input data-x=\"[&quot;a&quot;,&quot;\\u003cb\\u003e&quot;,&quot;c&quot;]\">")
  }
}

extension String {
  /// Angle brackets as square ones, so that a test need not be markup.
  fileprivate var replacingMarks: String {
    replacing("<", with: "[").replacing(">", with: "]")
  }
}
