import Foundation
import SiteText
import Testing

@testable import SiteTemplate

@Suite("Documentation")
struct DocumentationTests {
  private let page: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    page = try String(
      contentsOf: root.appending(path: "Documentation/Templates.md"), encoding: .utf8)
  }

  @Test("every tag is described")
  func tags() {
    for tag in TagName.allCases {
      #expect(page.contains("`\(tag.rawValue)`"), "\(tag.rawValue)")
    }
  }

  @Test("every filter, with the style of every date, is described")
  func filters() {
    for filter in Filter.allCases {
      #expect(
        page.contains("| `\(filter.rawValue)`") || page.contains("| `\(filter.rawValue): "),
        "\(filter.rawValue)")
    }
    for style in DateStyle.allCases {
      #expect(page.contains("| `\(style.rawValue)` |"), "\(style.rawValue)")
    }
  }

  @Test("every function and the fields of loops and texts are described")
  func names() {
    for function in Function.allCases {
      #expect(page.contains("| `\(function.rawValue)("), "\(function.rawValue)")
    }
    for field in LoopField.allCases {
      #expect(page.contains("| `loop.\(field.rawValue)` |"), "\(field.rawValue)")
    }
    for field in TextField.allCases {
      #expect(page.contains("`\(field.rawValue)`"), "\(field.rawValue)")
    }
  }

  @Test("every attribute that people read is named")
  func attributes() {
    for attribute in Attributes.read {
      #expect(page.contains("`\(attribute)`"), "\(attribute)")
    }
  }

  @Test("a schema documents itself")
  func schema() {
    let schema = TemplateSchema(
      records: [
        RecordSchema(
          name: "work", documentation: "A work.",
          fields: [
            FieldSchema(name: "title", type: .text, documentation: "Its title."),
            FieldSchema(
              name: "related", type: .list(.record("work")), documentation: "Works near it."),
            FieldSchema(name: "date", type: .optional(.date), documentation: "Its date."),
          ])
      ],
      entryPoints: [
        "b.html": [TemplateGlobal("page", .record("work")), TemplateGlobal("n", .number)],
        "a.html": [],
      ])
    #expect(
      schema.documentation() == """
        ### What each template is given

        | Template | Names |
        |---|---|
        | `a.html` |  |
        | `b.html` | `page`: [work](#work); `n`: number |

        ### work

        A work.

        | Field | Type | What it is |
        |---|---|---|
        | `title` | text | Its title. |
        | `related` | list of [work](#work) | Works near it. |
        | `date` | date, or absent | Its date. |

        """)
  }
}
