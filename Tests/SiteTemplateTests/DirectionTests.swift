import SiteText
import Testing

@testable import SiteTemplate

@Suite("Direction")
struct DirectionTests {
  private let english = SampleWork(title: .en("War & Peace"))
  private let arabic = SampleWork(title: .ar("الحرب والسلم"))

  @Test("a text in another language is marked with it between elements")
  func content() {
    #expect(
      render("<p>{{ page.title }}</p>", english, in: Sample.arabic)
        == "<p><bdi lang=\"en\" dir=\"ltr\">War &amp; Peace</bdi></p>")
    #expect(
      render("<p>{{ page.title }}</p>", arabic, in: Sample.english)
        == "<p><bdi lang=\"ar\" dir=\"rtl\">الحرب والسلم</bdi></p>")
    #expect(render("<p>{{ page.title }}</p>", arabic, in: Sample.arabic) == "<p>الحرب والسلم</p>")
  }

  @Test("runs of the other direction inside a text of the page's language are isolated")
  func runs() {
    let work = SampleWork(title: .ar("صدر في 2025-10-28 تقرير"))
    #expect(
      render("{{ page.title }}", work, in: Sample.arabic)
        == "صدر في <bdi dir=\"ltr\">2025-10-28</bdi> تقرير")
  }

  @Test("titles and attributes that people read isolate by characters, others not at all")
  func characters() {
    #expect(
      render("<title>{{ page.title }}</title>", english, in: Sample.arabic)
        == "<title>\u{2068}War &amp; Peace\u{2069}</title>")
    for attribute in ["title", "alt", "aria-label", "placeholder", "aria-description", "label"] {
      #expect(
        render("<input \(attribute)=\"{{ page.title }}\">", english, in: Sample.arabic)
          == "<input \(attribute)=\"\u{2068}War &amp; Peace\u{2069}\">")
    }
    for attribute in ["content", "value", "data-x", "class", "id"] {
      #expect(
        render("<input \(attribute)=\"{{ page.title }}\">", english, in: Sample.arabic)
          == "<input \(attribute)=\"War &amp; Peace\">")
    }
    #expect(
      render("<option>{{ page.title }}</option>", english, in: Sample.arabic)
        == "<option>\u{2068}War &amp; Peace\u{2069}</option>")
    #expect(
      render("<input title=\"{{ page.title }}\">", arabic, in: Sample.arabic)
        == "<input title=\"الحرب والسلم\">")
  }

  @Test("an address in a right-to-left page runs left to right")
  func address() {
    #expect(
      render("{{ page.url }}", english, in: Sample.arabic) == "<bdi dir=\"ltr\">/en/a/</bdi>")
    #expect(render("{{ page.url }}", english, in: Sample.english) == "/en/a/")
  }

  @Test("`bare` leaves the marking to the element around")
  func bare() {
    #expect(
      render("<p lang=\"en\" dir=\"ltr\">{{ page.title | bare }}</p>", english, in: Sample.arabic)
        == "<p lang=\"en\" dir=\"ltr\">War &amp; Peace</p>")
  }

  @Test("an element that states the language of its text needs no marking inside")
  func stated() {
    let template = """
      <h2 lang="{{ page.title.language }}" dir="{{ page.title.dir }}"><a>{{ page.title }}</a></h2>\
      {{ page.title }}
      """
    #expect(
      render(template, english, in: Sample.arabic)
        == "<h2 lang=\"en\" dir=\"ltr\"><a>War &amp; Peace</a></h2>"
        + "<bdi lang=\"en\" dir=\"ltr\">War &amp; Peace</bdi>")
    let mixed = """
      <h2 lang="{{ page.title.language }}" dir="{{ page.title.dir }}">{{ t("hello") }}</h2>
      """
    #expect(
      render(mixed, english, in: Sample.arabic)
        == "<h2 lang=\"en\" dir=\"ltr\"><bdi lang=\"ar\" dir=\"rtl\">مرحبًا</bdi></h2>")
  }

  @Test("a string's values keep their language")
  func strings() {
    let template = "{{ t(\"by\", name: page.title) }}"
    #expect(
      render(template, english, in: Sample.arabic)
        == "بقلم <bdi lang=\"en\" dir=\"ltr\">War &amp; Peace</bdi>")
    #expect(render(template, english, in: Sample.english) == "By War &amp; Peace")
    #expect(
      render("<input title=\"{{ t(\"by\", name: page.title) }}\">", english, in: Sample.arabic)
        == "<input title=\"بقلم \u{2068}War &amp; Peace\u{2069}\">")
  }

  @Test("a list that is joined isolates each of its texts")
  func join() {
    let work = SampleWork(tags: [.ar("واحد"), .en("two"), .ar("ثلاثة")])
    #expect(
      render("{{ page.tags | join: \"، \" }}", work, in: Sample.arabic)
        == "واحد، <bdi lang=\"en\" dir=\"ltr\">two</bdi>، ثلاثة")
    #expect(
      render("<input title=\"{{ page.tags | join: \"، \" }}\">", work, in: Sample.arabic)
        == "<input title=\"واحد، \u{2068}two\u{2069}، ثلاثة\">")
  }
}
