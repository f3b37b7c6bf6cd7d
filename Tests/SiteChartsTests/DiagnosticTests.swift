import SiteCharts
import SiteDiagnostics
import Testing

/// What editors are told of every mistake.
struct DiagnosticTests {
  @Test func unknownKinds() {
    let block = "title: T\nA,B\nx,1"
    #expect(
      findings(block, info: "chart lines") == """
        ar.md:3:10: error: there is no kind of chart called ‘lines’ [chart-kind]
            ```chart lines
            fix: did you mean ‘line’?

        """)
    #expect(
      findings(block, info: "chart دائرة", in: .arabic) == """
        ar.md:3:10: خطأ: لا يوجد نوع مخططات اسمه «دائرة» [chart-kind]
            ```chart دائرة
            الإصلاح: اكتب واحدًا مما يلي: bar، line، stacked

        """)
    #expect(
      findings(block, info: "chart bar big") == """
        ar.md:3:14: error: ‘big’ stands where nothing more is read [chart-kind]
            ```chart bar big
            fix: leave it out; a title goes into a line of its own: title: …

        """)
    #expect(findings(block, info: "poll bar").hasPrefix("ar.md:3:9: error: ‘bar’ stands"))
  }

  /// Else the values would be published as program code.
  @Test func wordsInAnotherOrder() {
    let block = "title: T\nA,B\nx,1"
    #expect(
      findings(block, info: "line chart") == """
        ar.md:3:4: error: ‘line chart’ does not begin a chart, so its values would be shown as they are [chart-kind]
            ```line chart
            fix: write ```chart line

        """)
    #expect(
      findings(block, info: "Chart bar", in: .arabic) == """
        ar.md:3:4: خطأ: لا يبدأ «Chart bar» مخططًا، فتظهر القيم كما كُتبت [chart-kind]
            ```Chart bar
            الإصلاح: اكتب ```chart bar

        """)
    #expect(["line chart", "Poll", "BAR Chart"].allSatisfy(ChartReader.reads))
    #expect(!["swift", "flow chart", "line", "chart.js", ""].contains(where: ChartReader.reads))
  }

  @Test func keys() {
    #expect(
      findings("title: T\ntitel: U\ntitle: V\nنوع: bar\n\nA,B\nx,1") == """
        ar.md:5:1: error: charts have no key ‘titel’ [chart-key]
            titel: U
            fix: did you mean ‘title’?
        ar.md:6:1: error: ‘title’ is stated a second time [chart-key]
            title: V
            fix: keep one of the two lines
        ar.md:7:1: error: charts have no key ‘نوع’ [chart-key]
            نوع: bar
            fix: write one of: title, unit, source, file

        """)
    #expect(
      findings("title: T\ntitel: U\ntitle: V\nA,B\nx,1", in: .arabic) == """
        ar.md:5:1: خطأ: لا مفتاح للمخططات باسم «titel» [chart-key]
            titel: U
            الإصلاح: هل تقصد «title»؟
        ar.md:6:1: خطأ: ذُكر «title» مرة ثانية [chart-key]
            title: V
            الإصلاح: أبقِ سطرًا واحدًا من الاثنين

        """)
  }

  @Test func aTitleIsNeeded() {
    #expect(
      findings("title:\nA,B\nx,1", indentation: "   ") == """
        ar.md:3:4: error: the drawing has no title, which is all that those who do not see it are told first [chart-title]
               ```chart bar
            fix: write on its first line what it shows: title: Families by year of return

        """)
    #expect(
      findings("A,B\nx,1", in: .arabic) == """
        ar.md:3:1: خطأ: لا عنوان لهذا الرسم، وهو أول ما يُقال لمن لا يراه [chart-title]
            ```chart bar
            الإصلاح: اكتب في سطره الأول ما يعرضه: title: العائلات بحسب سنة العودة

        """)
  }

  @Test func files() {
    #expect(
      findings("title: T\nfile: data.csv") == """
        ar.md:5:7: error: no ‘data.csv’ [chart-file]
            file: data.csv

        """)
    #expect(
      findings("title: T\nfile: data.csv\n\nA,B\nx,1", files: ["data.csv": "A,B\nx,1"]) == """
        ar.md:7:1: error: the values are to come from a file, and more stands here [chart-file]
            A,B
            fix: remove what follows the head, or the line ‘file:’

        """)
    #expect(
      findings("title: T\nfile: d.csv", files: ["d.csv": "\u{FEFF}A,B\nx,1\ny,two\n"]) == """
        d.csv:3:3: error: ‘two’ is not a number [chart-number]
            y,two
            fix: write digits alone, with a point before decimals: 1924 or 3.8; leave the cell empty where the value is not known

        """)
    #expect(
      findings("title: T\nfile: d.csv", files: ["d.csv": ""]).hasPrefix(
        "ar.md:5:7: error: there are no values"))
  }

  @Test func noValues() {
    let expected = """
      ar.md:3:1: error: there are no values to draw [chart-data]
          ```chart bar
          fix: write a line of headings and a line for each row: Year,Families then 2024,159

      """
    #expect(findings("title: T") == expected)
    #expect(findings("title: T\n\nA,B\n") == expected)
    #expect(findings("title: T\n\nA,B\nx,\ny,") == expected)
    #expect(
      findings("title: T\n\nA\nx") == """
        ar.md:6:1: error: there is one column, so there are no values beside the names [chart-data]
            A
            fix: part the columns by the Latin comma: Year,Families

        """)
    #expect(
      findings("title: T\n\nالسنة، العدد\n2024، 5", in: .arabic) == """
        ar.md:6:1: خطأ: الفاصلة العربية لا تفصل بين الأعمدة [chart-data]
            السنة، العدد
            الإصلاح: افصل بين الأعمدة بالفاصلة اللاتينية: السنة,العائلات

        """)
    #expect(
      findings("title: T\n\nA,B,C\nx،1،2") == """
        ar.md:7:1: error: the Arabic comma does not part the columns [chart-data]
            x،1،2
            fix: part the columns by the Latin comma: Year,Families

        """)
    #expect(
      findings("title: T\n\nA,,B\nx,1,2") == """
        ar.md:6:3: error: a column has no heading [chart-data]
            A,,B
            fix: write in the first line what its values are

        """)
  }

  @Test func rows() {
    #expect(
      findings("title: T\n\nA,B,C\nx,1\nعائلات,1,924,5\n,1,2", indentation: "> ") == """
        ar.md:7:3: error: the row has 2 cells and the headings are 3 [chart-row]
            > x,1
            fix: add what is missing; leave a cell empty whose value is not known: 2024,,12
        ar.md:8:3: error: the row has 4 cells and the headings are 3 [chart-row]
            > عائلات,1,924,5
            fix: put a text that has a comma, or a number with one, into straight quotation marks: "1,924"
        ar.md:9:3: error: the row has no name [chart-row]
            > ,1,2
            fix: write in its first cell what its values belong to

        """)
  }

  @Test func numbers() {
    #expect(
      findings("title: T\n\nA,B\nx,60%") == """
        ar.md:7:3: error: ‘60%’ is not a number [chart-number]
            x,60%
            fix: write the number alone, and in the head: unit: %

        """)
    #expect(
      findings("title: T\n\nA,B\nعائلة,نحو 160", in: .arabic) == """
        ar.md:7:7: خطأ: «نحو 160» ليس عددًا [chart-number]
            عائلة,نحو 160
            الإصلاح: اكتب الأرقام وحدها، وقبل الكسور نقطة: 1924 أو 3.8؛ واترك الخلية فارغة إن لم تُعرف القيمة

        """)
    #expect(
      findings("title: T\n\nA,B\nx,5\ny,-1", info: "chart stacked") == """
        ar.md:8:3: error: ‘-1’ is below zero and cannot be a part of a stacked bar [chart-negative]
            y,-1
            fix: draw the columns side by side: ```chart bar

        """)
    #expect(
      findings("title: T\n\nA,B\nx,101\ny,-1", info: "poll") == """
        ar.md:7:3: error: ‘101’ is not a percentage from 0 to 100 [poll-share]
            x,101
            fix: write the share of those who answered in per cent
        ar.md:8:3: error: ‘-1’ is not a percentage from 0 to 100 [poll-share]
            y,-1
            fix: write the share of those who answered in per cent

        """)
  }

  @Test func sizes() {
    #expect(
      findings("title: T\n\nA,B,C,D,E,F,G\nx,1,2,3,4,5,6") == """
        ar.md:6:13: error: 6 columns of values cannot be told apart; a chart takes 5 [chart-size]
            A,B,C,D,E,F,G
            fix: leave some out, or make two charts

        """)
    #expect(
      findings("title: T\n\nA,B,C\nx,1,2", info: "poll") == """
        ar.md:6:5: error: a poll has one column of values [chart-size]
            A,B,C
            fix: compare several groups in a chart: ```chart stacked

        """)
    let rows = { (count: Int) in (1...count).map { "r\($0),\($0)" }.joined(separator: "\n") }
    #expect(findings("title: T\n\nA,B\n" + rows(30)) == "")
    #expect(
      findings("title: T\n\nA,B\n" + rows(32)) == """
        ar.md:37:1: error: 32 rows are more than can be read; this kind of chart takes 30 [chart-size]
            r31,31
            fix: join the smallest into one row, or draw a line: ```chart line

        """)
    #expect(findings("title: T\n\nA,B\n" + rows(200), info: "chart line") == "")
    #expect(
      findings("title: T\n\nA,B\n" + rows(201), info: "chart line", in: .arabic) == """
        ar.md:207:1: خطأ: عدد الصفوف 201 أكثر مما يُقرأ؛ يتسع هذا النوع من المخططات لـ200 [chart-size]
            r201,201
            الإصلاح: اجمع القيم في مدد أطول، كالسنوات بدل الأشهر

        """)
  }

  @Test func aFileOfManyRecordsIsNotRead() {
    let file = "A,B\n" + String(repeating: "x,1\n", count: 30_000)
    #expect(
      findings("title: T\nfile: d.csv", files: ["d.csv": file]) == """
        ar.md:5:7: error: the values take more than 100 KB, which is more than can be drawn [chart-size]
            file: d.csv
            fix: keep only the rows and columns that are to be drawn

        """)
  }

  @Test func quotationMarks() {
    #expect(
      findings("title: T\n\nA,B\nx,\"1") == """
        ar.md:7:3: error: the quotation mark is not closed [chart-quote]
            x,"1
            fix: close it behind the text, and write one inside the text twice: ""

        """)
    #expect(
      findings("title: T\n\nA,B\n\"x\" y,1") == """
        ar.md:7:5: error: text follows the closing quotation mark [chart-quote]
            "x" y,1
            fix: enclose the whole cell, and write a quotation mark inside it twice: ""

        """)
  }

  @Test func aFaultyBlockIsNoChart() {
    #expect(read("title: T\n\nA,B\nx,y").chart == nil)
    #expect(read("").diagnostics.map(\.id) == ["chart-title", "chart-data"])
  }
}
