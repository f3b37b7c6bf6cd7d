import SiteDiagnostics
import SiteText
import Synchronization
import Testing

@testable import SiteTemplate

/// What is the same on every page is worked out before, and nothing of it may show.
struct SpecializationTests {
  @Test func decidedConditionsLeaveTheRestInOrder() {
    let template = """
      {% if site.name == "S" %}a{% if page.is_odd %}b{% endif %}{% else %}c{% endif %}\
      {% if page.is_odd %}d{% elif site.name == "S" %}e{% else %}f{% endif %}\
      {% if page.is_odd %}g{% else %}{% if site.name == "T" %}h{% endif %}{% endif %}i\
      {% if site.name == "T" or page.is_odd %}j{% endif %}{{ site.name }}
      """
    #expect(pages(template, [Item(1), Item(2)]) == ["abdgijS", "aeiS"])
  }

  @Test func aMenuMarksThePageItIsOn() {
    let template = """
      {% for item in site.items %}{% if not loop.first %}, {% endif %}{{ item.name }}\
      {% if item.name == page.name %}*{% endif %}{% if loop.last %}.{% endif %}{% endfor %}
      """
    #expect(
      pages(template, [Item(1), Item(3)], site: Item(0, items: [Item(1), Item(2), Item(3)]))
        == ["1*, 2, 3.", "1, 2, 3*."])
  }

  @Test func longListsAndEmptyOnesPrintAsShortOnesDo() {
    let template = "{% for item in site.items start: 1 %}{{ item.name }}{% else %}none{% endfor %}"
    let items = (0..<100).map { Item($0) }
    #expect(
      pages(template, [Item(1)], site: Item(0, items: items))
        == [(1..<100).map(String.init).joined()])
    #expect(pages(template, [Item(1)], site: Item(0, items: [Item(1)])) == ["none"])
  }

  @Test func variablesKeepWhatWasAssignedLast() {
    let template = """
      {% set a = site.name %}{% if page.is_odd %}{% set a = "odd" %}{% endif %}{{ a }} \
      {% set b = "x" %}{% for item in page.items %}{{ b }}{% set b = item.name %}{% endfor %}{{ b }} \
      {% set c = "y" %}{% for item in site.items %}{% set c = item.name %}{% endfor %}{{ c }}
      """
    #expect(
      pages(
        template, [Item(1, items: [Item(5), Item(6)]), Item(2)],
        site: Item(0, items: [Item(7), Item(8)])) == ["odd x56 8", "S x 8"])
  }

  @Test func textsWithKnownAndUnknownValues() {
    let template = "{{ t(\"by\", name: site.name) }}, {{ t(\"by\", name: page.name) }}"
    #expect(pages(template, [Item(1)]) == ["By S, By 1"])
  }
}

/// A card that many pages show is printed once.
struct FragmentTests {
  private let card = "{{ item.name }}{{ level }}{{ site.name }} "

