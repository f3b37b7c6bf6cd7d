import SiteDiagnostics
import Testing

@testable import SiteTemplate

@Suite("Errors in templates")
struct DiagnosticTests {
  @Test("names that do not exist, with the nearest that does")
  func unknownNames() {
    #expect(
      errors("<p>\n  {{ pag.title }}</p>") == """
        templates/page.html:2:6: there is no ‘pag’ here [unknown-name]
          fix: did you mean ‘page’?
        """)
    #expect(
      errors("{{ page.tilte }}") == """
        templates/page.html:1:9: the record ‘work’ has no field ‘tilte’ [unknown-field]
          fix: did you mean ‘title’?
        """)
    #expect(
      errors("{{ page.title.lang }}") == """
        templates/page.html:1:15: a text has no field ‘lang’ [unknown-field]
          fix: its fields: ‘language’, ‘dir’
        """)
    #expect(
      errors("{{ page.minutes.x }}") == """
        templates/page.html:1:17: this is a number and has no fields such as ‘x’ [unknown-field]
        """)
    #expect(
      errors("{% for t in page.tags %}{{ loop.indx }}{% endfor %}{{ loop.index }}") == """
        templates/page.html:1:33: ‘loop’ has no field ‘indx’ [unknown-field]
          fix: did you mean ‘index’?
        templates/page.html:1:55: ‘loop’ exists only inside ‘{% for %}’, in the same file \
        [unknown-name]
          fix: pass what you need to the partial with ‘with’
        """)
    #expect(
      errors("{{ title() }}") == """
        templates/page.html:1:4: there is no function ‘title’ [unknown-function]
          fix: functions: ‘t’, ‘asset’, ‘integrity’, ‘super’
        """)
  }

  @Test("filters")
  func filters() {
    #expect(
      errors("{{ page.title | uper }}") == """
        templates/page.html:1:17: there is no filter ‘uper’ [unknown-filter]
          fix: filters: ‘absolute’, ‘bare’, ‘date’, ‘default’, ‘iso’, ‘join’, ‘json’, ‘length’, \
        ‘number’
        """)
    #expect(
      errors("{{ page.minutes | numbr }}") == """
        templates/page.html:1:19: there is no filter ‘numbr’ [unknown-filter]
          fix: did you mean ‘number’?
        """)
    #expect(
      errors("{{ page.date | date }}") == """
        templates/page.html:1:16: the filter ‘date’ takes one argument, not 0 [filter-argument]
          fix: write ‘| date: "long"’
        """)
    #expect(
      errors("{{ page.date | iso: 3 }}") == """
        templates/page.html:1:16: the filter ‘iso’ takes no argument [filter-argument]
          fix: write ‘| iso’
        """)
    #expect(
      errors("{{ page.date | date: \"lnog\" }}") == """
        templates/page.html:1:22: there is no date style ‘lnog’ [unknown-date-style]
          fix: did you mean ‘long’?
        """)
    #expect(
      errors("{{ page.title | date: \"long\" }}") == """
        templates/page.html:1:17: the filter ‘date’ is for a date; this is a text [filter-type]
        """)
    #expect(
      errors("{{ page.minutes | default: \"x\" }}") == """
        templates/page.html:1:28: the default is a text, and the value is a number [filter-type]
          fix: give a default of the same type
        """)
  }

  @Test("values that cannot be printed")
  func notPrintable() {
    #expect(
      errors("{{ page }}{{ page.tags }}{{ page.is_new }}{{ page.date }}") == """
        templates/page.html:1:4: the record ‘work’ cannot be printed [not-printable]
          fix: print one of its fields, loop over it with ‘for’, or test it with ‘if’
        templates/page.html:1:14: a list of text cannot be printed [not-printable]
          fix: print one of its fields, loop over it with ‘for’, or test it with ‘if’
        templates/page.html:1:29: a flag cannot be printed [not-printable]
          fix: print one of its fields, loop over it with ‘for’, or test it with ‘if’
        templates/page.html:1:46: a date is printed with a style [date-without-style]
          fix: add a filter: ‘| date: "long"’, or ‘| iso’ for machines
        """)
    #expect(
      errors("{% for x in page.title %}{% endfor %}") == """
        templates/page.html:1:13: ‘for’ runs over a list; this is a text [not-a-list]
        """)
    #expect(
      errors("{% if page.title < 3 %}{% endif %}") == """
        templates/page.html:1:7: ‘<’ cannot compare a text with a number [cannot-compare]
          fix: compare values of one type; test whether a value is there with ‘if’ alone
        """)
  }

  @Test(
    "places where nothing may be printed",
    arguments: [
      ("<{{ page.title }}>", 5, "the name of a tag cannot be printed"),
      ("<h{{ page.minutes }}></h>", 6, "the name of a tag cannot be printed"),
      (
        "<a {{ page.title }}></a>", 7,
        "inside a tag a value can be printed only as an attribute's value"
      ),
      ("<a id={{ page.title }}></a>", 10, "the attribute's value is not in quotes"),
      (
        "<a onclick=\"{{ page.title }}\"></a>", 16,
        "the attribute ‘onclick’ holds code, and values cannot be printed in code"
      ),
      ("<a style='{{ page.title }}'></a>", 14, "values cannot be printed in styles"),
      ("<style>{{ page.title }}</style>", 11, "values cannot be printed in styles"),
      ("<SCRIPT>{{ page.title }}</SCRIPT>", 12, "values cannot be printed in a script"),
      (
        "<script type=\"module\">{{ page.title }}</script>", 26,
        "values cannot be printed in a script"
      ),
      (
        "<iframe srcdoc=\"{{ page.title }}\"></iframe>", 20,
        "the attribute ‘srcdoc’ holds a document, in which values cannot be printed"
      ),
      ("<!-- {{ page.title }} -->", 9, "values cannot be printed in an HTML comment"),
      (
        "<script type='application/ld+json'>{\"a\": \"{{ page.title }}\"}</script>", 46,
        "in JSON a value is printed with its own quotes"
      ),
      (
        "<svg><animate attributeName='href' values='{{ page.url }}'/></svg>", 47,
        "‘animate’ writes into attributes of other elements, so values cannot be printed in it"
      ),
      (
        "<svg><set to=\"{{ page.title }}\"/></svg>", 18,
        "‘set’ writes into attributes of other elements, so values cannot be printed in it"
      ),
      (
        "<meta http-equiv='Refresh' content='0;url={{ page.title }}'>", 46,
        "what this ‘meta’ with ‘http-equiv’ tells the browser to do cannot be printed"
      ),
      (
        "<meta http-equiv=refresh content='0;url={{ page.url }}'>", 44,
        "what this ‘meta’ with ‘http-equiv’ tells the browser to do cannot be printed"
      ),
      (
        "<meta http-equiv='{{ page.title }}' content='{{ page.url }}'>", 49,
        "what this ‘meta’ with ‘http-equiv’ tells the browser to do cannot be printed"
      ),
      (
        "<meta content='0;url={{ page.url }}' http-equiv='refresh'>", 1,
        "what this ‘meta’ with ‘http-equiv’ tells the browser to do cannot be printed"
      ),
      (
        "<meta {% if page.is_new %}http-equiv='refresh' {% endif %}content='{{ page.url }}'>", 71,
        "what this ‘meta’ with ‘http-equiv’ tells the browser to do cannot be printed"
      ),
      (
        "<script src='{% if page.is_new %}http:{% else %}https:{% endif %}//{{ page.title }}'></script>",
        71,
        "browsers load what ‘src’ of ‘script’ names, or read all addresses against it, so a text "
          + "can neither begin it nor name its host"
      ),
      (
        "<script src='{% if page.is_new %}https:{% endif %}//{{ page.title }}'></script>", 56,
        "browsers load what ‘src’ of ‘script’ names, or read all addresses against it, so a text "
          + "can neither begin it nor name its host"
      ),
      (
        "<script src='/{{ page.summary | default: \"\" }}/{{ page.title }}'></script>", 51,
        "browsers load what ‘src’ of ‘script’ names, or read all addresses against it, so a text "
          + "can neither begin it nor name its host"
      ),
      (
        "<base href='{{ page.parent.url }}//{{ page.title }}'>", 39,
        "browsers load what ‘href’ of ‘base’ names, or read all addresses against it, so a text "
          + "can neither begin it nor name its host"
      ),
      (
        "<base href='{{ page.title }}'>", 16,
        "browsers load what ‘href’ of ‘base’ names, or read all addresses against it, so a text "
          + "can neither begin it nor name its host"
      ),
      (
        "<link rel='stylesheet' href='{{ page.minutes }}'>", 33,
        "browsers load what ‘href’ of ‘link’ names, or read all addresses against it, so a text "
          + "can neither begin it nor name its host"
      ),
      (
        "<script src='{{ page.summary }}'></script>", 17,
        "browsers load what ‘src’ of ‘script’ names, or read all addresses against it, so a text "
          + "can neither begin it nor name its host"
      ),
      (
        "<script src='https://{{ page.title }}/x.js'></script>", 25,
        "browsers load what ‘src’ of ‘script’ names, or read all addresses against it, so a text "
          + "can neither begin it nor name its host"
      ),
      (
        "<base href='//cdn.{{ page.title }}/'>", 22,
        "browsers load what ‘href’ of ‘base’ names, or read all addresses against it, so a text "
          + "can neither begin it nor name its host"
      ),
      (
        "<iframe src='{{ page.url }}{{ page.minutes }}'></iframe>", 31,
        "browsers load what ‘src’ of ‘iframe’ names, or read all addresses against it, so a text "
          + "can neither begin it nor name its host"
      ),
      (
        "<script src='{% if page.is_new %}/a/{% else %}//a{% endif %}{{ page.title }}'></script>",
        64,
        "browsers load what ‘src’ of ‘script’ names, or read all addresses against it, so a text "
          + "can neither begin it nor name its host"
      ),
      (
        "<a href=' JavaScript:{{ page.title }}'></a>", 25,
        "this address is code or a document of its own, in which values cannot be printed"
      ),
      (
        "<a href='data:text/html,{{ page.title }}'></a>", 28,
        "this address is code or a document of its own, in which values cannot be printed"
      ),
      (
        "<a href='{% if page.is_new %}java{% endif %}script:{{ page.title }}'></a>", 55,
        "this address is code or a document of its own, in which values cannot be printed"
      ),
      (
        "<a href='{% if page.is_new %}javascript:{% else %}/a/{% endif %}{{ page.title }}'></a>",
        68,
        "this address is code or a document of its own, in which values cannot be printed"
      ),
      ("<xmp>{{ page.title }}</xmp>", 9, "values cannot be printed in the element ‘xmp’"),
    ])
  func forbiddenPlaces(template: String, column: Int, message: String) {
    let found = load(["page.html": template]).diagnostics
    #expect(found.first?.location.description == "templates/page.html:1:\(column)")
    #expect(found.first?.message.english == message)
    #expect(found.count { $0.id == "forbidden-place" } == 1)
  }

  @Test("markup that branches, loops and partials leave open")
  func unbalanced() {
    #expect(
      errors("<p>{% if page.title %}<a href=\"{% endif %}x\"></a></p>") == """
        templates/page.html:1:4: the branches of this ‘if’ end in different places of the markup: \
        inside the attribute ‘href’ and between elements [unbalanced-markup]
          fix: close in every branch what it opens
        """)
    #expect(
      errors("{% for t in page.tags %}<a {% endfor %}>").hasPrefix(
        "templates/page.html:1:1: the body of this ‘for’ begins between elements and ends "
          + "inside a tag ‘a’ [unbalanced-markup]"))
    #expect(
      errors(["page.html": "{% include 'p.html' %}", "p.html": "<b title=\"x"]) == """
        templates/page.html:1:1: this part begins between elements and ends inside the attribute \
        ‘title’ [unbalanced-markup]
          fix: close in the part what it opens
          templates/p.html:1:1: the last tag begins here
        """)
    #expect(errors("<a{% if page.title %} class=\"x\"{% endif %}></a>") == "")
    #expect(errors("<a {% if page.is_new %}hidden{% endif %}></a>") == "")
    #expect(errors("<a {% if page.is_new %}hidden {% endif %}id=\"x\"></a>") == "")
    #expect(
      errors("<a {% if page.is_new %}on{% endif %}click=\"{{ page.title }}\"></a>").hasPrefix(
        "templates/page.html:1:37: an attribute's name begins where the branches of ‘if’ may have "
          + "left one open [forbidden-place]"))
  }

  @Test("tags that are not closed, or close nothing")
  func tags() {
    #expect(
      errors("{% if page.title %}\n{% for t in page.tags %}\n{% endif %}") == """
        templates/page.html:2:1: ‘{% for %}’ is never closed [unclosed-tag]
          fix: write ‘{% endfor %}’ where it ends
        """)
    #expect(
      errors("a {% endif %}") == """
        templates/page.html:1:3: ‘{% endif %}’ belongs to no open tag [stray-tag]
          fix: remove it, or open its tag before it
        """)
    #expect(
      errors("{% fro x in y %}") == """
        templates/page.html:1:4: there is no tag ‘fro’ [unknown-tag]
          fix: did you mean ‘for’?
        """)
    #expect(
      errors("x {{ page.title") == """
        templates/page.html:1:3: ‘{{’ is never closed [template-syntax]
          fix: close it with ‘}}’
        """)
    #expect(errors("x {# y").contains("‘{#’ is never closed"))
    #expect(errors("{% raw %} x").contains("‘{% raw %}’ is never closed"))
  }

  @Test("what stands in a tag and should not")
  func syntax() {
    #expect(
      errors("{{ page. }}") == """
        templates/page.html:1:10: the tag ends where a name should stand [template-syntax]
        """)
    #expect(
      errors("{{ page.title page }}") == """
        templates/page.html:1:15: found ‘page’ where the end of the tag should stand \
        [template-syntax]
        """)
    #expect(
      errors("{% for x of page.tags %}{% endfor %}").contains("found ‘of’ where ‘in’ should stand"))
    #expect(
      errors("{{ عنوان }}").hasPrefix("templates/page.html:1:4: ‘ع’ has no meaning inside a tag"))
    for (half, fix) in [("{{ page.title }", "write ‘}}’"), ("{%- if page.is_new }", "write ‘%}’")] {
      let found = load(["page.html": half + "{{ page.title }}{% endif %}"]).diagnostics.first
      #expect(found?.message.english == "one ‘}’ does not end the tag")
      #expect(found?.fix?.english == fix)
      #expect(found?.location.column == half.count)
    }
    #expect(errors("{{ \"abc }}").contains("the quotation mark is never closed in this tag"))
    #expect(errors("{{ 12ab }}").contains("‘12ab’ is neither a number nor a name"))
    #expect(errors("{{ (page.title }}").contains("where ‘)’ should stand"))
    #expect(errors("{{ }}").contains("the tag ends where a value should stand"))
  }

  @Test("inheritance")
  func inheritance() {
    let base = "{% block main %}{% endblock %}{% block head %}{% endblock %}"
    func page(_ text: String) -> String { errors(["page.html": text, "base.html": base]) }
    #expect(
      page("{% extends \"base.html\" %}\n{% block mian %}x{% endblock %}") == """
        templates/page.html:2:10: ‘base.html’ has no block ‘mian’ [unknown-block]
          fix: did you mean ‘main’?
        """)
    #expect(
      page("{% extends \"base.html\" %}\ntext") == """
        templates/page.html:2:1: this would never be shown: a template that extends another has \
        nothing outside its blocks [outside-blocks]
          fix: move it into a block
        """)
    #expect(
      errors("{% extends \"bse.html\" %}") == """
        templates/page.html:1:12: there is no template ‘bse.html’ [missing-template]
          fix: templates: ‘page.html’
        """)
    #expect(page("x{% extends \"base.html\" %}").contains("[late-extends]"))
    #expect(
      page(
        "{% extends \"base.html\" %}{% block main %}{% endblock %}{% block main %}{% endblock %}"
      )
      .contains("the block ‘main’ is already in this file [block-twice]"))
    #expect(
      page("{% extends \"base.html\" %}{% block main %}{{ super() | bare }}{% endblock %}")
        .contains("[stray-super]"))
    #expect(
      errors("{% block a %}{{ super() }}{% endblock %}").contains(
        "no template above has a block ‘a’ that ‘super()’ could show"))
    #expect(
      errors(["page.html": "{% extends 'a.html' %}", "a.html": "{% extends 'page.html' %}"])
        == """
        templates/a.html:1:12: the templates lead back to themselves: ‘page.html’ → ‘a.html’ → \
        ‘page.html’ [template-recursion]
          fix: remove one of these steps
        """)
  }

  @Test("includes")
  func includes() {
    func partial(_ include: String, _ text: String = "{{ work.title }}") -> String {
      errors(["page.html": include, "partials/card.html": text])
    }
    #expect(
      partial(
        "{% include \"partials/crad.html\" %}{% include \"partials/card.html\" with work: page %}")
          == """
          templates/page.html:1:12: there is no template ‘partials/crad.html’ [missing-template]
            fix: did you mean ‘partials/card.html’?
          """)
    #expect(
      partial("{% include \"partials/card.html\" %}") == """
        templates/page.html:1:12: ‘partials/card.html’ needs ‘work’ [missing-argument]
          fix: add ‘with work: …’
          templates/partials/card.html:1:4: it is used here
        """)
    #expect(
      partial(
        "{% include \"partials/card.html\" with work: page %}", "{{ work.title }}{{ wrok.url }}")
          == """
          templates/partials/card.html:1:20: there is no ‘wrok’ here [unknown-name]
            fix: did you mean ‘work’?
          """)
    #expect(
      partial("{% include \"partials/card.html\" with work: page, wrk: 2 %}") == """
        templates/page.html:1:50: ‘partials/card.html’ does not use ‘wrk’ [unknown-argument]
          fix: did you mean ‘work’?
        """)
    #expect(
      partial("{% include \"partials/card.html\" with work: page.title %}") == """
        templates/partials/card.html:1:9: a text has no field ‘title’ [unknown-field]
          fix: its fields: ‘language’, ‘dir’
        """)
    #expect(
      partial("{% include 'partials/card.html' %}", "{% include 'partials/card.html' %}") == """
        templates/partials/card.html:1:12: the templates lead back to themselves: ‘page.html’ → \
        ‘partials/card.html’ → ‘partials/card.html’ [template-recursion]
          fix: remove one of these steps
        """)
    #expect(
      partial("{% include 'partials/card.html' %}", "{% block a %}{% endblock %}").contains(
        "[block-in-partial]"))
    #expect(
      partial(
        "{% for x in page.tags %}{% include 'partials/card.html' with y: x %}{% endfor %}",
        "{{ y }}{{ loop.index }}"
      ).hasPrefix("templates/partials/card.html:1:11: ‘loop’ exists only inside"))
  }

  @Test("strings and their arguments")
  func strings() {
    #expect(
      errors("{{ t(\"read_tme\", count: 1) }}") == """
        templates/page.html:1:6: strings.yaml has no key ‘read_tme’ [unknown-string]
          fix: did you mean ‘read_time’?
        """)
    #expect(
      errors("{{ t(\"by\", nme: page.title) }}") == """
        templates/page.html:1:12: the string ‘by’ has no place for ‘nme’ [unknown-argument]
          fix: did you mean ‘name’?
        """)
    #expect(
      errors("{{ t(\"by\") }}") == """
        templates/page.html:1:6: the string ‘by’ needs ‘name’ [missing-argument]
          fix: add ‘name: …’
        """)
    #expect(
      errors("{{ t(\"read_time\", count: page.title) }}") == """
        templates/page.html:1:26: ‘count’ of the string ‘read_time’ is a number; this is a text \
        [filter-type]
        """)
    #expect(errors("{{ t(page.title) }}").contains("‘t’ takes a key in quotes"))
    #expect(errors("{{ t(\"by\", name: page.date) }}").contains("[date-without-style]"))
    #expect(errors("{{ t(\"by\", name: page.body) }}").contains("markup cannot be printed"))
  }

  @Test("variables")
  func variables() {
    #expect(
      errors("{% set page = 1 %}").hasPrefix(
        "templates/page.html:1:8: ‘page’ already names something here [name-taken]"))
    #expect(
      errors("{% for loop in page.tags %}{% endfor %}").contains("‘loop’ already names something"))
    #expect(
      errors("{% set n = 1 %}{% set n = page.title %}").contains(
        "‘n’ was set to a number and cannot become a text [assignment-type]"))
    #expect(
      errors("{% if page.title %}{% set n = 1 %}{% endif %}{{ n }}").contains(
        "there is no ‘n’ here"))
  }

  @Test("all errors of all files in one run, in order")
  func several() {
    let found = errors([
      "page.html": "{% include \"b.html\" %}{{ page.x }}\n{{ y }}{{ page.date | dat }}",
      "b.html": "{{ page.z }}\n{% if %}{% endif %}", "unused.html": "{{ }}",
    ])
    #expect(
      found.split(separator: "\n").filter { !$0.hasPrefix("  ") }.joined(separator: "\n") == """
        templates/b.html:1:9: the record ‘work’ has no field ‘z’ [unknown-field]
        templates/b.html:2:7: the tag ends where a value should stand [template-syntax]
        templates/page.html:1:31: the record ‘work’ has no field ‘x’ [unknown-field]
        templates/page.html:2:4: there is no ‘y’ here [unknown-name]
        templates/page.html:2:23: there is no filter ‘dat’ [unknown-filter]
        templates/unused.html: no page uses the template ‘unused.html’ [unused-template]
        templates/unused.html:1:4: the tag ends where a value should stand [template-syntax]
        """)
  }

  @Test("a missing entry point is named")
  func missingEntryPoint() {
    #expect(
      errors([:]) == """
        templates/page.html: the template ‘page.html’ is missing [missing-template]
          fix: add the file: pages of this kind are made with it
        """)
  }

  @Test("messages exist in Arabic")
  func arabic() {
    let found = load(["page.html": "{{ page.tilte }}"]).diagnostics
    #expect(found.map(\.message.arabic) == ["ليس في سجل «work» حقل باسم «tilte»"])
    #expect(found.map(\.fix?.arabic) == ["هل تقصد «title»؟"])
  }
}
