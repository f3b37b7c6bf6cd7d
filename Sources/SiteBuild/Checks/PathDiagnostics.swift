import SiteDiagnostics

/// What can be wrong with the places of files in the output.
extension Diagnostic {
  static func pathCollision(_ path: String, _ first: SourceLocation, _ second: SourceLocation)
    -> Diagnostic
  {
    Diagnostic(
      "path-collision", at: second,
      Wording(
        en: "this page would be written to ‘\(path)’, where another page is",
        ar: "ستُكتب هذه الصفحة في «\(path)»، وفيه صفحة أخرى"),
      fix: Wording(
        en: "change the slug, the alias or the file name of one of the two",
        ar: "غيّر المعرّف (slug) أو العنوان البديل (alias) أو اسم الملف في إحداهما"),
      notes: [
        Note(
          at: first,
          Wording(en: "the other page comes from here", ar: "الصفحة الأخرى من هنا"))
      ])
  }

  static func reservedPath(_ path: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "path-collision", at: location,
      Wording(
        en: "ctsite itself writes something to ‘\(path)’",
        ar: "يكتب ctsite نفسه في «\(path)» شيئًا آخر"),
      fix: Wording(
        en: "choose another slug, alias or file name",
        ar: "اختر معرّفًا (slug) أو عنوانًا بديلًا (alias) أو اسم ملف آخر"))
  }

  /// Two pages that ctsite itself writes, under one address.
  static func twoGenerated(_ path: String) -> Diagnostic {
    Diagnostic(
      "path-collision", at: SourceLocation(path: "content/site.yaml"),
      Wording(
        en: "ctsite itself would write two pages to ‘\(path)’",
        ar: "سيكتب ctsite نفسه صفحتين في «\(path)»"),
      fix: Wording(
        en: "give the languages other paths, such as / and /en/, or the terms other keys",
        ar: "اختر للغات مسارات أخرى، مثل / و/en/، أو للمصطلحات مفاتيح أخرى"))
  }

  /// A page below an address that is a file of the site, or the other way round.
  static func fileAgainstFolder(
    _ path: String, _ other: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      "path-collision", at: location,
      Wording(
        en:
          "‘\(path)’ and ‘\(other)’ exclude each other: one is a file where the other needs a folder",
        ar: "لا يجتمع «\(path)» و«\(other)»: أحدهما ملف حيث يحتاج الآخر إلى مجلد"),
      fix: Wording(
        en: "choose another slug, alias or file name",
        ar: "اختر معرّفًا (slug) أو عنوانًا بديلًا (alias) أو اسم ملف آخر"))
  }

  static func pathTooLong(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "path-too-long", at: location,
      Wording(
        en:
          "the address has a part of over 255 bytes, or over 2,048 in all, and no file can be named so",
        ar:
          "في العنوان جزء يزيد على 255 بايتًا، أو يزيد كله على 2048، فلا يمكن أن يُسمّى به ملف"),
      fix: Wording(
        en: "shorten the slug or the file's name; an alias take out, and redirect the old address "
          + "where the site is hosted",
        ar: "اختصر المعرّف (slug) أو اسم الملف؛ وإن كان عنوانًا بديلًا فاحذفه وأعد توجيه العنوان "
          + "القديم من إعدادات الاستضافة"))
  }

  /// - Parameter files: relative to the output folder; not empty.
  static func notMadeByCtsite(_ files: [String], in options: BuildOptions) -> Diagnostic {
    let inSite = options.outputFolder.hasPrefix(options.siteFolder + "/")
    let folder =
      inSite
      ? String(options.outputFolder.dropFirst(options.siteFolder.count + 1)) : options.outputFolder
    let others = files.count - 1
    return Diagnostic(
      "not-made-by-ctsite", at: SourceLocation(path: "\(folder)/\(files.first ?? "")"),
      Wording(
        en: "ctsite did not make this, and would have to replace it"
          + (others > 0 ? ", like \(others) more in the output folder" : ""),
        ar: "هذا ليس من صنع ctsite، والبناء يستبدله"
          + (others > 0 ? "، ومثله في مجلد المخرجات: \(others)" : "")),
      fix: Wording(
        en:
          "move it away if you need it and delete it here, or choose another folder with --output",
        ar: "انقله إن كنت تحتاج إليه أو احذفه من هنا، أو اختر مجلدًا آخر بالخيار --output"))
  }
}
