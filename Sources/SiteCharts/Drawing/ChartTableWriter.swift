import SiteHTML
import SiteText

/// Writes the values of a chart as a table.
struct ChartTableWriter {
  let chart: Chart
  let writer: ValueWriter
  let isolation: BidiIsolation

  /// What stands for a value that is not known.
  static let missing = "–"

  func append(to html: inout [UInt8]) {
    html.append("<table><thead><tr>")
    if chart.heading.isEmpty {
      html.append("<td></td>")
    } else {
      append(chart.heading, in: "th", " scope=\"col\"", to: &html)
    }
    for series in chart.series {
      append(series.name, in: "th", " scope=\"col\" class=\"num\"", to: &html)
    }
    html.append("</tr></thead><tbody>")
    for (index, category) in chart.categories.enumerated() {
      html.append("<tr>")
      append(category, in: "th", " scope=\"row\"", to: &html)
      for series in chart.series {
        html.append("<td class=\"num\">")
        if let value = series.values[index] {
          writer.append(value, to: &html)
        } else {
          html.append(Self.missing)
        }
        html.append("</td>")
      }
      html.append("</tr>")
    }
    html.append("</tbody></table>")
  }

  /// Appends an element with text.
  private func append(
    _ text: String, in element: StaticString, _ attributes: StaticString, to html: inout [UInt8]
  ) {
    html.append("<")
    html.append(element)
    html.append(attributes)
    html.append(">")
    isolation.append(name: text, to: &html)
    html.append("</")
    html.append(element)
    html.append(">")
  }
}

extension BidiIsolation {
  /// Appends a text with its runs isolated; one that is wholly in the other language keeps its
  /// language and direction, and the place where reading begins is that of the page.
  func append(name text: String, to html: inout [UInt8]) {
    var text = text
    let isForeign = text.withUTF8 { scripts(in: $0) } == .otherOnly
    append(LocalizedText(text, in: isForeign ? otherLanguage : language), to: &html)
  }
}
