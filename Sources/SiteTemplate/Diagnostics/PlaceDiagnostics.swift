import SiteDiagnostics

/// What can be wrong with the place of a value in the markup.
extension Diagnostic {
  static func markupInText(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "markup-in-text", at: location,
      Wording(
        en: "markup can be printed only between elements, not in attributes or titles",
        ar: "لا تُطبع الوسوم إلا بين العناصر، لا في الخصائص ولا في العناوين"),
      fix: Wording(
        en: "print a text",
        ar: "اطبع نصًّا"))
  }

  static func jsonInMarkup(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "json-in-markup", at: location,
      Wording(
        en:
          "JSON can be printed only in a script element of type ‘application/json’ or "
          + "‘application/ld+json’, or in a data attribute",
        ar:
          "لا تُطبع بيانات JSON إلا في عنصر script نوعه «application/json» أو "
          + "«application/ld+json»، أو في خاصية data"
      ),
      fix: Wording(
        en: "move it there",
        ar: "انقلها إلى هناك"))
  }

  /// - Parameter tag: where the tag begins in which the value stands.
  static func forbiddenPlace(
    _ place: ForbiddenPlace, tag: SourceLocation?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "forbidden-place", at: location, place.wording, fix: place.remedy,
      notes: tag.map { start in
        [
          Diagnostic.Note(
            at: start,
            Wording(
              en: "the tag begins here: are its quotes closed, and does it end with ‘>’?",
              ar: "يبدأ الوسم هنا: هل أُغلقت علامات الاقتباس فيه، وهل ينتهي بـ «>»؟"))
        ]
      } ?? [])
  }

  static func textForLoadedAddress(
    _ attribute: String, of element: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "forbidden-place", at: location,
      Wording(
        en:
          "browsers load what ‘\(attribute)’ of ‘\(element)’ names, or read all addresses against "
          + "it, so a text can neither begin it nor name its host",
        ar: "تحمّل المتصفحات ما تذكره «\(attribute)» في «\(element)» أو تقرأ كل العناوين نسبةً إليه، "
          + "فلا يبدأ بها نص ولا يسمّي مضيفها"),
      fix: Wording(
        en: "print an address, such as ‘{{ page.url }}’ or ‘{{ asset(…) }}’",
        ar: "اطبع عنوانًا مثل «{{ page.url }}» أو «{{ asset(…) }}»"))
  }

  static func gluedName(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "forbidden-place", at: location,
      Wording(
        en: "an attribute's name begins where the branches of ‘if’ may have left one open",
        ar: "يبدأ اسم خاصية حيث قد تكون فروع «if» تركت اسمًا مفتوحًا"),
      fix: Wording(
        en: "put a space before it",
        ar: "ضع مسافة قبله"))
  }

  static func branchesDiffer(
    _ first: (english: String, arabic: String), _ second: (english: String, arabic: String),
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unbalanced-markup", at: location,
      Wording(
        en:
          "the branches of this ‘if’ end in different places of the markup: "
          + "\(first.english) and \(second.english)",
        ar: "تنتهي فروع «if» هذه في مواضع مختلفة من HTML: \(first.arabic)، و\(second.arabic)"),
      fix: Wording(
        en: "close in every branch what it opens",
        ar: "أغلق في كل فرع ما يُفتح فيه"))
  }

  static func loopDiffers(
    _ first: (english: String, arabic: String), _ second: (english: String, arabic: String),
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unbalanced-markup", at: location,
      Wording(
        en: "the body of this ‘for’ begins \(first.english) and ends \(second.english)",
        ar: "يبدأ جسم «for» هذه \(first.arabic) وينتهي \(second.arabic)"),
      fix: Wording(
        en: "close inside the loop what it opens",
        ar: "أغلق داخل الحلقة ما يُفتح فيها"))
  }

  /// - Parameter last: where the last tag before the part's end begins.
  static func unbalancedPart(
    _ first: (english: String, arabic: String), _ second: (english: String, arabic: String),
    last: SourceLocation, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unbalanced-markup", at: location,
      Wording(
        en: "this part begins \(first.english) and ends \(second.english)",
        ar: "يبدأ هذا الجزء \(first.arabic) وينتهي \(second.arabic)"),
      fix: Wording(
        en: "close in the part what it opens",
        ar: "أغلق في الجزء ما يُفتح فيه"),
      notes: [
        Note(at: last, Wording(en: "the last tag begins here", ar: "يبدأ آخر وسم هنا"))
      ])
  }

  static func unclosedMarkup(
    _ place: (english: String, arabic: String), at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unbalanced-markup", at: location,
      Wording(
        en: "the page ends \(place.english)",
        ar: "تنتهي الصفحة \(place.arabic)"),
      fix: Wording(
        en: "close what is open",
        ar: "أغلق ما هو مفتوح"))
  }
}

