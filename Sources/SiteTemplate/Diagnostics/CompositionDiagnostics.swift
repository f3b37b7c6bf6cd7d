import SiteDiagnostics

/// What can be wrong with how templates extend and include one another.
extension Diagnostic {
  static func missingTemplate(
    _ path: String, known: some Sequence<String>, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "missing-template", at: location,
      Wording(en: "there is no template ‘\(path)’", ar: "لا يوجد قالب باسم «\(path)»"),
      fix: .choice(path, among: known.sorted(), en: "templates", ar: "القوالب"))
  }

  static func missingEntryPoint(_ path: String, in folder: String) -> Diagnostic {
    Diagnostic(
      "missing-template", at: SourceLocation(path: folder + path),
      Wording(en: "the template ‘\(path)’ is missing", ar: "القالب «\(path)» غير موجود"),
      fix: Wording(
        en: "add the file: pages of this kind are made with it",
        ar: "أضف الملف، فصفحات هذا النوع تُبنى به"))
  }

  static func unusedTemplate(_ path: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "unused-template", .warning, at: location,
      Wording(
        en: "no page uses the template ‘\(path)’",
        ar: "لا تستعمل أي صفحة القالب «\(path)»"),
      fix: Wording(
        en: "remove the file, or include it somewhere",
        ar: "احذف الملف أو ضمّه في قالب"))
  }

  static func recursion(_ path: [String], at location: SourceLocation) -> Diagnostic {
    let english = path.map { "‘\($0)’" }.joined(separator: " → ")
    let arabic = path.map { "«\($0)»" }.joined(separator: " ← ")
    return Diagnostic(
      "template-recursion", at: location,
      Wording(
        en: "the templates lead back to themselves: \(english)",
        ar: "تعود القوالب إلى نفسها: \(arabic)"),
      fix: Wording(en: "remove one of these steps", ar: "احذف إحدى هذه الخطوات"))
  }

  static func unknownBlock(
    _ name: String, parent: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-block", at: location,
      Wording(
        en: "‘\(parent)’ has no block ‘\(name)’",
        ar: "ليس في «\(parent)» كتلة باسم «\(name)»"),
      fix: .choice(name, among: known, en: "its blocks", ar: "كتله"))
  }

  static func blockTwice(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "block-twice", at: location,
      Wording(
        en: "the block ‘\(name)’ is already in this file",
        ar: "الكتلة «\(name)» موجودة في هذا الملف من قبل"),
      fix: Wording(
        en: "give it another name",
        ar: "سمِّها باسم آخر"))
  }

  static func blockInPartial(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "block-in-partial", at: location,
      Wording(
        en: "a template that is included cannot have blocks",
        ar: "القالب المضموم لا تكون فيه كتل"),
      fix: Wording(
        en: "move the block to the template that includes this one",
        ar: "انقل الكتلة إلى القالب الذي يضم هذا القالب"))
  }

  static func partialExtends(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "partial-extends", at: location,
      Wording(
        en: "a template that is included cannot extend another",
        ar: "القالب المضموم لا يمتد من غيره"),
      fix: Wording(
        en: "remove ‘extends’, or extend this template in place of including it",
        ar: "احذف «extends»، أو امتد من هذا القالب بدل ضمّه"))
  }

  static func outsideBlocks(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "outside-blocks", at: location,
      Wording(
        en:
          "this would never be shown: a template that extends another has nothing outside "
          + "its blocks",
        ar: "لن يظهر هذا أبدًا، فليس في القالب الممتد من غيره شيء خارج كتله"),
      fix: Wording(
        en: "move it into a block",
        ar: "انقله إلى داخل كتلة"))
  }

  static func strayBlockSuper(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "stray-super", at: location,
      Wording(
        en: "‘super()’ stands alone between ‘{{’ and ‘}}’, inside a block",
        ar: "لا ترد «super()» إلا وحدها بين «{{» و«}}» وداخل كتلة"),
      fix: Wording(
        en: "write ‘{{ super() }}’ inside ‘{% block %}’",
        ar: "اكتب «{{ super() }}» داخل «{% block %}»"))
  }

  static func noParentBlock(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "stray-super", at: location,
      Wording(
        en: "no template above has a block ‘\(name)’ that ‘super()’ could show",
        ar: "ليس في القوالب الأصلية كتلة «\(name)» لتعرضها «super()»"),
      fix: Wording(
        en: "remove ‘super()’",
        ar: "احذف «super()»"))
  }

  static func nameTaken(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "name-taken", at: location,
      Wording(
        en: "‘\(name)’ already names something here",
        ar: "الاسم «\(name)» مستعمل هنا من قبل"),
      fix: Wording(
        en: "choose another name",
        ar: "اختر اسمًا آخر"))
  }

  static func argumentTwice(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "argument-twice", at: location,
      Wording(
        en: "the argument ‘\(name)’ is given twice",
        ar: "أُعطي الوسيط «\(name)» مرتين"),
      fix: Wording(
        en: "remove one of them",
        ar: "احذف أحدهما"))
  }

  static func unknownPartialArgument(
    _ name: String, of path: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-argument", at: location,
      Wording(
        en: "‘\(path)’ does not use ‘\(name)’",
        ar: "القالب «\(path)» لا يستعمل «\(name)»"),
      fix: .choice(name, among: known, en: "what it uses", ar: "ما يستعمله"))
  }

  static func missingPartialArgument(
    _ name: String, of path: String, use: SourceLocation, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "missing-argument", at: location,
      Wording(
        en: "‘\(path)’ needs ‘\(name)’",
        ar: "يحتاج القالب «\(path)» إلى «\(name)»"),
      fix: Wording(
        en: "add ‘with \(name): …’",
        ar: "أضف «with \(name): …»"),
      notes: [
        Diagnostic.Note(
          at: use, Wording(en: "it is used here", ar: "يُستعمل هنا"))
      ])
  }
}
