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
        en: "\(type.wrapped.phrase) has no field ‘\(name)’",
        ar: "ليس في \(type.arabicDescription) حقل باسم «\(name)»"),
      fix: .choice(name, among: known, en: "its fields", ar: "حقوله"))
  }

  static func noFields(_ name: String, of type: TemplateType, at location: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "unknown-field", at: location,
      Wording(
        en: "this is \(type.phrase) and has no fields such as ‘\(name)’",
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
        ar: "لا يوجد ملف «\(path)» في templates/assets"),
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
        ar: "اكتب \(function)(\"css/site.css\")"))
  }
}

extension Wording {
  /// The nearest names to a misspelt one, or else all that exist.
  static func choice(
    _ name: String, among known: [String], en english: String, ar arabic: String
  ) -> Wording? {
    if let near = Wording.didYouMean(name, among: known) { return near }
    guard !known.isEmpty else { return nil }
    let isLong = known.count > longestList
    let shown = isLong ? NearMiss(known).nearest(to: name, limit: 5) : known
    let (englishShare, arabicShare) =
      isLong
      ? (" (\(shown.count) of \(known.count))", " (\(shown.count) من \(known.count))") : ("", "")
    return Wording(
      en: "\(english)\(englishShare): " + shown.map { "‘\($0)’" }.joined(separator: ", "),
      ar: "\(arabic)\(arabicShare): " + shown.map { "«\($0)»" }.joined(separator: "، "))
  }

  /// Names that are all shown; of more, the nearest.
  private static let longestList = 12
}
