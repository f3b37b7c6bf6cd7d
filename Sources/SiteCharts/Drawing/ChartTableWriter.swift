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

  /// Appends an element with text, in its own direction where that is the other.
  private func append(
    _ text: String, in element: StaticString, _ attributes: StaticString, to html: inout [UInt8]
  ) {
    html.append("<")
    html.append(element)
    html.append(attributes)
    isolation.append(text, endOfTagTo: &html)
    html.append("</")
    html.append(element)
    html.append(">")
  }
}

extension BidiIsolation {
  /// Ends an opening tag and appends the element's text: with its language and direction where it
  /// is wholly in the other language, else with its runs isolated.
  func append(_ text: String, endOfTagTo html: inout [UInt8]) {
    var text = text
    let isForeign = text.withUTF8 { scripts(in: $0) } == .otherOnly
    if isForeign {
      html.append(" lang=\"")
      html.appendEscaped(attribute: otherLanguage.tag)
      html.append("\" dir=\"")
      html.append(otherLanguage.direction.rawValue)
      html.append("\"")
    }
    html.append(">")
    (isForeign ? reversed : self).append(text, to: &html)
  }
}
