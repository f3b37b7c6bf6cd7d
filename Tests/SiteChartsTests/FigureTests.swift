import SiteCharts
import SiteHTML
import Testing

/// The whole markup of small charts.
struct FigureTests {
  private static let bars = Chart(
    kind: .bar, title: "العائلات بحسب الدفعة", source: "بيان 2024-03-03",
    heading: "الدفعة", categories: ["2023", "2024"],
    series: [Chart.Series(name: "عائلات", values: [ChartValue(digits: 173), nil])])

  private static let lines = Chart(
    kind: .line, title: "Two lines", unit: "thousands", heading: "",
    categories: ["2022", "2023", "2024"],
    series: [
      Chart.Series(
        name: "One", values: [ChartValue(digits: 1), ChartValue(digits: 3), ChartValue(digits: 2)]),
      Chart.Series(name: "العربية", values: [ChartValue(digits: 4), nil, ChartValue(digits: 0)]),
    ])

  private static let tableOfBars = """
    <table>
    <thead>
    <tr>
    <th scope="col">الدفعة</th>
    <th scope="col" class="num">عائلات</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <th scope="row">2023</th>
    <td class="num">173</td>
    </tr>
    <tr>
    <th scope="row">2024</th>
    <td class="num">–</td>
    </tr>
    </tbody>
    </table>
    """

  @Test func bars() {
    #expect(
      drawing(ChartWriter.arabic.figure(Self.bars, id: "_c1")) == """
        <figure class="chart">
        <figcaption id="_c1">العائلات بحسب الدفعة</figcaption>
        <svg class="plot" role="img" aria-labelledby="_c1" width="100%" height="16.95em">
        <rect class="s1" x="69.5%" y="1.2em" width="11%" height="14em"/>
        <text x="75%" y="0.85em" text-anchor="middle">173</text>
        <text x="25%" y="14.85em" text-anchor="middle">–</text>
        <line class="base" x1="100%" x2="0%" y1="15.2em" y2="15.2em"/>
        <text x="75%" y="16.55em" text-anchor="middle">2023</text>
        <text x="25%" y="16.55em" text-anchor="middle">2024</text>
        </svg>
        <details>
        <summary>البيانات</summary>
        <div class="tbl" role="region" aria-labelledby="_c1" tabindex="0">
        \(Self.tableOfBars)
        </div>
        </details>
        <p class="src">المصدر: بيان <bdi dir="ltr">2024-03-03</bdi>
        </p>
        </figure>
        """)
  }

  @Test func lines() {
    #expect(
      drawing(ChartWriter.english.figure(Self.lines, id: "_c1")) == """
        <figure class="chart">
        <figcaption id="_c1">Two lines</figcaption>
        <p class="unit">thousands</p>
        <ul class="keys bare">
        <li>
        <svg width="2em" height="1em" aria-hidden="true">
        <line class="l1" x1="0" x2="100%" y1="50%" y2="50%"/>
        <use class="s1" href="#_c1m1" x="50%" y="50%"/>
        </svg>One</li>
        <li>
        <svg width="2em" height="1em" aria-hidden="true">
        <line class="l2" x1="0" x2="100%" y1="50%" y2="50%"/>
        <use class="s2" href="#_c1m2" x="50%" y="50%"/>
        </svg>
        <bdi lang="ar" dir="rtl">العربية</bdi>
        </li>
        </ul>
        <svg class="plot" role="img" aria-labelledby="_c1" width="100%" height="16.95em">
        <defs>
        <path id="_c1m1" d="M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"/>
        <path id="_c1m2" d="M-4-4H4V4H-4z"/>
        </defs>
        <line class="tick" x1="5.4%" x2="100%" y1="15.2em" y2="15.2em"/>
        <text x="3.9%" y="15.55em" text-anchor="end">0</text>
        <line class="tick" x1="5.4%" x2="100%" y1="11.7em" y2="11.7em"/>
        <text x="3.9%" y="12.05em" text-anchor="end">1</text>
        <line class="tick" x1="5.4%" x2="100%" y1="8.2em" y2="8.2em"/>
        <text x="3.9%" y="8.55em" text-anchor="end">2</text>
        <line class="tick" x1="5.4%" x2="100%" y1="4.7em" y2="4.7em"/>
        <text x="3.9%" y="5.05em" text-anchor="end">3</text>
        <line class="tick" x1="5.4%" x2="100%" y1="1.2em" y2="1.2em"/>
        <text x="3.9%" y="1.55em" text-anchor="end">4</text>
        <svg x="5.4%" y="1.2em" width="94.6%" height="14em" viewBox="0 0 1000 1000" preserveAspectRatio="none">
        <polyline class="l1" fill="none" points="166.67,750 500,250 833.33,500"/>
        </svg>
        <use class="s1" href="#_c1m1" x="21.17%" y="11.7em"/>
        <use class="s1" href="#_c1m1" x="52.7%" y="4.7em"/>
        <use class="s1" href="#_c1m1" x="84.23%" y="8.2em"/>
        <use class="s2" href="#_c1m2" x="21.17%" y="1.2em"/>
        <use class="s2" href="#_c1m2" x="84.23%" y="15.2em"/>
        <line class="base" x1="5.4%" x2="100%" y1="15.2em" y2="15.2em"/>
        <text x="21.17%" y="16.55em" text-anchor="middle">2022</text>
        <text x="52.7%" y="16.55em" text-anchor="middle">2023</text>
        <text x="84.23%" y="16.55em" text-anchor="middle">2024</text>
        </svg>
        <details>
        <summary>Data</summary>
        <div class="tbl" role="region" aria-labelledby="_c1" tabindex="0">
        <table>
        <thead>
        <tr>
        <td>
        </td>
        <th scope="col" class="num">One</th>
        <th scope="col" class="num">
        <bdi lang="ar" dir="rtl">العربية</bdi>
        </th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">2022</th>
        <td class="num">1</td>
        <td class="num">4</td>
        </tr>
        <tr>
        <th scope="row">2023</th>
        <td class="num">3</td>
        <td class="num">–</td>
        </tr>
        <tr>
        <th scope="row">2024</th>
        <td class="num">2</td>
        <td class="num">0</td>
        </tr>
        </tbody>
        </table>
        </div>
        </details>
        </figure>
        """)
  }

  @Test func theFileIsLinkedTo() {
    let html = ChartWriter.english.figure(
      Self.lines, id: "_c1", download: ChartWriter.Download(name: "a&b.csv", url: "/a%26b.csv"))
    #expect(
      html.description.contains(
        "</table></div><p><a href=\"/a%26b.csv\">a&amp;b.csv</a></p></details>"))
  }

  @Test func feedsHaveTheTableAlone() {
    #expect(
      drawing(ChartWriter.arabic.plainFigure(Self.bars)) == """
        <figure>
        <figcaption>العائلات بحسب الدفعة</figcaption>
        \(Self.tableOfBars)
        <p class="src">المصدر: بيان <bdi dir="ltr">2024-03-03</bdi>
        </p>
        </figure>
        """)
  }

  @Test func searchReadsWordsAndValues() {
    #expect(
      ChartWriter.arabic.text(of: Self.bars) == """
        العائلات بحسب الدفعة
        الدفعة عائلات
        2023 173
        2024 –
        بيان 2024-03-03
        """)
    #expect(
      ChartWriter.english.text(of: Self.lines) == """
        Two lines
        thousands
        One العربية
        2022 1 4
        2023 3 –
        2024 2 0
        """)
  }
}
