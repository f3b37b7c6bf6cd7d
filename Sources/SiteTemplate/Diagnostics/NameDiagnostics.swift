import SiteDiagnostics

/// What can be wrong with the names that a template uses.
extension Diagnostic {
  static func unknownName(_ name: String, known: [String], at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unknown-name", at: location,
      Wording(
        en: "there is no ‘\(name)’ here",
        ar: "لا يوجد «\(name)» هنا"),
      fix: .choice(name, among: known, en: "names here", ar: "الأسماء هنا"))
  }

  static func unknownField(
    _ name: String, of type: TemplateType, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-field", at: location,
      Wording(
        en: "\(type.wrapped) has no field ‘\(name)’",
        ar: "ليس في \(type.arabicDescription) حقل باسم «\(name)»"),
      fix: .choice(name, among: known, en: "its fields", ar: "حقوله"))
  }

  static func noFields(_ name: String, of type: TemplateType, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unknown-field", at: location,
      Wording(
        en: "this is \(type) and has no fields such as ‘\(name)’",
        ar: "هذا \(type.arabicDescription) وليس له حقول مثل «\(name)»"))
  }

  static func unknownLoopField(_ name: String, known: [String], at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unknown-field", at: location,
      Wording(
        en: "‘loop’ has no field ‘\(name)’",
        ar: "ليس في «loop» حقل باسم «\(name)»"),
      fix: .choice(name, among: known, en: "its fields", ar: "حقوله"))
  }

  static func loopIsNoValue(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "unknown-name", at: location,
      Wording(
        en: "‘loop’ alone is not a value",
        ar: "«loop» وحده ليس قيمة"),
      fix: Wording(
        en: "write ‘loop.index’, ‘loop.first’, ‘loop.last’ or ‘loop.count’",
        ar: "اكتب «loop.index» أو «loop.first» أو «loop.last» أو «loop.count»"))
  }

  static func loopOutside(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "unknown-name", at: location,
      Wording(
        en: "‘loop’ exists only inside ‘{% for %}’, in the same file",
        ar: "لا يوجد «loop» إلا داخل «{% for %}» في الملف نفسه"),
      fix: Wording(
        en: "pass what you need to the partial with ‘with’",
        ar: "مرّر ما تحتاج إليه إلى القالب الجزئي بعبارة «with»"))
  }

  static func unknownFilter(_ name: String, known: [String], at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unknown-filter", at: location,
      Wording(
        en: "there is no filter ‘\(name)’",
        ar: "لا يوجد مرشّح باسم «\(name)»"),
      fix: .choice(name, among: known, en: "filters", ar: "المرشّحات"))
  }

  static func unknownFunction(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "unknown-function", at: location,
      Wording(
        en: "there is no function ‘\(name)’",
        ar: "لا توجد دالة باسم «\(name)»"),
      fix: .choice(name, among: known, en: "functions", ar: "الدوال"))
  }

  static func unknownAsset(_ path: String, known: [String], at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unknown-asset", at: location,
      Wording(
        en: "there is no file ‘\(path)’ in ‘templates/assets’",
        ar: "لا يوجد ملف «\(path)» في ‎templates/assets"),
      fix: .choice(path, among: known, en: "its files", ar: "ملفاته"))
  }

  static func assetPathIsNoText(_ function: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "asset-path", at: location,
      Wording(
        en: "‘\(function)’ takes one path in quotation marks",
        ar: "تأخذ الدالة «\(function)» مسارًا واحدًا بين علامتي اقتباس"),
      fix: Wording(
        en: "write ‘\(function)(\"css/site.css\")’",
        ar: "اكتب ‎\(function)(\"css/site.css\")"))
  }

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
          "this would never be shown: a template that extends another has nothing outside its blocks",
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

extension Wording {
  /// The nearest names to a misspelt one, or else all that exist.
  static func choice(
    _ name: String, among known: [String], en english: String, ar arabic: String
  ) -> Wording? {
    if let near = Wording.didYouMean(name, among: known) { return near }
    guard !known.isEmpty else { return nil }
    return Wording(
      en: "\(english): " + known.map { "‘\($0)’" }.joined(separator: ", "),
      ar: "\(arabic): " + known.map { "«\($0)»" }.joined(separator: "، "))
  }
}
