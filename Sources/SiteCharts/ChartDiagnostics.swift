import SiteDiagnostics

/// Every message of this module.
extension Diagnostic {
  static func unknownKind(_ word: String, at location: SourceLocation) -> Diagnostic {
    let kinds = Chart.Kind.named.map(\.rawValue)
    return Diagnostic(
      "chart-kind", at: location,
      Wording(
        en: "there is no kind of chart called ‘\(word)’", ar: "لا يوجد نوع مخططات اسمه «\(word)»"),
      fix: .didYouMean(word, among: kinds) ?? .oneOf(kinds))
  }

  /// A block whose words are in another order, or have capital letters: `line chart`, `Chart`.
  static func misnamed(_ written: String, _ right: String, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "chart-kind", at: location,
      Wording(
        en: "‘\(written)’ does not begin a chart, so its values would be shown as they are",
        ar: "لا يبدأ «\(written)» مخططًا، فتظهر القيم كما كُتبت"),
      fix: Wording(en: "write ```\(right)", ar: "اكتب ```\(right)"))
  }

  static func extraWord(_ word: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-kind", at: location,
      Wording(
        en: "‘\(word)’ stands where nothing more is read",
        ar: "جاءت «\(word)» في موضع لا يُقرأ فيه شيء بعد"),
      fix: Wording(
        en: "leave it out; a title goes into a line of its own: title: …",
        ar: "احذفها؛ وللعنوان سطر خاص به: title: …"))
  }

  static func unknownKey(_ name: String, at location: SourceLocation) -> Diagnostic {
    let keys = ChartHead.Key.allCases.map(\.rawValue)
    return Diagnostic(
      "chart-key", at: location,
      Wording(en: "charts have no key ‘\(name)’", ar: "لا مفتاح للمخططات باسم «\(name)»"),
      fix: .didYouMean(name, among: keys) ?? .oneOf(keys))
  }

  static func repeatedKey(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-key", at: location,
      Wording(en: "‘\(name)’ is stated a second time", ar: "ذُكر «\(name)» مرة ثانية"),
      fix: Wording(en: "keep one of the two lines", ar: "أبقِ سطرًا واحدًا من الاثنين"))
  }

  static func missingTitle(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-title", at: location,
      Wording(
        en: "the drawing has no title, which is all that those who do not see it are told first",
        ar: "لا عنوان لهذا الرسم، وهو أول ما يُقال لمن لا يراه"),
      fix: Wording(
        en: "write on its first line what it shows: title: Families by year of return",
        ar: "اكتب في سطره الأول ما يعرضه: title: العائلات بحسب سنة العودة"))
  }

  static func refusedFile(
    _ message: Wording, fix: Wording?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic("chart-file", at: location, message, fix: fix)
  }

  static func fileAndData(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-file", at: location,
      Wording(
        en: "the values are to come from a file, and more stands here",
        ar: "القيم مأخوذة من ملف، ومع ذلك كُتب هنا شيء آخر"),
      fix: Wording(
        en: "remove what follows the head, or the line ‘file:’",
        ar: "احذف ما بعد الأسطر الأولى أو احذف سطر «file:»"))
  }

  static func noData(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-data", at: location,
      Wording(en: "there are no values to draw", ar: "لا توجد قيم لرسمها"),
      fix: Wording(
        en: "write a line of headings and a line for each row: Year,Families then 2024,159",
        ar: "اكتب سطرًا للعناوين وسطرًا لكل صف: السنة,العائلات ثم 2024,159"))
  }

  static func oneColumn(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-data", at: location,
      Wording(
        en: "there is one column, so there are no values beside the names",
        ar: "لا يوجد إلا عمود واحد، فلا قيم إلى جانب الأسماء"),
      fix: partByLatinComma)
  }

  static func arabicComma(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-data", at: location,
      Wording(
        en: "the Arabic comma does not part the columns",
        ar: "الفاصلة العربية لا تفصل بين الأعمدة"),
      fix: partByLatinComma)
  }

  private static let partByLatinComma = Wording(
    en: "part the columns by the Latin comma: Year,Families",
    ar: "افصل بين الأعمدة بالفاصلة اللاتينية: السنة,العائلات")

  static func raggedRow(
    _ count: Int, expected: Int, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "chart-row", at: location,
      Wording(
        en: "the row has \(count == 1 ? "1 cell" : "\(count) cells") and the headings are "
          + "\(expected)",
        ar: "عدد خلايا هذا الصف \(count) وعدد العناوين \(expected)"),
      fix: count < expected
        ? Wording(
          en: "add what is missing; leave a cell empty whose value is not known: 2024,,12",
          ar: "أضف ما ينقص؛ واترك الخلية فارغة إن لم تُعرف قيمتها: 2024,,12")
        : Wording(
          en: "put a text that has a comma, or a number with one, into straight quotation marks: "
            + "\"1,924\"",
          ar: "ضع النص أو العدد الذي فيه فاصلة بين علامتي تنصيص مستقيمتين: \"1,924\""))
  }

  static func unnamedRow(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-row", at: location,
      Wording(en: "the row has no name", ar: "لا اسم لهذا الصف"),
      fix: Wording(
        en: "write in its first cell what its values belong to",
        ar: "اكتب في خليته الأولى ما تعود إليه قيمه"))
  }

  static func unnamedSeries(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-data", at: location,
      Wording(en: "a column has no heading", ar: "لا عنوان لأحد الأعمدة"),
      fix: Wording(
        en: "write in the first line what its values are",
        ar: "اكتب في السطر الأول ما هي قيمه"))
  }

  static func notANumber(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-number", at: location,
      Wording(en: "‘\(text)’ is not a number", ar: "«\(text)» ليس عددًا"),
      fix: text.hasSuffix("%") || text.hasSuffix("٪")
        ? Wording(
          en: "write the number alone, and in the head: unit: %",
          ar: "اكتب العدد وحده، واكتب قبل القيم: unit: %")
        : Wording(
          en: "write digits alone, with a point before decimals: 1924 or 3.8; leave the cell empty "
            + "where the value is not known",
          ar:
            "اكتب الأرقام وحدها، وقبل الكسور نقطة: 1924 أو 3.8؛ واترك الخلية فارغة إن لم تُعرف القيمة"
        ))
  }

  static func tooManySeries(_ count: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-size", at: location,
      Wording(
        en: "\(count) columns of values cannot be told apart; a chart takes "
          + "\(ChartReader.mostSeries)",
        ar: "لا يمكن التمييز بين \(count) من أعمدة القيم؛ يتسع المخطط لـ\(ChartReader.mostSeries)"),
      fix: Wording(
        en: "leave some out, or make two charts", ar: "احذف بعضها، أو اجعلها في مخططين"))
  }

  static func seriesInPoll(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-size", at: location,
      Wording(
        en: "a poll has one column of values", ar: "للاستطلاع عمود واحد من القيم"),
      fix: Wording(
        en: "compare several groups in a chart: ```chart stacked",
        ar: "قارن بين عدة فئات في مخطط: ```chart stacked"))
  }

  static func tooManyRows(
    _ count: Int, limit: Int, _ kind: Chart.Kind, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "chart-size", at: location,
      Wording(
        en: "\(count) rows are more than can be read; this kind of chart takes \(limit)",
        ar: "عدد الصفوف \(count) أكثر مما يُقرأ؛ يتسع هذا النوع من المخططات لـ\(limit)"),
      fix: kind == .line
        ? Wording(
          en: "take longer periods, such as years instead of months",
          ar: "اجمع القيم في مدد أطول، كالسنوات بدل الأشهر")
        : Wording(
          en: "join the smallest into one row, or draw a line: ```chart line",
          ar: "اجمع أصغرها في صف واحد، أو ارسم خطًّا: ```chart line"))
  }

  static func tooManyBytes(at location: SourceLocation) -> Diagnostic {
    let limit = ChartReader.mostBytes / 1000
    return Diagnostic(
      "chart-size", at: location,
      Wording(
        en: "the values take more than \(limit) KB, which is more than can be drawn",
        ar: "تزيد القيم على \(limit) كيلوبايت، وهذا أكثر مما يُرسم"),
      fix: Wording(
        en: "keep only the rows and columns that are to be drawn",
        ar: "أبقِ الصفوف والأعمدة المراد رسمها وحدها"))
  }

  static func negativePart(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-negative", at: location,
      Wording(
        en: "‘\(text)’ is below zero and cannot be a part of a stacked bar",
        ar: "«\(text)» أقل من الصفر، فلا يكون جزءًا من عمود مكدّس"),
      fix: Wording(
        en: "draw the columns side by side: ```chart bar",
        ar: "ارسم الأعمدة متجاورة: ```chart bar"))
  }

  static func notAShare(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "poll-share", at: location,
      Wording(
        en: "‘\(text)’ is not a percentage from 0 to 100",
        ar: "«\(text)» ليست نسبة مئوية بين 0 و100"),
      fix: Wording(
        en: "write the share of those who answered in per cent",
        ar: "اكتب نسبة من أجابوا بذلك في المئة"))
  }

  static func unclosedQuote(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-quote", at: location,
      Wording(
        en: "the quotation mark is not closed", ar: "علامة التنصيص هذه غير مغلقة"),
      fix: Wording(
        en: "close it behind the text, and write one inside the text twice: \"\"",
        ar: "أغلقها بعد النص، واكتب العلامة التي داخل النص مرتين: \"\""))
  }

  static func textAfterQuote(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "chart-quote", at: location,
      Wording(
        en: "text follows the closing quotation mark", ar: "جاء نص بعد علامة التنصيص الختامية"),
      fix: Wording(
        en: "enclose the whole cell, and write a quotation mark inside it twice: \"\"",
        ar: "ضع الخلية كلها بين العلامتين، واكتب العلامة التي داخلها مرتين: \"\""))
  }
}