extension ForbiddenPlace {
  /// What is wrong with printing a value there.
  fileprivate var wording: Wording {
    switch self {
    case .tagName:
      Wording(en: "the name of a tag cannot be printed", ar: "لا يُطبع اسم الوسم")
    case .attributeName:
      Wording(
        en: "inside a tag a value can be printed only as an attribute's value",
        ar: "لا تُطبع القيم داخل الوسم إلا قيمًا للخصائص")
    case .unquotedValue:
      Wording(
        en: "the attribute's value is not in quotes",
        ar: "قيمة الخاصية ليست بين علامتي اقتباس")
    case .eventHandler(let name):
      Wording(
        en: "the attribute ‘\(name)’ holds code, and values cannot be printed in code",
        ar: "الخاصية «\(name)» فيها شيفرة، ولا تُطبع القيم في الشيفرة")
    case .styleAttribute, .style:
      Wording(en: "values cannot be printed in styles", ar: "لا تُطبع القيم في الأنماط")
    case .markupAttribute(let name):
      Wording(
        en: "the attribute ‘\(name)’ holds a document, in which values cannot be printed",
        ar: "الخاصية «\(name)» فيها مستند، ولا تُطبع القيم فيه")
    case .script:
      Wording(
        en: "values cannot be printed in a script", ar: "لا تُطبع القيم في عنصر script")
    case .rawText(let element):
      Wording(
        en: "values cannot be printed in the element ‘\(element)’",
        ar: "لا تُطبع القيم في العنصر «\(element)»")
    case .jsonText:
      Wording(
        en: "in JSON a value is printed with its own quotes",
        ar: "تُطبع القيمة في JSON مع علامتي اقتباسها")
    case .comment:
      Wording(
        en: "values cannot be printed in an HTML comment", ar: "لا تُطبع القيم في تعليق HTML")
    case .gluedName:
      Wording(
        en: "the attribute's name is put together from branches, so its escaping is not known",
        ar: "اسم الخاصية مركّب من فروع، فلا تُعرف طريقة تهريب القيمة")
    case .pragma:
      Wording(
        en: "what this ‘meta’ with ‘http-equiv’ tells the browser to do cannot be printed",
        ar: "لا تُطبع القيم فيما يأمر به «meta» ذو «http-equiv» المتصفحَ")
    case .animation(let element):
      Wording(
        en:
          "‘\(element)’ writes into attributes of other elements, so values cannot be printed in it",
        ar: "يكتب «\(element)» في خصائص عناصر أخرى، فلا تُطبع القيم فيه")
    case .addressOfCode:
      Wording(
        en: "this address is code or a document of its own, in which values cannot be printed",
        ar: "هذا العنوان شيفرة أو مستند قائم بذاته، ولا تُطبع القيم فيه")
    }
  }

  /// What to write in its place.
  fileprivate var remedy: Wording? {
    switch self {
    case .tagName, .attributeName:
      Wording(
        en: "end the tag before the value, or choose between whole attributes or elements with "
          + "‘{% if %}’",
        ar: "أنهِ الوسم قبل القيمة، أو اختر بين خصائص أو عناصر كاملة بـ «{% if %}»")
    case .gluedName:
      Wording(
        en: "choose between whole attributes or elements with ‘{% if %}’",
        ar: "اختر بين خصائص أو عناصر كاملة بـ «{% if %}»")
    case .unquotedValue: Wording(en: "put it in quotes", ar: "ضعها بين علامتي اقتباس")
    case .pragma, .animation:
      Wording(
        en: "write it out, or choose between whole elements with ‘{% if %}’",
        ar: "اكتبها نصًّا، أو اختر بين عناصر كاملة بـ «{% if %}»")
    case .eventHandler, .script, .addressOfCode:
      Wording(
        en: "put the value in a data attribute and read it from a script file",
        ar: "ضع القيمة في خاصية data واقرأها من ملف الشيفرة")
    case .styleAttribute, .style:
      Wording(
        en: "choose a class with ‘{% if %}’", ar: "اختر صنفًا (class) بـ «{% if %}»")
    case .markupAttribute, .rawText: nil
    case .jsonText:
      Wording(en: "remove the quotes around it", ar: "احذف علامتي الاقتباس حوله")
    case .comment:
      Wording(en: "use ‘{# … #}’ for comments", ar: "استعمل «{# … #}» للتعليقات")
    }
  }
}
