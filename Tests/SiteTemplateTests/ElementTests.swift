import SiteDiagnostics
import Testing

@testable import SiteTemplate

@Suite("Elements")
struct ElementTests {
  @Test("an element that another's end tag leaves open")
  func unclosed() {
    #expect(
      errors("<article>\n<h1>{{ page.title }}\n</article>") == """
        templates/page.html:2:1: ‘h1’ is not closed before ‘</article>’ [unclosed-element]
          fix: write ‘</h1>’ where the element ends
          templates/page.html:3:1: ‘</article>’ is here
        """)
    #expect(
      errors("<div><p><b>x</div>") == """
        templates/page.html:1:6: ‘p’ is not closed before ‘</div>’ [unclosed-element]
          fix: write ‘</p>’ where the element ends
          templates/page.html:1:13: ‘</div>’ is here
        templates/page.html:1:9: ‘b’ is not closed before ‘</div>’ [unclosed-element]
          fix: write ‘</b>’ where the element ends
          templates/page.html:1:13: ‘</div>’ is here
        """)
  }

  @Test("an element that its file, block or loop leaves open")
  func unclosedPart() {
    #expect(
      errors(["page.html": "<p>{% include 'p.html' %}</p>", "p.html": "\n<b>x"]) == """
        templates/p.html:2:1: ‘b’ is not closed before the end of ‘templates/p.html’ \
        [unclosed-element]
          fix: write ‘</b>’ where the element ends
        """)
    #expect(
      errors([
        "page.html": "{% extends 'base.html' %}{% block main %}<article>{% endblock %}",
        "base.html": "<main>{% block main %}{% endblock %}</main>",
      ]) == """
        templates/page.html:1:42: ‘article’ is not closed before the end of the block ‘main’ \
        [unclosed-element]
          fix: write ‘</article>’ where the element ends
        """)
    #expect(
      errors("<ul>{% for tag in page.tags %}<li>{{ tag }}{% endfor %}</ul>") == """
        templates/page.html:1:31: ‘li’ is not closed before the end of the body of the ‘for’ that \
        opens it [unclosed-element]
          fix: write ‘</li>’ where the element ends
        """)
  }

  @Test("an end tag that closes nothing, or another element")
  func strayEndTag() {
    #expect(
      errors("<p>x</p>\n</div>") == """
        templates/page.html:2:1: ‘</div>’ closes nothing: no element is open in this part of the \
        template [stray-end-tag]
          fix: take it out, or open and close the element in the same file, block and loop
        """)
    #expect(
      errors("<div><h2>x</h3></div>") == """
        templates/page.html:1:11: ‘</h3>’ does not close ‘h2’, which is open here [stray-end-tag]
          fix: write ‘</h2>’, or take it out
          templates/page.html:1:6: ‘h2’ is opened here
        """)
    #expect(
      errors("<ul>{% for tag in page.tags %}</ul><ul>{% endfor %}</ul>").contains(
        "templates/page.html:1:31: ‘</ul>’ closes nothing: no element is open in this part"))
    #expect(
      errors(["page.html": "<p>{% include 'p.html' %}", "p.html": "x</p>"]).contains(
        "templates/p.html:1:2: ‘</p>’ closes nothing"))
  }

  @Test("branches that leave different elements open")
  func branches() {
    #expect(
      errors(
        "<p>{% if page.url %}<a href=\"{{ page.url }}\">{% endif %}x{% if page.url %}</a>{% endif %}</p>"
      )
        == """
        templates/page.html:1:21: ‘a’ is left open by some branches and not by others \
        [unbalanced-markup]
          fix: write the element whole in every branch, with its end tag
          templates/page.html:1:4: the branches begin here
        """)
    #expect(
      errors("{% if page.is_new %}<h2>{% else %}<h3>{% endif %}x</h2>") == """
        templates/page.html:1:35: one branch leaves ‘h3’ open, and another ‘h2’ [unbalanced-markup]
          fix: write the element whole in every branch, with its end tag
          templates/page.html:1:1: the branches begin here
          templates/page.html:1:21: ‘h2’ is opened here
        """)
    #expect(
      errors("<p>{% if page.is_new %}x</p>{% endif %}").hasPrefix(
        "templates/page.html:1:1: ‘p’ is left open by some branches and not by others"))
    #expect(
      errors("{% for tag in page.tags %}{{ tag }}{% else %}<p>{% endfor %}").hasPrefix(
        "templates/page.html:1:46: ‘p’ is left open by some branches and not by others"))
  }

  @Test(
    "elements that are right",
    arguments: [
      "{% if page.is_new %}<p class=\"a\">{% else %}<p>{% endif %}x</p>",
      "<p>{% if page.is_new %}a</p>{% elif page.url %}b</p>{% else %}c</p>{% endif %}",
      "<P>a<br>b<br/>c<img alt=\"x > y\" src=\"{{ page.url }}\"/></p>",
      "<svg viewBox=\"0 0 1 1\"><g><path d=\"M0\"/></g><circle r=1 /></svg>",
      "<svg><foreignObject><p>x</p></foreignObject></svg>",
      "<script>if (a<b) { document.write(\"</p>\") }</script><style>a>b{}</style>",
      "<title>1 < 2 {{ page.title }}</TITLE><textarea><b></textarea>",
      "<!doctype html><html><!-- <p> --><body><p title=\"a < b\">a</p></body></html>",
      "{# <p> #}{% raw %}<b>{{</b>{% endraw %}",
      "<ul>{% for tag in page.tags %}<li>{{ tag }}</li>{% else %}<li>-</li>{% endfor %}</ul>",
      "<li{% if page.is_new %} class=\"x\"{% endif %}>x</li\n>",
    ])
  func balanced(template: String) {
    #expect(errors(template) == "")
  }

  @Test("what HTML does not end by itself is not taken for ended")
  func selfClosing() {
    #expect(errors("<div/>").hasPrefix("templates/page.html:1:1: ‘div’ is not closed before"))
    #expect(
      errors("<svg><foreignObject><p/></foreignObject></svg>").hasPrefix(
        "templates/page.html:1:21: ‘p’ is not closed before ‘</foreignobject>’"))
    #expect(
      errors("<svg><a href=x/></svg>").hasPrefix(
        "templates/page.html:1:6: ‘a’ is not closed before ‘</svg>’"))
    #expect(errors("<p>a</br></p>").contains("‘</br>’ does not close ‘p’, which is open here"))
  }

  @Test("a tag without its ‘>’, quotes without their end")
  func brokenTags() {
    #expect(
      errors("<div><h1 class=\"x\"\n<b>x</b></h1></div>") == """
        templates/page.html:1:6: the tag ‘<h1’ has no ‘>’ [broken-tag]
          fix: end it with ‘>’
          templates/page.html:2:1: the next tag begins here
        """)
    #expect(
      errors("<p>x</p\n<p>{{ page.title }}</p>") == """
        templates/page.html:1:5: the tag ‘</p’ has no ‘>’ [broken-tag]
          fix: end it with ‘>’
          templates/page.html:2:1: the next tag begins here
        """)
    #expect(
      errors("<a href=\"/x>text</a>\n<p class=\"y\">{{ page.title }}</p>") == """
        templates/page.html:1:1: the quotes around the attribute ‘href’ of ‘<a’ are not closed \
        [broken-tag]
          fix: close them; a ‘<’ that belongs to the value is written ‘&lt;’
          templates/page.html:1:17: the next tag begins here
        """)
    #expect(
      errors("<h1{{ page.title }}</h1>") == """
        templates/page.html:1:7: the name of a tag cannot be printed [forbidden-place]
          fix: end the tag before the value, or choose between whole attributes or elements with \
        ‘{% if %}’
          templates/page.html:1:1: the tag begins here: are its quotes closed, and does it end \
        with ‘>’?
        """)
    #expect(
      errors("<head><title>{{ page.title }}\n<link href=\"x\"></head>{{ page.body }}") == """
        templates/page.html:1:7: ‘title’ is not closed before the next tag [unclosed-element]
          fix: write ‘</title>’ where the element ends
          templates/page.html:2:1: the next tag begins here
        """)
    #expect(
      errors("<p>x</p><script>\nlet a = 1\n").hasPrefix(
        "templates/page.html:1:9: the page ends inside the element ‘script’ [unbalanced-markup]"))
    #expect(
      errors("<p>x</p>\n<p class=\"x\"").hasPrefix(
        "templates/page.html:2:1: the page ends inside a tag ‘p’ [unbalanced-markup]"))
  }

  @Test("one mistake of a partial is one error, however many pages include it")
  func oncePerMistake() {
    let found = load([
      "page.html": "<p>{% include 'p.html' %}{% include 'p.html' %}</p>", "p.html": "<b>",
    ])
    #expect(found.diagnostics.map(\.id) == ["unclosed-element"])
  }

  @Test("hostile numbers of elements end in an error soon")
  func many() {
    let count = 100_000
    #expect(
      errors(String(repeating: "<b>", count: count)).hasPrefix(
        "templates/page.html:1:1501: more than 500 elements stand one inside the other "
          + "[template-nesting]\n  fix: close elements that end here"))
    #expect(load(["page.html": String(repeating: "</b>", count: count)]).diagnostics.count <= 101)
  }
}
