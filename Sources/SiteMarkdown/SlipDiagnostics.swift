import SiteDiagnostics

/// The messages about what was meant as Markdown and is something else.
extension Diagnostic {
  static func captionWithoutSpace(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "caption-without-space", .warning, at: location,
      Wording(
        en: "no space follows the colon, so this is a paragraph and not the caption of the table",
        ar: "لا مسافة بعد النقطتين، فهذه فقرة وليست شرحًا للجدول"),
      fix: Wording(
        en: "write a space behind the colon", ar: "اكتب مسافة بعد النقطتين"))
  }

  static func captionInTable(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "caption-in-table", .warning, at: location,
      Wording(
        en: "no empty line stands above the caption, so it is a row of the table",
        ar: "لا سطر فارغًا فوق الشرح، فصار صفًّا من الجدول"),
      fix: Wording(
        en: "put an empty line between the table and its caption",
        ar: "ضع سطرًا فارغًا بين الجدول وشرحه"))
  }

  static func tableRowTooLong(columns: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "table-row-too-long", .warning, at: location,
      Wording(
        en:
          "the table has \(columns) column\(columns == 1 ? "" : "s"), so readers do not see this row from here on",
        ar: "أعمدة الجدول \(columns)، فلا يرى القارئ ما بعد هذا الموضع من الصف"),
      fix: Wording(
        en: "give the header row as many cells, or write ‘\\|’ where the bar is a part of the text",
        ar: "اجعل في صف الرؤوس خلايا بعددها، أو اكتب «\\|» حيث العلامة جزء من النص"))
  }

  static func fenceNotClosed(_ fence: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "fence-not-closed", at: location,
      Wording(
        en: "no line ‘\(fence)’ closes this block, so all that follows belongs to it",
        ar: "لا سطر «\(fence)» يغلق هذه الكتلة، فكل ما بعدها جزء منها"),
      fix: Wording(
        en: "write a line ‘\(fence)’ where the block ends",
        ar: "اكتب سطر «\(fence)» حيث تنتهي الكتلة"))
  }

  static func textAsCode(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "text-as-code", .warning, at: location,
      Wording(
        en: "four spaces or a tab at the beginning make this code, but it reads as text",
        ar: "أربع مسافات أو علامة جدولة في أوله تجعله شيفرة، وهو يُقرأ نصًّا"),
      fix: Wording(
        en: "remove the spaces, or put a line ‘```’ above it and one below it if it is code",
        ar: "احذف المسافات، أو ضع فوقه سطر «```» وتحته مثله إن كان شيفرة"))
  }

  /// - Parameter signs: the number signs at its beginning.
  static func headingWithoutSpace(_ signs: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "heading-without-space", .warning, at: location,
      Wording(
        en: "no space follows ‘\(signs)’, so this is no heading",
        ar: "لا مسافة بعد «\(signs)»، فليس هذا عنوانًا"),
      fix: Wording(
        en: "write a space behind ‘\(signs)’", ar: "اكتب مسافة بعد «\(signs)»"))
  }

  /// - Parameter text: what the note says.
  static func noteWithoutColon(_ name: String, text: String, at location: SourceLocation)
    -> Diagnostic
  {
    let start = text.prefix(24)
    let note = "[^\(name)]: " + start + (start.count < text.count ? "…" : "")
    return Diagnostic(
      "footnote-without-colon", at: location,
      Wording(
        en: "no colon stands right behind ‘[^\(name)]’, so this is no note",
        ar: "لا نقطتين بعد «[^\(name)]» مباشرة، فليس هذا هامشًا"),
      fix: Wording(en: "write ‘\(note)’", ar: "اكتب «\(note)»"))
  }

  static func emphasisNotClosed(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "emphasis-not-closed", .warning, at: location,
      Wording(
        en: "the asterisks stay in the text: Markdown sees no emphasis here",
        ar: "تبقى النجوم في النص: لا يرى Markdown هنا تمييزًا"),
      fix: Wording(
        en: "put the punctuation outside the asterisks, or a space after them",
        ar: "ضع علامة الترقيم خارج النجوم، أو مسافة بعدها"))
  }

  /// - Parameter signs: what the line begins with: `-`, `2.`.
  static func itemWithoutSpace(_ signs: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "item-without-space", .warning, at: location,
      Wording(
        en: "no space follows ‘\(signs)’, so this is no item of a list",
        ar: "لا مسافة بعد «\(signs)»، فليس هذا عنصرًا في قائمة"),
      fix: Wording(
        en: "write a space behind ‘\(signs)’", ar: "اكتب مسافة بعد «\(signs)»"))
  }

  /// - Parameter marker: what the lines begin with: `•`, `١.`.
  static func listAsText(_ marker: String, isOrdered: Bool, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "list-as-text", .warning, at: location,
      Wording(
        en: "the lines that begin like this one, with ‘\(marker)’, run together into one paragraph",
        ar: "تتصل الأسطر التي تبدأ كهذا السطر بالعلامة «\(marker)» في فقرة واحدة"),
      fix: isOrdered
        ? Wording(
          en:
            "begin them with ‘1. ’, ‘2. ’ and so on for a list, or put an empty line between them",
          ar: "ابدأها بالأرقام «1. » و«2. » وهكذا لتكون قائمة، أو ضع بينها أسطرًا فارغة")
        : Wording(
          en: "begin them with ‘- ’ for a list, or put an empty line between them",
          ar: "ابدأها بالعلامة «- » لتكون قائمة، أو ضع بينها أسطرًا فارغة"))
  }

  static func tableAsText(_ slip: TableSlip, at location: SourceLocation) -> Diagnostic {
    let (message, fix) =
      switch slip {
      case .noDelimiter(let columns):
        (
          Wording(
            en: "no line of hyphens follows this row, so this is no table",
            ar: "لا سطر شرطات بعد هذا الصف، فليس هذا جدولًا"),
          Wording(
            en: "write a line ‘\(delimiter(columns))’ below it",
            ar: "اكتب تحته السطر «\(delimiter(columns))»")
        )
      case .columns(let columns, let delimiters):
        (
          Wording(
            en: "the line of hyphens has \(delimiters) cell\(delimiters == 1 ? "" : "s") and the "
              + "row above it \(columns), so this is no table",
            ar: "خلايا سطر الشرطات \(delimiters) وخلايا الصف الذي فوقه \(columns)، "
              + "فليس هذا جدولًا"),
          Wording(
            en: "write ‘\(delimiter(columns))’", ar: "اكتب «\(delimiter(columns))»")
        )
      case .noHeader:
        (
          Wording(
            en: "no row of headings stands above this line of hyphens, so this is no table",
            ar: "لا صف رؤوس فوق سطر الشرطات هذا، فليس هذا جدولًا"),
          Wording(
            en: "write the row of headings above it, with no empty line between them",
            ar: "اكتب صف الرؤوس فوقه من غير سطر فارغ بينهما")
        )
      }
    return Diagnostic("table-as-text", .warning, at: location, message, fix: fix)
  }

  private static func delimiter(_ columns: Int) -> String {
    String(repeating: "|---", count: columns) + "|"
  }

  static func linkAsText(_ slip: LinkSlip, at location: SourceLocation) -> Diagnostic {
    let isPicture = slip.isPicture
    let thing = Wording(
      en: isPicture ? "so this is no picture" : "so this is no link",
      ar: isPicture ? "فليست هذه صورة" : "فليس هذا رابطًا")
    let (cause, fix) =
      switch slip.cause {
      case .gap:
        (
          Wording(
            en: "a space stands between the brackets and the parentheses",
            ar: "بين القوسين المعقوفين والقوسين الهلاليين مسافة"),
          Wording(
            en: "remove it, or write ‘\\[’ if it is text",
            ar: "احذفها، أو اكتب «\\[» إن كان نصًّا")
        )
      case .spaces(let destination):
        (
          Wording(
            en: "there is a space in the address", ar: "في العنوان مسافة"),
          Wording(
            en: "enclose the address in ‘<’ and ‘>’: (<\(destination)>)",
            ar: "ضع العنوان بين «<» و«>»: (<\(destination)>)")
        )
      case .severalLines:
        (
          Wording(
            en: "the address goes on in the next line", ar: "العنوان موزّع على سطرين"),
          Wording(en: "write it on one line", ar: "اكتبه في سطر واحد")
        )
      case .wordsBehind:
        (
          Wording(en: "words follow the address", ar: "بعد العنوان كلمات"),
          Wording(
            en:
              "put them behind ‘)’, or enclose them in ‘\"’ if they are a caption; a space of the "
              + "address is written ‘%20’",
            ar: "ضعها بعد «)»، أو أحطها بالعلامة «\"» إن كانت شرحًا؛ أما المسافة التي هي من العنوان "
              + "فتُكتب «%20»")
        )
      case .titleWithoutSpace:
        (
          Wording(
            en: "no space stands between the address and its caption",
            ar: "لا مسافة بين العنوان وشرحه"),
          Wording(en: "write a space behind ‘>’", ar: "اكتب مسافة بعد «>»")
        )
      case .title:
        (
          Wording(
            en: "what follows the address does not stand in one pair of straight quotation marks",
            ar: "ما بعد العنوان ليس بين علامتي اقتباس مستقيمتين اثنتين"),
          Wording(
            en: "enclose it in ‘\"’, with other marks, such as « », within it",
            ar: "أحطه بالعلامة «\"»، واجعل ما في داخله من علامات غيرها، مثل « »")
        )
      case .notClosed:
        (
          Wording(
            en: "no parenthesis closes the address", ar: "لا قوس يغلق العنوان"),
          Wording(
            en: "write ‘)’ where it ends", ar: "اكتب «)» حيث ينتهي")
        )
      }
    return Diagnostic(
      "link-as-text", .warning, at: location,
      Wording(
        en: "\(cause.english), \(thing.english)", ar: "\(cause.arabic)، \(thing.arabic)"),
      fix: fix)
  }
}