  @Test func aCardIsPrintedOnceForARecord() {
    let reads = Reads()
    let items = [Item(7, reads: reads), Item(8, reads: reads)]
    let template = """
      {% for item in page.items %}{% include "card.html" with item: item, level: 2 %}{% endfor %}
      """
    #expect(
      pages(
        ["page.html": template, "card.html": card], [Item(1, items: items), Item(2, items: items)])
        == ["72S 82S ", "72S 82S "])
    #expect(reads.count == 2)
  }

  @Test func whatACardIsGivenTellsItFromOthers() {
    let template = """
      {% for item in page.items %}{% include "card.html" with item: item, level: 2 %}\
      {% include "card.html" with item: item, level: 3 %}{% endfor %}
      """
    #expect(
      pages(["page.html": template, "card.html": card], [Item(1, items: [Item(7)])])
        == ["72S 73S "])
  }

  @Test func aCardThatDependsOnThePageIsPrintedForEach() {
    let template = """
      {% for item in page.items %}{% include "card.html" with item: item %}{% endfor %}
      """
    let card = "{{ item.name }}{% if item.name == page.name %}*{% endif %} "
    let items = [Item(1), Item(2)]
    #expect(
      pages(
        ["page.html": template, "card.html": card], [Item(1, items: items), Item(2, items: items)])
        == ["1* 2 ", "1 2* "])
  }

  @Test func recordsThatBelongToAPageAreNotTakenForOneAnother() {
    let template = """
      {% for item in page.items %}{% include "card.html" with item: item, level: 1 %}{% endfor %}
      """
    #expect(
      pages(
        ["page.html": template, "card.html": card],
        [Item(1, items: [Item(-7)]), Item(2, items: [Item(-8)])])
        == ["-71S ", "-81S "])
  }

  @Test func aCardInTextOfAnotherLanguageIsMarkedThere() {
    let template = """
      {% for item in page.items %}{% include "card.html" with item: item, level: 1 %}\
      <p lang="{{ item.name.language }}">{% include "card.html" with item: item, level: 1 %}</p>\
      {% endfor %}
      """
    let items = [Item(7, language: .arabic)]
    #expect(
      pages(
        ["page.html": template, "card.html": "{{ item.name }}{{ level }}"], [Item(1, items: items)])
        == [#"<bdi lang="ar" dir="rtl">7</bdi>1<p lang="ar">71</p>"#])
  }
}

/// Counts how often the name of an item is read.
private final class Reads: Sendable {
  private let value = Atomic(0)

  var count: Int { value.load(ordering: .relaxed) }

  func add() { value.add(1, ordering: .relaxed) }
}

/// A thing with a number; a negative one belongs to its page.
private struct Item: Sendable {
  let number: Int
  var items: [Item] = []
  var reads: Reads?
  var language = LanguageCode.english

  init(
    _ number: Int, items: [Item] = [], reads: Reads? = nil, language: LanguageCode = .english
  ) {
    self.number = number
    self.items = items
    self.reads = reads
    self.language = language
  }

  static let record: RecordType<Item> = RecordType(
    "item", "A thing.", entity: { $0.number < 0 ? nil : $0.number },
    fields: [
      Field("name", .text, "Its number; of number 0, S.") { item in
        item.reads?.add()
        let name = item.number == 0 ? "S" : String(item.number)
        return .text(LocalizedText(name, in: item.language))
      },
      Field("is_odd", .flag, "Whether its number is odd.") { .flag($0.number % 2 != 0) },
      Field("items", .list(.record("item")), "Things in it.") {
        .list($0.items.map { .record(record.record($0)) })
      },
    ])
}

private func pages(_ template: String, _ items: [Item], site: Item = Item(0)) -> [String] {
  pages(["page.html": template], items, site: site)
}

/// The pages of several items, printed one after the other with the same templates.
private func pages(
  _ templates: [String: String], _ items: [Item], site: Item = Item(0)
) -> [String] {
  let schema = TemplateSchema(
    records: [Item.record.schema],
    entryPoints: [
      "page.html": [
        TemplateGlobal("site", .record("item"), isConstant: true),
        TemplateGlobal("page", .record("item")),
      ]
    ])
  let (library, strings, diagnostics) = load(templates, schema: schema)
  guard let library else { return [describe(diagnostics)] }
  let context = RenderContext(
    language: Sample.english,
    formatter: Sample.formatters[.english] ?? LanguageFormatter(for: Sample.english),
    isolation: BidiIsolation(.english), baseURL: "https://example.org/", strings: strings)
  let record = TemplateValue.record(Item.record.record(site))
  let pages = library.pages(for: context, constants: ["site": record])
  return items.map { item in
    var page: [UInt8] = []
    pages.render("page.html", globals: [record, .record(Item.record.record(item))], into: &page)
    return String(decoding: page, as: UTF8.self)
  }
}
